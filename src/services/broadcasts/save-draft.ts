// Writing a group message before anybody gets it.
import { addDrafts, changeDrafts, type DraftContent, dropDrafts } from '../../store/broadcasts/broadcasts.ts';
import { listEventTitles } from '../../store/events/titles.ts';
import { findGroup } from '../../store/groups/groups.ts';
import { seal, tokenHash } from '../../store/seal.ts';
import { AppError, type ErrorCode } from '../app-error.ts';
import { listUnitNames } from '../organisation.ts';
import { ledgerRow } from '../record-ledger.ts';
import { looksLikeCpr } from '../relatives/looks-like-cpr.ts';
import { LANGUAGES } from '../relatives/relative-choices.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff, sightOf } from '../staff/staff.ts';
import { checkTexts, type Texts, WAYS, type Way } from './broadcast-text.ts';
import { openTexts, requireBroadcast, wayOf } from './find-broadcast.ts';

/** A draft as its form sends it: `id` was made with the form (22 characters), `seen` is the state that is changed and absent for a new one. Empty texts do not count. */
export type DraftForm = {
  id: string;
  seen?: number | undefined;
  title: string;
  groupId: string;
  way: string;
  texts: Texts;
};

export type DraftField = 'id' | 'title' | 'groupId' | 'way' | 'texts';
/** `language` and `word` say which text and what in it. */
export type DraftProblem = { field: DraftField; code: ErrorCode; language?: string; word?: string };

const MOST_TITLE = 80;
const FORM_ID = /^[\w-]{22}$/;

const isWay = (text: string): text is Way => WAYS.some((way) => way === text);

/** Line ends as they are kept, nothing at the ends, and no empty texts; in the order of the languages that can be chosen. */
const tidyTexts = (texts: Texts): Texts =>
  Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const text = (Object.hasOwn(texts, language) ? (texts[language] ?? '') : '')
        .replace(/\r\n?/g, '\n')
        .trim();
      return text === '' ? [] : [[language, text]];
    }),
  );

/** Everything that is wrong with a draft. */
export async function checkDraft(rt: Runtime, staff: Staff, form: DraftForm): Promise<DraftProblem[]> {
  const problems: DraftProblem[] = [];
  const title = form.title.trim();
  if (title === '') problems.push({ field: 'title', code: 'field-missing' });
  else if (title.length > MOST_TITLE) problems.push({ field: 'title', code: 'text-too-long' });
  else if (looksLikeCpr(title)) problems.push({ field: 'title', code: 'cpr-typed' });
  const group = form.groupId === '' ? undefined : await findGroup(rt.db, sightOf(staff), form.groupId);
  if (!group || group.closedAt !== null)
    problems.push({ field: 'groupId', code: form.groupId === '' ? 'field-missing' : 'field-unreadable' });
  if (!isWay(form.way)) return [...problems, { field: 'way', code: 'field-missing' }];
  const texts = tidyTexts(form.texts);
  if (Object.keys(texts).length === 0) problems.push({ field: 'texts', code: 'text-empty' });
  const against = { units: await listUnitNames(rt), eventTitles: await listEventTitles(rt.db) };
  return [
    ...problems,
    ...checkTexts(form.way, texts, against).map((problem) => ({ field: 'texts', ...problem }) as const),
  ];
}

const hashOf = (way: string, texts: Texts): string => tokenHash(JSON.stringify([way, Object.entries(texts)]));

/** Throws the first problem; its detail is the word that may not stand in the text, or else the field. */
async function contentOf(rt: Runtime, staff: Staff, form: DraftForm): Promise<DraftContent> {
  const [problem] = await checkDraft(rt, staff, form);
  if (problem) throw new AppError(problem.code, problem.word ?? problem.field);
  const texts = tidyTexts(form.texts);
  return {
    title: form.title.trim(),
    groupId: form.groupId,
    way: form.way,
    textsSealed: seal(rt.db.keys, `broadcasts.texts:${form.id}`, JSON.stringify(texts)),
    textsHash: hashOf(form.way, texts),
  };
}

/** Whether the draft under this form says the same already. */
async function saysSame(rt: Runtime, staff: Staff, form: DraftForm, content: DraftContent): Promise<boolean> {
  const { broadcast } = await requireBroadcast(rt, staff, 'coordinate', form.id);
  return (
    broadcast.status === 'draft' &&
    broadcast.title === content.title &&
    broadcast.groupId === content.groupId &&
    broadcast.textsHash === content.textsHash
  );
}

/**
 * Keeps a draft: a new one under the id its form was made with, or a change of one that is as it was `seen`. The same
 * form again is the same draft. Throws `forbidden`, `not-found`, the first problem of `checkDraft`, and `changed-meanwhile`
 * when somebody changed, dropped or ordered it.
 */
export async function saveDraft(rt: Runtime, staff: Staff, form: DraftForm): Promise<{ id: string }> {
  requireRight(staff, 'coordinate');
  const { id, seen } = form;
  if (!FORM_ID.test(id)) throw new AppError('field-unreadable', 'id');
  if (seen !== undefined) await requireBroadcast(rt, staff, 'coordinate', id);
  const content = await contentOf(rt, staff, form);
  const entry = (kind: string) => [ledgerRow(rt, { kind, actor: staff.id, subject: id })];
  const done =
    seen === undefined
      ? await rt.db.lane.put(addDrafts, {
          id,
          at: rt.now(),
          by: staff.id,
          content,
          ledger: entry('broadcast.drafted'),
        })
      : await rt.db.lane.put(changeDrafts, {
          id,
          seen,
          at: Math.max(rt.now(), seen + 1),
          content,
          ledger: entry('broadcast.changed'),
        });
  if (!done && !(await saysSame(rt, staff, form, content))) throw new AppError('changed-meanwhile');
  return { id };
}

/** A draft as its form shows it; `seen` goes back with the form. Throws `not-found`, `forbidden`, and `already-done` once it is ordered. */
export async function showDraft(
  rt: Runtime,
  staff: Staff,
  id: string,
): Promise<DraftForm & { seen: number }> {
  const { broadcast } = await requireBroadcast(rt, staff, 'coordinate', id);
  if (broadcast.status !== 'draft') throw new AppError('already-done');
  const { title, groupId, changedAt } = broadcast;
  return { id, seen: changedAt, title, groupId, way: wayOf(broadcast), texts: openTexts(rt, broadcast) };
}

/** Drops a draft for good, as it was seen. Throws `not-found`, `forbidden`, `changed-meanwhile`. */
export async function dropDraft(rt: Runtime, staff: Staff, id: string, seen: number): Promise<void> {
  await requireBroadcast(rt, staff, 'coordinate', id);
  const ledger = [ledgerRow(rt, { kind: 'broadcast.dropped', actor: staff.id, subject: id })];
  if (!(await rt.db.lane.put(dropDrafts, { id, seen, ledger }))) throw new AppError('changed-meanwhile');
}
