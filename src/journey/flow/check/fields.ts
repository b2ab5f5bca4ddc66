import { fieldClass, fieldNames } from '../../text/fields.ts';
import type { FieldUse } from '../../text/read-template.ts';
import type { Check, Draft, DraftPage, DraftText } from '../draft.ts';
import { isFor, isSms, namedTexts } from '../draft-texts.ts';
import { nearest } from '../nearest.ts';
import type { Problem } from '../problem.ts';
import { problemAt } from '../sentences.ts';
import { placeIn } from '../template-places.ts';

/** Fields exist, and stand only where everyone who can read them may. */
export const checkFields: Check = (draft) => [
  ...namedTexts(draft.texts).flatMap((text) => uses(text).flatMap((use) => checkInText(draft, text, use))),
  ...draft.pages.flatMap((page) => uses(page).flatMap((use) => checkOnPage(draft, page, use))),
];

function uses({ read }: DraftText | DraftPage): FieldUse[] {
  return read.ok ? read.uses : [];
}

function checkInText(draft: Draft, text: DraftText, use: FieldUse): Problem[] {
  const unknown = unknownField(draft, text, use);
  if (unknown) return [unknown];
  const place = placeIn(text, use.at, use.path.length);
  const field = use.name;
  if (field === 'link') {
    if (isFor(text, 'question')) return [problemAt(place, 'link-and-reply', { key: text.key })];
    const isElsewhere = text.namedBy.some((reference) => reference.use !== 'link');
    return isElsewhere ? [problemAt(place, 'link-not-here', { key: text.key })] : [];
  }
  if (fieldClass(field, draft.flow.anchors) === 'open') return [];
  const code = isSms(text) ? 'confidential-in-sms' : 'confidential-outside-page';
  return [problemAt(place, code, { field })];
}

function checkOnPage(draft: Draft, page: DraftPage, use: FieldUse): Problem[] {
  const unknown = unknownField(draft, page, use);
  if (unknown) return [unknown];
  const place = placeIn(page, use.at);
  if (use.name === 'link') return [problemAt(place, 'link-not-here', { key: page.file })];
  const open = page.shownBy.find(({ step }) => step.access === 'link');
  const isConfidential = fieldClass(use.name, draft.flow.anchors) === 'confidential';
  if (!isConfidential || !open) return [];
  return [problemAt(place, 'confidential-on-open-page', { field: use.name, step: open.step.id })];
}

function unknownField({ flow }: Draft, entry: DraftText | DraftPage, use: FieldUse): Problem | undefined {
  if (use.path === use.name && fieldClass(use.name, flow.anchors)) return undefined;
  const place = placeIn(entry, use.at, use.path.length);
  const anchor = use.path.replace(/_tid$/, '');
  if (anchor !== use.path && Object.hasOwn(flow.anchors, anchor)) {
    return problemAt(place, 'field-without-time', { field: use.path, anchor });
  }
  const all = fieldNames(flow.anchors);
  const isPage = 'file' in entry;
  const known = all.filter((name) =>
    name === 'link' ? !isPage && isFor(entry, 'link') : isPage || fieldClass(name, flow.anchors) === 'open',
  );
  return problemAt(place, 'unknown-field', { field: use.path, nearest: nearest(use.path, all), known });
}
