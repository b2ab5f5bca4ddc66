// What the gateway knows of the time between a backup and its return: what came in, and what left that no message here carries.
import type { DeliveryStatus, ListedSms, StatusReport } from '../../gateways/gateway.ts';
import { LINK } from '../../journey/text/segments.ts';
import { listCarriers } from '../../store/copies/relived.ts';
import { numberId } from '../../store/people/numbers.ts';
import { type Keys, tokenHash } from '../../store/seal.ts';
import { toE164 } from '../phone-number.ts';
import type { Incoming } from '../replies/receive-sms.ts';
import type { Runtime } from '../runtime.ts';
import { learnSenderNames } from './sender-names.ts';

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

/** From the moment of the backup until now, UTC ms; what came and what left oldest first, and what became of messages that are known to have left. */
export type Gap = { from: number; until: number; heard: Heard[]; left: Left[]; reports: StatusReport[] };

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

type Carriers = Awaited<ReturnType<typeof listCarriers>>;

/** The messages of this database that the listed ones are known to be. */
async function findCarriers(rt: Runtime, listed: readonly Left[]): Promise<Carriers> {
  const found: Carriers = new Map();
  for (let from = 0; from < listed.length; from += PAGE) {
    const page = listed.slice(from, from + PAGE).map(({ providerId }) => providerId);
    for (const [id, carrier] of await listCarriers(rt.db, page)) found.set(id, carrier);
  }
  return found;
}

/** What no message here carries is strange, unless somebody else on the account sent it; of the rest it is told what has become of it. */
function part(
  listed: readonly Left[],
  carriers: Carriers,
  isOurs: (left: Left) => boolean,
): Pick<Gap, 'left' | 'reports'> {
  const left: Left[] = [];
  const reports: StatusReport[] = [];
  for (const one of listed) {
    const { providerId, status } = one;
    const carrier = carriers.get(providerId);
    if (!carrier && isOurs(one)) left.push(one);
    if (carrier && status && status !== carrier.status)
      reports.push({ reference: carrier.id, providerId, status });
  }
  return { left, reports };
}

/** Asks the gateway for everything since the backup, and for what was on its way then; undefined when it does not answer. */
export async function readGap(rt: Runtime, takenAt: number): Promise<Gap | undefined> {
  const { keys } = rt.db;
  const heard = new Map<string, Heard>();
  const listed = new Map<string, Left>();
  const names = await learnSenderNames(rt);
  const since = takenAt - rt.config.validityMinutes * 60_000 - CLOCKS_DIFFER_MS;
  const whole = await rt.gateway.list(since, (page) => {
    for (const sms of page) {
      if (sms.direction === 'in') heard.set(sms.providerId, toHeard(keys, sms));
      else listed.set(sms.providerId, toLeft(keys, sms));
      if (sms.direction === 'out') names.hear(sms);
    }
  });
  if (!whole) return undefined;
  const all = [...listed.values()].sort(byTime);
  const carriers = await findCarriers(rt, all);
  const isOurs = names.judge(new Set(carriers.keys()));
  const { left, reports } = part(all, carriers, ({ providerId }) => isOurs(providerId));
  const came = [...heard.values()].sort(byTime);
  const last = Math.max(left.at(-1)?.at ?? 0, came.at(-1)?.at ?? 0);
  return { from: takenAt, until: Math.max(rt.now(), last), heard: came, left, reports };
}
