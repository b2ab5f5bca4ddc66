import { takeBackLetters } from '../../store/broadcasts/take-back-letters.ts';
import { listRunningJourneys } from '../../store/journeys/journeys.ts';
import { AppError } from '../app-error.ts';
import { tellJourneys } from '../journeys/tell-journey.ts';
import { ledgerRow } from '../record-ledger.ts';
import { stopNumber } from '../replies/stop-number.ts';
import type { Runtime } from '../runtime.ts';
import type { OpenLink } from './find-link.ts';
import { listConsentsOf } from './list-consents.ts';
import type { PageVisit } from './resume-page.ts';

/** A relative without a phone has consented to letters; there the journeys and the ledger are told here, and group messages' letters taken back. */
async function withdrawLetters(rt: Runtime, { relativeId }: OpenLink): Promise<void> {
  const input = { kind: 'consentChanged', at: rt.now(), purpose: 'sms', given: false } as const;
  const journeys = await listRunningJourneys(rt.db, [relativeId]);
  await tellJourneys(
    rt,
    journeys.map((journeyId) => ({ journeyId, input })),
  );
  const actor = `relative:${relativeId}`;
  const body = { how: 'page' };
  const entry = ledgerRow(rt, { kind: 'consent.withdrawn', actor, relativeId, purpose: 'sms', body });
  await rt.db.lane.put(takeBackLetters, { relativeId, ledger: [entry] });
}

/**
 * Takes a relative's consent back: the number gets no more SMS, the journeys are told, a person calls, and the ledger says when
 * and how. Does nothing when nothing is left to take back. Throws `forbidden` before the factor was shown.
 */
export async function withdrawConsent(rt: Runtime, { link, session }: PageVisit): Promise<void> {
  if (!session.verified) throw new AppError('forbidden');
  const open = (await listConsentsOf(rt, link.relativeId)).filter((one) => one.withdrawnAt === undefined);
  if (open.length === 0) return;
  if (link.numberId) await stopNumber(rt, link.numberId, 'page', `relative:${link.relativeId}`);
  else await withdrawLetters(rt, link);
}
