import { expect, test } from 'vitest';
import { verifyLedger } from '../../../src/services/chain-ledger.ts';
import { noteCircle } from '../../../src/services/circles/note-circle.ts';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import { startJourney } from '../../../src/services/journeys/start-journey.ts';
import { takeTurn } from '../../../src/services/journeys/take-turn.ts';
import { changeRelative, showChangeForm } from '../../../src/services/relatives/change-relative.ts';
import { findRelatives } from '../../../src/services/relatives/find-relatives.ts';
import { leadOn, mergeTwo, showMerge } from '../../../src/services/relatives/merge-relatives.ts';
import { shieldRelative } from '../../../src/services/relatives/shield-relative.ts';
import { showRelative } from '../../../src/services/relatives/show-relative.ts';
import { tendRelatives } from '../../../src/services/relatives/tend-relatives.ts';
import type { Staff } from '../../../src/services/staff/staff.ts';
import { showTimeline } from '../../../src/services/timeline/show-timeline.ts';
import { addRelative, addReply, advisor, type DeskRuntime, makeDesk, rowsOf } from '../../support/desk.ts';
import { invitation } from '../../support/house.ts';

const two = async (rt: DeskRuntime, other: Parameters<typeof addRelative>[1] = {}) => ({
  keep: await addRelative(rt, { name: 'Åse Holm', note: 'Først', consent: 'yes' }),
  other: await addRelative(rt, { name: 'Aase H', number: '20000022', note: 'Så', consent: 'yes', ...other }),
});

const merge = async (rt: DeskRuntime, keep: string, other: string, number: 'keep' | 'other' = 'keep') =>
  mergeTwo(rt, advisor, keep, other, { number, seen: (await showMerge(rt, advisor, keep, other)).seen });

const count = async (rt: DeskRuntime, from: string): Promise<number> =>
  Number((await rowsOf(rt, `select count(*) as n from ${from}`))[0]?.n);

const TABLES = [
  'journeys',
  'messages',
  'replies',
  'alerts',
  'links',
  'page_messages',
  'signposted',
  'referrals',
  'contact_relatives',
  'appointment_relatives',
  'fan_out_members',
];

/** A row in every table that knows a relative, by default columns and what must be there. */
async function fill(rt: DeskRuntime, relativeId: string, mark: string): Promise<void> {
  await addReply(rt, { text: 'Hej', relativeId, number: '+4520000022' });
  for (const sql of [
    `insert into page_messages (id, relative_id, from_staff, text_sealed, status, at) values ('${mark}', '${relativeId}', 0, 'x', 'waiting', 1)`,
    `insert into alerts (id, kind, audience, relative_id, text_sealed, raised_at) values ('${mark}', 'task', 'advisor', '${relativeId}', '', 1)`,
    `insert into contact_relatives values ('c-${mark}', '${relativeId}'), ('c-both', '${relativeId}')`,
    `insert into appointment_relatives (appointment_id, relative_id) values ('a-${mark}', '${relativeId}')`,
    `insert into signposted (id, offer_id, relative_id, at, by) values ('${mark}', 'o', '${relativeId}', 1, 'x')`,
    `insert into fan_out_members (fan_out_id, relative_id, status) values ('f-${mark}', '${relativeId}', 'begun')`,
  ])
    await rt.db.client.execute(sql);
}

