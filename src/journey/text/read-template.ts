// A template looked at without rendering it: does it parse, and which fields does it use where.
import type { LiquidError, Template } from 'liquidjs';
import { FILTERS, TEMPLATE_LIMIT, TEXT_ENGINE } from './engines.ts';

/** A field as it is used: `path` is `tiltale` or, wrongly, `tiltale.first`; `at` is its offset in the template. */
export type FieldUse = { name: string; path: string; at: number };

/** Why a template cannot be read; `word` is the tag or filter that is not known. */
export type TemplateFault = { at: number; reason: 'syntax' | 'tag' | 'filter' | 'length'; word: string };

export type TemplateRead =
  | { ok: true; template: string; parts: Template[]; uses: FieldUse[] }
  | { ok: false; template: string; fault: TemplateFault };

/** The names of the fields a template uses, conditions included, each once. Throws when the template cannot be read. */
export function fieldsOf(template: string): string[] {
  const read = readTemplate(template);
  if (!read.ok) throw new Error(`The template cannot be read: ${read.fault.reason} ${read.fault.word}`);
  return [...new Set(read.uses.map((use) => use.name))];
}

/** Parses a template; what is wrong with it is a value and never thrown. */
export function readTemplate(template: string): TemplateRead {
  if (template.length > TEMPLATE_LIMIT) return failed(template, { at: 0, reason: 'length', word: '' });
  const oddOutput = findOddOutput(template);
  if (oddOutput) return failed(template, oddOutput);
  try {
    const parts = TEXT_ENGINE.parse(template);
    return { ok: true, template, parts, uses: usesIn(parts, template) };
  } catch (error) {
    return failed(template, faultOf(error as Error, template));
  }
}

/**
 * liquidjs reads `{{ tiltale kommune }}` as `{{ tiltale }}` and runs an unclosed `{{` into the next one: here an output
 * is one field and its filters, closed before anything else begins.
 */
function findOddOutput(template: string): TemplateFault | undefined {
  for (const opened of template.matchAll(/\{\{/g)) {
    const output = template.slice(opened.index);
    const inner = CLOSED.exec(output)?.[1];
    if (inner === undefined) return { at: opened.index, reason: 'syntax', word: snippet(output) };
    if (!FIELD_AND_FILTERS.test(inner)) return { at: opened.index, reason: 'syntax', word: `{{${inner}}}` };
  }
  return undefined;
}

const CLOSED = /^\{\{([^{}]*)\}\}/;
const FIELD_AND_FILTERS =
  /^-?\s*[\p{L}_][\p{L}\p{N}_.-]*(?:\s*\|\s*[\p{L}_]+(?:\s*:\s*(?:"[^"]*"|'[^']*'|[\p{L}\p{N}_]+))?)*\s*-?$/u;

function snippet(text: string): string {
  return text.slice(0, 30).split('\n', 1)[0] ?? '';
}

function usesIn(parts: Template[], template: string): FieldUse[] {
  const lines = lineStarts(template);
  const { variables } = TEXT_ENGINE.analyzeSync(parts, { partials: false });
  return Object.values(variables)
    .flat()
    .map((variable) => {
      const path = variable.toArray().map(String);
      const at = (lines[variable.location.row - 1] ?? 0) + variable.location.col - 1;
      return { name: path[0] ?? '', path: path.join('.'), at };
    })
    .sort((a, b) => a.at - b.at);
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const found of text.matchAll(/\n/g)) starts.push(found.index + 1);
  return starts;
}

function faultOf(error: Error, template: string): TemplateFault {
  const at = 'token' in error ? Math.min((error as LiquidError).token.begin, template.length) : 0;
  const tag = /^tag "([^"]*)" not found/.exec(error.message)?.[1];
  if (tag !== undefined && !/^(end|els)/.test(tag)) return { at, reason: 'tag', word: tag };
  const filter = /^undefined filter: (\S+?)(?:,|$)/.exec(error.message)?.[1];
  if (filter !== undefined && !(FILTERS as readonly string[]).includes(filter))
    return { at, reason: 'filter', word: filter };
  return { at, reason: 'syntax', word: snippet(template.slice(at)) };
}

function failed(template: string, fault: TemplateFault): TemplateRead {
  return { ok: false, template, fault };
}
