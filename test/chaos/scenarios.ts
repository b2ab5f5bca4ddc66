// The fault matrix: a row is a scenario, and says what goes wrong at which moment of the script.
import {
  afterEachOther,
  block,
  closeGateway,
  fillDisk,
  flushRedis,
  freeze,
  gateway,
  killDatabase,
  killRedis,
  killSender,
  killWebs,
  killWorkers,
  lateCallbacks,
  loseAnswersOffTime,
  openGateway,
  poison,
  redisAway,
  stepClocks,
  stopDatabase,
  stops,
  together,
  unheard,
} from './faults.ts';
import type { Scenario } from './play.ts';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
/**
 * Beyond the lease of 5 s, which is BullMQ's lock too, beyond the heartbeat's of 10 s, and until what was under way has been
 * asked for twice and sent once more.
 */
const BEYOND = 17 * SECOND;

/** A pace at which messages that were claimed wait a while for their turn. */
const PACED = { SMS_SEGMENTS_PER_SECOND: '25' };

/** Every row but the full disk, which needs a disk of its own. */
export const scenarios: readonly Scenario[] = [
  { name: 'no fault', at: {} },
  {
    name: 'kill -9 a worker, fifty times',
    at: {
      enrol: unheard(killWorkers(12)),
      morning: killWorkers(8),
      question: unheard(killWorkers(14)),
      reminder: killWorkers(6),
      silence: killWorkers(4),
      farewell: killWorkers(6),
    },
  },
  {
    name: 'kill -9 the sender and who serves',
    settings: PACED,
    at: {
      enrol: together(killSender, killWebs),
      question: together(killSender, killWebs),
      farewell: killSender,
    },
  },
  {
    name: 'Redis killed, back without data',
    at: { enrol: killRedis, question: killRedis, farewell: killRedis },
  },
  { name: 'FLUSHALL in the middle', at: { enrol: flushRedis, question: flushRedis, farewell: flushRedis } },
  { name: 'Redis away over due times', at: { question: redisAway(60 * SECOND) } },
  {
    name: 'sqld killed and restarted',
    at: { enrol: killDatabase, question: afterEachOther(killDatabase, killDatabase), farewell: killDatabase },
  },
  { name: 'sqld stopped', at: { question: stopDatabase(30 * SECOND) } },
  {
    name: 'a worker frozen beyond its lease',
    settings: PACED,
    at: {
      enrol: freeze('sender:number', BEYOND),
      question: unheard(freeze('sender:number', BEYOND)),
      reminder: freeze('heartbeat', BEYOND),
      farewell: freeze('sender:number', BEYOND),
    },
  },
  {
    name: 'event loop blocked beyond the lock',
    settings: PACED,
    at: {
      enrol: block('sender:number', BEYOND),
      question: unheard(block('sender:number', BEYOND)),
      farewell: block('heartbeat', BEYOND),
    },
  },
  {
    name: 'gateway accepts and drops',
    at: {
      enrol: gateway('accept-then-drop', 0.4, 5 * SECOND),
      question: unheard(gateway('accept-then-drop', 1, 5 * SECOND)),
      farewell: unheard(gateway('accept-then-drop', 0.5, 5 * SECOND)),
    },
  },
  {
    name: 'gateway accepts and answers 500',
    at: {
      enrol: gateway('accept-then-500', 0.4, 5 * SECOND),
      question: unheard(gateway('accept-then-500', 1, 5 * SECOND)),
      farewell: unheard(gateway('accept-then-500', 0.5, 5 * SECOND)),
    },
  },
  {
    name: 'gateway hangs',
    at: {
      enrol: unheard(gateway('accept-then-hang', 0.2, 5 * SECOND)),
      question: gateway('hang', 0.3, 5 * SECOND),
      farewell: gateway('drop', 0.5, 5 * SECOND),
    },
  },
  { name: 'gateway answers 429 for a minute', at: { question: gateway(429, 1, 60 * SECOND) } },
  { name: 'gateway down into the night', at: { enrol: closeGateway, evening: openGateway } },
  {
    name: 'callbacks doubled, late, reordered',
    at: { enrol: lateCallbacks, morning: lateCallbacks, question: lateCallbacks, farewell: lateCallbacks },
  },
  {
    name: 'STOP at every stage',
    at: {
      enrol: stops(14),
      evening: stops(6),
      morning: stops(10),
      question: stops(14),
      sunday: stops(6),
      reminder: stops(8),
      silence: stops(6),
      farewell: stops(10),
    },
  },
  { name: 'poison rows', at: { morning: poison } },
  {
    name: 'clocks stepped by an hour',
    at: { enrol: stepClocks, question: stepClocks, reminder: stepClocks },
  },
  {
    name: 'answers lost while clocks are wrong',
    at: { question: loseAnswersOffTime(HOUR), reminder: loseAnswersOffTime(-HOUR) },
  },
  {
    name: 'several at once',
    at: {
      enrol: together(killWorkers(5), flushRedis, gateway('accept-then-drop', 0.2, 5 * SECOND), stops(8)),
      question: together(
        freeze('sender:number', BEYOND),
        killRedis,
        gateway('accept-then-500', 0.3, 5 * SECOND),
        stops(8),
      ),
      reminder: together(killDatabase, killWorkers(3)),
      farewell: together(killSender, lateCallbacks, gateway('accept-then-hang', 0.2, 4 * SECOND)),
    },
  },
];

/** Several rows in one, for the test suite. */
export const short: Scenario = {
  name: 'short',
  at: {
    enrol: unheard(together(killSender, gateway('accept-then-drop', 0.15, 2_000), stops(3))),
    morning: together(flushRedis, killRedis, stops(2)),
    question: together(freeze('sender:number', 6_500), gateway('accept-then-500', 0.2, 2_000), stops(3)),
    reminder: killDatabase,
    farewell: together(killWorkers(3), gateway('drop', 0.2, 1_000)),
  },
};

/** The database's disk is full for a while; `folder` is where that disk is. */
export const diskFull = (folder: () => string): Scenario => ({
  name: 'disk full',
  diskMb: 128,
  at: { enrol: fillDisk(folder, 8 * SECOND), question: fillDisk(folder, 12 * SECOND) },
});
