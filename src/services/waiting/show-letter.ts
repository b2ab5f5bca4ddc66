import { anchorAt, isoDate } from '../../journey/time/format.ts';
import { DAY_MS } from '../../journey/time/zone.ts';
import { findListedMessage, type ListedMessage, listTasks } from '../../store/messages/desk-lists.ts';
import { findMessage, openToken, type StoredMessage } from '../../store/messages/messages.ts';
import { AppError } from '../app-error.ts';
import { linkOf } from '../journeys/known.ts';
import { recordLedger } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, requireSight, type Staff, sightOf } from '../staff/staff.ts';
import { asksAnswer, toMessageItem } from './list-tasks.ts';
import { settleTask } from './settle-task.ts';

/** A letter as it is printed, its secure address written out; that it was opened is in the ledger. */
async function openLetter(rt: Runtime, staff: Staff, row: ListedMessage, stored: StoredMessage) {
  const { linkSealed } = stored;
  const link = linkSealed ? linkOf(rt, openToken(rt.db.keys, { id: row.id, linkSealed })) : '';
  await recordLedger(rt, {
    kind: 'relative.viewed',
    actor: staff.id,
    ...(row.relativeId ? { relativeId: row.relativeId } : {}),
    subject: row.id,
    purpose: 'task',
  });
  const { text, ...item } = toMessageItem(rt, row);
  const asks = await asksAnswer(rt, row);
  return { ...item, asks, language: stored.language, text: text.replaceAll('{link}', link) };
}

export type Letter = Awaited<ReturnType<typeof openLetter>>;

/**
 * A letter to print, its secure address written out, and whether it asks for an answer; opening it is in the ledger.
 * Throws `not-found`, and `already-done` when it was taken back.
 */
export async function showLetter(rt: Runtime, staff: Staff, id: string): Promise<Letter> {
  await requireSight(rt, staff, 'care', 'message', id);
  const [row, stored] = await Promise.all([findListedMessage(rt.db, id), findMessage(rt.db, id)]);
  if (!row || !stored || row.channel !== 'brev') throw new AppError('not-found');
  if (row.status === 'cancelled') throw new AppError('already-done');
  return openLetter(rt, staff, row, stored);
}

/** So many letters are printed at once; the others follow when these are posted. */
const MOST_LETTERS = 50;

/** The end of the day on the Copenhagen wall. */
const endOfDay = (now: number): number =>
  anchorAt(isoDate((anchorAt(isoDate(now)) ?? now) + 1.5 * DAY_MS)) ?? now;

/** Every letter that is to be posted today, the oldest first, ready to print; each opening is in the ledger. */
export async function showLetters(
  rt: Runtime,
  staff: Staff,
  filter: { mine?: boolean } = {},
): Promise<Letter[]> {
  requireRight(staff, 'care');
  const rows = await listTasks(rt.db, {
    limit: MOST_LETTERS,
    sight: sightOf(staff),
    channel: 'brev',
    until: endOfDay(rt.now()),
    ...(filter.mine ? { advisorId: staff.id } : {}),
  });
  const letters = await Promise.all(
    rows.map(async (row) => {
      const stored = await findMessage(rt.db, row.id);
      return stored ? [await openLetter(rt, staff, row, stored)] : [];
    }),
  );
  return letters.flat();
}

/** Notes that letters were posted; those that ask for an answer, or that somebody settled meanwhile, stay as they are. Gives how many were. */
export async function postLetters(rt: Runtime, staff: Staff, ids: readonly string[]): Promise<number> {
  requireRight(staff, 'care');
  const fates = await Promise.all(
    ids.slice(0, MOST_LETTERS).map(async (id) => {
      try {
        const letter = await findListedMessage(rt.db, id);
        if (letter?.channel !== 'brev' || (await asksAnswer(rt, letter))) return false;
        await settleTask(rt, staff, id, 'done');
        return true;
      } catch (error) {
        if (error instanceof AppError) return false;
        throw error;
      }
    }),
  );
  return fates.filter(Boolean).length;
}
