import { findListedMessage } from '../../store/messages/desk-lists.ts';
import { findMessage, openToken } from '../../store/messages/messages.ts';
import { AppError } from '../app-error.ts';
import { linkOf } from '../journeys/known.ts';
import { recordLedger } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';
import { asksAnswer, toMessageItem } from './list-tasks.ts';

/**
 * A letter to print, its secure address written out, and whether it asks for an answer; opening it is in the ledger.
 * Throws `not-found`, and `already-done` when it was taken back.
 */
export async function showLetter(rt: Runtime, staff: Staff, id: string) {
  await requireSight(rt, staff, 'care', 'message', id);
  const [row, stored] = await Promise.all([findListedMessage(rt.db, id), findMessage(rt.db, id)]);
  if (!row || !stored || row.channel !== 'brev') throw new AppError('not-found');
  if (row.status === 'cancelled') throw new AppError('already-done');
  const { linkSealed } = stored;
  const link = linkSealed ? linkOf(rt, openToken(rt.db.keys, { id, linkSealed })) : '';
  await recordLedger(rt, {
    kind: 'relative.viewed',
    actor: staff.id,
    ...(row.relativeId ? { relativeId: row.relativeId } : {}),
    subject: id,
    purpose: 'task',
  });
  const { text, ...item } = toMessageItem(rt, row);
  const asks = await asksAnswer(rt, row);
  return { ...item, asks, language: stored.language, text: text.replaceAll('{link}', link) };
}
