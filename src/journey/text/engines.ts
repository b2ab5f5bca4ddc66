// The two template engines: plain text for SMS, escaped values for pages. Strict, without files, loops or assignments.
import { Liquid, type LiquidOptions } from 'liquidjs';
import { escapeMarkdown } from './escape-markdown.ts';

/** The tags a template may use. */
export const TAGS = ['if', 'unless', 'case', 'comment', '#'] as const;

/** The filters a template may use. */
export const FILTERS = ['capitalize', 'upcase', 'downcase', 'strip', 'remove', 'default'] as const;

/** The longest template that is read, in characters. */
export const TEMPLATE_LIMIT = 40_000;

/** An anchor may be without a value, so `if` takes a missing field for false; anywhere else it is an error. */
const STRICT: LiquidOptions = {
  strictFilters: true,
  strictVariables: true,
  lenientIf: true,
  ownPropertyOnly: true,
  dynamicPartials: false,
  templates: {},
  parseLimit: TEMPLATE_LIMIT,
  memoryLimit: 1_000_000,
};

/** Renders SMS and tasks: values as they are. */
export const TEXT_ENGINE: Liquid = engine(STRICT);

/** Renders pages: values are escaped, so none of them becomes markup. */
export const PAGE_ENGINE: Liquid = engine({ ...STRICT, outputEscape: escapeMarkdown });

function engine(options: LiquidOptions): Liquid {
  const liquid = new Liquid(options);
  const keep: readonly string[] = [...TAGS, ...FILTERS];
  for (const tag of Object.keys(liquid.tags)) if (!keep.includes(tag)) delete liquid.tags[tag];
  for (const filter of Object.keys(liquid.filters))
    if (!keep.includes(filter)) liquid.unregisterFilter(filter);
  return liquid;
}
