import { maskCpr } from '../../journey/reply/mask-cpr.ts';
import { readReply } from '../../journey/reply/read-reply.ts';
import { listRunningJourneys } from '../../store/journeys/journeys.ts';
import { type AlertRow, alertRow } from '../../store/messages/alerts.ts';
import { seal, tokenHash } from '../../store/seal.ts';
import { storePageMessages } from '../../store/talks/page-messages.ts';
import { AppError } from '../app-error.ts';
import { tellJourneys } from '../journeys/tell-journey.ts';
import { limitTries } from '../limit-tries.ts';
import { getOrganisation, tellingWords } from '../organisation.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requirePin } from './read-messages.ts';
import type { PageVisit } from './resume-page.ts';

/** The most characters of a message a relative writes. */
export const MOST_WRITTEN = 2000;

/** In a quarter of an hour; one address may be a whole mobile network. */
const most = { relative: 20, address: 500 };

/** The alerts of what cannot wait: distress is urgent, a death too where the writer is in distress as well. */
function alertsOf(rt: Runtime, relativeId: string, id: string, kinds: readonly string[]): AlertRow[] {
  return (['distress', 'death'] as const)
    .filter((kind) => kinds.includes(kind))
    .map((kind) =>
      alertRow(rt.db.keys, {
        id: `${kind}.${id}`,
        kind,
        audience: 'advisor',
        urgent: kinds.includes('distress') ? 1 : 0,
        relativeId,
        replyId: id,
        raisedAt: rt.now(),
      }),
    );
}

/** Nothing goes on before a person has looked: as when an SMS tells of a death. */
async function pauseJourneys(rt: Runtime, relativeId: string): Promise<void> {
  const input = { kind: 'held', at: rt.now(), hold: 'paused' } as const;
  const journeys = await listRunningJourneys(rt.db, [relativeId]);
  await tellJourneys(
    rt,
    journeys.map((journeyId) => ({ journeyId, input })),
  );
}

/**
 * Writes to staff on the relative's page; it waits in the inbox. CPR numbers are masked before anything is stored. The
 * same words under the same form are stored once. Throws `forbidden`, `text-empty`, `text-too-long`, `too-many`.
 */
export async function writeMessage(
  rt: Runtime,
  visit: PageVisit,
  order: { text: string; form: string; address: string },
): Promise<void> {
  requirePin(visit);
  const { relativeId } = visit.link;
  const typed = order.text.replace(/\r\n?/g, '\n').trim();
  if (typed === '') throw new AppError('text-empty');
  if (typed.length > MOST_WRITTEN) throw new AppError('text-too-long');
  await limitTries(rt, [
    { what: 'page.write', who: relativeId, most: most.relative },
    { what: 'page.write.address', who: order.address, most: most.address },
  ]);
  const masked = maskCpr(typed);
  const reading = readReply(masked.text, 'nothing', tellingWords(await getOrganisation(rt)));
  const kinds = [reading.meaning, reading.also ?? ''];
  const id = `w.${tokenHash(`${relativeId} ${order.form} ${typed}`)}`;
  const at = rt.now();
  if (kinds.includes('death')) await pauseJourneys(rt, relativeId);
  await rt.db.lane.put(storePageMessages, {
    message: {
      id,
      relativeId,
      fromStaff: 0,
      textSealed: seal(rt.db.keys, `page_messages.text:${id}`, masked.text),
      meaning: kinds.includes('distress') ? 'distress' : reading.meaning,
      masked: masked.masked ? 1 : 0,
      status: 'waiting',
      at,
    },
    alerts: alertsOf(rt, relativeId, id, kinds),
    ledger: [
      ledgerRow(rt, { kind: 'page.written', actor: `relative:${relativeId}`, relativeId, subject: id }),
    ],
  });
}
