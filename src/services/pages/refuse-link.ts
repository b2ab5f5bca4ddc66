import { endSessions } from '../../store/people/sessions.ts';
import { AppError } from '../app-error.ts';
import { reportWrongNumber } from '../replies/report-wrong-number.ts';
import { stopNumber } from '../replies/stop-number.ts';
import type { Runtime } from '../runtime.ts';
import type { PageVisit } from './resume-page.ts';

/**
 * "Det er ikke mig" or "Ingen sms til mig", said before any PIN by whoever holds the phone. The number gets no more SMS, staff are
 * told, and the link's sessions end. Throws `no-number` for a link that came by letter.
 */
export async function refuseLink(rt: Runtime, { link }: PageVisit, how: 'not-me' | 'no-sms'): Promise<void> {
  if (!link.numberId) throw new AppError('no-number');
  if (how === 'not-me') await reportWrongNumber(rt, link.numberId, 'page');
  else await stopNumber(rt, link.numberId, 'page', `relative:${link.relativeId}`);
  await rt.db.lane.put(endSessions, { subject: link.tokenHash });
}
