import type { Flow } from '../../journey/flow/flow.ts';
import { findFanOut } from '../../store/journeys/fan-outs.ts';
import type { Beginning } from '../../store/journeys/journeys.ts';
import { listOrderMembers, type OrderMember } from '../../store/journeys/many-orders.ts';
import { AppError, type ErrorCode } from '../app-error.ts';
import { breathe } from '../breathe.ts';
import { getOrganisation, type Organisation } from '../organisation.ts';
import { judgeOrder, type OrderPlan, type OrderTogether } from '../overview/judge-order.ts';
import type { Limited } from '../overview/keep-day-limit.ts';
import { openName } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff, sightOf } from '../staff/staff.ts';
import { type Dated, dateEvents } from './begin-events.ts';
import { findPast, type Warnings } from './enrol-relative.ts';
import { knownOf } from './known.ts';
import { getNewestFlow } from './load-flow.ts';
import { type PlannedPath, type Preview, planPaths } from './preview-journey.ts';
import { checkAnchors, checkMayBegin } from './start-journey.ts';

export type Named = { id: string; name: string };

/** What all of them would be sent when they answer so; every number is at most. */
export type Sum = {
  name: PlannedPath['name'];
  sms: number;
  segments: number;
  calls: number;
  letters: number;
};

/** What an order would do, before it is given. */
export type ManyPreview = {
  going: number;
  /** Who cannot begin, by why. */
  leftOut: { why: ErrorCode; people: Named[] }[];
  /** Circles "hver for sig" in which more than one would walk the flow. */
  apart: { code: string; people: Named[] }[];
  pinMissing: Named[];
  past: Warnings['past'];
  sums: Sum[];
  samples: (Named & { preview: Preview })[];
  /** What falls together on their phones at most; absent when it was not asked for. */
  together?: OrderTogether;
};

const SAMPLES = 5;
/** Somebody else may have their turn after so many plans. */
const PLANS_AT_ONCE = 10;

type Person = { member: OrderMember; beginning: Beginning; name: string };

/** Gives the draft of this member of staff. Throws `not-found`. */
export async function findDraft(rt: Runtime, staff: Staff, id: string) {
  requireRight(staff, 'care');
  const draft = await findFanOut(rt.db, id);
  if (draft?.createdBy !== staff.id) throw new AppError('not-found');
  return draft;
}

/** Why this one cannot begin; undefined when they can. */
function whyNot(flow: Flow, { member, beginning }: Person): ErrorCode | undefined {
  if (member.enrolled === 1) return 'already-enrolled';
  try {
    checkMayBegin(flow, beginning);
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return undefined;
}

const groupBy = <T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
};

const named = ({ member, name }: Person): Named => ({ id: member.id, name });

/** Those about whom the flow knows the same but how they are addressed. */
const kindOf = ({ beginning: b }: Person): string =>
  [b.language, b.channel, b.relation, b.area, b.ageBand, b.sharedPhone, b.hours?.from, b.hours?.to].join('|');

const longest = (people: readonly Person[]): Person | undefined =>
  [...people].sort((a, b) => b.beginning.tiltale.length - a.beginning.tiltale.length)[0];

function add(sums: Map<string, Sum>, paths: readonly PlannedPath[], count: number): void {
  for (const { name, messages } of paths) {
    const sum = sums.get(name) ?? { name, sms: 0, segments: 0, calls: 0, letters: 0 };
    for (const { channel, segments } of messages) {
      if (channel === 'ring') sum.calls += count;
      else if (channel === 'brev') sum.letters += count;
      else {
        sum.sms += count;
        sum.segments += count * segments;
      }
    }
    sums.set(name, sum);
  }
}

/** The answer that brings the most SMS: what falls together is shown at most, as the sums are. */
const mostOf = (paths: readonly Limited[][]): Limited[] =>
  paths.reduce((most, sms) => (sms.length > most.length ? sms : most), []);

