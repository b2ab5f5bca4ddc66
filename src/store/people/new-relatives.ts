import type { Statement, Write } from '../lane.ts';
import { type Noted, noting } from '../noting.ts';
import { at, insertIf } from '../rows.ts';
import { type circles, numbers, type relatives } from '../schema/people.ts';
import { insertWords } from './name-words.ts';

export type NumberInsert = typeof numbers.$inferInsert;

/** What staff said of a telephone; where they said nothing, what is known of it stays. */
export type TelephoneKind = 'landline' | 'mobile';

/** One relative to register, with the number and, when it is made for the occasion, the circle. */
export type NewRelative = {
  relative: typeof relatives.$inferInsert;
  number: NumberInsert | null;
  circle: typeof circles.$inferInsert | null;
  /** Someone has confirmed that several people read this phone. */
  shared: boolean;
  /** What the name is found by. */
  words: readonly string[];
  kind?: TelephoneKind;
  /** Only while this referral waits: what it came of settles it in the same commit. */
  referral?: string;
} & Noted;

/** What became of it: `taken` when another relative has the number and nobody confirmed that it is shared. */
export type Registered = 'done' | 'taken';

/** Numbers that are not there yet, of relatives who have them now. */
const insertNumbers = (items: readonly NewRelative[]): Statement[] =>
  insertIf(
    numbers,
    items.flatMap(({ relative, number }) => (number ? [{ row: number, keys: [relative.id] }] : [])),
    { join: (id) => `join relatives r on r.id = ${id}`, verb: 'INSERT OR IGNORE' },
  );

/** Notes what was said of a telephone by whoever has the number now, and of whom the condition holds. */
export const noteKinds = (
  items: readonly { relativeId: string; number: NumberInsert | null; kind?: TelephoneKind | undefined }[],
  holds: (relative: string) => string = () => 'true',
): Statement[] => {
  const landline = { landline: 1, mobile: 0 };
  const said = items.map(({ number, relativeId, kind }) => [
    number?.id ?? null,
    relativeId,
    kind ? landline[kind] : null,
  ]);
  const args = [JSON.stringify(said)];
  return [
    {
      sql: `update numbers set landline = ${at(2)} from json_each(?) e
            where numbers.id = ${at(0)} and ${at(2)} is not null
              and exists (select 1 from relatives r where r.id = ${at(1)} and r.number_id = numbers.id
                and ${holds('r')})`,
      args,
    },
  ];
};

/** Those who are reached at a landline are called and not written to. */
export const callLandlines = (items: readonly { number: NumberInsert | null }[]): Statement => ({
  sql: `update relatives set channel = 'ring' where channel = 'sms' and number_id in
        (select n.id from json_each(?) e join numbers n on n.id = e.value and n.landline = 1)`,
  args: [JSON.stringify(items.flatMap(({ number }) => (number ? [number.id] : [])))],
});

/** Notes that a phone is read by several, where that was confirmed and is so. */
export const markShared = (
  items: readonly { number: NumberInsert | null; shared: boolean }[],
): Statement => ({
  sql: `update numbers set shared = 1 where id in (select value from json_each(?))
        and (select count(*) from relatives r where r.number_id = numbers.id) > 1`,
  args: [JSON.stringify(items.flatMap(({ number, shared }) => (number && shared ? [number.id] : [])))],
});

const REFERRAL_WAITS = (id: string): string =>
  `exists (select 1 from referrals w where w.id = ${id} and w.status = 'waiting')`;

/** The first of the items with the same number, one that is confirmed as shared, or one whose number nobody has. */
const insertRelatives = (items: string): Statement => ({
  sql: `insert into relatives (id, circle_id, number_id, name_sealed, tiltale_sealed, language, relation, area,
                               age_band, channel, minor, guardian_sealed, note_sealed, created_at)
        select r->>'id', r->>'circleId', r->>'numberId', r->>'nameSealed', r->>'tiltaleSealed', r->>'language',
               r->>'relation', r->>'area', r->>'ageBand', r->>'channel', r->>'minor', r->>'guardianSealed',
               r->>'noteSealed', r->>'createdAt'
        from (select value->'relative' as r, value->>'shared' as shared,
                     value->>'referral' as referral,
                     row_number() over (partition by value->>'$.relative.numberId' order by key) as nth
              from json_each(?)) as asked
        where (r->>'numberId' is null or shared = 1
           or (nth = 1 and not exists (select 1 from relatives o where o.number_id = r->>'numberId')))
          and (referral is null or ${REFERRAL_WAITS('referral')})
        returning id`,
  args: [items],
});

const insertCircles = (items: string): Statement => ({
  sql: `insert into circles (id, code, unit_id, state, apart, created_at)
        select c->>'id', c->>'code', c->>'unitId', 'alive', 0, c->>'createdAt'
        from (select value->'circle' as c, value->>'$.relative.id' as relative_id from json_each(?)) as asked
        where c->>'id' is not null and exists (select 1 from relatives r where r.id = relative_id)`,
  args: [items],
});

/** Registers relatives with their numbers and new circles; a taken number leaves nothing behind. */
export const registerRelative: Write<NewRelative, Registered> = noting(
  {
    name: 'register-relative',
    statements(items) {
      const json = JSON.stringify(items);
      return [
        insertRelatives(json),
        ...insertNumbers(items),
        ...noteKinds(items.map(({ relative, number, kind }) => ({ relativeId: relative.id, number, kind }))),
        callLandlines(items),
        markShared(items),
        insertCircles(json),
        insertWords(items.map(({ relative, words }) => ({ id: relative.id, words }))),
      ];
    },
    outcomes(items, [inserted]) {
      const ids = new Set(inserted?.rows.map((row) => row.id));
      return items.map(({ relative }) => (ids.has(relative.id) ? 'done' : 'taken'));
    },
    lookUp: async (client, { relative }) => {
      const found = await client.execute({
        sql: 'select 1 from relatives where id = ?',
        args: [relative.id],
      });
      return found.rows.length > 0 ? 'done' : undefined;
    },
  },
  {
    keys: ({ number, shared, referral }) => [number?.id ?? '', shared ? 1 : 0, referral ?? ''],
    join: (number, shared, referral = '') => `where (${shared} = 1
        or not exists (select 1 from relatives o where o.number_id = ${number}))
      and (${referral} = '' or ${REFERRAL_WAITS(referral)})`,
  },
);
