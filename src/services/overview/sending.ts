// What is counted when one looks ahead: single sendings, gathered by day and by phone.
import { dayOf } from '../../journey/time/calendar.ts';
import { wallAt } from '../../journey/time/zone.ts';

/** By which sender, or as a call or a letter. */
export const WAYS = ['name', 'number', 'ring', 'brev'] as const;
export type Way = (typeof WAYS)[number];

/** due: written and waiting to leave · foreseen: what a running journey will say · broadcast: a group message still to be written. */
export type Basis = 'due' | 'foreseen' | 'broadcast';

/** What it comes from: a step of a flow (about an event where there is one), a group message, a person, or the house. */
export type Source = {
  kind: 'flow' | 'broadcast' | 'staff' | 'house';
  id: string;
  title: string;
  step?: string;
  event?: { id: string; title: string };
};

/** One SMS, call or letter to come. */
export type Sending = {
  /** UTC ms. */
  at: number;
  way: Way;
  basis: Basis;
  source: Source;
  /** It waits for no limit a day: an answer, news of an agreed time, written by hand. */
  free: boolean;
  /** An answer: the limit does not count it. */
  answer: boolean;
  /** From then on it makes no sense, UTC ms. */
  notAfter?: number;
};

/** So many of the same kind on a day. */
export type Line = { day: number; way: Way; basis: Basis; source: Source; count: number };

/** The SMS to one phone; lists are shared by all to whom the same will be said. */
export type Phone = { relativeId: string | null; lists: (readonly Sending[])[] };

/** What has been gathered so far. */
export type Tally = { lines: Map<string, Line>; phones: Map<string, Phone>; held: number };

export const newTally = (): Tally => ({ lines: new Map(), phones: new Map(), held: 0 });

/** The day number of an instant on the Copenhagen wall clock. */
export const dayAt = (at: number): number => dayOf(wallAt(at));

export const isSms = (way: Way): boolean => way === 'name' || way === 'number';

/** Adds the same sendings for so many people. */
export function addLines({ lines }: Tally, sendings: readonly Sending[], count: number): void {
  for (const { at, way, basis, source } of sendings) {
    const day = dayAt(at);
    const key = [day, way, basis, source.kind, source.id, source.step ?? '', source.event?.id ?? ''].join(
      '\n',
    );
    const line = lines.get(key);
    if (line) line.count += count;
    else lines.set(key, { day, way, basis, source, count });
  }
}

/** Notes that a phone gets these SMS; calls and letters among them do not count. */
export function addPhone(
  { phones }: Tally,
  numberId: string | null | undefined,
  relativeId: string | null,
  sms: readonly Sending[],
): void {
  if (!numberId || sms.length === 0) return;
  const phone = phones.get(numberId);
  if (!phone) phones.set(numberId, { relativeId, lists: [sms] });
  else {
    phone.relativeId ??= relativeId;
    phone.lists.push(sms);
  }
}
