// The signpost (vejviser): offers inside and outside the municipality. They are few and hold nothing about people.
import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Write } from '../lane.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import type { Db } from '../open.ts';
import { at } from '../rows.ts';
import { offers } from '../schema/care.ts';

export type OfferRow = typeof offers.$inferSelect;

/** Further than this the signpost is not read. */
export const MOST_OFFERS = 5_000;

export const findOffer = async ({ orm }: Db, id: string): Promise<OfferRow | undefined> =>
  (await orm.select().from(offers).where(eq(offers.id, id)).limit(1))[0];

/** The offers that hold, or those that were retired, by their titles. */
export const listOfferRows = ({ orm }: Db, retired: boolean): Promise<OfferRow[]> =>
  orm
    .select()
    .from(offers)
    .where(retired ? sql`${offers.retiredAt} is not null` : isNull(offers.retiredAt))
    .orderBy(asc(offers.title), asc(offers.id))
    .limit(MOST_OFFERS);

/** How the alert is called that asks to look at an offer again: once for each check, and once for each last day. */
export const staleAlert = (id: string, checkedOn: string): string => `offer.${id}.${checkedOn}`;
export const overAlert = (id: string, validUntil: string): string => `offer.${id}.til.${validUntil}`;

const notTold = (alert: SQL): SQL => sql`not exists (select 1 from alerts where id = ${alert})`;

/** Offers that were last checked on `yearAgo` or before and of which nobody was told yet; days are ISO dates. */
export const listStaleOffers = ({ orm }: Db, yearAgo: string, limit: number): Promise<OfferRow[]> =>
  orm
    .select()
    .from(offers)
    .where(
      and(
        sql`retired_at is null`,
        sql`${offers.checkedOn} <= ${yearAgo}`,
        notTold(sql`'offer.' || ${offers.id} || '.' || ${offers.checkedOn}`),
      ),
    )
    .orderBy(asc(offers.checkedOn))
    .limit(limit);

/** Offers whose last day lies before `today` and of which nobody was told yet. */
export const listOverOffers = ({ orm }: Db, today: string, limit: number): Promise<OfferRow[]> =>
  orm
    .select()
    .from(offers)
    .where(
      and(
        sql`retired_at is null`,
        sql`${offers.validUntil} < ${today}`,
        notTold(sql`'offer.' || ${offers.id} || '.til.' || ${offers.validUntil}`),
      ),
    )
    .limit(limit);

/** What is written of an offer. */
export type OfferContent = Pick<
  OfferRow,
  'title' | 'text' | 'target' | 'area' | 'contact' | 'url' | 'inside' | 'validUntil'
>;

export type OfferChange = { id: string; checkedOn: string; at: number; content: OfferContent } & Noted;

const values = ({ id, content, checkedOn, at: when }: OfferChange): unknown[] => [
  id,
  content.title,
  content.text,
  content.target,
  content.area,
  content.contact,
  content.url,
  content.inside,
  content.validUntil,
  checkedOn,
  when,
];

/** Adds offers; one that is there already stays as it is. */
export const addOffers: Write<OfferChange, true> = noting(
  {
    name: 'add-offers',
    statements: (items) => [
      {
        sql: `insert or ignore into offers (id, title, text, target, area, contact, url, inside, valid_until,
                checked_on, created_at, changed_at)
              select ${[...Array(11).keys(), 10].map((n) => at(n)).join(', ')} from json_each(?) e`,
        args: [JSON.stringify(items.map(values))],
      },
    ],
    outcomes: (items) => items.map(() => true as const),
  },
  { keys: ({ id }) => [id], join: (id) => `where not exists (select 1 from offers o where o.id = ${id})` },
);

