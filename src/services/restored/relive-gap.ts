// The gap is lived once more in its own time, and nothing is sent in it: SMS from phones are handled at the moment they came,
// timers fire at theirs when the provider's list shows that what they send did leave, and what left is recognised.
import { findReplyId, listNewBefore, listTimersAfter } from '../../store/copies/relived.ts';
import type { DueTimer } from '../../store/journeys/timers.ts';
import { carryOutAll } from '../journeys/fan-out.ts';
import { takeTurns } from '../journeys/take-turn.ts';
import { handleInbound } from '../replies/handle-inbound.ts';
import { receiveSms } from '../replies/receive-sms.ts';
import { mayPass } from '../report-broken.ts';
import type { Runtime } from '../runtime.ts';
import { recordStatus } from '../sending/record-status.ts';
import { type Foreseen, foreseeTurn } from './foresee-turn.ts';
import { CLOCKS_DIFFER_MS, type Gap, type Heard, type Left, markOf } from './read-gap.ts';
import { recogniseLeft } from './recognise-left.ts';

/** A timer that was due in the gap and whose SMS the provider never took: it fires when the house goes on, by the late rules. */
export type SetAside = { timer: DueTimer; relativeId: string; senders: string[] };

export type Relived = { heard: number; recognised: number; strange: Left[]; aside: SetAside[] };

type Reliving = {
  /** The house as it was: its clock stands in the gap, its bell is silent. */
  rt: Runtime;
  gap: Gap;
  /** What left and was not recognised yet, by number; `tried` were looked for once. */
  open: Map<string, Left[]>;
  tried: Set<string>;
  heard: number;
  recognised: number;
  aside: SetAside[];
  moveTo(instant: number): void;
};

const PAGE = 200;

function begin(rt: Runtime, gap: Gap): Reliving {
  let now = gap.from;
  const bell = { ...rt.bell, ring: () => undefined };
  return {
    rt: { ...rt, now: () => now, bell },
    gap,
    open: Map.groupBy(gap.left, ({ numberId }) => numberId),
    tried: new Set(),
    heard: 0,
    recognised: 0,
    aside: [],
    moveTo(instant) {
      now = Math.max(now, instant);
    },
  };
}

/** Looks again for everything to a number that has been looked for in vain: what was just handled may have composed it. */
async function lookAgain(past: Reliving, numberId: string): Promise<void> {
  const rest: Left[] = [];
  for (const left of past.open.get(numberId) ?? []) {
    if (past.tried.has(left.providerId) && (await recogniseLeft(past.rt, left))) past.recognised += 1;
    else rest.push(left);
  }
  past.open.set(numberId, rest);
}

async function look(past: Reliving, left: Left): Promise<void> {
  past.moveTo(left.at);
  past.tried.add(left.providerId);
  await lookAgain(past, left.numberId);
}

async function hear(past: Reliving, sms: Heard): Promise<void> {
  past.moveTo(sms.at);
  const { providerId, from, to, text } = sms;
  if (!(await findReplyId(past.rt.db, providerId))) {
    await receiveSms(past.rt, { providerId, from, to, text });
    past.heard += 1;
  }
  const reply = await findReplyId(past.rt.db, providerId);
  if (reply) await handleInbound(past.rt, reply);
  await lookAgain(past, sms.numberId);
}

/** The window, the pace and retries apart, an SMS leaves sooner than this after it is due. */
const PROMPT_MS = 60 * 60_000;

/** Whether an SMS on the list may be one with this text, due then; without its own text only if it left promptly. */
const mayBe = (left: Left, text: string, dueAt: number): boolean =>
  left.text === '' ? left.at <= dueAt + PROMPT_MS : left.text === markOf(text);

/** When each of these SMS to one number left, since the moment that is lived; none is found twice. */
function findLeft(past: Reliving, { numberId, sms }: Foreseen): { dueAt: number; at: number | undefined }[] {
  const since = past.rt.now() - CLOCKS_DIFFER_MS;
  const open = (past.open.get(numberId) ?? []).filter(({ at }) => at >= since);
  return sms.map(({ text, dueAt }) => {
    const place = open.findIndex((left) => mayBe(left, text, dueAt));
    const [found] = place < 0 ? [] : open.splice(place, 1);
    return { dueAt, at: found?.at };
  });
}

type Fired = { timer: DueTimer; at: number; numberId?: string };

/** One way a timer may have fired: how many of its SMS are not on the list, and how long after their due moment the others left, ms. */
type Tried = Foreseen & { at: number; missing: number; lag: number; left: number[] };

/** What the timer would send by the end of the gap, were it to fire at an instant, held against the list. */
async function tryAt(past: Reliving, timer: DueTimer, at: number): Promise<Tried | undefined> {
  const foreseen = await foreseeTurn(past.rt, timer, at);
  if (!foreseen) return undefined;
  const sms = foreseen.sms.filter(({ dueAt }) => dueAt <= past.gap.until);
  const found = findLeft(past, { ...foreseen, sms });
  const left = found.flatMap((one) => one.at ?? []);
  const lags = found.map((one) => (one.at ?? one.dueAt) - one.dueAt);
  return { ...foreseen, sms, at, missing: sms.length - left.length, lag: Math.max(0, ...lags), left };
}

