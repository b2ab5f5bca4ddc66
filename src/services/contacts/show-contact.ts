import { isoDate } from '../../journey/time/format.ts';
import { findContactRow, listContactRelatives } from '../../store/care/contacts.ts';
import { AppError } from '../app-error.ts';
import { recordLedger } from '../record-ledger.ts';
import { openName, openStaffNames, openText } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff, sightOf } from '../staff/staff.ts';

/** One registered conversation, opened; the look is in the ledger of each relative who is shown. Throws `not-found`. */
export async function showContact(rt: Runtime, staff: Staff, id: string) {
  await requireSight(rt, staff, 'look', 'contact', id);
  const row = await findContactRow(rt.db, id);
  if (!row) throw new AppError('not-found');
  const relatives = await listContactRelatives(rt.db, [id], sightOf(staff));
  const seen = relatives.map(({ relativeId, nameSealed }) => ({
    id: relativeId,
    name: openName(rt, relativeId, nameSealed),
  }));
  for (const { id: relativeId, name } of seen)
    if (name !== undefined)
      await recordLedger(rt, {
        kind: 'relative.viewed',
        actor: staff.id,
        relativeId,
        purpose: 'contact',
        subject: id,
      });
  const names = await openStaffNames(rt, [row.advisorId, row.confirmedBy]);
  const open = (column: string, sealed: string | null): string =>
    sealed === null ? '' : openText(rt, `contacts.${column}`, id, sealed);
  const { noteSealed, nextStepSealed, handedToSealed, themes, ...rest } = row;
  return {
    ...rest,
    date: isoDate(row.at),
    themes: JSON.parse(themes) as string[],
    note: open('note', noteSealed),
    nextStep: open('next_step', nextStepSealed),
    handedTo: open('handed_to', handedToSealed),
    advisor: names.get(row.advisorId) ?? '',
    confirmedByName: names.get(row.confirmedBy ?? '') ?? '',
    relatives: seen,
    isOwn: row.advisorId === staff.id,
  };
}

export type ContactView = Awaited<ReturnType<typeof showContact>>;
