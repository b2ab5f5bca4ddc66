// Two records of one person become one: everything moves in one commit, the other record only leads on.

import { getOnce } from '../broadcasts/get-once.ts';
import { takeBack } from '../broadcasts/take-back.ts';
import { attendOnce, giveAfterMerge } from '../events/merge-attendances.ts';
import type { Statement, Write } from '../lane.ts';
import { type MovedMessage, moveUnsent } from '../messages/unsent-hours.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import type { relatives } from '../schema/people.ts';
import { callInstead } from './relative-changes.ts';

/** What the record that is kept says from now on. */
export type KeptRow = Pick<
  typeof relatives.$inferSelect,
  | 'numberId'
  | 'channel'
  | 'onlyCall'
  | 'noteSealed'
  | 'guardianSealed'
  | 'ageBand'
  | 'minor'
  | 'gender'
  | 'hoursFrom'
  | 'hoursTo'
  | 'foundBy'
  | 'advisorId'
>;

/** `keepSeen` and `otherSeen` are the records' states as they were shown; `turn` is the token of the journeys that move. */
export type Merge = {
  keep: string;
  other: string;
  keepSeen: number;
  otherSeen: number;
  at: number;
  turn: string;
  row: KeptRow;
  /** What waits to be sent, by the hours that are kept. */
  moved?: readonly MovedMessage[];
} & Noted;

const SEEN = `(select count(*) = 2 from relatives r where r.merged_into is null and
  ((r.id = ?1 and coalesce(r.changed_at, r.created_at) = ?3) or (r.id = ?2 and coalesce(r.changed_at, r.created_at) = ?4)))`;

/** Both walk one flow about the same thing. */
const clash = (keep: string, other: string): string => `exists (select 1 from journeys a join journeys b
  on b.flow_name = a.flow_name and b.subject = a.subject and b.status <> 'ended'
  where a.relative_id = ${keep} and a.status <> 'ended' and b.relative_id = ${other})`;

const MAY = `${SEEN} and not ${clash('?1', '?2')}`;

const ROWS = ['messages', 'replies', 'alerts', 'links', 'page_messages', 'signposted', 'referrals'] as const;

/** Tables in which the two may stand beside each other: then one row is enough. */
const PAIRS = [
  'contact_relatives',
  'appointment_relatives',
  'fan_out_members',
  'group_members',
  'broadcast_members',
  'attendances',
] as const;

/** What belongs to a relative goes to another; `which` tells from whom, `to` to whom, by the name of the table. */
const moveRows = (
  which: (table: string) => string,
  to: (table: string) => string,
  args: NonNullable<Statement['args']>,
): Statement[] => [
  ...ROWS.map((table) => ({
    sql: `update ${table} set relative_id = ${to(table)} where ${which(table)}`,
    args,
  })),
  ...PAIRS.flatMap((table) => [
    { sql: `update or ignore ${table} set relative_id = ${to(table)} where ${which(table)}`, args },
    { sql: `delete from ${table} where ${which(table)}`, args },
  ]),
];

/** Who has left a group under either record has left it: their own word goes before what staff did. */
const stayOut = (args: NonNullable<Statement['args']>): Statement => ({
  sql: `update group_members set left_at = other.left_at from group_members other
        where other.relative_id = ?2 and other.left_at is not null and ${MAY}
          and group_members.relative_id = ?1 and group_members.group_id = other.group_id
          and group_members.left_at is null`,
  args,
});

const shieldTogether = (args: NonNullable<Statement['args']>): Statement[] => [
  {
    sql: `delete from relative_shields where relative_id = ?1 and ${MAY}
          and (select shielded from relatives where id = ?2) = 1
          and staff_id not in (select staff_id from relative_shields where relative_id = ?2)`,
    args,
  },
  {
    sql: `insert or ignore into relative_shields (relative_id, staff_id)
          select ?1, s.staff_id from relative_shields s where s.relative_id = ?2 and ${MAY}
            and (select shielded from relatives where id = ?1) = 0`,
    args,
  },
];

/** What the other had that is no use to the one that is kept: PIN, open pages, what the name was found by. */
const leaveBehind = (args: NonNullable<Statement['args']>): Statement[] => [
  { sql: `delete from pins where relative_id = ?2 and ${MAY}`, args },
  {
    sql: `delete from sessions where kind = 'page' and ${MAY}
          and subject in (select token_hash from links where relative_id = ?2)`,
    args,
  },
  { sql: `delete from relative_words where relative_id = ?2 and ${MAY}`, args },
  { sql: `update or ignore conversations set id = ?1, relative_id = ?1 where id = ?2 and ${MAY}`, args },
  { sql: `delete from conversations where id = ?2 and ${MAY}`, args },
];

