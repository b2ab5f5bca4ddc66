// What staff change of a record: the record itself, its circle, and who sees it. Each only as long as nobody else changed it since it was read.
import { takeBack } from '../broadcasts/take-back.ts';
import type { Statement, Write } from '../lane.ts';
import { type MovedMessage, moveUnsent } from '../messages/unsent-hours.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import type { relatives } from '../schema/people.ts';

type Columns = Pick<
  typeof relatives.$inferSelect,
  | 'nameSealed'
  | 'tiltaleSealed'
  | 'guardianSealed'
  | 'noteSealed'
  | 'relation'
  | 'area'
  | 'language'
  | 'ageBand'
  | 'minor'
  | 'gender'
  | 'channel'
  | 'onlyCall'
  | 'hoursFrom'
  | 'hoursTo'
  | 'foundBy'
  | 'advisorId'
>;

/** A record as it is to be; `seen` is its state (`changed_at`, or when it was made) as whoever changes it read it. */
export type RelativeChange = {
  relativeId: string;
  seen: number;
  at: number;
  row: Columns;
  /** What the name is found by. */
  words: readonly string[];
  /** What waits to be sent, by the hours as they become. */
  moved?: readonly MovedMessage[];
} & Noted;

const SEEN =
  '(select coalesce(r.changed_at, r.created_at) = ?2 and r.merged_into is null from relatives r where r.id = ?1)';

const seenArgs = ({ relativeId, seen }: RelativeChange): [string, number] => [relativeId, seen];

/** "Kun ring": what has not left becomes calls, answers of the house itself are dropped. */
export const callInstead = (where: string): string => `update messages
  set channel = 'ring', number_id = null, link_sealed = null, retry_at = null, attempts = 0,
    status = case when journey_id is null and created_by is null then 'cancelled' when status = 'due' then 'todo' else status end,
    reason = case when journey_id is null and created_by is null then 'only-call' else reason end
  where channel = 'sms' and status in ('due', 'held') and ${where}`;

const changeOne = (change: RelativeChange): Statement[] => {
  const { at, row, words } = change;
  return [
    { sql: `delete from relative_words where relative_id = ?1 and ${SEEN}`, args: seenArgs(change) },
    {
      sql: `insert or ignore into relative_words (word_hash, relative_id)
            select w.value, ?1 from json_each(?3) w where ${SEEN}`,
      args: [...seenArgs(change), JSON.stringify(words)],
    },
    ...(row.onlyCall === 1
      ? [{ sql: callInstead(`relative_id = ?1 and ${SEEN}`), args: seenArgs(change) }]
      : []),
    ...(row.minor === 1 ? takeBack(`messages.relative_id = ?1 and ${SEEN}`, 'minor', seenArgs(change)) : []),
    ...(change.moved?.length ? [moveUnsent(change.moved, SEEN, seenArgs(change))] : []),
    {
      sql: `update relatives set name_sealed = ?3, tiltale_sealed = ?4, guardian_sealed = ?5, note_sealed = ?6,
              relation = ?7, area = ?8, language = ?9, age_band = ?10, minor = ?11, gender = ?12, channel = ?13,
              only_call = ?14, hours_from = ?15, hours_to = ?16, found_by = ?17, advisor_id = ?18, changed_at = ?19
            where id = ?1 and ${SEEN} returning id`,
      args: [
        ...seenArgs(change),
        row.nameSealed,
        row.tiltaleSealed,
        row.guardianSealed,
        row.noteSealed,
        row.relation,
        row.area,
        row.language,
        row.ageBand,
        row.minor,
        row.gender,
        row.channel,
        row.onlyCall,
        row.hoursFrom,
        row.hoursTo,
        row.foundBy,
        row.advisorId,
        at,
      ],
    },
  ];
};

const ofSeen = {
  keys: ({ relativeId, seen }: { relativeId: string; seen: number }) => [relativeId, seen],
  join: (id: string, seen: string) => `join relatives r on r.id = ${id} and r.merged_into is null
    and coalesce(r.changed_at, r.created_at) = ${seen}`,
};

/** Changes records, what they are found by, and for "kun ring" what waits to be sent; false when someone changed the record meanwhile. */
export const changeRelatives: Write<RelativeChange, boolean> = noting(
  {
    name: 'change-relatives',
    statements: (changes) => changes.flatMap(changeOne),
    outcomes: (changes, results) => changes.map(() => (results.at(-1)?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  ofSeen,
);

/** What was composed in the moment in which someone became "kun ring", and what would have answered their SMS. */
export const callThoseWhoAreCalled: Write<null, true> = {
  name: 'call-those-who-are-called',
  statements: () => [
    { sql: callInstead('relative_id in (select id from relatives where only_call = 1)'), args: [] },
    {
      sql: `update messages set status = 'cancelled', reason = 'only-call'
            where channel = 'sms' and status in ('due', 'held') and relative_id is null
              and number_id in (select number_id from relatives where only_call = 1 and number_id is not null)`,
      args: [],
    },
  ],
  outcomes: (all) => all.map(() => true as const),
};

/** Another circle for a relative; with `made` one that is made for the occasion. */
export type CircleMove = {
  relativeId: string;
  from: string;
  to: string;
  made: { id: string; code: string; unitId: string } | null;
  at: number;
} & Noted;

const MAY_MOVE = `exists (select 1 from relatives r join circles f on f.id = r.circle_id and f.state = 'alive'
    where r.id = ?1 and r.circle_id = ?2 and r.merged_into is null)
  and (exists (select 1 from circles t where t.id = ?3 and t.state = 'alive') or ?4)`;

/** Moves relatives to circles; false when one of the two circles stands still, or the relative was moved meanwhile. */
export const moveToCircles: Write<CircleMove, boolean> = noting(
  {
    name: 'move-to-circles',
    statements: (moves) =>
      moves.flatMap(({ relativeId, from, to, made, at }) => {
        const args = [relativeId, from, to, made ? 1 : 0];
        return [
          {
            sql: `insert into circles (id, code, unit_id, state, apart, created_at)
                  select ?3, ?5, ?6, 'alive', 0, ?7 where ?4 and ${MAY_MOVE}`,
            args: [...args, made?.code ?? null, made?.unitId ?? null, at],
          },
          {
            sql: `update relatives set circle_id = ?3, changed_at = max(?5, coalesce(changed_at, created_at) + 1)
                  where id = ?1 and ${MAY_MOVE} returning id`,
            args: [...args, at],
          },
        ];
      }),
    outcomes: (moves, results) => moves.map(() => (results.at(-1)?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  {
    keys: ({ relativeId, from, to, made }) => [relativeId, from, to, made ? 1 : 0],
    join: (
      id,
      from,
      to,
      made,
    ) => `join relatives r on r.id = ${id} and r.circle_id = ${from} and r.merged_into is null
      join circles f on f.id = r.circle_id and f.state = 'alive'
      where ${made} = 1 or exists (select 1 from circles t where t.id = ${to} and t.state = 'alive')`,
  },
);
