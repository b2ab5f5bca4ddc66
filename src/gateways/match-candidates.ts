// Decides which of a provider's messages to one recipient is the one whose outcome we do not know.
import type { DeliveryStatus, Found } from './gateway.ts';

/** A message on the provider's list; `at` is when the provider made it (UTC ms), undefined when it does not say. */
export type Candidate = {
  providerId: string;
  text: string;
  at: number | undefined;
  status: DeliveryStatus | undefined;
};

/** The provider's clock may differ from ours, and its list rounds to seconds. */
const clockSlackMs = 60_000;

/**
 * Finds the one candidate with this text and time. Two or more are doubtful, since nothing tells them apart, and so is
 * one of this time whose text the provider no longer keeps.
 */
export function matchCandidates(
  candidates: readonly Candidate[],
  text: string,
  between: { from: number; to: number },
): Found {
  const wanted = comparable(text);
  const ofThatTime = candidates.filter((one) => isWithin(one.at, between));
  const matches = ofThatTime.filter((one) => comparable(one.text) === wanted);
  const [match] = matches;
  if (!match) return { outcome: ofThatTime.some((one) => one.text === '') ? 'doubtful' : 'absent' };
  if (matches.length > 1) return { outcome: 'doubtful' };
  const { providerId, status } = match;
  return status ? { outcome: 'found', providerId, status } : { outcome: 'found', providerId };
}

function isWithin(at: number | undefined, between: { from: number; to: number }): boolean {
  if (at === undefined) return true;
  return at >= between.from - clockSlackMs && at <= between.to + clockSlackMs;
}

function comparable(text: string): string {
  return text.replace(/\r\n?/g, '\n').normalize('NFC').trim();
}
