import type { Db } from '../open.ts';

/** Where a record leads on to; undefined for one that stands by itself. */
export async function findMergedInto({ client }: Db, id: string): Promise<string | undefined> {
  const found = await client.execute({
    sql: 'select merged_into from relatives where id = ? and merged_into is not null',
    args: [id],
  });
  return found.rows[0] ? String(found.rows[0].merged_into) : undefined;
}

/** What would move, table by table, and the flows both run now. */
export async function countMerge({ client }: Db, keep: string, other: string) {
  const of = (table: string): string => `(select count(*) from ${table} where relative_id = ?2)`;
  const [counts, clashes] = await Promise.all([
    client.execute({
      sql: `select ?1 as keep, ${of('journeys')} as journeys, ${of('messages')} as messages, ${of('replies')} as replies,
        ${of('page_messages')} as pageMessages, ${of('alerts')} as alerts, ${of('contact_relatives')} as contacts,
        ${of('appointment_relatives')} as appointments,
        (select count(*) from ledger where relative_id = ?2 and kind in ('consent.given', 'consent.withdrawn')) as consents`,
      args: [keep, other],
    }),
    client.execute({
      sql: `select distinct a.flow_id from journeys a join journeys b
          on b.flow_name = a.flow_name and b.subject = a.subject and b.status <> 'ended'
        where a.relative_id = ?1 and a.status <> 'ended' and b.relative_id = ?2`,
      args: [keep, other],
    }),
  ]);
  const row = counts.rows[0];
  const n = (name: string): number => Number(row?.[name]);
  return {
    moves: {
      journeys: n('journeys'),
      messages: n('messages') + n('pageMessages'),
      replies: n('replies'),
      alerts: n('alerts'),
      contacts: n('contacts'),
      appointments: n('appointments'),
      consents: n('consents'),
    },
    clashes: clashes.rows.map((found) => String(found.flow_id)),
  };
}
