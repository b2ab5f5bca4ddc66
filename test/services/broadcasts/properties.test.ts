// A group message under everything that can happen to it: two workers, crashes, pauses, STOP, quiet, merges, closed windows.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Gateway } from '../../../src/gateways/gateway.ts';
import { isOpen, STANDARD_WINDOW } from '../../../src/journey/time/window.ts';
import { composeBroadcasts } from '../../../src/services/broadcasts/compose-broadcasts.ts';
import { showBroadcast } from '../../../src/services/broadcasts/show-broadcast.ts';
import {
  cancelBroadcast,
  pauseBroadcast,
  resumeBroadcast,
} from '../../../src/services/broadcasts/steer-broadcast.ts';
import { mergeTwo, showMerge } from '../../../src/services/relatives/merge-relatives.ts';
import { quietRelative } from '../../../src/services/relatives/quiet-relative.ts';
import { receiveSms } from '../../../src/services/replies/receive-sms.ts';
import { dispatchSender } from '../../../src/services/sending/dispatch-sender.ts';
import { addCircles } from '../../../src/store/people/relatives.ts';
import { MONDAY, makeRuntime, recordingGateway, type TestRuntime } from '../../support/runtime.ts';
import { DAY, HOUR, type House, makeHouse, rows } from '../stand.ts';
import { coordinator, draft, makeGroup, order, phone } from './stand.ts';

const PEOPLE = 36;

type Act = 'pause' | 'resume' | 'cancel' | number;
type Step =
  | { do: 'compose'; by: 'a' | 'b' | 'both' }
  | { do: 'killed'; commits: number; when: 'before' | 'after' }
  | { do: 'dispatch'; after: number; act: Act | undefined }
  | { do: 'act'; act: Act }
  | { do: 'merge'; pair: number }
  | { do: 'quiet'; one: number }
  | { do: 'night' };

const act = fc.oneof(
  fc.constantFrom<Act>('pause', 'resume', 'resume', 'cancel'),
  fc.nat({ max: PEOPLE - 1 }),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('compose' as const),
    by: fc.constantFrom('a' as const, 'b' as const, 'both' as const),
  }),
  fc.record({
    do: fc.constant('killed' as const),
    commits: fc.nat({ max: 4 }),
    when: fc.constantFrom('before' as const, 'after' as const),
  }),
  fc.record({
    do: fc.constant('dispatch' as const),
    after: fc.nat({ max: PEOPLE }),
    act: fc.option(act, { nil: undefined }),
  }),
  fc.record({ do: fc.constant('act' as const), act }),
  fc.record({ do: fc.constant('quiet' as const), one: fc.nat({ max: PEOPLE - 1 }) }),
  fc.record({ do: fc.constant('merge' as const), pair: fc.nat({ max: PEOPLE / 2 - 1 }) }),
  fc.record({ do: fc.constant('night' as const) }),
);

type World = {
  a: House;
  b: TestRuntime;
  id: string;
  people: string[];
  /** References that left, and what may no more: null is everything. */
  left: string[];
  wrong: string[];
  /** What was under way when it was paused or taken back; undefined while it goes on. */
  resting: Set<string> | undefined;
  stopped: Map<string, Set<string>>;
  merged: Map<number, number>;
  killAt: { commits: number; when: 'before' | 'after' } | undefined;
  onPost: (() => Promise<void>) | undefined;
  cancelled: boolean;
  heard: number;
};

function gatewayOf(world: () => World): Gateway {
  const inner = recordingGateway([]);
  return {
    ...inner,
    async post(sms) {
      const { resting, stopped, left, wrong } = world();
      if (sms.reference.startsWith('b.')) {
        if (resting && !resting.has(sms.reference)) wrong.push(`at rest ${sms.reference}`);
        const open = stopped.get(sms.to);
        if (open && !open.has(sms.reference)) wrong.push(`stopped ${sms.reference}`);
        left.push(sms.reference);
      }
      await world().onPost?.();
      return inner.post(sms);
    },
  };
}

/** What has its intent already may still leave. */
const underWay = async (rt: House): Promise<Set<string>> =>
  new Set((await rows(rt, "SELECT id FROM messages WHERE status = 'sending'")).map(({ id }) => String(id)));

async function steer(world: World, what: Act): Promise<void> {
  const { a, id } = world;
  const tried = async (work: Promise<void>): Promise<boolean> =>
    work.then(
      () => true,
      () => false,
    );
  if (what === 'pause' && (await tried(pauseBroadcast(a, coordinator, id))))
    world.resting = await underWay(a);
  if (what === 'cancel' && (await tried(cancelBroadcast(a, coordinator, id)))) {
    world.resting = await underWay(a);
    world.cancelled = true;
  }
  if (what === 'resume') {
    const { resting } = world;
    if (!world.cancelled) world.resting = undefined;
    if (!(await tried(resumeBroadcast(a, coordinator, id)))) world.resting = resting;
  }
  if (typeof what === 'number') {
    world.heard += 1;
    await receiveSms(a, {
      providerId: `in-${world.heard}`,
      from: phone(what),
      to: '+4520009999',
      text: 'STOP',
    });
    world.stopped.set(phone(what), await underWay(a));
  }
}

const of = (world: World, n: number): number =>
  world.left.filter((reference) => reference.includes(world.people[n] ?? '?')).length;

async function merge(world: World, pair: number): Promise<void> {
  const { a, people, merged } = world;
  const [keep = '', other = ''] = people.slice(2 * pair, 2 * pair + 2);
  if (merged.has(pair)) return;
  merged.set(pair, of(world, 2 * pair) + of(world, 2 * pair + 1));
  const { seen } = await showMerge(a, coordinator, keep, other);
  await mergeTwo(a, coordinator, keep, other, { number: 'keep', seen });
}

