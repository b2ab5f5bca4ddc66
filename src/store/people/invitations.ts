// Making a member of staff and handing over the way in.
import type { InValue } from '@libsql/client';
import type { Statement, Write } from '../lane.ts';
import { type Noted, noting } from '../noting.ts';
import { insertIf } from '../rows.ts';
import { staff, staffUnits } from '../schema/staff.ts';

/** An invitation: its token's hash, and how long it may be taken, real time, UTC ms. */
export type Invitation = { inviteHash: string; inviteEndsAt: number; at: number };

const EMPTY_ACCOUNT = `password_hash = NULL, totp_sealed = NULL, totp_step = 0, recovery_hashes = '[]',
  failures = 0, locked_until = NULL, invite_hash = excluded.invite_hash, invite_ends_at = excluded.invite_ends_at,
  changed_at = excluded.changed_at`;

/** The account of a member who is there and not closed, empty but for the invitation; his sessions end. */
const invite = (id: string, { inviteHash, inviteEndsAt, at }: Invitation): Statement => ({
  sql: `INSERT INTO accounts (id, invite_hash, invite_ends_at, changed_at)
    SELECT s.id, ?, ?, ? FROM staff s WHERE s.id = ? AND s.closed_at IS NULL
    ON CONFLICT (id) DO UPDATE SET ${EMPTY_ACCOUNT} RETURNING id`,
  args: [inviteHash, inviteEndsAt, at, id] satisfies InValue[],
});

/** A new member of staff with the units and the invitation. */
export type NewMember = { row: typeof staff.$inferInsert; units: readonly string[] } & Invitation & Noted;

const free = {
  join: (email: string) =>
    `JOIN (SELECT 1) one ON NOT EXISTS (SELECT 1 FROM staff taken WHERE taken.email_hash = ${email})`,
};

const made = { join: (id: string) => `JOIN staff made ON made.id = ${id}` };

/** Makes members of staff who are invited; false, and nothing written, where the e-mail is somebody's already. */
export const inviteMembers: Write<NewMember, boolean> = noting(
  {
    name: 'invite-members',
    statements: (members) =>
      members.flatMap((member) => [
        ...insertIf(staff, [{ row: member.row, keys: [member.row.emailHash ?? ''] }], free),
        ...insertIf(
          staffUnits,
          member.units.map((unitId) => ({
            row: { staffId: member.row.id, unitId },
            keys: [member.row.id],
          })),
          made,
        ),
        invite(member.row.id, member),
      ]),
    outcomes: (members, results) => {
      let last = -1;
      return members.map(({ units }) => {
        last += units.length > 0 ? 3 : 2;
        return (results[last]?.rows.length ?? 0) > 0;
      });
    },
  },
  { keys: ({ row }) => [row.emailHash ?? ''], ...free },
);

/** Invites a member anew: password, codes and recovery codes are gone and all sessions end; false for one who is closed or not there. */
export const inviteAnew: Write<{ id: string } & Invitation & Noted, boolean> = noting(
  {
    name: 'invite-anew',
    statements: (items) =>
      items.flatMap((item) => [
        invite(item.id, item),
        {
          sql: `DELETE FROM sessions WHERE subject IN
            (SELECT id FROM accounts WHERE id = ? AND invite_hash = ?)`,
          args: [item.id, item.inviteHash],
        },
      ]),
    outcomes: (items, results) => items.map((_, i) => (results[2 * i]?.rows.length ?? 0) > 0),
  },
  { keys: ({ id }) => [id], join: (id) => `JOIN staff s ON s.id = ${id} AND s.closed_at IS NULL` },
);
