import { alertRow, raiseAlerts } from '../../store/messages/alerts.ts';
import type { Runtime } from '../runtime.ts';
import type { OpenLink } from './find-link.ts';
import type { InviteState } from './load-visit.ts';

type Late = { pressed: 'ja' | 'nej'; standing: InviteState; step: string };

function wordsFor({ pressed, standing }: Late): string | undefined {
  if (standing === 'accepted' && pressed === 'nej')
    return 'Der er trykket både ja og nej til invitationen. Det første svar var ja. Ring, og spørg, hvad der er rigtigt.';
  if (standing === 'declined' && pressed === 'ja')
    return 'Der er trykket både ja og nej til invitationen. Det første svar var nej. Ring, og spørg, hvad der er rigtigt.';
  if ((standing === 'expired' || standing === 'closed') && pressed === 'ja')
    return 'Den pårørende trykkede ja, efter at invitationen var lukket. Ring, og spørg, om den pårørende stadig vil være med.';
  return undefined;
}

/** Tells the advisor, once for an invitation, of an answer that differs from what stands there; nothing when it agrees. */
export async function tellLateAnswer(rt: Runtime, link: OpenLink, late: Late): Promise<void> {
  const text = wordsFor(late);
  const { relativeId, journeyId } = link;
  if (!text || !journeyId) return;
  const id = `answer.${journeyId}.${late.step}.${late.standing}`;
  const alert = { id, kind: 'reply', audience: 'advisor', urgent: 0, text } as const;
  const about = { relativeId, journeyId, step: late.step, raisedAt: rt.now() };
  await rt.db.lane.put(raiseAlerts, alertRow(rt.db.keys, { ...alert, ...about }));
}
