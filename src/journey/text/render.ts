// Turns a flow's templates into what a relative reads.
import type { Liquid } from 'liquidjs';
import type { Flow } from '../flow/flow.ts';
import { PAGE_ENGINE, TEXT_ENGINE } from './engines.ts';
import type { Fields } from './fields.ts';
import { fillIn, plainTemplate } from './plain-template.ts';
import { tidy } from './tidy.ts';

type Render = (fields: Fields) => string;

/**
 * Read templates by the `texts` or `pages` they stand in: a memo and no state, since an entry follows from the
 * template's own text alone and goes when the flow goes.
 */
const rendersOf = new WeakMap<object, Map<string, Render>>();

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
  const template = hasText(flow, key, chosen) ? flow.texts[chosen]?.[key] : undefined;
  if (template === undefined) throw new Error(`The flow has no text ${key}.`);
  return { text: tidy(readOnce(flow.texts, template, readText)(fields)), language: chosen };
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
  return { markdown: readOnce(flow.pages, template, readPage)(fields), language: chosen };
}

function hasText(flow: Pick<Flow, 'texts'>, key: string, language: string): boolean {
  const texts = Object.hasOwn(flow.texts, language) ? flow.texts[language] : undefined;
  return texts !== undefined && Object.hasOwn(texts, key);
}

function readOnce(owner: object, template: string, read: (template: string) => Render): Render {
  const known = rendersOf.get(owner) ?? new Map<string, Render>();
  const found = known.get(template);
  if (found) return found;
  const render = read(template);
  known.set(template, render);
  rendersOf.set(owner, known);
  return render;
}

function readText(template: string): Render {
  const plain = plainTemplate(template);
  return plain ? (fields) => fillIn(plain, fields) : byEngine(TEXT_ENGINE, template);
}

function readPage(template: string): Render {
  return byEngine(PAGE_ENGINE, template);
}

function byEngine(engine: Liquid, template: string): Render {
  const parts = engine.parse(template);
  return (fields) => String(engine.renderSync(parts, fields));
}
