// With whom a conversation is: one relative, or a number at which nobody is known, or several are.
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Db } from '../open.ts';
import { inSight, numberInSight, type Sight } from '../people/sight.ts';

/** The one relative reached at a number; null for nobody and for several. */
const onlyOneAt = (number: SQLWrapper): SQL => sql`(select case count(*) when 1 then min(known.id) end
  from relatives known where known.number_id = ${number})`;

/** The conversation an SMS belongs to, by its relative and number: the relative's id, or the number's. */
export const conversationOf = (relativeId: SQLWrapper, numberId: SQLWrapper): SQL =>
  sql`coalesce(${relativeId}, ${onlyOneAt(numberId)}, ${numberId})`;

/** A conversation's sides. `loose` is the number whose SMS without a relative belong to it; empty when none do. */
export type Party = {
  /** The relative's id, or the number's. */
  id: string;
  relativeId: string | null;
  numberId: string | null;
  loose: string;
};

type Row = { id: string; relativeId: string | null; numberId: string | null; alone: string | null };

const toParty = ({ alone, ...row }: Row): Party => ({
  ...row,
  loose:
    row.relativeId === null ? (row.numberId ?? '') : alone === row.relativeId ? (row.numberId ?? '') : '',
});

async function findByRelative({ orm }: Db, sight: Sight, id: string): Promise<Party | undefined> {
  const [row] = await orm.all<Row>(sql`select r.id, r.id as "relativeId", r.number_id as "numberId",
      ${onlyOneAt(sql`r.number_id`)} as alone
    from relatives r where r.id = ${id} and ${inSight(sight, sql`r.id`)}`);
  return row && toParty(row);
}

type Place = { id: string; number: string; talk: string };

const toPlace = (found: readonly Place[]): Place | undefined => found[0];

/** The conversation of a number, a page message or a reply; whether a relative is in sight is asked afterwards. */
async function findPlace({ orm }: Db, sight: Sight, id: string): Promise<Place | undefined> {
  const byNumber =
    await orm.all<Place>(sql`select n.id, n.id as number, ${conversationOf(sql`null`, sql`n.id`)} as talk
    from numbers n where n.id = ${id} and ${numberInSight(sight, sql`null`, sql`n.id`)}`);
  if (byNumber.length > 0) return toPlace(byNumber);
  const [byPage] = await orm.all<Place>(sql`select g.id, '' as number, g.relative_id as talk
    from page_messages g where g.id = ${id}`);
  if (byPage) return byPage;
  return toPlace(
    await orm.all<Place>(sql`select p.id, p.number_id as number, ${conversationOf(sql`p.relative_id`, sql`p.number_id`)} as talk
      from replies p where p.id = ${id} and ${numberInSight(sight, sql`p.relative_id`, sql`p.number_id`)}`),
  );
}

/** The conversation with this id: a relative's, a number's, or the one a reply or page message belongs to; undefined when it is not there or out of sight. */
export async function findParty(db: Db, sight: Sight, id: string): Promise<Party | undefined> {
  const known = await findByRelative(db, sight, id);
  if (known) return known;
  const place = await findPlace(db, sight, id);
  if (!place) return undefined;
  if (place.talk === place.number)
    return { id: place.number, relativeId: null, numberId: place.number, loose: place.number };
  return findByRelative(db, sight, place.talk);
}

/**
 * How much people have said in a conversation, as SQL by the places of its relative and loose number (empty where there
 * is none): who writes tells how much was there, and whoever was too late is told.
 */
export const SAID = (relative: string, loose: string): string => `(
  (SELECT count(*) FROM replies WHERE relative_id = ${relative})
  + (SELECT count(*) FROM replies WHERE number_id = ${loose} AND relative_id IS NULL)
  + (SELECT count(*) FROM messages WHERE relative_id = ${relative} AND created_by IS NOT NULL AND journey_id IS NULL)
  + (SELECT count(*) FROM messages WHERE ${relative} = '' AND relative_id IS NULL AND number_id = ${loose} AND created_by IS NOT NULL)
  + (SELECT count(*) FROM page_messages WHERE relative_id = ${relative}))`;
