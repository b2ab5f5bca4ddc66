// What the tests of group messages stand on: a group with people in it, a draft that is ordered, and what became of it.
import { orderBroadcast } from '../../../src/services/broadcasts/order-broadcast.ts';
import { previewBroadcast } from '../../../src/services/broadcasts/preview-broadcast.ts';
import { type DraftForm, saveDraft } from '../../../src/services/broadcasts/save-draft.ts';
import { addGroup } from '../../../src/services/groups/write-group.ts';
import type { Runtime } from '../../../src/services/runtime.ts';
import type { Staff } from '../../../src/services/staff/staff.ts';
import { stepInOrOut } from '../../../src/store/groups/members.ts';
import { type RelativeOptions, seedRelative } from '../../support/house.ts';
import { rows } from '../stand.ts';

export const coordinator: Staff = { id: 'staff-1', role: 'coordinator', units: 'all' };

export const TEXT = 'Hej {{ tiltale }}. Vi ses på torsdag. Hilsen {{ kommune }}';

/** The n-th phone, from 0 on. */
export const phone = (n: number): string => `+4520${String(n + 1).padStart(6, '0')}`;

/** A group with so many in it, each with a phone of their own; the n-th as `more` says. */
export async function makeGroup(
  rt: Runtime,
  count: number,
  more: (n: number) => RelativeOptions = () => ({}),
): Promise<{ groupId: string; people: string[] }> {
  const { id: groupId } = await addGroup(rt, coordinator, {
    title: 'Netværk',
    note: '',
    unit: '',
    rule: null,
  });
  const people: string[] = [];
  for (let n = 0; n < count; n += 1) people.push(await seedRelative(rt, { number: phone(n), ...more(n) }));
  await Promise.all(people.map((id) => putIn(rt, groupId, id)));
  return { groupId, people };
}

export const putIn = (rt: Runtime, groupId: string, relativeId: string): Promise<boolean> =>
  rt.db.lane.put(stepInOrOut, { groupId, relativeId, leave: false, at: rt.now(), by: 'staff-1', ledger: [] });

/** A draft to a group. */
export async function draft(rt: Runtime, groupId: string, more: Partial<DraftForm> = {}): Promise<string> {
  const form = { id: rt.newId(), title: 'Torsdag', groupId, way: 'sms', texts: { da: TEXT }, ...more };
  return (await saveDraft(rt, coordinator, form)).id;
}

type Asked = { dueAt?: number | null; sample?: number | null; twiceConfirmed?: boolean };

/** Orders a draft as it is seen now. */
export async function order(rt: Runtime, id: string, asked: Asked = {}): Promise<void> {
  const { seen } = await previewBroadcast(rt, coordinator, id);
  await orderBroadcast(rt, coordinator, id, {
    ...{ seen, dueAt: null, sample: null, twiceConfirmed: false, apartConfirmed: true },
    ...asked,
  });
}

export const statusOf = async (rt: Runtime, id: string): Promise<string> =>
  String((await rows(rt, 'SELECT status FROM broadcasts WHERE id = ?', [id]))[0]?.status);