async function night(world: World): Promise<void> {
  const { a, b, id, left } = world;
  const both = (ms: number): void => {
    for (const rt of [a, b]) rt.forward(ms);
  };
  const untilEvening = HOUR * 12;
  both(untilEvening);
  const before = [left.length, (await showBroadcast(a, coordinator, id)).progress.composed];
  await composeBroadcasts(a);
  await dispatchSender(a, 'number');
  expect([left.length, (await showBroadcast(a, coordinator, id)).progress.composed]).toEqual(before);
  both(DAY - untilEvening);
}

/** Who wants none from now on gets none but what is under way. */
async function quiet({ a, people, merged, stopped }: World, one: number): Promise<void> {
  if (merged.has(Math.floor(one / 2))) return;
  await quietRelative(a, coordinator, people[one] ?? '', a.now() + 999 * DAY);
  stopped.set(phone(one), await underWay(a));
}

async function play(world: World, now: Step): Promise<void> {
  const { a, b } = world;
  if (now.do === 'compose')
    await Promise.all([now.by !== 'b' && composeBroadcasts(a), now.by !== 'a' && composeBroadcasts(b)]);
  if (now.do === 'killed') {
    world.killAt = now;
    await composeBroadcasts(a).catch(() => undefined);
    world.killAt = undefined;
  }
  if (now.do === 'dispatch') {
    let posts = 0;
    const { act: what } = now;
    world.onPost = async () => {
      posts += 1;
      if (posts === now.after && what !== undefined) await steer(world, what);
    };
    await Promise.all([dispatchSender(a, 'number'), dispatchSender(b, 'number')]);
    world.onPost = undefined;
  }
  if (now.do === 'act') await steer(world, now.act);
  if (now.do === 'merge') await merge(world, now.pair);
  if (now.do === 'quiet') await quiet(world, now.one);
  if (now.do === 'night') await night(world);
}

async function holds(world: World): Promise<void> {
  const { a, id, wrong } = world;
  const { audience, composed, waiting, leftOut } = (await showBroadcast(a, coordinator, id)).progress;
  expect(composed + waiting + leftOut.reduce((sum, { count }) => sum + count, 0)).toBe(audience);
  const [{ filled = '' } = {}] = await rows(a, 'SELECT filled_to AS filled FROM broadcasts WHERE id = ?', [
    id,
  ]);
  expect(audience).toBe(filled === '~' ? PEOPLE - world.merged.size : 0);
  expect(wrong).toEqual([]);
  for (let pair = 0; pair < PEOPLE / 2; pair += 1) {
    const both = of(world, 2 * pair) + of(world, 2 * pair + 1);
    const before = world.merged.get(pair);
    expect(both).toBeLessThanOrEqual(before === undefined ? 2 : Math.max(1, before));
    expect(of(world, 2 * pair)).toBeLessThanOrEqual(1);
    expect(of(world, 2 * pair + 1)).toBeLessThanOrEqual(1);
  }
}

/** Goes on until it is over: then everyone who may get it has it once. */
async function finish(world: World): Promise<void> {
  const { a, id, people, merged, stopped } = world;
  await steer(world, 'resume');
  while (!isOpen(STANDARD_WINDOW, a.now())) a.forward(DAY);
  for (let n = 0; n < 4; n += 1) {
    await composeBroadcasts(a, id);
    await dispatchSender(a, 'number');
  }
  await holds(world);
  if (world.cancelled) return;
  const { status, progress } = await showBroadcast(a, coordinator, id);
  expect([status, progress.waiting]).toEqual(['done', 0]);
  people.forEach((_, n) => {
    if (!merged.has(Math.floor(n / 2)) && !stopped.has(phone(n))) expect(of(world, n)).toBe(1);
  });
}

async function begin(seed: number): Promise<{ world: World } & AsyncDisposable> {
  let world: World | undefined;
  const whole = (): World => {
    if (!world) throw new Error('not yet');
    return world;
  };
  const gateway = gatewayOf(whole);
  const a = await makeHouse({
    now: MONDAY,
    gateway,
    seed,
    around: (when) => {
      const killAt = world?.killAt;
      if (killAt && when === killAt.when && killAt.commits-- <= 0) throw new Error('killed');
    },
  });
  const b = await makeRuntime({ beside: a, gateway, owner: 'b', seed: seed + 1 });
  await Promise.all(
    Array.from({ length: PEOPLE / 2 }, (_, n) =>
      a.db.lane.put(addCircles, {
        ...{ id: `pair-${n}`, code: `P${n}`, unitId: 'unit-1', state: 'alive', apart: 0, createdAt: a.now() },
      }),
    ),
  );
  const { groupId, people } = await makeGroup(a, PEOPLE, (n) => ({ circle: `pair-${Math.floor(n / 2)}` }));
  const id = await draft(a, groupId);
  await order(a, id);
  world = {
    ...{ a, b, id, people, left: [], wrong: [], resting: undefined, stopped: new Map(), merged: new Map() },
    ...{ killAt: undefined, onPost: undefined, cancelled: false, heard: 0 },
  };
  return {
    world,
    async [Symbol.asyncDispose]() {
      await b[Symbol.asyncDispose]();
      await a[Symbol.asyncDispose]();
    },
  };
}

test('nobody gets it twice, nothing leaves after a stop, and the sum is the audience, whatever happens when', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.array(step, { minLength: 3, maxLength: 14 }), async (seed, steps) => {
      await using begun = await begin(seed);
      for (const one of steps) {
        await play(begun.world, one);
        await holds(begun.world);
      }
      await finish(begun.world);
    }),
    { numRuns: 10, endOnFailure: true },
  );
}, 120_000);
