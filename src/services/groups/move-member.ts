import { stepInOrOut } from '../../store/groups/members.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';

/** Into a group (`leave` false) or out of it, by a member of staff or by `relative:<id>`. */
export type Move = { groupId: string; relativeId: string; leave: boolean; by: string };

/** Lets a relative into a group or out of it, and notes it; false where it is so already, or the group is closed. */
export function moveMember(rt: Runtime, { groupId, relativeId, leave, by }: Move): Promise<boolean> {
  const kind = leave ? 'group.left' : 'group.joined';
  const ledger = [ledgerRow(rt, { kind, actor: by, relativeId, subject: groupId })];
  return rt.db.lane.put(stepInOrOut, { groupId, relativeId, leave, by, at: rt.now(), ledger });
}
