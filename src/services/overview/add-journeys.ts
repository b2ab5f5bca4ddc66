// What running journeys will say. They are planned by kind: those that stand at the same place of the same version with the
// same days before them say the same, so the engine plans one and all of them are counted.
import type { MessageComposed } from '../../journey/engine/facts.ts';
import { foreseeOn } from '../../journey/engine/foresee-on.ts';
import type { State } from '../../journey/engine/state.ts';
import type { Flow } from '../../journey/flow/flow.ts';
import { tellsChange } from '../../journey/flow/tells-change.ts';
import { listSleepers, type Sleeper, type SleeperCursor } from '../../store/journeys/sleepers.ts';
import { breathe } from '../breathe.ts';
import { knownOf } from '../journeys/known.ts';
import { getFlow } from '../journeys/load-flow.ts';
import { getOrganisation } from '../organisation.ts';
import type { Runtime } from '../runtime.ts';
import { type Staff, sightOf } from '../staff/staff.ts';
import { addLines, addPhone, dayAt, isSms, type Sending, type Tally } from './sending.ts';

const PAGE = 250;
const PLANNED_AT_ONCE = 50;

type Member = { relativeId: string; numberId: string | undefined };
type Kind = { one: Sleeper; members: Member[] };

const WHO = ['relation', 'area', 'ageBand'] as const;

/** What the flow asks of the relative; all else of them does not change what is said. */
function asked(flow: Flow, sleeper: Sleeper): string[] {
  return WHO.filter((field) => flow.steps.some((step) => step.kind === 'branch' && step.on === field)).map(
    (field) => sleeper[field],
  );
}

/** Journeys with the same key say the same on the same days. */
function kindOf(flow: Flow, sleeper: Sleeper): string {
  const { timers, anchors, startedAt, step, awaiting, reminded, answers } = JSON.parse(
    sleeper.state,
  ) as State;
  const days = Object.entries(timers).map(([name, at]) => [name, dayAt(at)]);
  const dates = Object.entries(anchors).map(([name, value]) => [name, value.slice(0, 10)]);
  const { flowId, eventId, language, channel, shared, hours, takesSms, came } = sleeper;
  return JSON.stringify([
    [flowId, eventId, language, channel, shared, hours, takesSms, came, ...asked(flow, sleeper)],
    [step, awaiting, reminded, answers, days, dates, dayAt(startedAt)],
  ]);
}

const toSending = (flow: Flow, { flowId, eventId, eventTitle }: Sleeper, said: MessageComposed): Sending => ({
  at: said.dueAt,
  way: said.channel === 'sms' ? said.sender : said.channel,
  basis: 'foreseen',
  source: {
    kind: 'flow',
    id: flowId,
    title: flow.title,
    step: said.step,
    ...(eventId ? { event: { id: eventId, title: eventTitle ?? '' } } : {}),
  },
  free: said.answer || tellsChange(flow, said.step),
  answer: said.answer,
  ...(said.notAfter === undefined ? {} : { notAfter: said.notAfter }),
});

/** What one of a kind says before `until`; nothing to a number that takes no SMS. */
async function planOne(rt: Runtime, { one }: Kind, until: number): Promise<Sending[]> {
  const [journey, flow, organisation] = await Promise.all([
    rt.db.findJourney(one.journeyId),
    getFlow(rt, one.flowId),
    getOrganisation(rt),
  ]);
  if (journey?.circleState !== 'alive') return [];
  const known = knownOf(rt, organisation, journey);
  const said = foreseeOn(flow, journey.state, { known, now: rt.now(), until });
  return said.map((fact) => toSending(flow, one, fact)).filter(({ way }) => one.takesSms || !isSms(way));
}

async function readKinds(
  rt: Runtime,
  staff: Staff,
  { until, most }: { until: number; most: number },
): Promise<{ kinds: Kind[]; all: boolean; upTo: number }> {
  const kinds = new Map<string, Kind>();
  const seen = new Set<string>();
  let after: SleeperCursor | undefined = { dueAt: 0, line: 0 };
  let upTo = until;
  for (let read = 0; after; read += PAGE) {
    if (read >= most) return { kinds: [...kinds.values()], all: false, upTo };
    const page: Awaited<ReturnType<typeof listSleepers>> = await listSleepers(rt.db, sightOf(staff), {
      until,
      after,
      limit: PAGE,
    });
    for (const sleeper of page.sleepers) {
      if (seen.has(sleeper.journeyId)) continue;
      seen.add(sleeper.journeyId);
      const { relativeId, numberId } = sleeper;
      const key = kindOf(await getFlow(rt, sleeper.flowId), sleeper);
      const kind = kinds.get(key);
      if (kind) kind.members.push({ relativeId, numberId });
      else kinds.set(key, { one: sleeper, members: [{ relativeId, numberId }] });
    }
    after = page.next;
    upTo = after?.dueAt ?? until;
    await breathe();
  }
  return { kinds: [...kinds.values()], all: true, upTo: until };
}

function addKind(tally: Tally, { members }: Kind, sendings: readonly Sending[]): void {
  if (sendings.length === 0) return;
  addLines(tally, sendings, members.length);
  const sms = sendings.filter(({ way }) => isSms(way));
  for (const { numberId, relativeId } of members) addPhone(tally, numberId, relativeId, sms);
}

/** How far the plan of running journeys reaches; `unread`: one that was to stand for others cannot be read. */
export type Reach = { all: boolean; upTo: number; unread: boolean };

/**
 * Adds what running journeys will say before `until`, nobody answering. Reads at most `most` timers and lets the engine
 * plan at most `kinds` kinds, the largest first; tells up to which instant (UTC ms) everything is counted.
 */
export async function addJourneys(
  rt: Runtime,
  staff: Staff,
  tally: Tally,
  limits: { until: number; most: number; kinds: number },
): Promise<Reach> {
  const { kinds, all, upTo } = await readKinds(rt, staff, limits);
  kinds.sort((a, b) => b.members.length - a.members.length);
  const planned = kinds.slice(0, limits.kinds);
  let unread = false;
  for (let from = 0; from < planned.length; from += PLANNED_AT_ONCE) {
    const part = planned.slice(from, from + PLANNED_AT_ONCE);
    const plans = await Promise.all(
      part.map((kind) => planOne(rt, kind, limits.until).catch(() => undefined)),
    );
    for (const [n, kind] of part.entries()) addKind(tally, kind, plans[n] ?? []);
    unread ||= plans.includes(undefined);
    await breathe();
  }
  return { all: all && planned.length === kinds.length, upTo, unread };
}
