import { notePagesRead } from '../../store/talks/page-messages.ts';
import { listPageMessages } from '../../store/talks/thread.ts';
import { AppError } from '../app-error.ts';
import { openText } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import type { PageVisit } from './resume-page.ts';

/** One message on the relative's own page. */
export type PageMessage = { id: string; mine: boolean; at: number; text: string; masked: boolean };

const SHOWN = 40;

/** Throws `forbidden` unless the PIN was shown: a link alone opens no secure message. */
export function requirePin({ link, session }: PageVisit): void {
  if (!session.verified || link.access !== 'pin') throw new AppError('forbidden');
}

/** What staff and the relative wrote to each other on the page, the oldest first; staff see that it was read. Throws `forbidden` before the PIN. */
export async function readMessages(rt: Runtime, visit: PageVisit): Promise<PageMessage[]> {
  requirePin(visit);
  const { relativeId } = visit.link;
  const rows = await listPageMessages(rt.db, relativeId, SHOWN);
  if (rows.some(({ fromStaff, status }) => fromStaff === 1 && status === 'sent'))
    await rt.db.lane.put(notePagesRead, { relativeId, at: rt.now() });
  return rows.reverse().map((row) => ({
    id: row.id,
    mine: row.fromStaff === 0,
    at: row.at,
    text: openText(rt, 'page_messages.text', row.id, row.textSealed),
    masked: row.masked === 1,
  }));
}
