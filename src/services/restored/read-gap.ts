// What the gateway knows of the time between a backup and its return: what came in, and what left that no message here carries.
import type { DeliveryStatus, ListedSms } from '../../gateways/gateway.ts';
import { LINK } from '../../journey/text/segments.ts';
import { numberId } from '../../store/numbers.ts';
import { listCarried } from '../../store/relived.ts';
import { type Keys, tokenHash } from '../../store/seal.ts';
import { toE164 } from '../phone-number.ts';
import type { Incoming } from '../receive-sms.ts';
import type { Runtime } from '../runtime.ts';

/** The provider's clock may differ from ours by so much. */
export const CLOCKS_DIFFER_MS = 2 * 60_000;

/** An SMS from a phone, with when the provider took it, UTC ms. */
export type Heard = Incoming & { at: number; numberId: string };

/** An SMS that left: `text` is its mark (empty where the provider deleted the text), `link` the hash of the token it carried. */
export type Left = {
  providerId: string;
  at: number;
  numberId: string;
  text: string;
  link?: string;
  status?: DeliveryStatus;
};

/** From the moment of the backup until now, UTC ms; both lists oldest first. */
export type Gap = { from: number; until: number; heard: Heard[]; left: Left[] };

const ADDRESS = /https?:\/\/[^\s/]+\/i\/([\w-]{22})/;

/** The mark of a text, the same whatever token its link carries: many are kept at once, and no words of theirs. */
export const markOf = (text: string): string =>
  tokenHash(text.replace(ADDRESS, LINK).replace(/\r\n?/g, '\n').normalize('NFC').trim());

const numberIdOf = (keys: Keys, number: string): string => numberId(keys, toE164(number) ?? number);

function toLeft(keys: Keys, sms: ListedSms & { direction: 'out' }): Left {
  const { providerId, at, to, text, status } = sms;
  const token = ADDRESS.exec(text)?.[1];
  return {
    providerId,
    at,
    numberId: numberIdOf(keys, to),
    text: text.trim() === '' ? '' : markOf(text),
    ...(token ? { link: tokenHash(token) } : {}),
    ...(status ? { status } : {}),
  };
}

function toHeard(keys: Keys, { providerId, at, from, to, text }: ListedSms): Heard {
  return { providerId, at, from, to, text, numberId: numberIdOf(keys, from) };
}

const byTime = (a: { at: number }, b: { at: number }): number => a.at - b.at;
const PAGE = 500;

async function withoutCarried(rt: Runtime, left: readonly Left[]): Promise<Left[]> {
  const strange: Left[] = [];
  for (let from = 0; from < left.length; from += PAGE) {
    const page = left.slice(from, from + PAGE);
    const carried = await listCarried(
      rt.db,
      page.map(({ providerId }) => providerId),
    );
    strange.push(...page.filter(({ providerId }) => !carried.has(providerId)));
  }
  return strange;
}

/** Asks the gateway for everything since the backup; undefined when it does not answer. */
export async function readGap(rt: Runtime, takenAt: number): Promise<Gap | undefined> {
  const { keys } = rt.db;
  const heard = new Map<string, Heard>();
  const left = new Map<string, Left>();
  const whole = await rt.gateway.list(takenAt - CLOCKS_DIFFER_MS, (page) => {
    for (const sms of page) {
      if (sms.direction === 'in') heard.set(sms.providerId, toHeard(keys, sms));
      else left.set(sms.providerId, toLeft(keys, sms));
    }
  });
  if (!whole) return undefined;
  const strange = (await withoutCarried(rt, [...left.values()])).sort(byTime);
  const came = [...heard.values()].sort(byTime);
  const last = Math.max(strange.at(-1)?.at ?? 0, came.at(-1)?.at ?? 0);
  return { from: takenAt, until: Math.max(rt.now(), last), heard: came, left: strange };
}
