// The promises (design.md § 4), held against what the provider took, what was committed in which order, and the run without faults.
import { isOpen, STANDARD_WINDOW } from '../../src/journey/time/window.ts';
import type { Baseline } from './baseline.ts';
import { type Acceptance, type Message, plain, type Record } from './record.ts';
import type { World } from './world.ts';

/** What a run has come to; every list but `toldToPerson` must be empty. */
export type Findings = {
  accepted: number;
  /** Messages that did not certainly arrive, and a person was told. */
  toldToPerson: string[];
  lost: string[];
  twice: string[];
  afterStop: string[];
  atNight: string[];
  /** Where a relative stands or what the phone got is not as in the run without faults. */
  different: string[];
  mistakes: string[];
};

type Seen = { world: World; record: Record; baseline: Baseline };

const LEFT = new Set(['sent', 'delivered', 'undelivered']);
const REST = new Set([...LEFT, 'failed', 'cancelled', 'expired', 'held', 'todo', 'done']);
const ANSWER_WITHIN_MS = 10 * 60_000;
/** From the claim to the provider's clock: a post may take its whole time. */
const UNDER_WAY_MS = 60_000;
/** What the house may still say after a STOP: the receipt, and answers to what was written since. */
const AFTER_STOP = new Set(['stop', 'start-ask', 'start-done', 'help', 'wrong-number', 'distress']);

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

const told = (m: Message): string => `${m.phone} ${m.key} (${m.status}${m.reason ? ` ${m.reason}` : ''})`;

const isInDoubt = (m: Message): boolean => m.status === 'failed' || m.status === 'expired';

const isTold = (m: Message, { alerts }: Record): boolean => alerts.has(`delivery.${m.id}`);

function findLost({ world, record }: Seen): string[] {
  const took = new Set(world.accepted.map(({ ref }) => ref));
  const messages = [...record.messages.values()].flatMap((m) => {
    if (!REST.has(m.status)) return [`${told(m)} is left under way`];
    if (LEFT.has(m.status) && !took.has(m.id)) return [`${told(m)} never reached the provider`];
    if (isInDoubt(m) && !isTold(m, record)) return [`nobody was told of ${told(m)}`];
    return [];
  });
  const replies = record.replies.filter(({ status }) => status === 'new');
  const alerts = [...world.mustBeTold].filter((id) => ![...record.alerts].some((one) => one.startsWith(id)));
  return [
    ...messages,
    ...replies.map(({ phone }) => `a reply from ${phone} was never handled`),
    ...alerts.map((id) => `nobody was told of ${id}`),
  ];
}

function findTwice({ accepted }: World): string[] {
  const byRef = Map.groupBy(accepted, ({ ref }) => ref);
  return [...byRef.values()].flatMap((all) => {
    const [one] = all;
    return one && all.length > 1 ? [`${one.to} got "${short(one.text)}" ${all.length} times`] : [];
  });
}

/** No intent is committed after the opt-out was, in the order of commits; and nothing reaches the provider without one. */
function findAfterStop({ world, record }: Seen): string[] {
  const closed = new Set<string>();
  const intended = new Set<string>();
  const broken: string[] = [];
  for (const { what, id } of record.seen) {
    const m = record.messages.get(id);
    if (what === 'stopped' || what === 'heard stop') closed.add(record.phones.get(id) ?? '');
    else if (what === 'sending' && m) {
      intended.add(id);
      if (closed.has(m.phone) && !AFTER_STOP.has(m.key)) broken.push(told(m));
    }
  }
  const receipts = Map.groupBy(
    world.accepted.filter(({ ref }) => record.messages.get(ref)?.key === 'stop'),
    ({ to }) => to,
  );
  return [
    ...broken,
    ...world.accepted
      .filter(({ ref }) => !intended.has(ref))
      .map(({ to }) => `${to} got what was never meant`),
    ...[...world.stopped].flatMap((phone) => {
      const count = receipts.get(phone)?.length ?? 0;
      const m = [...record.messages.values()].find((one) => one.phone === phone && one.key === 'stop');
      const wasToldOf = m !== undefined && isInDoubt(m) && isTold(m, record);
      return count === 1 || wasToldOf ? [] : [`${phone} got ${count} receipts of its STOP`];
    }),
  ];
}

function findAtNight({ world, record }: Seen): string[] {
  const isAnswer = ({ ref, to, at }: Acceptance): boolean =>
    record.messages.get(ref)?.lane === 0 &&
    record.replies.some(
      ({ phone, receivedAt }) =>
        phone === to && receivedAt <= at && receivedAt > at - ANSWER_WITHIN_MS - UNDER_WAY_MS,
    );
  return world.accepted
    .filter((one) => !isOpen(STANDARD_WINDOW, one.at) && !isAnswer(one))
    .map(({ to, text, at }) => `${to} got "${short(text)}" at ${new Date(at).toISOString()}`);
}

const textsOf = (accepted: readonly Acceptance[]): Map<string, string[]> =>
  new Map(
    [...Map.groupBy(accepted, ({ to }) => to)].map(([to, all]) => [to, all.map(({ text }) => text).sort()]),
  );

/** What is in `all` and not in `some`, each as often as it is more. */
function without(all: readonly string[], some: readonly string[]): string[] {
  const left = [...some];
  return all.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/**
 * Where each relative stands and what the phone got. Of one who wrote STOP the moment decides what had left before: no text
 * that was not meant, and the journey is over.
 */
function findDifferent({ world, record, baseline }: Seen): string[] {
  const [got, meant] = [textsOf(world.accepted), textsOf(baseline.accepted)];
  return world.relatives.flatMap(({ phone }) => {
    if (world.apart.has(phone)) return [];
    const [mine, theirs] = [got.get(phone) ?? [], meant.get(phone) ?? []];
    const more = without(mine, theirs);
    if (world.stopped.has(phone)) {
      const runs = record.journeys.has(phone) && !record.ended.has(phone);
      const strange = more.filter((text) => !text.startsWith('Du får ikke flere'));
      return [
        ...(runs ? [`${phone} wrote STOP and goes on`] : []),
        ...strange.map((text) => `${phone} got "${short(text)}"`),
      ];
    }
    const doubtful = [...record.messages.values()]
      .filter((m) => m.phone === phone && isInDoubt(m) && isTold(m, record))
      .map(({ text }) => plain(text));
    const missing = without(without(theirs, mine), doubtful);
    const [stands, stood] = [record.journeys.get(phone), baseline.record.journeys.get(phone)];
    return [
      ...more.map((text) => `${phone} got "${short(text)}"`),
      ...missing.map((text) => `${phone} did not get "${short(text)}"`),
      ...(stands === stood ? [] : [`${phone} stands at ${stands}, not at ${stood}`]),
    ];
  });
}

/** Everything the run has to answer for. */
export function check(world: World, record: Record, baseline: Baseline): Findings {
  const seen = { world, record, baseline };
  return {
    accepted: world.accepted.length,
    toldToPerson: [...record.messages.values()].filter((m) => isInDoubt(m) && isTold(m, record)).map(told),
    lost: findLost(seen),
    twice: findTwice(world),
    afterStop: findAfterStop(seen),
    atNight: findAtNight(seen),
    different: findDifferent(seen),
    mistakes: world.mistakes,
  };
}

/** Every promise that was broken, a sentence each. */
export const breaches = ({ lost, twice, afterStop, atNight, different, mistakes }: Findings): string[] =>
  Object.entries({ lost, twice, afterStop, atNight, different, mistakes }).flatMap(([name, all]) =>
    all.map((one) => `${name}: ${one}`),
  );