test('a merge keeps every message, reply, journey, contact and consent, and leaves nothing with the other', async () => {
  await using rt = await makeDesk();
  const { keep, other } = await two(rt);
  await publishFlow(rt, invitation('link'));
  await startJourney(rt, { flow: 'indbydelse-link', relativeId: other, anchors: {}, by: 'staff-1' });
  await fill(rt, other, 'm');
  await rt.db.client.execute(`insert into contact_relatives values ('c-both', '${keep}')`);
  const before = Object.fromEntries(
    await Promise.all(TABLES.map(async (t) => [t, await count(rt, t)] as const)),
  );
  const told = await rowsOf(rt, 'select * from ledger order by seq');

  await merge(rt, keep, other);

  for (const table of TABLES) {
    expect([table, await count(rt, `${table} where relative_id = '${other}'`)]).toEqual([table, 0]);
    const lost = table === 'contact_relatives' ? 1 : 0;
    expect([table, await count(rt, table)]).toEqual([table, Number(before[table]) - lost]);
  }
  const view = await showRelative(rt, advisor, keep, 'direct');
  expect(view.consents).toHaveLength(2);
  expect(view.note).toBe('Først\n\nSå');
  expect(view.messages).toHaveLength(1);
  expect((await rowsOf(rt, 'select * from ledger order by seq')).slice(0, told.length)).toEqual(told);
  expect((await verifyLedger(rt.db)).ok).toBe(true);
  expect(
    await rowsOf(
      rt,
      "select relative_id, subject from ledger where kind like 'relative.merged%' order by seq",
    ),
  ).toEqual([
    { relative_id: keep, subject: other },
    { relative_id: other, subject: keep },
  ]);
});

test('the other address leads on, is found no more, and answers as if it did not exist', async () => {
  await using rt = await makeDesk();
  const { keep, other } = await two(rt);
  await merge(rt, keep, other);
  expect(await leadOn(rt, advisor, other)).toBe(keep);
  expect((await findRelatives(rt, advisor, 'aase h')).lines.map(({ id }) => id)).toEqual([keep]);
  expect((await findRelatives(rt, advisor, '20 00 00 22')).lines).toEqual([]);
  await expect(showRelative(rt, advisor, other, 'direct')).rejects.toThrow('not-found');
  await expect(merge(rt, other, keep)).rejects.toThrow('not-found');
  const third = await addRelative(rt, { number: '20000023' });
  await merge(rt, third, keep);
  expect(await leadOn(rt, advisor, other)).toBe(third);
});

test('two running journeys of one flow are not merged, until one has ended', async () => {
  await using rt = await makeDesk();
  const { keep, other } = await two(rt);
  await publishFlow(rt, invitation('link'));
  const start = (relativeId: string) =>
    startJourney(rt, { flow: 'indbydelse-link', relativeId, anchors: {}, by: 'staff-1' });
  await start(keep);
  const { journeyId } = await start(other);
  expect((await showMerge(rt, advisor, keep, other)).clashes).toEqual(['Indbydelse']);
  await expect(merge(rt, keep, other)).rejects.toThrow('journeys-clash');
  await takeTurn(rt, journeyId, { kind: 'ended', at: rt.now(), reason: 'dobbelt' });
  await merge(rt, keep, other);
  expect(await count(rt, `journeys where relative_id = '${keep}'`)).toBe(2);
});

test('a journey that moves goes on, and a turn decided before it loses', async () => {
  await using rt = await makeDesk();
  const { keep, other } = await two(rt);
  await publishFlow(rt, invitation('link'));
  const { journeyId } = await startJourney(rt, {
    flow: 'indbydelse-link',
    relativeId: other,
    anchors: {},
    by: 'staff-1',
  });
  await merge(rt, keep, other, 'other');
  await takeTurn(rt, journeyId, {
    kind: 'answered',
    at: rt.now(),
    step: 'indbyd',
    answer: 'ja',
    language: 'da',
  });
  expect(await rowsOf(rt, 'select distinct relative_id from messages')).toEqual([{ relative_id: keep }]);
  expect((await showRelative(rt, advisor, keep, 'direct')).number?.text).toBe('20 00 00 22');
});

