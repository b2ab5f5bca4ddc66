// Who was referred to us with their yes. What they are called and their numbers open at `referrals.<field>:<id>`.
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Statement, Write } from '../lane.ts';
import type { TimeCursor } from '../messages/desk-lists.ts';
import { type Noted, noting } from '../noting.ts';
import type { Db } from '../open.ts';
import { circleInSight, inSight, type Sight } from '../people/sight.ts';
import { at, insertIf } from '../rows.ts';
import { referrals, sources } from '../schema/care.ts';
import { units } from '../schema/house.ts';

export type ReferralRow = typeof referrals.$inferSelect;

const columns = {
  referral: referrals,
  sourceTitle: sources.title,
  unitName: units.name,
};

const select = ({ orm }: Db) =>
  orm
    .select(columns)
    .from(referrals)
    .leftJoin(sources, eq(sources.id, referrals.sourceId))
    .leftJoin(units, eq(units.id, referrals.unitId));

/** Referrals that wait, the oldest first. */
export const listWaitingReferrals = (db: Db, page: { after?: TimeCursor; limit: number; sight: Sight }) =>
  select(db)
    .where(
      and(
        sql`${referrals.status} = 'waiting'`,
        circleInSight(page.sight, referrals.unitId),
        page.after && sql`(${referrals.receivedAt}, ${referrals.id}) > (${page.after.at}, ${page.after.id})`,
      ),
    )
    .orderBy(asc(referrals.receivedAt), asc(referrals.id))
    .limit(page.limit);

/** Referrals that were settled since an instant, the latest first. */
export const listSettledReferrals = (db: Db, since: number, limit: number, sight: Sight) =>
  select(db)
    .where(
      and(
        sql`${referrals.status} <> 'waiting' and ${referrals.settledAt} >= ${since}`,
        circleInSight(sight, referrals.unitId),
        inSight(sight, referrals.relativeId),
      ),
    )
    .orderBy(desc(referrals.settledAt))
    .limit(limit);

export type ListedReferral = Awaited<ReturnType<typeof listWaitingReferrals>>[number];

export const findReferral = async (db: Db, id: string): Promise<ListedReferral | undefined> =>
  (await select(db).where(eq(referrals.id, id)).limit(1))[0];

export type NewReferral = { row: typeof referrals.$inferInsert } & Noted;

const isOpen = {
  join: (source: string, id: string): string =>
    `join sources s on s.id = ${source} and s.closed_at is null
     where not exists (select 1 from referrals r where r.id = ${id})`,
};

/** What stands under the id of a referral, sealed. */
export type StoredReferral = Pick<ReferralRow, 'nameSealed' | 'numberSealed'>;

const storedOf = (row: Record<string, unknown>): StoredReferral => ({
  nameSealed: String(row.name_sealed),
  numberSealed: String(row.number_sealed),
});

/** Stores referrals of open sources; the same one sent twice is stored once. Gives what stands there, undefined when the source was closed. */
export const storeReferrals: Write<NewReferral, StoredReferral | undefined> = noting(
  {
    name: 'store-referrals',
    statements: (items) =>
      items.flatMap(({ row }) => [
        ...insertIf(referrals, [{ row, keys: [row.sourceId, row.id] }], {
          join: (source = '', id = '') => isOpen.join(source, id),
        }),
        { sql: 'select name_sealed, number_sealed from referrals where id = ?', args: [row.id] },
      ]),
    outcomes: (items, results) =>
      items.map(() => {
        const found = results.at(-1)?.rows[0];
        return found && storedOf(found);
      }),
    lookUp: async (client, { row }) => {
      const sql = 'select name_sealed, number_sealed from referrals where id = ?';
      const [found] = (await client.execute({ sql, args: [row.id] })).rows;
      return found && storedOf(found);
    },
  },
  { keys: ({ row }) => [row.sourceId, row.id], join: (source = '', id = '') => isOpen.join(source, id) },
);

/** What became of a referral; `relativeId` with `taken`, `why` and the `offers` shown instead with `declined`, the same ones with `waiting`. */
export type Settlement = {
  id: string;
  status: 'taken' | 'declined' | 'waiting';
  relativeId: string | null;
  why: string | null;
  offers: readonly string[];
  at: number;
  by: string;
} & Noted;

const FROM = `iif(${at(1)} = 'waiting', 'declined', 'waiting')`;

