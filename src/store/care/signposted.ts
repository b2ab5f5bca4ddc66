// Who was shown the way to which offer, counted by offer.
import { and, desc, eq, gte, sql } from 'drizzle-orm';
import type { Write } from '../lane.ts';
import { type Noted, noting } from '../noting.ts';
import type { Db } from '../open.ts';
import { insertIf } from '../rows.ts';
import { offers, signposted } from '../schema/care.ts';

export type SignpostRow = typeof signposted.$inferInsert;

/** How many were shown the way to each offer since an instant. */
export async function countSignposted({ orm }: Db, since: number): Promise<Map<string, number>> {
  const rows = await orm
    .select({ offerId: signposted.offerId, n: sql<number>`count(*)` })
    .from(signposted)
    .where(gte(signposted.at, since))
    .groupBy(signposted.offerId);
  return new Map(rows.map(({ offerId, n }) => [offerId, n]));
}

const shown = {
  id: signposted.id,
  offerId: signposted.offerId,
  relativeId: signposted.relativeId,
  contactId: signposted.contactId,
  at: signposted.at,
  by: signposted.by,
  title: offers.title,
};

/** What one relative was shown the way to, the latest first. */
export const listSignpostsOf = ({ orm }: Db, relativeId: string, limit: number) =>
  orm
    .select(shown)
    .from(signposted)
    .innerJoin(offers, eq(offers.id, signposted.offerId))
    .where(and(eq(signposted.relativeId, relativeId), sql`${signposted.relativeId} is not null`))
    .orderBy(desc(signposted.at), desc(signposted.id))
    .limit(limit);

export const findSignpost = async ({ orm }: Db, id: string) =>
  (await orm.select().from(signposted).where(eq(signposted.id, id)).limit(1))[0];

/** Since `from` the same way is not shown to the same one twice: two presses count once. */
export type NewSignpost = { row: SignpostRow; from: number } & Noted;

/** The join that lets a signposting through: the offer holds, and the same one was not shown it since `from`. */
export const signpostOnce = {
  join: (offer: string, relative: string, contact: string, from: string): string =>
    `join offers o on o.id = ${offer} and o.retired_at is null
     where not exists (select 1 from signposted s where s.offer_id = ${offer} and s.at >= ${from}
       and coalesce(s.relative_id, '') = ${relative} and coalesce(s.contact_id, '') = ${contact}
       and (${relative} <> '' or ${contact} <> ''))`,
};

/** What `signpostOnce` is told by. */
export const signpostKeys = ({ row, from }: NewSignpost): (string | number)[] => [
  row.offerId,
  row.relativeId ?? '',
  row.contactId ?? '',
  from,
];

/** Counts that someone was shown the way; false when that was counted already or the offer does not hold any more. */
export const addSignposts: Write<NewSignpost, boolean> = noting(
  {
    name: 'add-signposts',
    statements: (items) =>
      items.flatMap((item) => [
        ...insertIf(signposted, [{ row: item.row, keys: signpostKeys(item) }], {
          join: (offer = '', relative = '', contact = '', from = '') =>
            signpostOnce.join(offer, relative, contact, from),
        }),
        { sql: 'select id from signposted where id = ?', args: [item.row.id] },
      ]),
    outcomes: (items, results) => items.map((_, i) => (results[2 * i + 1]?.rows.length ?? 0) > 0),
    lookUp: async (client, { row }) => {
      const found = await client.execute({ sql: 'select 1 from signposted where id = ?', args: [row.id] });
      return found.rows.length > 0 ? true : undefined;
    },
  },
  {
    keys: signpostKeys,
    join: (offer = '', relative = '', contact = '', from = '') =>
      signpostOnce.join(offer, relative, contact, from),
  },
);

/** Takes a signposting back; false when it is gone already. */
export const removeSignposts: Write<{ id: string } & Noted, boolean> = noting(
  {
    name: 'remove-signposts',
    statements: (items) => [
      {
        sql: 'delete from signposted where id in (select value from json_each(?)) returning id',
        args: [JSON.stringify(items.map(({ id }) => id))],
      },
    ],
    outcomes(items, [gone]) {
      const ids = new Set(gone?.rows.map(({ id }) => id));
      return items.map(({ id }) => ids.has(id));
    },
  },
  { keys: ({ id }) => [id], join: (id) => `join signposted s on s.id = ${id}` },
);