test('who changed a record meanwhile is not overruled, and of two who merge at once one does', async () => {
  await using rt = await makeDesk();
  const { keep, other } = await two(rt);
  const { seen } = await showMerge(rt, advisor, keep, other);
  const { form } = await showChangeForm(rt, advisor, keep);
  await changeRelative(rt, advisor, keep, { ...form, name: 'Åse Lund' });
  await expect(mergeTwo(rt, advisor, keep, other, { number: 'keep', seen })).rejects.toThrow(
    'changed-meanwhile',
  );
  const again = await Promise.allSettled([merge(rt, keep, other), merge(rt, other, keep)]);
  expect(again.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await count(rt, 'relatives where merged_into is not null')).toBe(1);
  expect(await count(rt, "ledger where kind = 'relative.merged'")).toBe(1);
});

test('"kun ring" of one is of both, and a shield never widens', async () => {
  await using rt = await makeDesk();
  const { keep, other } = await two(rt);
  const { form } = await showChangeForm(rt, advisor, other);
  await changeRelative(rt, advisor, other, { ...form, onlyCall: 'yes' });
  await shieldRelative(rt, advisor, keep, ['demo-coordinator', 'demo-reader']);
  await shieldRelative(rt, advisor, other, ['demo-reader']);
  await merge(rt, keep, other);
  const view = await showRelative(rt, advisor, keep, 'direct');
  expect([view.onlyCall, view.channel]).toEqual([true, 'ring']);
  expect(view.shielded?.sort()).toEqual(['Demo advisor', 'Demo reader']);
});

test('a journey that needs the resident to agree goes into no circle where nobody has asked', async () => {
  await using rt = await makeDesk();
  const { keep, other } = await two(rt);
  const { circle } = await showRelative(rt, advisor, other, 'direct');
  await noteCircle(rt, advisor, circle.id, { apart: false, consentCheckedOn: '2027-02-01' });
  await publishFlow(rt, { ...invitation('link'), track: 'inddragelse' });
  await startJourney(rt, { flow: 'indbydelse-link', relativeId: other, anchors: {}, by: 'staff-1' });
  await expect(merge(rt, keep, other)).rejects.toThrow('consent-missing');
  const kept = await showRelative(rt, advisor, keep, 'direct');
  await noteCircle(rt, advisor, kept.circle.id, { apart: false, consentCheckedOn: '2027-02-01' });
  await merge(rt, keep, other);
  expect(await count(rt, `journeys where relative_id = '${keep}'`)).toBe(1);
});

test('the timeline tells of the consents of both', async () => {
  await using rt = await makeDesk();
  const { keep, other } = await two(rt);
  await merge(rt, keep, other);
  const { entries } = await showTimeline(rt, advisor, keep, { kinds: ['consent'] });
  expect(entries).toHaveLength(2);
  const changes = await showTimeline(rt, advisor, keep, { kinds: ['change'] });
  expect(changes.entries.map(({ key }) => key)).toHaveLength(4);
});

test('both must be in sight', async () => {
  await using rt = await makeDesk();
  const { keep, other } = await two(rt);
  const { seen } = await showMerge(rt, advisor, keep, other);
  await shieldRelative(rt, advisor, other, []);
  const coordinator: Staff = { id: 'demo-coordinator', role: 'coordinator', units: 'all' };
  await expect(mergeTwo(rt, coordinator, keep, other, { number: 'keep', seen })).rejects.toThrow('not-found');
  await expect(mergeTwo(rt, coordinator, other, keep, { number: 'keep', seen })).rejects.toThrow('not-found');
  await expect(mergeTwo(rt, advisor, keep, keep, { number: 'keep', seen })).rejects.toThrow('not-found');
});

test('what came late for a merged record follows, and a shared phone of one alone is shared no more', async () => {
  await using rt = await makeDesk();
  const { keep, other } = await two(rt, { number: '20000021', shared: 'yes' });
  expect((await showRelative(rt, advisor, keep, 'direct')).number?.shared).toBe(true);
  await merge(rt, keep, other);
  expect((await showRelative(rt, advisor, keep, 'direct')).number?.shared).toBe(false);
  await addReply(rt, { text: 'Sent', relativeId: other });
  await tendRelatives(rt);
  expect(await rowsOf(rt, 'select relative_id from replies')).toEqual([{ relative_id: keep }]);
});