/** The relative who came of it, where one did, is registered: one who was refused settles nothing. */
const IS_THERE = (relative: string): string =>
  `(${relative} is null or exists (select 1 from relatives m where m.id = ${relative}))`;

/** The signposting that belongs to a declined referral; its id follows from both, so that it can be taken back. */
const SIGNPOST = `r.id || '.' || o.value`;
const OFFERS = `json_each(e.value, '$[6]') o`;

/** What was shown instead is counted with the refusal, and no more once the referral waits again. */
const countOffers = (args: string[]): Statement[] => [
  {
    sql: `insert or ignore into signposted (id, offer_id, at, by)
          select ${SIGNPOST}, o.value, ${at(4)}, ${at(5)} from json_each(?) e
          join referrals r on r.id = ${at(0)} and r.status = 'declined' and r.settled_at = ${at(4)}
            and r.settled_by = ${at(5)}
          join ${OFFERS} where ${at(1)} = 'declined'`,
    args,
  },
  {
    sql: `delete from signposted where id in (select ${SIGNPOST} from json_each(?) e
            join referrals r on r.id = ${at(0)} and r.status = 'waiting' join ${OFFERS}
            where ${at(1)} = 'waiting')`,
    args,
  },
];

/** Settles referrals that wait, or lets declined ones wait again; false for one that somebody settled first. A relative who came of it keeps its source. */
export const settleReferrals: Write<Settlement, boolean> = noting(
  {
    name: 'settle-referrals',
    statements: (items) => {
      const args = [
        JSON.stringify(
          items.map(({ id, status, relativeId, why, offers, at: when, by }) => [
            id,
            status,
            relativeId,
            why,
            status === 'waiting' ? null : when,
            status === 'waiting' ? null : by,
            offers,
          ]),
        ),
      ];
      return [
        {
          sql: `update referrals set status = ${at(1)}, relative_id = ${at(2)}, why = ${at(3)},
                  settled_at = ${at(4)}, settled_by = ${at(5)}
                from json_each(?) e where referrals.id = ${at(0)} and referrals.status = ${FROM} and ${IS_THERE(at(2))}
                returning referrals.id`,
          args,
        },
        {
          sql: `update relatives set found_by = r.source_id from json_each(?) e
                join referrals r on r.id = ${at(0)} and r.status = 'taken' and r.relative_id = ${at(2)}
                where relatives.id = ${at(2)} and relatives.found_by is null`,
          args,
        },
        ...countOffers(args),
      ];
    },
    outcomes(items, [settled]) {
      const open = new Set(settled?.rows.map(({ id }) => id));
      return items.map(({ id }) => open.delete(id));
    },
    lookUp: async (client, { id, at: when, by }) => {
      const sql = 'select 1 from referrals where id = ? and settled_at = ? and settled_by = ?';
      const found = await client.execute({ sql, args: [id, when, by] });
      return found.rows.length > 0 ? true : undefined;
    },
  },
  {
    keys: ({ id, status, relativeId }) => [
      id,
      status === 'waiting' ? 'declined' : 'waiting',
      relativeId ?? '',
    ],
    join: (id, from, relative) => `join referrals r on r.id = ${id} and r.status = ${from}
      and ${IS_THERE(`nullif(${relative}, '')`)}`,
  },
);

/** Referrals that were settled before an instant and still say whom they were about; a blank relation marks those that do not. */
export const listReferralsToForget = async ({ orm }: Db, before: number, limit: number): Promise<string[]> =>
  (
    await orm
      .select({ id: referrals.id })
      .from(referrals)
      .where(
        sql`${referrals.status} <> 'waiting' and ${referrals.settledAt} < ${before} and ${referrals.relation} <> ''`,
      )
      .limit(limit)
  ).map(({ id }) => id);

/** A settled referral without whom it was about; the fields that must be there are sealed empty. */
export type Blank = { id: string; nameSealed: string; numberSealed: string };

/** Takes whom they were about from settled referrals. */
export const blankReferrals: Write<Blank, true> = {
  name: 'blank-referrals',
  statements: (items) => [
    {
      sql: `update referrals set name_sealed = ${at(1)}, number_sealed = ${at(2)}, note_sealed = null, by_sealed = null,
              relation = '' from json_each(?) e where referrals.id = ${at(0)} and referrals.status <> 'waiting'`,
      args: [JSON.stringify(items.map(({ id, nameSealed, numberSealed }) => [id, nameSealed, numberSealed]))],
    },
  ],
  outcomes: (items) => items.map(() => true as const),
};
