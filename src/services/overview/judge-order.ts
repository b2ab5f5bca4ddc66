// What an order for many would bring together on their phones, beside all that goes there anyway.
import { nextDayStart } from '../../journey/time/open-days.ts';
import { DAY_MS } from '../../journey/time/zone.ts';
import { getOrganisation } from '../organisation.ts';
import type { Runtime } from '../runtime.ts';
import type { Staff } from '../staff/staff.ts';
import { judgePhones } from './judge-phones.ts';
import type { Limited } from './keep-day-limit.ts';
import { BOUNDS, gatherSendings } from './plan-sendings.ts';
import { addPhone, dayAt, newTally, type Sending } from './sending.ts';
import { type CrowdedRelative, nameCrowded } from './show-calendar.ts';

/** The SMS that each of these would be sent. */
export type OrderPlan = {
  people: readonly { id: string; numberId: string | undefined }[];
  sms: readonly Limited[];
};

/** On whose phones much falls together, the soonest first. */
export type OrderTogether = {
  crowded: CrowdedRelative[];
  /** How many more phones on a day than are named. */
  more: number;
  /** How many SMS wait for another day by the limit. */
  putOff: number;
  limit: number | null;
  /** Not everything that goes to them was looked at: there is too much of it, or it is further away than is looked. */
  isPart: boolean;
};

const MOST_NAMED = 20;
const LOOKS_AHEAD_MS = 42 * DAY_MS;

/** Judges the days on which the order itself says something, for those it is for. Changes nothing. */
export async function judgeOrder(
  rt: Runtime,
  staff: Staff,
  flow: { name: string; title: string },
  plans: readonly OrderPlan[],
): Promise<OrderTogether> {
  const moments = plans.flatMap(({ sms }) => sms.map(({ at }) => at));
  const last = moments.reduce((late, at) => Math.max(late, at), rt.now());
  const until = Math.min(nextDayStart(last), nextDayStart(rt.now() + LOOKS_AHEAD_MS));
  const { tally: all, ...gathered } = await gatherSendings(rt, staff, until, BOUNDS);
  const source = { kind: 'flow', id: flow.name, title: flow.title } as const;
  const ours = newTally();
  for (const { people, sms } of plans) {
    const sendings = sms
      .filter(({ at }) => at < until)
      .map((one): Sending => ({ ...one, way: 'number', basis: 'foreseen', source }));
    for (const { id, numberId } of people) addPhone(ours, numberId, id, sendings);
  }
  for (const [numberId, phone] of ours.phones)
    phone.lists.unshift(...(all.phones.get(numberId)?.lists ?? []));
  const days = new Set(moments.map(dayAt));
  const together = [...(await judgePhones(rt, ours))]
    .filter(([day]) => days.has(day))
    .sort(([a], [b]) => a - b);
  const sum = (of: (one: { phones: number; putOff: number }) => number): number =>
    together.reduce((total, [, one]) => total + of(one), 0);
  const worst = together.flatMap(([, one]) => one.worst).slice(0, MOST_NAMED);
  const crowded = await nameCrowded(rt, staff, worst);
  const { dayLimit: limit } = await getOrganisation(rt);
  return {
    crowded,
    more: sum(({ phones }) => phones) - crowded.length,
    putOff: sum(({ putOff }) => putOff),
    limit,
    isPart: !gathered.isAll || last >= until,
  };
}
