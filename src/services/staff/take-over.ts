// Taking over from another advisor when someone is ill: the effect first, then everything at once.
import { findRelativeDetails } from '../../store/people/relative-details.ts';
import type { Sight } from '../../store/people/sight.ts';
import { findStaffRow, findUnitsOf } from '../../store/people/staff.ts';
import {
  countFollowing,
  listColleagues,
  listInHand,
  type Moved,
  takeOvers,
} from '../../store/people/take-overs.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import { openName, openText } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { isRole, mayStaff, requireRight, requireSight, type Staff, sightOf } from './staff.ts';

/** From whom to whom; with `relativeId` only what concerns that one, whoever has it. */
export type TakeOverOrder = { from?: string; to: string; relativeId?: string };

/** Throws `forbidden` unless one takes over oneself or may coordinate, `field-unreadable` for one who cannot take over. */
async function findReceiver(rt: Runtime, staff: Staff, { to }: TakeOverOrder): Promise<Sight> {
  requireRight(staff, 'care');
  if (to !== staff.id) requireRight(staff, 'coordinate');
  const row = await findStaffRow(rt.db, to);
  if (!row || row.closedAt !== null || !isRole(row.role) || !mayStaff({ role: row.role }, 'care'))
    throw new AppError('field-unreadable', 'til');
  return { staffId: to, units: await findUnitsOf(rt.db, row) };
}

async function findGiver(
  rt: Runtime,
  staff: Staff,
  { from, to, relativeId }: TakeOverOrder,
): Promise<string | null> {
  if (relativeId) await requireSight(rt, staff, 'care', 'relative', relativeId);
  const giver = relativeId
    ? ((await findRelativeDetails(rt.db, relativeId))?.relative.advisorId ?? null)
    : (from ?? '');
  if (giver === to) throw new AppError('already-done');
  if (giver !== null && !(await findStaffRow(rt.db, giver))) throw new AppError('field-unreadable', 'fra');
  return giver;
}

async function load(rt: Runtime, staff: Staff, order: TakeOverOrder) {
  const receiver = await findReceiver(rt, staff, order);
  const from = await findGiver(rt, staff, order);
  const { relativeId } = order;
  const what = { from, now: rt.now(), ...(relativeId ? { relativeId } : {}) };
  const [mine, both] = await Promise.all([
    listInHand(rt.db, what, [sightOf(staff)]),
    listInHand(rt.db, what, [sightOf(staff), receiver]),
  ]);
  return { from, inHand: both, unseen: mine.relatives.length - both.relatives.length };
}

/**
 * What would move: the relatives by name, their running journeys and open alerts, which follow them, assigned
 * conversations and appointments to come; `unseen` relatives stay, since the receiver may not see them. Throws
 * `forbidden`, `not-found`, `already-done`, `field-unreadable` (fra, til).
 */
export async function foreseeTakeOver(rt: Runtime, staff: Staff, order: TakeOverOrder) {
  const { inHand, unseen } = await load(rt, staff, order);
  const ids = inHand.relatives.map(({ id }) => id);
  return {
    relatives: inHand.relatives.map(({ id, nameSealed }) => ({
      id,
      name: openName(rt, id, nameSealed) ?? '',
    })),
    ...(await countFollowing(rt.db, ids)),
    conversations: inHand.conversations.length,
    appointments: inHand.appointments.length,
    unseen,
  };
}

export type TakeOverEffect = Awaited<ReturnType<typeof foreseeTakeOver>>;

/** Whose work can be taken over, and by whom this member of staff may let it be taken over; by name. */
export async function listTakeOverChoices(rt: Runtime, staff: Staff) {
  requireRight(staff, 'care');
  const all = (await listColleagues(rt.db, 500)).map(({ id, nameSealed, role, closedAt }) => ({
    id,
    name: openText(rt, 'staff.name', id, nameSealed),
    mayCare: isRole(role) && closedAt === null && mayStaff({ role }, 'care'),
  }));
  all.sort((a, b) => a.name.localeCompare(b.name, 'da'));
  const to = all.filter(({ id, mayCare }) => mayCare && (id === staff.id || mayStaff(staff, 'coordinate')));
  return { from: all, to };
}

/** Moves it all in one commit, each relative with an entry in the ledger, and gives how much moved. Throws what `foreseeTakeOver` throws, and `already-done` when there was nothing to move any more. */
export async function takeOver(rt: Runtime, staff: Staff, order: TakeOverOrder): Promise<Moved> {
  const { from, inHand } = await load(rt, staff, order);
  const relatives = inHand.relatives.map(({ id }) => id);
  const { conversations, appointments } = inHand;
  const id = rt.newId();
  const body = { from, to: order.to };
  const counts = {
    relatives: relatives.length,
    conversations: conversations.length,
    appointments: appointments.length,
  };
  const moved = await rt.db.lane.put(takeOvers, {
    id,
    from,
    to: order.to,
    at: rt.now(),
    relatives,
    conversations,
    appointments,
    ofRelatives: relatives.map((relativeId) =>
      ledgerRow(rt, { kind: 'relative.taken-over', actor: staff.id, relativeId, body }),
    ),
    entry: ledgerRow(rt, {
      kind: 'staff.taken-over',
      actor: staff.id,
      subject: id,
      body: { ...body, ...counts },
    }),
  });
  if (moved.relatives + moved.conversations + moved.appointments === 0) throw new AppError('already-done');
  return moved;
}
