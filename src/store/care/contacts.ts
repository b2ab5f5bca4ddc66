// Registered conversations. What was said is sealed; what is counted stands in columns of its own.
import { asc, eq, sql } from 'drizzle-orm';
import { changeSeen } from '../change-seen.ts';
import type { Statement, Write } from '../lane.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import type { Db } from '../open.ts';
import { inSight, type Sight } from '../people/sight.ts';
import { at, type Condition, insertIf } from '../rows.ts';
import { contactRelatives, contacts, signposted } from '../schema/care.ts';
import { ledger } from '../schema/house.ts';
import { FROM } from './appointments.ts';
import { type NewSignpost, signpostKeys, signpostOnce } from './signposted.ts';

export type ContactRow = typeof contacts.$inferInsert;

/** A contact with those it was with, and where they were shown the way to. */
export type NewContact = {
  contact: ContactRow;
  relatives: readonly string[];
  signposts?: readonly NewSignpost[];
} & Noted;

/** Not one of an appointment that was cancelled, or has a contact already; nor the same one again. */
const isRegistrable = (id: string, appointment: string): string =>
  `NOT EXISTS (SELECT 1 FROM contacts c WHERE c.id = ${id})
    AND (${appointment} = '' OR EXISTS (SELECT 1 FROM appointments a
      WHERE a.id = ${appointment} AND a.state <> 'cancelled' AND a.contact_id IS NULL))`;

const mayRegister: Condition = {
  join: (id = '', appointment = '') => `WHERE ${isRegistrable(id, appointment)}`,
};

/** An offer that does not hold any more is no reason to lose the registration: it is left out. */
const mayShowTheWay: Condition = {
  join: (id = '', appointment = '', offer = '', relative = '', contact = '', from = '') =>
    `${signpostOnce.join(offer, relative, contact, from)} AND ${isRegistrable(id, appointment)}`,
};

/** Before the contact: its signposts, each with its entry. */
const showTheWay = (item: NewContact): Statement[] =>
  (item.signposts ?? []).flatMap((one) => {
    const keys = [...keysOf(item), ...signpostKeys(one)];
    return [
      ...insertIf(
        ledger,
        (one.ledger ?? []).map((row) => ({ row, keys })),
        mayShowTheWay,
      ),
      ...insertIf(signposted, [{ row: one.row, keys }], mayShowTheWay),
    ];
  });

const keysOf = ({ contact }: NewContact): string[] => [contact.id, contact.appointmentId ?? ''];
const HELD_FROM = FROM.held.map((state) => `'${state}'`).join(', ');

/** Whether what stands under the id is this contact: of the same, with the same, after the same appointment. */
const findRegistered = ({ contact: c, relatives }: NewContact): Statement => ({
  sql: `SELECT c.id FROM contacts c WHERE c.id = ?1 AND c.advisor_id = ?2 AND c.minutes = ?3 AND c.kind = ?4
      AND c.appointment_id IS ?5
      AND (SELECT count(*) FROM contact_relatives p WHERE p.contact_id = c.id) = json_array_length(?6)
      AND (SELECT count(*) FROM contact_relatives p WHERE p.contact_id = c.id
        AND p.relative_id IN (SELECT value FROM json_each(?6))) = json_array_length(?6)`,
  args: [c.id, c.advisorId, c.minutes, c.kind, c.appointmentId ?? null, JSON.stringify(relatives)],
});

/**
 * Registers contacts; the appointment of one is held by it. True also for one that is there already; false, and nothing
 * changed, for one whose appointment was cancelled or has one, and where something else stands under the id.
 */
