import { listConsentEntries } from '../../store/people/consents.ts';
import type { Runtime } from '../runtime.ts';
import type { PageVisit } from './resume-page.ts';

/** One yes in the ledger: what it was said to (without a wording when it came as START by SMS), in which language, when, and when it was taken back. */
export type Consent = {
  journeyId: string;
  purpose: string;
  wording: string;
  language: string;
  givenAt: number;
  withdrawnAt: number | undefined;
};

type Entry = Awaited<ReturnType<typeof listConsentEntries>>[number];

function toConsent(entry: Entry): Consent {
  const { wording = '', language = 'da' } = JSON.parse(entry.body) as { wording?: string; language?: string };
  const [journeyId, purpose] = [entry.subject ?? '', entry.purpose ?? ''];
  return { journeyId, purpose, wording, language, givenAt: entry.at, withdrawnAt: undefined };
}

/** Every consent of a relative, oldest first. Each of them lets us write, so taking back `sms` takes back all before it. */
export async function listConsentsOf(rt: Runtime, relativeId: string): Promise<Consent[]> {
  const consents: Consent[] = [];
  for (const entry of await listConsentEntries(rt.db, relativeId)) {
    if (entry.kind === 'consent.given') consents.push(toConsent(entry));
    else
      for (const one of consents)
        if (entry.purpose === 'sms' || entry.purpose === one.purpose) one.withdrawnAt ??= entry.at;
  }
  return consents;
}

/** What a visit may see of them: all behind a PIN, those of its own journey behind a mere link. */
export async function listConsents(rt: Runtime, { link, session }: PageVisit): Promise<Consent[]> {
  if (!session.verified) return [];
  const all = await listConsentsOf(rt, link.relativeId);
  return link.access === 'link'
    ? all.filter((one) => one.journeyId === link.journeyId || one.wording === '')
    : all;
}
