// Turns a flow's templates into what a relative reads.
import type { Liquid, Template } from 'liquidjs';
import type { Flow } from '../flow/flow.ts';
import { PAGE_ENGINE, TEXT_ENGINE } from './engines.ts';
import type { Fields } from './fields.ts';
import { tidy } from './tidy.ts';

export { fieldsOf } from './read-template.ts';

/**
 * Parsed templates by the `texts` or `pages` they stand in: a memo and no state, since an entry follows from the
 * template's own text alone and goes when the flow goes.
 */
const parsed = new WeakMap<object, Map<string, Template[]>>();

/**
 * A text in the asked language, else in the flow's first one, ready to leave as SMS.
 * Throws when the text does not exist or a field it shows has no value.
 */
export function renderText(
  flow: Pick<Flow, 'texts' | 'languages'>,
  key: string,
  language: string,
  fields: Fields,
): { text: string; language: string } {
  const chosen = hasText(flow, key, language) ? language : (flow.languages[0] ?? '');
  const template = flow.texts[chosen]?.[key];
  if (template === undefined || !hasText(flow, key, chosen)) throw new Error(`The flow has no text ${key}.`);
  return { text: tidy(render(TEXT_ENGINE, flow.texts, template, fields)), language: chosen };
}

/**
 * A page's markdown in the asked language, else in the flow's first one. Confidential fields are allowed; no value
 * can become markdown or HTML. Throws when the page does not exist or a field it shows has no value.
 */
export function renderPage(
  flow: Pick<Flow, 'pages' | 'languages'>,
  page: string,
  language: string,
  fields: Fields,
): { markdown: string; language: string } {
  const versions = Object.hasOwn(flow.pages, page) ? (flow.pages[page] ?? {}) : {};
  const chosen = Object.hasOwn(versions, language) ? language : (flow.languages[0] ?? '');
  const template = Object.hasOwn(versions, chosen) ? versions[chosen] : undefined;
  if (template === undefined) throw new Error(`The flow has no page ${page}.`);
  return { markdown: render(PAGE_ENGINE, flow.pages, template, fields), language: chosen };
}

function hasText(flow: Pick<Flow, 'texts'>, key: string, language: string): boolean {
  const texts = Object.hasOwn(flow.texts, language) ? flow.texts[language] : undefined;
  return texts !== undefined && Object.hasOwn(texts, key);
}

function render(engine: Liquid, owner: object, template: string, fields: Fields): string {
  return String(engine.renderSync(templatesOf(engine, owner, template), fields));
}

function templatesOf(engine: Liquid, owner: object, template: string): Template[] {
  const known = parsed.get(owner) ?? new Map<string, Template[]>();
  const found = known.get(template);
  if (found) return found;
  const templates = engine.parse(template);
  known.set(template, templates);
  parsed.set(owner, known);
  return templates;
}
