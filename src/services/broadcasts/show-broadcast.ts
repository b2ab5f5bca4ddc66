import {
  countBroadcast,
  countReplies,
  countStops,
  countWritten,
  listFailedMembers,
  listLeftOutMembers,
} from '../../store/broadcasts/counts.ts';
import { getOrganisation } from '../organisation.ts';
import { openName, openStaffNames } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { mayStaff, type Staff, sightOf } from '../staff/staff.ts';
import { readTexts, requireBroadcast, statusOf } from './find-broadcast.ts';
import { toBroadcastLine } from './list-broadcasts.ts';

const MOST_NAMED = 200;

/** How far it has come. At every moment `composed`, `waiting` and the sum of `leftOut` are `audience`. */
export type Progress = {
  audience: number;
  composed: number;
  /** Not written to yet; never, once it is cancelled. */
  waiting: number;
  leftOut: { why: string; count: number }[];
  /** How the SMS, call or letter of each who is `composed` stands: due, held, sending, unknown, sent, delivered, undelivered, failed, expired, cancelled; todo and done for calls and letters. */
  messages: Readonly<Record<string, number>>;
  /** Failed and not tried anew. */
  failed: number;
};

const FAILED = ['failed', 'undelivered', 'expired'];

/** The counts of a broadcast, true at any moment and by index: a page may ask every second. */
async function progressOf(rt: Runtime, id: string): Promise<Progress> {
  const { members, messages } = await countBroadcast(rt.db, id);
  const of = (status: string): number =>
    members.filter((row) => row.status === status).reduce((all, { count }) => all + count, 0);
  return {
    audience: members.reduce((all, { count }) => all + count, 0),
    composed: of('composed'),
    waiting: of('waiting'),
    leftOut: members
      .filter(({ status }) => status === 'left-out')
      .map(({ why, count }) => ({ why: why ?? 'broken', count }))
      .sort((a, b) => b.count - a.count),
    messages: Object.fromEntries(messages.map(({ status, count }) => [status, count])),
    failed: messages.reduce((all, { status, count }) => (FAILED.includes(status) ? all + count : all), 0),
  };
}

type People = { id: string; name: string; why: string }[];

const opened = (
  rt: Runtime,
  rows: readonly { id: string; nameSealed: string; why: string | null }[],
): People =>
  rows.map(({ id, nameSealed, why }) => ({ id, name: openName(rt, id, nameSealed) ?? '', why: why ?? '' }));

const GOES_ON = ['scheduled', 'filling', 'running', 'sampled'];

/** What may be done to it now, by whoever asks. */
const mayOf = (staff: Staff, steers: boolean, status: string, { failed, messages }: Progress) => {
  const may = steers && mayStaff(staff, 'coordinate');
  const waits = (messages.todo ?? 0) + (messages.held ?? 0) + (messages.due ?? 0) > 0;
  return {
    change: may && status === 'draft',
    pause: may && GOES_ON.includes(status),
    resume: may && ['paused', 'sampled', 'broken'].includes(status),
    cancel:
      may &&
      (GOES_ON.includes(status) || status === 'paused' || (['done', 'broken'].includes(status) && waits)),
    retry: may && failed > 0 && ['running', 'sampled', 'paused', 'done'].includes(status),
  };
};

/**
 * One broadcast: its text, how far it has come, who in sight was left out or not reached and why (200 each at most), what was
 * answered by meaning, and what whoever asks may do. Throws `forbidden`, `not-found`.
 */
export async function showBroadcast(rt: Runtime, staff: Staff, id: string) {
  const seen = await requireBroadcast(rt, staff, 'look', id);
  const { broadcast } = seen;
  const sight = sightOf(staff);
  const [progress, names, leftOut, failed, replies] = await Promise.all([
    progressOf(rt, id),
    openStaffNames(rt, [broadcast.createdBy, broadcast.orderedBy]),
    listLeftOutMembers(rt.db, id, sight, MOST_NAMED),
    listFailedMembers(rt.db, id, sight, MOST_NAMED),
    countReplies(rt.db, id),
  ]);
  const line = toBroadcastLine(staff, seen, names);
  return {
    ...line,
    seen: broadcast.changedAt,
    sample: broadcast.sample ?? undefined,
    texts: readTexts(rt, broadcast),
    progress,
    leftOutPeople: opened(rt, leftOut),
    failedPeople: opened(rt, failed),
    replies,
    may: mayOf(staff, line.maySteer, statusOf(broadcast), progress),
  };
}

export type BroadcastView = Awaited<ReturnType<typeof showBroadcast>>;

/** What became of a broadcast, to keep or print. */
export type BroadcastReport = {
  progress: Progress;
  /** How that of each who is composed stands, by channel (sms, ring, brev). */
  written: { channel: string; status: string; count: number }[];
  /** Of what left. */
  segments: number;
  /** Øre, when the organisation has said what a segment costs. */
  cost: number | undefined;
  /** When the first and the last SMS left, UTC ms. */
  firstAt: number | undefined;
  lastAt: number | undefined;
  replies: { meaning: string; count: number }[];
  /** Said STOP within a day after it. */
  stops: number;
};

/** The report of a broadcast as it stands. Reads every message of it: not for a page that asks again and again. Throws `forbidden`, `not-found`. */
export async function reportBroadcast(rt: Runtime, staff: Staff, id: string): Promise<BroadcastReport> {
  await requireBroadcast(rt, staff, 'look', id);
  const [progress, written, replies, stops, { segmentPrice }] = await Promise.all([
    progressOf(rt, id),
    countWritten(rt.db, id),
    countReplies(rt.db, id),
    countStops(rt.db, id),
    getOrganisation(rt),
  ]);
  const segments = written.reduce((all, row) => all + row.segments, 0);
  const firsts = written.flatMap(({ first }) => first ?? []);
  const lasts = written.flatMap(({ last }) => last ?? []);
  return {
    progress,
    written: written.flatMap(({ channel, status, count }) => (count > 0 ? [{ channel, status, count }] : [])),
    segments,
    cost: segmentPrice === null ? undefined : segments * segmentPrice,
    firstAt: firsts.length > 0 ? Math.min(...firsts) : undefined,
    lastAt: lasts.length > 0 ? Math.max(...lasts) : undefined,
    replies,
    stops,
  };
}