/** A heartbeat finds a timer so long after its instant at most; to the late rules a moment is late. */
const BEAT_MS = 1_000;
/**
 * When a timer fired in the gap. One that sends nothing by its end fired at its instant; one that sends did so if its SMS
 * is on the list, at the moment that explains it best. Undefined, and set aside, when nothing of it is.
 */
async function findFired(past: Reliving, timer: DueTimer): Promise<Fired | undefined> {
  const now = past.rt.now();
  const tried = await tryAt(past, timer, now);
  if (!tried) return { timer, at: now };
  let best = tried;
  for (const at of [now + BEAT_MS, ...tried.left]) {
    if (best.missing === 0 && best.lag <= PROMPT_MS) break;
    const other = at > now ? await tryAt(past, timer, at) : undefined;
    if (!other || other.left.length === 0) continue;
    if (other.missing < best.missing || (other.missing === best.missing && other.lag < best.lag))
      best = other;
  }
  const { relativeId, numberId, sms } = best;
  if (sms.length === 0 || best.left.length > 0) return { timer, at: best.at, numberId };
  past.aside.push({ timer, relativeId, senders: sms.map(({ sender }) => sender) });
  return undefined;
}

/** One that cannot be foreseen is left to the house that goes on, which tells a person what it cannot do. */
async function didFire(past: Reliving, timer: DueTimer): Promise<Fired[]> {
  try {
    const fired = await findFired(past, timer);
    return fired ? [fired] : [];
  } catch (error) {
    if (mayPass(error)) throw error;
    return [];
  }
}

/** Fires timers of one instant, each of another journey. */
async function fireSome(past: Reliving, due: readonly DueTimer[]): Promise<void> {
  const fired: Fired[] = [];
  for (const timer of due) fired.push(...(await didFire(past, timer)));
  const turns = await takeTurns(
    past.rt,
    fired.map(({ timer: { journeyId, name, dueAt }, at }) => ({
      journeyId,
      input: { kind: 'timerFired', at, timer: name, dueAt },
      beside: {},
    })),
  );
  for (const turn of turns) if ('failed' in turn && mayPass(turn.failed)) throw turn.failed;
  for (const numberId of new Set(fired.flatMap((one) => one.numberId ?? []))) await lookAgain(past, numberId);
}

async function fire(past: Reliving, due: readonly DueTimer[]): Promise<void> {
  past.moveTo(due[0]?.dueAt ?? 0);
  for (let rest = due; rest.length > 0; ) {
    const first = new Map<string, DueTimer>();
    for (const timer of rest) if (!first.has(timer.journeyId)) first.set(timer.journeyId, timer);
    const now = [...first.values()];
    await fireSome(past, now);
    rest = rest.filter((timer) => !now.includes(timer));
  }
}

/**
 * Lives the gap again, in order. `mayGoOn` is asked before each step; undefined when it said no, and then everything may
 * begin again from the start: what was done is not done twice.
 */
export async function reliveGap(
  rt: Runtime,
  gap: Gap,
  mayGoOn: () => Promise<boolean>,
): Promise<Relived | undefined> {
  const past = begin(rt, gap);
  for (const reply of await listNewBefore(rt.db, gap.from))
    if (await mayGoOn()) await handleInbound(past.rt, reply);
  await carryOutAll(past.rt, mayGoOn);
  const place = { look: 0, hear: 0 };
  let last: DueTimer | undefined;
  while (await mayGoOn()) {
    const due = await listTimersAfter(rt.db, last, gap.until, PAGE);
    const [left, sms] = [gap.left[place.look], gap.heard[place.hear]];
    const what = earliest({ fire: due[0]?.dueAt, look: left?.at, hear: sms?.at });
    if (!what) return end(past);
    if (what === 'fire') await fire(past, due);
    else place[what] += 1;
    if (what === 'fire') last = due.at(-1);
    if (what === 'look' && left) await look(past, left);
    if (what === 'hear' && sms) await hear(past, sms);
  }
  return undefined;
}

type Next = { fire: number | undefined; look: number | undefined; hear: number | undefined };

/** At one instant timers come first, then what left, then what came in. */
function earliest(next: Next): keyof Next | undefined {
  const kinds = ['fire', 'look', 'hear'] as const;
  return kinds.reduce<keyof Next | undefined>((best, kind) => {
    const [at, than] = [next[kind], best && next[best]];
    return at !== undefined && (than === undefined || at < than) ? kind : best;
  }, undefined);
}

async function end(past: Reliving): Promise<Relived> {
  past.moveTo(past.gap.until);
  for (const numberId of past.open.keys()) await lookAgain(past, numberId);
  for (const report of past.gap.reports) await recordStatus(past.rt, report, 'found');
  const strange = [...past.open.values()].flat();
  return { heard: past.heard, recognised: past.recognised, strange, aside: past.aside };
}
