// What staff note of a conversation: who has it, and until when it is put off.
import type { Statement, Write } from '../lane.ts';
import { always, type Noted, noting, wasNoted } from '../noting.ts';
import type { Party } from './parties.ts';

type Note = { party: Party; at: number } & Noted;

/** Who has the conversation from now on; null: nobody. */
export type Assignment = Note & { to: string | null };

/** Put off until an instant; null: wakes it. */
export type Snooze = Note & { until: number | null };

const upsert = ({ party, at }: Note, sets: string, args: readonly (string | number | null)[]): Statement => ({
  sql: `INSERT INTO conversations (id, relative_id, number_id, changed_at, assigned_to, snoozed_until, snoozed_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (id) DO UPDATE SET ${sets}, changed_at = excluded.changed_at`,
  args: [party.id, party.relativeId, party.relativeId ? null : party.numberId, at, ...args],
});

/** Gives conversations to somebody; of two at once the later holds. */
export const assignConversations: Write<Assignment, true> = noting<Assignment, true>(
  {
    name: 'assign-conversations',
    statements: (items) =>
      items.map((item) => upsert(item, 'assigned_to = excluded.assigned_to', [item.to, null, null])),
    outcomes: (items) => items.map(() => true as const),
    lookUp: wasNoted,
  },
  always,
);

/** Puts conversations off, or wakes them. */
export const snoozeConversations: Write<Snooze, true> = noting<Snooze, true>(
  {
    name: 'snooze-conversations',
    statements: (items) =>
      items.map((item) =>
        upsert(item, 'snoozed_until = excluded.snoozed_until, snoozed_at = excluded.snoozed_at', [
          null,
          item.until,
          item.until === null ? null : item.at,
        ]),
      ),
    outcomes: (items) => items.map(() => true as const),
    lookUp: wasNoted,
  },
  always,
);