/** What has not left goes to the number that is kept, unless that is closed or only called. */
const followNumber = (
  args: [string, string, number, number],
  { numberId, onlyCall }: KeptRow,
): Statement[] => {
  const unsent = `messages.relative_id = ?1 and messages.channel = 'sms' and messages.status in ('due', 'held')
    and messages.purpose <> 'receipt' and ${MAY}`;
  return [
    ...(numberId
      ? [
          { sql: `update messages set number_id = ?5 where ${unsent}`, args: [...args, numberId] },
          {
            sql: `update messages set status = 'cancelled', reason = 'stopped' where ${unsent}
                  and exists (select 1 from numbers n where n.id = ?5 and (n.stopped_at is not null or n.wrong_at is not null))`,
            args: [...args, numberId],
          },
        ]
      : []),
    ...(onlyCall === 1 ? [{ sql: callInstead(`relative_id = ?1 and ${MAY}`), args }] : []),
  ];
};

/** Who is under 18, or wants no group messages, in one of the two records wants none of the other's either. */
const leaveOut = (args: [string, string, number, number], { row, at }: Merge): Statement[] => [
  ...(row.minor === 1 ? takeBack(`messages.relative_id = ?1 and ${MAY}`, 'minor', args) : []),
  ...takeBack(
    `messages.relative_id = ?1 and ${MAY} and exists (select 1 from relatives q where q.id in (?1, ?2) and q.quiet_until > ?5)`,
    'quiet',
    [...args, at],
  ),
];

const keepRow = (args: [string, string, number, number], { row, at }: Merge): Statement => ({
  sql: `update relatives set number_id = ?5, channel = ?6, only_call = ?7, note_sealed = ?8, guardian_sealed = ?9,
          age_band = ?10, minor = ?11, gender = ?12, hours_from = ?13, hours_to = ?14, found_by = ?15, advisor_id = ?16,
          quiet_until = nullif(max(coalesce(quiet_until, 0), coalesce((select quiet_until from relatives o where o.id = ?2), 0)), 0),
          shielded = max(shielded, (select shielded from relatives o where o.id = ?2)), changed_at = ?17
        where id = ?1 and exists (select 1 from relatives o where o.id = ?2 and o.merged_into = ?1 and o.changed_at = ?17)
          and coalesce(changed_at, created_at) = ?3 and merged_into is null and ?4 is not null returning id`,
  args: [
    ...args,
    row.numberId,
    row.channel,
    row.onlyCall,
    row.noteSealed,
    row.guardianSealed,
    row.ageBand,
    row.minor,
    row.gender,
    row.hoursFrom,
    row.hoursTo,
    row.foundBy,
    row.advisorId,
    at,
  ],
});

function mergeOne(merge: Merge): Statement[] {
  const { keep, other, keepSeen, otherSeen, at, turn, row } = merge;
  const args: [string, string, number, number] = [keep, other, keepSeen, otherSeen];
  return [
    {
      sql: `update journeys set relative_id = ?1, version = version + 1, turn = ?5
            where relative_id = ?2 and ${MAY}`,
      args: [...args, turn],
    },
    ...leaveBehind(args),
    stayOut(args),
    ...getOnce(args, MAY),
    ...attendOnce(args, MAY),
    ...moveRows(
      () => `relative_id = ?2 and ${MAY}`,
      () => '?1',
      args,
    ),
    giveAfterMerge(keep, at),
    ...shieldTogether(args),
    ...leaveOut(args, merge),
    ...followNumber(args, row),
    {
      sql: `update relatives set merged_into = ?1, number_id = null, changed_at = ?5
            where (id = ?2 or merged_into = ?2) and ${MAY}`,
      args: [...args, at],
    },
    ...followHours(merge),
    keepRow(args, merge),
    {
      sql: `update numbers set shared = 0 where shared = 1 and id = ?1
            and (select count(*) from relatives r where r.number_id = numbers.id) <= 1`,
      args: [row.numberId],
    },
  ];
}

/** What waits to be sent keeps to the hours that are kept, once this merge and no other made one of the two. */
const followHours = ({ other, at, moved }: Merge): Statement[] =>
  moved?.length
    ? [
        moveUnsent(
          moved,
          `messages.relative_id = (select o.merged_into from relatives o where o.id = ?1 and o.changed_at = ?2)`,
          [other, at],
        ),
      ]
    : [];

/** Merges records; false when one of them changed since it was shown, or both run one flow. */
export const mergeRelatives: Write<Merge, boolean> = noting(
  {
    name: 'merge-relatives',
    statements: (merges) => merges.flatMap(mergeOne),
    outcomes: (merges, results) => merges.map(() => (results.at(-2)?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  {
    keys: ({ keep, other, keepSeen, otherSeen }) => [keep, other, keepSeen, otherSeen],
    join: (keep, other, keepSeen, otherSeen) => `join relatives k on k.id = ${keep} and k.merged_into is null
        and coalesce(k.changed_at, k.created_at) = ${keepSeen}
      join relatives o on o.id = ${other} and o.merged_into is null and coalesce(o.changed_at, o.created_at) = ${otherSeen}
      where not ${clash(keep, other)}`,
  },
);

/** What was under way for a record while it was merged, and came after it, follows. */
export const followMerged: Write<null, true> = {
  name: 'follow-merged',
  statements: () =>
    moveRows(
      (table) => `${table}.relative_id in (select m.id from relatives m where m.merged_into is not null)`,
      (table) => `(select m.merged_into from relatives m where m.id = ${table}.relative_id)`,
      [],
    ),
  outcomes: (all) => all.map(() => true as const),
};
