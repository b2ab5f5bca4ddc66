import { readTemplate } from '../../journey/text/read-template.ts';
import { renderText } from '../../journey/text/render.ts';
import { findRelativeDetails } from '../../store/people/relative-details.ts';
import {
  addSavedAnswers,
  changeSavedAnswers,
  findSavedAnswer as find,
  listSavedAnswers as list,
  retireSavedAnswers,
  type SavedAnswer,
} from '../../store/talks/saved-answers.ts';
import { AppError } from '../app-error.ts';
import { getOrganisation } from '../organisation.ts';
import { ledgerRow } from '../record-ledger.ts';
import { openText } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff } from '../staff/staff.ts';
import { requireConversation } from './find-conversation.ts';
import { refuseConfidential } from './refuse-confidential.ts';
import { MOST_CHARACTERS } from './write-in-conversation.ts';

/** The merge fields of a saved answer: none other. */
const ANSWER_FIELDS = ['tiltale', 'telefon'] as const;

const MOST_TITLE = 60;

/** An answer as its form sends it. */
export type AnswerForm = { title: string; text: string; language: string };

export type { SavedAnswer } from '../../store/talks/saved-answers.ts';

/** A saved answer as it is chosen. */
export type AnswerChoice = Pick<SavedAnswer, 'id' | 'title'>;

/** The saved answers in use, by title. */
export function listSavedAnswers(rt: Runtime, staff: Staff): Promise<SavedAnswer[]> {
  requireRight(staff, 'look');
  return list(rt.db);
}

/** One that is in use. Throws `not-found`. */
export async function findSavedAnswer(rt: Runtime, staff: Staff, id: string): Promise<SavedAnswer> {
  requireRight(staff, 'look');
  const found = await find(rt.db, id);
  if (!found || found.retiredAt !== null) throw new AppError('not-found');
  return found;
}

/** Throws `template-wrong` with what is not one of the two fields: no conditions, no other names. */
function requireFields(text: string): void {
  const read = readTemplate(text);
  if (!read.ok) throw new AppError('template-wrong', read.fault.word);
  const other = read.uses.find(({ path }) => !ANSWER_FIELDS.some((known) => known === path));
  if (other || text.includes('{%')) throw new AppError('template-wrong', other?.path ?? '{%');
}

async function check(rt: Runtime, form: AnswerForm): Promise<AnswerForm> {
  const title = form.title.trim();
  const text = form.text.replace(/\r\n?/g, '\n').trim();
  if (title === '') throw new AppError('field-missing', 'titel');
  if (title.length > MOST_TITLE) throw new AppError('text-too-long', 'titel');
  if (text === '') throw new AppError('text-empty', 'tekst');
  if (text.length > MOST_CHARACTERS) throw new AppError('text-too-long', 'tekst');
  if (!['da', 'en'].includes(form.language)) throw new AppError('field-unreadable', 'sprog');
  requireFields(text);
  await refuseConfidential(rt, title);
  await refuseConfidential(rt, text);
  return { title, text, language: form.language };
}

/** Keeps a new saved answer and gives its id. Throws `text-confidential`, `cpr-typed`, `template-wrong`, `field-missing`, `text-too-long`. */
export async function keepSavedAnswer(rt: Runtime, staff: Staff, form: AnswerForm): Promise<string> {
  requireRight(staff, 'coordinate');
  const checked = await check(rt, form);
  const id = rt.newId();
  const answer = { id, ...checked, createdBy: staff.id, changedAt: rt.now(), retiredAt: null };
  const ledger = [ledgerRow(rt, { kind: 'saved-answer.made', actor: staff.id, subject: id })];
  await rt.db.lane.put(addSavedAnswers, { answer, ledger });
  return id;
}

/** Changes an answer as it was `seen` (`changedAt`). Throws as `keepSavedAnswer`, and `not-found`, `changed-meanwhile`. */
export async function changeSavedAnswer(
  rt: Runtime,
  staff: Staff,
  id: string,
  { seen, ...form }: AnswerForm & { seen: number },
): Promise<void> {
  requireRight(staff, 'coordinate');
  await findSavedAnswer(rt, staff, id);
  const checked = await check(rt, form);
  const ledger = [ledgerRow(rt, { kind: 'saved-answer.changed', actor: staff.id, subject: id })];
  const change = { id, seen, changedAt: rt.now(), content: checked, ledger };
  if (!(await rt.db.lane.put(changeSavedAnswers, change))) throw new AppError('changed-meanwhile');
}

/** Offers an answer no longer; what was sent with it stays. Throws `not-found`. */
export async function retireSavedAnswer(rt: Runtime, staff: Staff, id: string): Promise<void> {
  requireRight(staff, 'coordinate');
  const ledger = [ledgerRow(rt, { kind: 'saved-answer.retired', actor: staff.id, subject: id })];
  if (!(await rt.db.lane.put(retireSavedAnswers, { id, at: rt.now(), ledger })))
    throw new AppError('not-found');
}

/** A saved answer as it reads in one conversation; without a relative nobody is addressed. Throws `not-found`. */
export async function fillSavedAnswer(
  rt: Runtime,
  staff: Staff,
  id: string,
  answerId: string,
): Promise<string> {
  const { relativeId } = await requireConversation(rt, staff, 'care', id);
  const answer = await findSavedAnswer(rt, staff, answerId);
  const details = relativeId ? await findRelativeDetails(rt.db, relativeId) : undefined;
  const tiltale = details
    ? openText(rt, 'relatives.tiltale', details.relative.id, details.relative.tiltaleSealed)
    : '';
  const { telefon } = await getOrganisation(rt);
  const texts = { languages: [answer.language], texts: { [answer.language]: { answer: answer.text } } };
  return renderText(texts, 'answer', answer.language, { tiltale, telefon }).text;
}
