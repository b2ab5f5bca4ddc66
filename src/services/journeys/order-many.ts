// One order for many: given once, carried out page by page, stopped within a batch.
import { countMembers, findFanOut } from '../../store/journeys/fan-outs.ts';
import {
  cancelOrders,
  listLeftOut,
  listOrders,
  listUnseen,
  orderDrafts,
} from '../../store/journeys/many-orders.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import { openName, openStaffNames } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { mayStaff, requireRight, type Staff, sightOf } from '../staff/staff.ts';
import { requireEvents, showDates } from './begin-events.ts';
import { requireForMany } from './choose-many.ts';
import { getFlow, getNewestFlow } from './load-flow.ts';
import { findDraft, previewMany } from './preview-many.ts';

/** The flow and its dates, and what staff have confirmed: that some are "hver for sig", that a date has passed. */
export type ManyOrderForm = {
  flow: string;
  anchors: Record<string, string>;
  apartConfirmed: boolean;
  pastConfirmed: boolean;
};

const SHOWN = 200;

/** How many were chosen for a draft and can be seen. Throws `not-found`, also for another's. */
export async function countChosen(rt: Runtime, staff: Staff, id: string): Promise<number> {
  await findDraft(rt, staff, id);
  return (await countMembers(rt.db, id)).reduce((sum, { count }) => sum + count, 0);
}

/**
 * Gives the order: everyone who may begins soon after, each with an entry of their own. Given again it changes nothing.
 * Throws `field-missing` (apart, past) until staff have confirmed, `forbidden`, `not-found`, `already-done` when it was
 * ordered otherwise, and what is wrong with the flow or its dates.
 */
export async function orderMany(rt: Runtime, staff: Staff, id: string, form: ManyOrderForm): Promise<void> {
  const draft = await findDraft(rt, staff, id);
  const { id: flowId, flow } = await getNewestFlow(rt, form.flow);
  const anchors = JSON.stringify(form.anchors);
  if (draft.status !== 'draft') {
    if (draft.flowId === flowId && draft.anchors === anchors) return;
    throw new AppError('already-done');
  }
  await requireEvents(rt, staff, flow, form.anchors);
  const seen = await previewMany(rt, staff, id, form, { looksAround: false });
  if (seen.apart.length > 0 && !form.apartConfirmed) throw new AppError('field-missing', 'apart');
  if (seen.past.length > 0 && !form.pastConfirmed) throw new AppError('field-missing', 'past');
  if (seen.going === 0) throw new AppError('field-missing', 'valgt');
  const count = await countChosen(rt, staff, id);
  requireForMany(staff, count);
  const body = { flow: flow.name, chosen: count, going: seen.going };
  const entry = ledgerRow(rt, { kind: 'journeys.ordered', actor: staff.id, subject: id, body });
  const unseen = await listUnseen(rt.db, id, sightOf(staff));
  const order = { id, flowId, anchors, at: rt.now(), by: staff.id, unseen, ledger: [entry] };
  if (await rt.db.lane.put(orderDrafts, order)) rt.bell.ring({ job: 'carry-out', fanOut: id });
  else return orderMany(rt, staff, id, form);
}

async function findOrder(rt: Runtime, staff: Staff, id: string) {
  requireRight(staff, 'care');
  const order = await findFanOut(rt.db, id);
  if (!order || order.status === 'draft') throw new AppError('not-found');
  if (order.createdBy !== staff.id && !mayStaff(staff, 'coordinate')) throw new AppError('not-found');
  return order;
}

/** An order as it stands: how many have begun, wait, or were left out, by why and with the names in sight. Throws `not-found`, also for another's without the right to coordinate. */
export async function showOrder(rt: Runtime, staff: Staff, id: string) {
  const order = await findOrder(rt, staff, id);
  const [flow, counts, leftOut, names] = await Promise.all([
    getFlow(rt, order.flowId),
    countMembers(rt.db, id),
    listLeftOut(rt.db, id, sightOf(staff), SHOWN),
    openStaffNames(rt, [order.createdBy]),
  ]);
  const of = (status: string): number =>
    counts.filter((row) => row.status === status).reduce((sum, { count }) => sum + count, 0);
  return {
    id,
    status: order.status,
    flow,
    anchors: await showDates(rt, flow, JSON.parse(order.anchors) as Record<string, string>),
    at: order.createdAt,
    by: names.get(order.createdBy),
    begun: of('begun'),
    waiting: of('waiting'),
    leftOut: counts
      .filter(({ status }) => status === 'left-out')
      .map(({ why, count }) => ({
        why: why ?? 'broken',
        count,
        people: leftOut
          .filter((row) => row.why === why)
          .map((row) => ({ id: row.id, name: openName(rt, row.id, row.nameSealed) ?? '' })),
      })),
  };
}

export type OrderView = Awaited<ReturnType<typeof showOrder>>;

/** Nobody who still waits begins any more; who has begun goes on. Throws `not-found`, and `already-done` when it was over. */
export async function cancelOrder(rt: Runtime, staff: Staff, id: string): Promise<void> {
  await findOrder(rt, staff, id);
  const entry = ledgerRow(rt, { kind: 'journeys.order-cancelled', actor: staff.id, subject: id });
  if (!(await rt.db.lane.put(cancelOrders, { id, ledger: [entry] }))) throw new AppError('already-done');
}

/** The newest orders: one's own, or all with the right to coordinate. */
export async function listManyOrders(rt: Runtime, staff: Staff) {
  requireRight(staff, 'care');
  return listOrders(rt.db, mayStaff(staff, 'coordinate') ? undefined : staff.id, 20);
}
