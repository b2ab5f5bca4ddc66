// The blind index of names. Who finds is told what is in sight by the statement itself.
import { and, type SQL, sql } from 'drizzle-orm';
import type { Statement, Write } from '../lane.ts';
import type { Db } from '../open.ts';
import { relatives } from '../schema/people.ts';
import { type ListedRelative, selectRelatives } from './relative-lists.ts';
import { inSight, type Sight } from './sight.ts';

/** A relative with everything the name is found by. */
export type NameWords = { id: string; words: readonly string[] };

/** Notes what relatives are found by; those who are not there leave nothing. */
export const insertWords = (items: readonly NameWords[]): Statement => ({
  sql: `insert or ignore into relative_words (word_hash, relative_id)
        select w.value, r.id from json_each(?) e join relatives r on r.id = e.value ->> '$[0]'
          join json_each(e.value, '$[1]') w where true`,
  args: [JSON.stringify(items.map(({ id, words }) => [id, words]))],
});

/** A name as it was read, with what it is found by. */
export type IndexedName = NameWords & { nameSealed: string };

const stillNamed = (items: readonly IndexedName[]): string =>
  JSON.stringify(items.map(({ id, nameSealed, words }) => [id, nameSealed, words]));

/** Writes what names are found by anew; a name that was changed meanwhile was indexed with its change. */
export const indexNames: Write<readonly IndexedName[], true> = {
  name: 'index-names',
  statements: (pages) =>
    pages.flatMap((page) => [
      {
        sql: `delete from relative_words where relative_id in (select r.id from json_each(?) e
                join relatives r on r.id = e.value ->> '$[0]' and r.name_sealed = e.value ->> '$[1]')`,
        args: [stillNamed(page)],
      },
      {
        sql: `insert or ignore into relative_words (word_hash, relative_id)
              select w.value, r.id from json_each(?) e
                join relatives r on r.id = e.value ->> '$[0]' and r.name_sealed = e.value ->> '$[1]'
                join json_each(e.value, '$[2]') w where true`,
        args: [stillNamed(page)],
      },
    ]),
  outcomes: (pages) => pages.map(() => true as const),
};

/** Names in order of their ids after `after`, sealed; with `unindexed` only those nobody can find yet. */
export async function listNames(
  { client }: Pick<Db, 'client'>,
  page: { after: string; limit: number; unindexed?: boolean },
): Promise<{ id: string; nameSealed: string }[]> {
  const missing = 'and not exists (select 1 from relative_words w where w.relative_id = relatives.id)';
  const found = await client.execute({
    sql: `select id, name_sealed from relatives where id > ? and merged_into is null ${page.unindexed ? missing : ''}
          order by id limit ?`,
    args: [page.after, page.limit],
  });
  return found.rows.map((row) => ({ id: String(row.id), nameSealed: String(row.name_sealed) }));
}

/** From so many on the newest relatives are gone through instead: soon enough for a word alone, later where all words must meet. */
const COMMON_ALONE = 1_000;
const COMMON = 10_000;

const countWord = async ({ client }: Pick<Db, 'client'>, hash: string): Promise<number> => {
  const found = await client.execute({
    sql: 'select count(*) as n from (select 1 from relative_words where word_hash = ? limit ?)',
    args: [hash, COMMON],
  });
  return Number(found.rows[0]?.n);
};

const has = (hash: string, id: SQL): SQL =>
  sql`exists (select 1 from relative_words w where w.word_hash = ${hash} and w.relative_id = ${id})`;

/** The newest of those whom a rare word finds and the others too: only ids are sorted. */
function byRarest(rarest: string, others: readonly string[], sight: Sight, limit: number): SQL {
  const found = sql`first.relative_id`;
  const all = and(sql`true`, ...others.map((hash) => has(hash, found)), inSight(sight, found));
  return sql`${relatives.id} in (select found.id from relative_words first join relatives found on found.id = first.relative_id
    where first.word_hash = ${rarest} and found.merged_into is null and ${all}
    order by found.created_at desc, found.id desc limit ${limit})`;
}

/** The newest relatives who are found by all of these words. */
export async function listRelativesByWords(
  db: Db,
  hashes: readonly string[],
  limit: number,
  sight: Sight,
): Promise<ListedRelative[]> {
  const counted = await Promise.all(hashes.map(async (hash) => ({ hash, n: await countWord(db, hash) })));
  const [rarest, ...others] = counted.sort((a, b) => a.n - b.n);
  if (!rarest || rarest.n === 0) return [];
  const rest = others.map(({ hash }) => hash);
  if (rarest.n < (rest.length === 0 ? COMMON_ALONE : COMMON))
    return selectRelatives(db, byRarest(rarest.hash, rest, sight, limit), limit);
  const id = sql`${relatives.id}`;
  const everyWord = and(...[rarest.hash, ...rest].map((hash) => has(hash, id)), inSight(sight, relatives.id));
  return selectRelatives(db, everyWord, limit);
}
