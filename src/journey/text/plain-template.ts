// Templates of words and fields alone, as most texts are: filled in without the template engine, some ten times faster.
import type { Fields } from './fields.ts';

/** Words and field names by turns, beginning and ending with words. */
export type PlainTemplate = readonly string[];

const FIELD = /(?<!\{)\{\{[ \t\n]*([\p{L}_][\p{L}\p{N}_]*)[ \t\n]*\}\}(?!\})/u;

/** Words the engine does not take for fields. */
const ENGINE_WORDS = ['true', 'false', 'nil', 'null', 'empty', 'blank'];

/** Takes a template apart; undefined when it has conditions, filters or anything else the engine must read. */
export function plainTemplate(template: string): PlainTemplate | undefined {
  const pieces = template.split(FIELD);
  const isPlain = pieces.every((piece, index) =>
    index % 2 === 0 ? !/\{[{%]|[%}]\}/.test(piece) : !ENGINE_WORDS.includes(piece),
  );
  return isPlain ? pieces : undefined;
}

/** Puts the fields in. Throws when one has no value. */
export function fillIn(template: PlainTemplate, fields: Fields): string {
  let text = template[0] ?? '';
  for (let i = 1; i < template.length; i += 2) {
    const name = template[i] ?? '';
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (value === undefined) throw new Error(`undefined variable: ${name}`);
    text += value + (template[i + 1] ?? '');
  }
  return text;
}