export const registerContacts: Write<NewContact, boolean> = noting(
  {
    name: 'register-contacts',
    statements: (items) =>
      items.flatMap((item) => [
        ...showTheWay(item),
        ...insertIf(
          contactRelatives,
          item.relatives.map((relativeId) => ({
            row: { contactId: item.contact.id, relativeId },
            keys: keysOf(item),
          })),
          mayRegister,
        ),
        ...insertIf(contacts, [{ row: item.contact, keys: keysOf(item) }], mayRegister),
        {
          sql: `UPDATE appointments SET contact_id = ?1, changed_at = ?3,
              state = iif(state IN (${HELD_FROM}), 'held', state)
            WHERE id = ?2 AND contact_id IS NULL AND state <> 'cancelled'
              AND EXISTS (SELECT 1 FROM contacts c WHERE c.id = ?1 AND c.appointment_id = ?2)`,
          args: [item.contact.id, item.contact.appointmentId ?? '', item.contact.createdAt],
        },
        findRegistered(item),
      ]),
    outcomes: (items, results) => items.map(() => (results.at(-1)?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  { keys: keysOf, ...mayRegister },
);

/** Changes contacts as they were seen. A confirmation holds only while the follow-up stays a hand-over. */
export const changeContacts = changeSeen(
  'change-contacts',
  contacts,
  [
    'at',
    'minutes',
    'kind',
    'level',
    'place',
    'initiative',
    'themes',
    'outcome',
    'followUp',
    'handedToSealed',
    'nextStepSealed',
    'noteSealed',
  ],
  {
    sets: (place) =>
      `confirmed_at = iif(contacts.follow_up = ${place('followUp')}, contacts.confirmed_at, NULL)`,
  },
);

/** The receiver has confirmed. */
export type Confirmation = { id: string; at: number; by: string } & Noted;

/** Closes hand-overs; false for one that was closed before. */
export const confirmHandOvers: Write<Confirmation, boolean> = noting(
  {
    name: 'confirm-hand-overs',
    statements: (items) => [
      {
        sql: `UPDATE contacts SET confirmed_at = ${at(1)}, confirmed_by = ${at(2)} FROM json_each(?) e
          WHERE contacts.id = ${at(0)} AND contacts.follow_up = 'overdraget' AND contacts.confirmed_at IS NULL
          RETURNING contacts.id`,
        args: [JSON.stringify(items.map(({ id, at: when, by }) => [id, when, by]))],
      },
    ],
    outcomes: (items, [confirmed]) => items.map(() => (confirmed?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  {
    keys: ({ id }) => [id],
    join: (id) => `JOIN contacts c ON c.id = ${id} AND c.follow_up = 'overdraget' AND c.confirmed_at IS NULL`,
  },
);

/** One contact. */
export const findContactRow = async ({ orm }: Db, id: string) =>
  (await orm.select().from(contacts).where(eq(contacts.id, id)).limit(1))[0];

/** With whom these contacts were; named where in sight. */
export const listContactRelatives = ({ orm }: Db, ids: readonly string[], sight: Sight) =>
  orm.all<{ contactId: string; relativeId: string; nameSealed: string | null }>(sql`
    select p.contact_id as contactId, p.relative_id as relativeId,
      case when ${inSight(sight, sql`p.relative_id`)} then r.name_sealed end as nameSealed
    from contact_relatives p join relatives r on r.id = p.relative_id
    where p.contact_id in (select value from json_each(${JSON.stringify(ids)})) order by r.created_at, r.id`);

/** Hand-overs nobody has confirmed, the oldest first. */
export const listOpenHandOvers = ({ orm }: Db, sight: Sight, limit: number) =>
  orm
    .select({
      id: contacts.id,
      at: contacts.at,
      advisorId: contacts.advisorId,
      handedToSealed: contacts.handedToSealed,
    })
    .from(contacts)
    .where(
      sql`follow_up = 'overdraget' and confirmed_at is null and exists (select 1 from contact_relatives part
        where part.contact_id = ${contacts.id} and ${inSight(sight, sql`part.relative_id`)})`,
    )
    .orderBy(asc(contacts.at))
    .limit(limit);

/** The contacts with one relative, the latest first, without what was said. */
export const listContactsOf = ({ orm }: Db, relativeId: string, limit: number) =>
  orm.all<{
    id: string;
    at: number;
    minutes: number;
    kind: string;
    place: string;
    level: string;
    themes: string;
    followUp: string;
    confirmedAt: number | null;
    advisorId: string;
  }>(sql`select c.id, c.at, c.minutes, c.kind, c.place, c.level, c.themes, c.follow_up as followUp,
      c.confirmed_at as confirmedAt, c.advisor_id as advisorId
    from contact_relatives part join contacts c on c.id = part.contact_id
    where part.relative_id = ${relativeId} order by c.at desc, c.id limit ${limit}`);
