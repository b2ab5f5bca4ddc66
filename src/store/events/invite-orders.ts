// The order to invite a group, carried out page by page: killed in the middle it goes on where it was, and nobody is invited twice.
import { asc, eq, sql } from 'drizzle-orm';
import { FILLED, inPart, type Part } from '../broadcasts/audience.ts';
import type { Statement, Write } from '../lane.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import type { Db } from '../open.ts';
import type { Sight } from '../people/sight.ts';
import { insertIf } from '../rows.ts';
import { eventInvitations } from '../schema/events.ts';
import { relatives } from '../schema/people.ts';
import { type Invited, invitedQuery, MAY_INVITE, selectInvited } from './invites.ts';

/** A group that is to be invited; `sight` is whom the one who ordered it may see. */
export type InviteOrder = {
  id: string;
  eventId: string;
  groupId: string;
  sight: Sight;
  at: number;
  by: string;
} & Noted;

const isOpen = (event = '', when = ''): string =>
  `JOIN events ev ON ev.id = ${event} AND ${MAY_INVITE} ${when}`;

/** Notes orders; false for one of an arrangement nobody can be invited to. The same order again is one. */
export const orderInvitations: Write<InviteOrder, boolean> = noting(
  {
    name: 'order-invitations',
    statements: (items) =>
      items.flatMap(({ id, eventId, groupId, sight, at, by }) => [
        ...insertIf(
          eventInvitations,
          [
            {
              row: {
                ...{ id, eventId, groupId, sight: JSON.stringify(sight) },
                ...{ status: 'running', createdAt: at, createdBy: by },
              },
              keys: [eventId, at],
            },
          ],
          { join: isOpen, verb: 'INSERT OR IGNORE' },
        ),
        { sql: 'SELECT 1 FROM event_invitations WHERE id = ?', args: [id] },
      ]),
    outcomes: (items, results) => items.map(() => (results.at(-1)?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  {
    keys: ({ eventId, at }) => [eventId, at],
    join: isOpen,
  },
);

export type Invitation = typeof eventInvitations.$inferSelect;

export const findInvitation = async ({ orm }: Db, id: string): Promise<Invitation | undefined> =>
  (await orm.select().from(eventInvitations).where(eq(eventInvitations.id, id)))[0];

/** The orders that are still carried out, oldest first. */
export const listRunningInvitations = async ({ orm }: Db, limit: number): Promise<string[]> =>
  (
    await orm
      .select({ id: eventInvitations.id })
      .from(eventInvitations)
      .where(sql`status = 'running'`)
      .orderBy(asc(eventInvitations.createdAt))
      .limit(limit)
  ).map(({ id }) => id);

/** How many of a group are invited so far where an invitation to this arrangement is still carried out. */
export async function countInviting({ client }: Db, eventId: string): Promise<number | undefined> {
  const found = await client.execute({
    sql: `SELECT sum(invited) AS n FROM event_invitations WHERE event_id = ? AND status = 'running'`,
    args: [eventId],
  });
  const n = found.rows[0]?.n ?? null;
  return n === null ? undefined : Number(n);
}

/** The next of a part of the relatives who can be invited, in the order of their ids. */
export const listNext = async (db: Db, invited: Invited, part: Part, limit: number): Promise<string[]> =>
  (await selectInvited(db, invited, inPart(part)).orderBy(asc(relatives.id)).limit(limit)).map(
    ({ id }) => id,
  );

/** A page of an order: it goes on after `upTo`, and is done with the last of the relatives (`FILLED`). */
export type InvitePage = {
  order: Invitation;
  upTo: string;
  at: number;
  select: { sql: string; params: readonly unknown[] };
};

/** What a page writes: its people by their ids, each of whom can still be invited and is in sight at that moment. */
export const invitePage = (
  db: Db,
  order: Invitation,
  { ids, upTo, at }: { ids: readonly string[]; upTo: string; at: number },
): InvitePage => {
  const sight = JSON.parse(order.sight) as Sight;
  const select = invitedQuery(db, { eventId: order.eventId, who: { ids }, sight, now: at });
  return { order, upTo, at, select };
};

const writePage = ({ order, upTo, at, select }: InvitePage): Statement[] => {
  const { id, eventId, filledTo, createdBy } = order;
  return [
    {
      sql: `INSERT OR IGNORE INTO attendances
          (id, event_id, relative_id, guests, state, since, by, told, pending, created_at, created_by)
        SELECT 'i.' || lower(hex(randomblob(16))), ev.id, m.id, 0, 'invited', ?, 'staff', 0, 1, ?, ?
        FROM (${select.sql}) m JOIN events ev ON ev.id = ? AND ${MAY_INVITE} ?
          JOIN event_invitations o ON o.id = ? AND o.status = 'running' AND o.filled_to = ?`,
      args: [at, at, createdBy, ...(select.params as string[]), eventId, at, id, filledTo],
    },
    {
      sql: `UPDATE event_invitations SET invited = invited + changes(), filled_to = ?,
          status = CASE WHEN NOT EXISTS (SELECT 1 FROM events ev WHERE ev.id = event_id AND ${MAY_INVITE} ?) THEN 'stopped'
            WHEN ? = 1 THEN 'done' ELSE status END
        WHERE id = ? AND status = 'running' AND filled_to = ? RETURNING id`,
      args: [upTo, at, upTo === FILLED ? 1 : 0, id, filledTo],
    },
    {
      sql: `UPDATE events SET announced_at = ? WHERE id = ? AND announced_at IS NULL
        AND EXISTS (SELECT 1 FROM event_invitations o WHERE o.id = ? AND o.invited > 0)`,
      args: [at, eventId, id],
    },
  ];
};

/** Invites pages of orders; false for a page that was carried out before, or whose order was stopped. */
export const invitePages: Write<InvitePage, boolean> = {
  name: 'invite-pages',
  statements: (pages) => pages.flatMap(writePage),
  outcomes: (pages, results) => pages.map((_, i) => (results[i * 3 + 1]?.rows.length ?? 0) > 0),
};

/** Stops orders nobody can carry out. */
export const stopInvitations: Write<{ id: string }, void> = {
  name: 'stop-invitations',
  statements: (items) =>
    items.map(({ id }) => ({
      sql: `UPDATE event_invitations SET status = 'stopped' WHERE id = ? AND status = 'running'`,
      args: [id],
    })),
  outcomes: (items) => items.map(() => undefined),
};
