// Everything a template can come to say: one text for each way through its conditions.
import { CaseTag, IfTag, type Template, UnlessTag } from 'liquidjs';
import { TEXT_ENGINE } from './engines.ts';
import type { Fields } from './fields.ts';
import { tidy } from './tidy.ts';

/** The most ways through its conditions that a template may have. */
export const VARIANT_LIMIT = 64;

/**
 * Every text the parts can become with these values, whatever their conditions decide, tidied as it would leave.
 * Undefined when there are more than 64. Throws when a part cannot be rendered.
 */
export function variantsOf(parts: readonly Template[], fields: Fields): string[] | undefined {
  const variants = combine(parts, fields);
  return variants && [...new Set(variants.map(tidy))];
}

function combine(parts: readonly Template[], fields: Fields): string[] | undefined {
  let variants = [''];
  for (const part of parts) {
    const ends = endingsOf(part, fields);
    if (!ends || variants.length * ends.length > VARIANT_LIMIT) return undefined;
    variants = variants.flatMap((start) => ends.map((end) => start + end));
  }
  return variants;
}

function endingsOf(part: Template, fields: Fields): string[] | undefined {
  if (!(part instanceof IfTag || part instanceof UnlessTag || part instanceof CaseTag)) {
    return [String(TEXT_ENGINE.renderSync([part], fields))];
  }
  const branches = [...part.branches.map((branch) => branch.templates), part.elseTemplates ?? []];
  const all: string[] = [];
  for (const branch of branches) {
    const variants = combine(branch, fields);
    if (!variants) return undefined;
    all.push(...variants);
  }
  return [...new Set(all)];
}
