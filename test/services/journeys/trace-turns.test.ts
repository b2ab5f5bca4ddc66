import { expect, test } from 'vitest';
import type { Fact } from '../../../src/journey/engine/facts.ts';
import { keepWhatMattered, traceTurns } from '../../../src/services/journeys/trace-turns.ts';
import type { RecordedTurn } from '../../../src/store/journeys/journey-reads.ts';

const turn = (version: number, ...facts: Fact[]): RecordedTurn => ({ version, facts });
const at = 0;
const started = turn(
  1,
  { kind: 'started', at, anchors: {} },
  { kind: 'stepEntered', at, step: 'a' },
  { kind: 'waitingBegan', at, step: 'a', awaiting: 'acceptance' },
  { kind: 'timerSet', at, timer: 'remind', dueAt: 40 },
  { kind: 'timerSet', at, timer: 'expiry', dueAt: 90 },
);
const opened = turn(2, { kind: 'pageOpened', at: 10, page: 'p' });
const reminded = turn(
  3,
  { kind: 'timerFired', at: 40, timer: 'remind', dueAt: 40 },
  { kind: 'reminded', at: 40, step: 'a', count: 1 },
);
const accepted = turn(
  4,
  { kind: 'answered', at: 50, step: 'a', answer: 'ja' },
  { kind: 'stepEntered', at: 50, step: 'b' },
  { kind: 'timerSet', at: 50, timer: 'moment', dueAt: 80 },
);
const asked = turn(
  5,
  { kind: 'timerFired', at: 80, timer: 'moment', dueAt: 80 },
  { kind: 'waitingBegan', at: 80, step: 'b', awaiting: 'answer' },
);
const replied = turn(6, { kind: 'replied', at: 85, answer: 'ja', reply: 'r' });
const all = [started, opened, reminded, accepted, asked, replied];

const versions = (version: number): number[] => traceTurns(all, version).map((found) => found.version);

test('the first message is there because the journey began', () => {
  expect(versions(1)).toEqual([1]);
});

test('a reminder is there because a timer was set at the start, not because a page was opened', () => {
  expect(versions(3)).toEqual([1, 3]);
});

test('a receipt is there because of the answer, the question, its moment, the yes before and the start', () => {
  expect(versions(6)).toEqual([1, 4, 5, 6]);
});

test('what fits nothing is led back to the last step that was entered', () => {
  const moved = turn(7, { kind: 'anchorMoved', at: 86, anchor: 'x', value: '2027-01-01' });
  expect(traceTurns([...all, moved], 7).map((found) => found.version)).toEqual([1, 4, 5, 7]);
});

test('going on again is led back to the pause', () => {
  const held = turn(7, { kind: 'held', at: 86, hold: 'paused' });
  const released = turn(8, { kind: 'released', at: 99 });
  expect(traceTurns([...all, held, released], 8).map((found) => found.version)).toEqual([1, 4, 5, 7, 8]);
});

test('a turn that does not exist has no reason', () => {
  expect(versions(99)).toEqual([]);
});

test('of each turn only what led on is kept, and of the last one the answer and the message', () => {
  const kept = keepWhatMattered(traceTurns(all, 6), { step: 'b', textKey: 'tak' });
  expect(kept.map(({ facts }) => facts.map(({ kind }) => kind))).toEqual([
    ['started', 'waitingBegan'],
    ['answered', 'timerSet'],
    ['timerFired', 'waitingBegan'],
    ['replied'],
  ]);
});
