import { FILTERS, TAGS, TEMPLATE_LIMIT, TEXT_ENGINE } from '../../text/engines.ts';
import type { TemplateFault } from '../../text/read-template.ts';
import type { Check, Draft, DraftPage, DraftText } from '../draft.ts';
import { namedTexts } from '../draft-texts.ts';
import { nearest } from '../nearest.ts';
import type { Problem } from '../problem.ts';
import { problemAt } from '../sentences.ts';
import { literalText, placeIn } from '../template-places.ts';

/** Every text that is named and every page is a template that can be read and rendered, and has no `{field}` in single braces. */
export const checkTemplates: Check = (draft) =>
  [...namedTexts(draft.texts), ...draft.pages].flatMap((entry) => [
    ...(entry.read.ok ? renders(draft, entry) : [faultProblem(entry, entry.read.fault)]),
    ...singleBraces(entry),
  ]);

function faultProblem(entry: DraftText | DraftPage, { at, reason, word }: TemplateFault): Problem {
  const place = placeIn(entry, at, 2);
  if (reason === 'length') return problemAt(place, 'template-too-long', { limit: TEMPLATE_LIMIT });
  if (reason === 'tag') return problemAt(place, 'unknown-tag', { tag: word, known: TAGS });
  if (reason === 'syntax') return problemAt(place, 'template-syntax', { snippet: word });
  return problemAt(place, 'unknown-filter', {
    filter: word,
    nearest: nearest(word, FILTERS),
    known: FILTERS,
  });
}

/** A field that does not exist is another check's business; anything else that cannot be rendered is a mistake here. */
function renders(draft: Draft, entry: DraftText | DraftPage): Problem[] {
  const { read, language } = entry;
  if (!read.ok) return [];
  const fields = draft.longest[language] ?? {};
  if (read.uses.some(({ path }) => !Object.hasOwn(fields, path))) return [];
  try {
    TEXT_ENGINE.renderSync(read.parts, fields);
    return [];
  } catch {
    const snippet = read.template.slice(0, 30).split('\n', 1)[0] ?? '';
    return [problemAt(placeIn(entry, 0, 2), 'template-syntax', { snippet })];
  }
}

function singleBraces(entry: DraftText | DraftPage): Problem[] {
  const written = literalText(entry.read.template);
  return [...written.matchAll(/(?<!\{)\{[ \t]*([\p{L}_][\p{L}\p{N}_-]*)[ \t]*\}(?!\})/gu)].map((found) =>
    problemAt(placeIn(entry, found.index, found[0].length), 'single-braces', { name: found[1] ?? '' }),
  );
}
