// Enrolling many at once: written down first, then carried out page by page, by whichever worker is rung, whatever happens between.
import {
  addMembers,
  countMembers,
  type FanOut,
  findFanOut,
  leaveOut,
  listRunning,
  listWaiting,
  moveFanOut,
  noteFanOut,
} from '../../store/journeys/fan-outs.ts';
import { AppError } from '../app-error.ts';
import { giveWay } from '../give-way.ts';
import { mayPass, reportBroken } from '../report-broken.ts';
import type { Runtime } from '../runtime.ts';
import { getFlow, getNewestFlow } from './load-flow.ts';
import { checkAnchors, type Enrolment, startJourneyOf } from './start-journey.ts';

const PAGE = 200;
/** Decided in one breath: more would keep everyone waiting who opens a page meanwhile. */
const PART = 8;
/** Parts under way: the next ones are decided while the first is committed, and those that wait share a commit. */
const PARTS_AT_ONCE = 2;
const NOTED_AT_ONCE = 2_000;

export type ManyEnrolments = Omit<Enrolment, 'relativeId'> & { relativeIds: readonly string[] };

/**
 * Enrols many relatives into the newest version of a flow: gives the fan-out's id as soon as all of them are written
 * down; they begin soon after. Throws when the flow or its anchors are wrong; what is wrong with one relative leaves out
 * that one.
 */
export async function enrolMany(rt: Runtime, order: ManyEnrolments): Promise<{ fanOutId: string }> {
  const { id: flowId, flow } = await getNewestFlow(rt, order.flow);
  checkAnchors(flow, order.anchors);
  const id = rt.newId();
  const noted = {
    id,
    flowId,
    anchors: JSON.stringify(order.anchors),
    createdAt: rt.now(),
    createdBy: order.by,
  };
  await rt.db.lane.put(noteFanOut, { ...noted, status: 'filling' });
  for (let from = 0; from < order.relativeIds.length; from += NOTED_AT_ONCE)
    await rt.db.lane.put(addMembers, {
      fanOutId: id,
      relativeIds: order.relativeIds.slice(from, from + NOTED_AT_ONCE),
    });
  await rt.db.lane.put(moveFanOut, { id, from: 'filling', to: 'running' });
  rt.bell.ring({ job: 'carry-out', fanOut: id });
  return { fanOutId: id };
}

type MayGoOn = () => Promise<boolean>;

const always: MayGoOn = async () => true;

/** Begins the journeys of everyone who still waits in a fan-out, page by page while it may. Gives how many were settled. */
export const carryOut = (
  rt: Runtime,
  fanOutId: string,
  mayGoOn = always,
  from: 'first' | 'last' = 'first',
): Promise<number> => rt.inOrder(`fan-out:${fanOutId}`, () => carryOn(rt, fanOutId, mayGoOn, from));

/**
 * Bell and heartbeat would begin the same page twice, each for nothing half of the time: within a process one follows
 * the other, and between two they begin at different ends.
 */
async function carryOn(
  rt: Runtime,
  fanOutId: string,
  mayGoOn: MayGoOn,
  from: 'first' | 'last',
): Promise<number> {
  let settled = 0;
  for (;;) {
    const fanOut = await findFanOut(rt.db, fanOutId);
    if (fanOut?.status !== 'running' || rt.closing.aborted || !(await mayGoOn())) return settled;
    const page = await listWaiting(rt.db, fanOutId, PAGE, from);
    if (page.length === 0) await rt.db.lane.put(moveFanOut, { id: fanOutId, from: 'running', to: 'done' });
    else settled += await beginAll(rt, fanOut, page);
  }
}

/** Everything that goes on, while it may: what a lost bell or a killed worker left. One that cannot be carried out is set aside with an alert; the others go on. */
export async function carryOutAll(rt: Runtime, mayGoOn = always): Promise<number> {
  let settled = 0;
  for (const id of await listRunning(rt.db, PAGE)) {
    try {
      settled += await carryOut(rt, id, mayGoOn, 'last');
    } catch (error) {
      if (mayPass(error)) throw error;
      await reportBroken(rt, { id, error });
      await rt.db.lane.put(moveFanOut, { id, from: 'running', to: 'broken' });
    }
  }
  return settled;
}

/** Nobody who still waits begins any more; false when it was over already. */
export const cancelFanOut = (rt: Runtime, id: string): Promise<boolean> =>
  rt.db.lane.put(moveFanOut, { id, from: 'running', to: 'cancelled' });

/** How many have begun, still wait, or were left out and why. */
export const countFanOut = (rt: Runtime, id: string) => countMembers(rt.db, id);

async function beginAll(rt: Runtime, fanOut: FanOut, page: readonly string[]): Promise<number> {
  const version = { id: fanOut.flowId, flow: await getFlow(rt, fanOut.flowId) };
  const anchors = JSON.parse(fanOut.anchors) as Record<string, string>;
  const order = { anchors, by: fanOut.createdBy, fanOut: fanOut.id };
  const begin = async (relativeId: string): Promise<void> => {
    try {
      await startJourneyOf(rt, version, { ...order, relativeId });
    } catch (error) {
      if (mayPass(error)) throw error;
      const why = error instanceof AppError ? error.code : 'broken';
      await rt.db.lane.put(leaveOut, { fanOutId: fanOut.id, relativeId, why });
    }
  };
  const parts = partsOf(page);
  // One that fails ends the parts for all of them.
  const goOn = async (): Promise<void> => {
    for (const part of parts) {
      await giveWay(rt);
      await Promise.all(part.map(begin));
    }
  };
  await Promise.all(Array.from({ length: PARTS_AT_ONCE }, goOn));
  return page.length;
}

function* partsOf(page: readonly string[]): Generator<readonly string[]> {
  for (let from = 0; from < page.length; from += PART) yield page.slice(from, from + PART);
}