/** What changed an offer closes what asked for it, and says who did; `may` asks, of the offer and the item's keys, whether it does. */
const closeAlerts = <I extends { id: string; at: number; by: string }>(
  items: readonly I[],
  keys: (item: I) => (string | number)[] = () => [],
  may = 'true',
) => ({
  sql: `update alerts set status = 'done', done_at = ${at(1)}, done_by = ${at(2)}
        from json_each(?) e join offers o on o.id = ${at(0)}
        where alerts.status = 'open' and alerts.kind = 'offer' and alerts.step = o.id and ${may}`,
  args: [JSON.stringify(items.map((item) => [item.id, item.at, item.by, ...keys(item)]))],
});

/** What a write of offers asks for besides that they hold, told by the places of its keys. */
type Asks<I> = { keys: (item: I) => (string | number)[]; of: (offer: string, ...keys: string[]) => string };

const nothing = { keys: () => [], of: () => 'true' };

/** A write of offers that hold, by the columns it sets from an item's values, the id first; false for one it may not. */
const whileTheyHold = <I extends { id: string; at: number; by: string } & Noted>(
  name: string,
  sets: string,
  valuesOf: (item: I) => unknown[],
  { keys, of }: Asks<I> = nothing,
): Write<I, boolean> => {
  const holds = (offer: string, places: string[]): string =>
    `${offer}.retired_at is null and ${of(offer, ...places)}`;
  const places = (item: I, from: number): string[] => keys(item).map((_, n) => at(from + n));
  return noting<I, boolean>(
    {
      name,
      statements: (items) =>
        items.flatMap((item) => [
          closeAlerts([item], keys, holds('o', places(item, 3))),
          {
            sql: `update offers set ${sets} from json_each(?) e where offers.id = ${at(0)}
                    and ${holds('offers', places(item, valuesOf(item).length))} returning offers.id`,
            args: [JSON.stringify([[...valuesOf(item), ...keys(item)]])],
          },
        ]),
      outcomes: (items, results) => items.map((_, n) => (results[2 * n + 1]?.rows.length ?? 0) > 0),
      lookUp: wasNoted,
    },
    {
      keys: (item) => [item.id, ...keys(item)],
      join: (id = '', ...own) => `join offers o on o.id = ${id} and ${holds('o', own)}`,
    },
  );
};

/** Changes offers as they were `seen` (`changedAt`), which counts as looking at them; false for one that is retired, gone or changed since. */
export const changeOffers = whileTheyHold<OfferChange & { by: string; seen: number }>(
  'change-offers',
  `title = ${at(1)}, text = ${at(2)}, target = ${at(3)}, area = ${at(4)}, contact = ${at(5)}, url = ${at(6)},
    inside = ${at(7)}, valid_until = ${at(8)}, checked_on = ${at(9)}, changed_at = max(changed_at + 1, ${at(10)})`,
  values,
  { keys: ({ seen }) => [seen], of: (offer, seen) => `${offer}.changed_at = ${seen}` },
);

export type OfferCheck = { id: string; on: string; at: number; by: string } & Noted;

/** Notes that offers were looked at and hold; false for one that is retired or gone. */
export const checkOffers = whileTheyHold<OfferCheck>(
  'check-offers',
  `checked_on = ${at(1)}`,
  ({ id, on }) => [id, on],
);

export type Retirement = { id: string; retire: boolean; at: number; by: string } & Noted;

/** Takes offers out of the signpost, or back in; false where it was so already. */
export const retireOffers: Write<Retirement, boolean> = noting(
  {
    name: 'retire-offers',
    statements: (items) => [
      {
        sql: `update offers set retired_at = iif(${at(1)}, ${at(2)}, null) from json_each(?) e
              where offers.id = ${at(0)} and (offers.retired_at is null) = ${at(1)} returning offers.id`,
        args: [JSON.stringify(items.map(({ id, retire, at: when }) => [id, retire ? 1 : 0, when]))],
      },
      closeAlerts(items),
    ],
    outcomes: (items, [retired]) => items.map(() => (retired?.rows.length ?? 0) > 0),
  },
  {
    keys: ({ id, retire }) => [id, retire ? 1 : 0],
    join: (id, retire) => `join offers o on o.id = ${id} and (o.retired_at is null) = ${retire}`,
  },
);