/** Plans once for each kind of person, by the longest of their ways of being addressed. */
async function sumUp(
  rt: Runtime,
  organisation: Organisation,
  flow: Flow,
  { anchors, events }: Dated,
  going: readonly Person[],
) {
  const known = (beginning: Beginning) =>
    knownOf(rt, organisation, { ...beginning, ...(events ? { events } : {}) });
  const sums = new Map<string, Sum>();
  const plans: OrderPlan[] = [];
  const samples: ManyPreview['samples'] = [];
  let planned = 0;
  for (const people of groupBy(going, kindOf).values()) {
    const one = longest(people);
    if (!one) continue;
    const sms: Limited[][] = [];
    const paths = planPaths(rt, flow, known(one.beginning), anchors, (said) => {
      sms.push([...said]);
      return [];
    });
    plans.push({
      people: people.map(({ member, beginning }) => ({ id: member.id, numberId: beginning.numberId })),
      sms: mostOf(sms),
    });
    add(sums, paths, people.length);
    if (samples.length < SAMPLES) samples.push({ ...named(one), preview: { paths } });
    planned += 1;
    if (planned % PLANS_AT_ONCE === 0) await breathe();
  }
  for (const one of going) {
    if (samples.length >= SAMPLES) break;
    if (samples.some(({ id }) => id === one.member.id)) continue;
    const paths = planPaths(rt, flow, known(one.beginning), anchors);
    samples.push({ ...named(one), preview: { paths } });
  }
  return { sums: [...sums.values()], samples, plans };
}

function findApart(going: readonly Person[]): ManyPreview['apart'] {
  const apart = groupBy(
    going.filter(({ member }) => member.apart === 1),
    ({ member }) => member.circleId,
  );
  return [...apart.values()]
    .filter((people) => people.length > 1 || people.some(({ member }) => member.beside === 1))
    .map((people) => ({ code: people[0]?.member.circleCode ?? '', people: people.map(named) }));
}

/** What an order would do: who gets what and how much, who is left out and why, what to think of first, and what falls together
 * on their phones unless `looksAround` is false. Throws `not-found`, `flow-unknown` and what is wrong with the dates. */
export async function previewMany(
  rt: Runtime,
  staff: Staff,
  id: string,
  order: { flow: string; anchors: Record<string, string> },
  { looksAround = true }: { looksAround?: boolean } = {},
): Promise<ManyPreview> {
  await findDraft(rt, staff, id);
  const { flow } = await getNewestFlow(rt, order.flow);
  checkAnchors(flow, order.anchors);
  const dated = await dateEvents(rt, flow, order.anchors);
  const members = await listOrderMembers(rt.db, id, flow.name, sightOf(staff));
  const beginnings = await Promise.all(members.map((member) => rt.db.findBeginning(member.id)));
  const people = members.flatMap((member, i): Person[] => {
    const beginning = beginnings[i];
    return beginning ? [{ member, beginning, name: openName(rt, member.id, member.nameSealed) ?? '' }] : [];
  });
  const judged = people.map((person) => ({ person, why: whyNot(flow, person) }));
  const going = judged.filter(({ why }) => !why).map(({ person }) => person);
  const out = groupBy(
    judged.filter(({ why }) => why),
    ({ why }) => String(why),
  );
  const { plans, ...effect } = await sumUp(rt, await getOrganisation(rt), flow, dated, going);
  const asksPin = flow.steps.some((step) => 'access' in step && step.access === 'pin');
  return {
    going: going.length,
    leftOut: [...out.values()].flatMap((all) => {
      const why = all[0]?.why;
      return why ? [{ why, people: all.map(({ person }) => named(person)) }] : [];
    }),
    apart: findApart(going),
    pinMissing: going
      .filter(({ member, beginning }) => asksPin && beginning.channel === 'sms' && member.hasPin === 0)
      .map(named),
    past: findPast(flow, order.anchors, rt.now()),
    ...effect,
    ...(looksAround && going.length > 0 ? { together: await judgeOrder(rt, staff, flow, plans) } : {}),
  };
}
