// Spreadsheets that wait to be looked through, and relatives written from them a batch at a time. Real time throughout.
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Statement, Write } from '../lane.ts';
import type { LedgerRow } from '../ledger.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import type { Db } from '../open.ts';
import { insertIf, insertRows } from '../rows.ts';
import { ledger } from '../schema/house.ts';
import { circles, imports, numbers, relatives } from '../schema/people.ts';
import { insertWords } from './name-words.ts';
import type { NumberInsert } from './new-relatives.ts';
import { circleInSight, inSight, type Sight } from './sight.ts';

export type ImportRow = typeof imports.$inferSelect;

/** Keeps a draft; what it holds opens at `imports.rows:<id>`. */
export const addImports: Write<ImportRow, true> = {
  name: 'add-imports',
  statements: (rows) => [insertRows(imports, rows)],
  outcomes: (rows) => rows.map(() => true as const),
};

export const findImport = async ({ orm }: Db, id: string): Promise<ImportRow | undefined> =>
  (await orm.select().from(imports).where(eq(imports.id, id)).limit(1))[0];

/** Imports that were begun and are not finished, the oldest first. */
export const listRunningImports = ({ orm }: Db): Promise<ImportRow[]> =>
  orm.select().from(imports).where(eq(imports.status, 'running')).orderBy(asc(imports.createdAt)).limit(20);

/** What becomes of a draft, if it is still where it was. */
export type ImportStep = { id: string; from: string; to: string; rowsSealed: string; endsAt: number } & Noted;

/** Takes imports a step further; false for one that was taken there by another. */
export const stepImports: Write<ImportStep, boolean> = noting(
  {
    name: 'step-imports',
    statements: (steps) =>
      steps.map(({ id, from, to, rowsSealed, endsAt }) => ({
        sql: 'update imports set status = ?, rows_sealed = ?, ends_at = ? where id = ? and status = ? returning id',
        args: [to, rowsSealed, endsAt, id, from],
      })),
    outcomes: (steps, results) => steps.map((_, i) => (results[i]?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  {
    keys: ({ id, from }) => [id, from],
    join: (id, from) => `join imports i on i.id = ${id} and i.status = ${from}`,
  },
);

/** Throws drafts away whose time is over (real time); one that is under way is finished first. */
export const forgetImports: Write<number, true> = {
  name: 'forget-imports',
  statements: (instants) => [
    {
      sql: "delete from imports where ends_at <= ? and status <> 'running'",
      args: [Math.max(...instants)],
    },
  ],
  outcomes: (instants) => instants.map(() => true as const),
};

/** Throws one draft away, if nothing was begun with it. */
export const dropImports: Write<{ id: string; staffId: string }, true> = {
  name: 'drop-imports',
  statements: (drafts) =>
    drafts.map(({ id, staffId }) => ({
      sql: "delete from imports where id = ? and staff_id = ? and status <> 'running'",
      args: [id, staffId],
    })),
  outcomes: (drafts) => drafts.map(() => true as const),
};

/** Which of these numbers a relative has already. */
export async function listTakenNumbers({ orm }: Db, ids: readonly string[]): Promise<Set<string>> {
  const rows = await orm
    .select({ id: relatives.numberId })
    .from(relatives)
    .where(sql`${relatives.numberId} in (select value from json_each(${JSON.stringify(ids)}))`);
  return new Set(rows.flatMap(({ id }) => (id ? [id] : [])));
}

/** The circles with these codes that are in sight. */
export const listCirclesByCode = ({ orm }: Db, codes: readonly string[], sight: Sight) =>
  orm
    .select({ id: circles.id, code: circles.code })
    .from(circles)
    .where(and(inArray(circles.code, [...codes]), circleInSight(sight, circles.unitId)));

/** Someone whose name is looked for: `first` is the rarest-looking of `words`. */
export type AlikeQuestion = { key: number; first: string; words: readonly string[] };

/** For each question the relatives in sight who are found by all of its words; a bounded number in all. */
export async function listAlike(db: Db, questions: readonly AlikeQuestion[], sight: Sight) {
  const asked = JSON.stringify(questions.map(({ key, first, words }) => [key, first, words]));
  return db.orm.all<{
    key: number;
    id: string;
    nameSealed: string;
    tiltaleSealed: string;
    relation: string;
    circleId: string;
  }>(sql`select e.value ->> '$[0]' as key, relatives.id as id, relatives.name_sealed as nameSealed,
      relatives.tiltale_sealed as tiltaleSealed, relatives.relation as relation, relatives.circle_id as circleId
    from json_each(${asked}) e
      join relative_words w on w.word_hash = e.value ->> '$[1]'
      join relatives on relatives.id = w.relative_id and relatives.merged_into is null
    where not exists (select 1 from json_each(e.value, '$[2]') h where not exists
        (select 1 from relative_words x where x.word_hash = h.value and x.relative_id = relatives.id))
      and ${inSight(sight, relatives.id)}
    order by relatives.created_at desc limit 1000`);
}

/** One relative of a batch; `circle` is made with the first who goes into it. */
export type ImportedRelative = {
  relative: typeof relatives.$inferInsert;
  number: NumberInsert | null;
  circle: { id: string; code: string; unitId: string; createdAt: number } | null;
  words: readonly string[];
  ledger: readonly LedgerRow[];
};

/** Lets a row through while the relative is not there and nobody has the number: done twice, a batch does nothing the second time. */
const isNew = {
  join: (
    id: string,
    number: string,
  ): string => `where not exists (select 1 from relatives r where r.id = ${id})
    and not exists (select 1 from relatives o where o.number_id = ${number})`,
};

const keysOf = ({ relative }: ImportedRelative): string[] => [relative.id, relative.numberId ?? ''];

const batchStatements = (batch: readonly ImportedRelative[]): Statement[] => {
  const ids = batch.map(({ relative }) => relative.id);
  const made = batch.flatMap((one) =>
    one.circle ? [{ row: { ...one.circle, state: 'alive', apart: 0 }, keys: keysOf(one) }] : [],
  );
  const phones = batch.flatMap(({ number }) => (number ? [number] : []));
  return [
    ...insertIf(
      ledger,
      batch.flatMap((one) => one.ledger.map((row) => ({ row, keys: keysOf(one) }))),
      isNew,
    ),
    ...insertIf(circles, made, { ...isNew, verb: 'INSERT OR IGNORE' }),
    ...(phones.length > 0 ? [insertRows(numbers, phones, 'ignore')] : []),
    ...insertIf(
      relatives,
      batch.map((one) => ({ row: one.relative, keys: keysOf(one) })),
      isNew,
    ),
    insertWords(batch.map(({ relative, words }) => ({ id: relative.id, words }))),
    {
      sql: `update relatives set channel = 'ring' where channel = 'sms' and id in (select value from json_each(?))
              and number_id in (select n.id from numbers n where n.landline = 1)`,
      args: [JSON.stringify(ids)],
    },
    {
      sql: 'select id from relatives where id in (select value from json_each(?))',
      args: [JSON.stringify(ids)],
    },
  ];
};

/**
 * Registers a batch of relatives of whom no two have one number, with circles, index and ledger, in one commit; gives the
 * ids of those who are there afterwards. Others have their number by then. Done again it changes nothing.
 */
export const importRelatives: Write<readonly ImportedRelative[], Set<string>> = {
  name: 'import-relatives',
  statements: (batches) => batches.flatMap(batchStatements),
  outcomes(batches, results) {
    let last = -1;
    return batches.map((batch) => {
      last += batchStatements(batch).length;
      return new Set(results[last]?.rows.map((row) => String(row.id)));
    });
  },
};
