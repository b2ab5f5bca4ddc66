import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cancelAppointment } from '../../../src/services/appointments/cancel-appointment.ts';
import { showAppointment } from '../../../src/services/appointments/show-appointment.ts';
import { beat } from '../../../src/services/beat.ts';
import { changeContact } from '../../../src/services/contacts/change-contact.ts';
import { countFigures } from '../../../src/services/contacts/count-figures.ts';
import { confirmHandOver, listHandOvers } from '../../../src/services/contacts/hand-overs.ts';
import { listContacts } from '../../../src/services/contacts/list-contacts.ts';
import { showContact } from '../../../src/services/contacts/show-contact.ts';
import { changeCounselling, countCounselling } from '../../../src/services/counselling/change-counselling.ts';
import { listCounsellings, listOwnTakenBack } from '../../../src/services/counselling/list-counsellings.ts';
import {
  type CounsellingForm,
  registerCounselling,
} from '../../../src/services/counselling/register-counselling.ts';
import { showCounselling } from '../../../src/services/counselling/show-counselling.ts';
import type { Staff } from '../../../src/services/staff/staff.ts';
import { addUnits } from '../../../src/store/organisation.ts';
import { book, publishAppointmentFlow } from '../../support/appointments.ts';
import { contactForm, register } from '../../support/contacts.ts';
import { addRelative, advisor, type DeskRuntime, makeDesk, reader, rowsOf } from '../../support/desk.ts';
import { DAY } from '../stand.ts';

const far: Staff = { id: 'far', role: 'advisor', units: ['unit-2'] };

async function house(): Promise<DeskRuntime> {
  const rt = await makeDesk();
  await rt.db.lane.put(addUnits, { id: 'unit-2', parentId: null, name: 'Sydhuset', area: 'demens' });
  return rt;
}

const counselling = (rt: DeskRuntime, change: Partial<CounsellingForm> = {}) => ({
  id: rt.newId(),
  date: '2027-03-01',
  unit: 'unit-1',
  kind: 'kortlægning',
  staffGroups: ['ledere'],
  themes: ['samtykke'],
  participants: '6',
  minutes: '60',
  material: '',
  followUp: 'ingen',
  note: '',
  ...change,
});

describe('a conversation', () => {
  test('is kept once however often it is sent, what was said sealed, and is counted by its columns alone', async () => {
    await using rt = await house();
    const relative = await addRelative(rt);
    const change = {
      id: rt.newId(),
      note: 'Hun græd',
      nextStep: 'Ring fredag',
      themes: ['aflastning', 'andet'],
    };
    await register(rt, [relative], change);
    const id = await register(rt, [relative], change);
    expect(await showContact(rt, advisor, id)).toMatchObject({
      note: 'Hun græd',
      nextStep: 'Ring fredag',
      themes: ['aflastning', 'andet'],
      relatives: [{ id: relative, name: 'Bror, 22' }],
    });
    expect(await rowsOf(rt, 'select 1 from contacts')).toHaveLength(1);
    expect(JSON.stringify(await rowsOf(rt, 'select * from contacts, ledger'))).not.toMatch(/græd|fredag/);
  });

  test('of another relative, sent from the same form, is refused and joins nobody to what was said', async () => {
    await using rt = await house();
    const [first, second] = [await addRelative(rt), await addRelative(rt, { number: '20000022' })];
    const change = { id: rt.newId(), note: 'Hun græd' };
    await register(rt, [first], change);
    await expect(register(rt, [second], { ...change, note: 'Noget andet' })).rejects.toMatchObject({
      code: 'already-done',
    });
    expect(await rowsOf(rt, 'select relative_id from contact_relatives')).toEqual([{ relative_id: first }]);
    expect(await rowsOf(rt, "select 1 from ledger where kind = 'contact.registered'")).toHaveLength(1);
  });

  test.each([
    ['minutes', { minutes: '0' }, 'field-unreadable'],
    ['date', { date: '2027-03-02' }, 'date-unreadable'],
    ['level', { level: 'svær' }, 'field-unreadable'],
    ['themes', { themes: ['vejret'] }, 'field-unreadable'],
    ['note', { note: 'cpr 010203-1234' }, 'cpr-typed'],
    ['handedTo', { followUp: 'overdraget' }, 'field-missing'],
  ] as const)('with a wrong %s is refused', async (field, change, code) => {
    await using rt = await house();
    await expect(register(rt, [await addRelative(rt)], change)).rejects.toThrow(`${code}: ${field}`);
    expect(await rowsOf(rt, 'select 1 from contacts')).toEqual([]);
  });

  test('is changed by whoever registered it, and the history names fields and never what they say', async () => {
    await using rt = await house();
    const relative = await addRelative(rt);
    const id = await register(rt, [relative], { note: 'Først' });
    const { changedAt: seen } = await showContact(rt, advisor, id);
    const form = { ...contactForm(rt, [relative], { note: 'Siden', minutes: '45' }), seen };
    await expect(changeContact(rt, { ...advisor, id: 'demo-coordinator' }, id, form)).rejects.toThrow(
      'forbidden',
    );
    await changeContact(rt, advisor, id, form);
    await expect(changeContact(rt, advisor, id, { ...form, minutes: '50' })).rejects.toThrow(
      'changed-meanwhile',
    );
    expect(await showContact(rt, advisor, id)).toMatchObject({ note: 'Siden', minutes: 45 });
    expect(await rowsOf(rt, "select body from ledger where kind = 'contact.changed'")).toEqual([
      { body: '{"fields":["minutes","note"]}' },
    ]);
  });

  test('holds the appointment it came of, whose journeys say nothing more', async () => {
    await using rt = await house();
    await publishAppointmentFlow(rt);
    const relative = await addRelative(rt);
    const appointment = await book(rt, [relative]);
    await beat(rt);
    rt.forward(9 * DAY + 5 * 3_600_000);
    const id = await register(rt, [relative], { appointment, date: '2027-03-10' });
    expect(await showAppointment(rt, advisor, appointment)).toMatchObject({ state: 'held', contactId: id });
    expect(await rowsOf(rt, "select 1 from journeys where status <> 'ended'")).toEqual([]);
    await expect(register(rt, [relative], { appointment, date: '2027-03-10' })).rejects.toThrow(
      'already-done',
    );
  });

  test('of an appointment that was cancelled is refused', async () => {
    await using rt = await house();
    await publishAppointmentFlow(rt);
    const relative = await addRelative(rt);
    const appointment = await book(rt, [relative]);
    await cancelAppointment(rt, advisor, appointment, 0);
    await expect(register(rt, [relative], { appointment })).rejects.toThrow('already-done');
  });

  test('is not seen from another unit, nor registered by a reader', async () => {
    await using rt = await house();
    const relative = await addRelative(rt);
    const id = await register(rt, [relative], { followUp: 'overdraget', handedTo: 'Visitator' });
    for (const verb of [
      () => showContact(rt, far, id),
      () => confirmHandOver(rt, far, id, '2027-03-01'),
      () => listContacts(rt, far, relative),
      () => register(rt, [relative], {}, far),
    ])
      await expect(verb()).rejects.toThrow('not-found');
    expect(await listHandOvers(rt, far)).toEqual([]);
    await expect(register(rt, [relative], {}, reader)).rejects.toThrow('forbidden');
  });
});

test('a hand-over is open until the receiver has confirmed, the oldest first', async () => {
  await using rt = await house();
  const relative = await addRelative(rt);
  const handed = { followUp: 'overdraget', handedTo: 'Visitator, team 2' };
  const newer = await register(rt, [relative], handed);
  const older = await register(rt, [relative], { ...handed, date: '2027-02-20' });
  expect((await listHandOvers(rt, advisor)).map(({ id }) => id)).toEqual([older, newer]);
  await confirmHandOver(rt, advisor, older, '2027-03-01');
  await expect(confirmHandOver(rt, advisor, older, '2027-03-01')).rejects.toThrow('already-done');
  expect(await listHandOvers(rt, advisor)).toMatchObject([{ id: newer, handedTo: 'Visitator, team 2' }]);
});

test('the figures are what a naive count gives, for every sight', async () => {
  await using rt = await house();
  const people = [
    await addRelative(rt),
    await addRelative(rt, { number: '20 00 00 22' }),
    await addRelative(rt, { number: '20 00 00 23', unit: 'unit-2' }),
  ];
  const units = ['unit-1', 'unit-1', 'unit-2'];
  const made: { who: number[]; minutes: number; date: string }[] = [];
  const talks: { unit: string; date: string }[] = [];
  const contact = fc.record({
    who: fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 3 }),
    minutes: fc.constantFrom(5, 19, 20, 21, 60),
    date: fc.constantFrom('2026-12-31', '2027-01-01', '2027-02-28', '2027-03-01'),
  });
  for (const one of fc.sample(contact, { seed: 7, numRuns: 40 })) {
    made.push(one);
    const who = one.who.map((i) => people[i] ?? '');
    await register(rt, who, { minutes: String(one.minutes), date: one.date });
  }
  for (const [unit, date] of [
    ['unit-1', '2027-01-01'],
    ['unit-2', '2027-02-01'],
    ['unit-1', '2026-12-31'],
  ] as const) {
    talks.push({ unit, date });
    await registerCounselling(rt, advisor, counselling(rt, { unit, date }));
  }
  for (const staff of [advisor, far, { ...far, units: ['unit-1'] }, { ...far, units: [] }]) {
    const sees = (unit: string | undefined): boolean =>
      staff.units === 'all' || staff.units.includes(unit ?? '');
    const seen = made
      .filter(({ date }) => date.startsWith('2027'))
      .map(({ who, minutes }) => ({ who: who.filter((i) => sees(units[i])), minutes }))
      .filter(({ who }) => who.length > 0);
    expect(await countFigures(rt, staff)).toEqual({
      year: 2027,
      announced: 0,
      staffConversations: talks.filter(({ unit, date }) => date.startsWith('2027') && sees(unit)).length,
      conversations: seen.filter(({ minutes }) => minutes >= 20).length,
      relatives: new Set(seen.flatMap(({ who }) => who)).size,
    });
  }
});

describe('counselling of a unit', () => {
  test('pressed twice is registered and noted once', async () => {
    await using rt = await house();
    const form = counselling(rt);
    for (let twice = 0; twice < 2; twice += 1) await registerCounselling(rt, advisor, form);
    await Promise.all([1, 2].map(() => registerCounselling(rt, advisor, form)));
    const noted = await rowsOf(rt, "select subject from ledger where kind = 'counselling.registered'");
    expect(noted).toEqual([{ subject: form.id }]);
    expect(await listCounsellings(rt, advisor)).toHaveLength(1);
  });

  test('is registered for one of the own units and listed there', async () => {
    await using rt = await house();
    await registerCounselling(rt, advisor, counselling(rt, { note: 'Svær aften' }));
    expect(await listCounsellings(rt, advisor)).toMatchObject([{ participants: 6, note: 'Svær aften' }]);
    expect(await listCounsellings(rt, far)).toEqual([]);
    await expect(registerCounselling(rt, far, counselling(rt))).rejects.toThrow('field-missing: unit');
    await expect(registerCounselling(rt, reader, counselling(rt))).rejects.toThrow('forbidden');
  });

  test('is changed by whoever registered it, and the ledger keeps what was counted and never what was written', async () => {
    await using rt = await house();
    const { id } = await registerCounselling(rt, advisor, counselling(rt, { note: 'Svær aften' }));
    const { changedAt: seen } = await showCounselling(rt, advisor, id);
    const form = { ...counselling(rt, { minutes: '90', date: '2026-12-30', note: 'Bedre nu' }), seen };
    await expect(changeCounselling(rt, { ...advisor, id: 'demo-coordinator' }, id, form)).rejects.toThrow(
      'forbidden',
    );
    await expect(changeCounselling(rt, advisor, id, { ...form, minutes: '0' })).rejects.toThrow(
      'field-unreadable: minutes',
    );
    const both = await Promise.allSettled([
      changeCounselling(rt, advisor, id, form),
      changeCounselling(rt, advisor, id, { ...form, minutes: '45' }),
    ]);
    expect(both.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'changed-meanwhile' } },
    ]);
    expect(await showCounselling(rt, advisor, id)).toMatchObject({ date: '2026-12-30', note: 'Bedre nu' });
    expect(await countFigures(rt, advisor)).toMatchObject({ staffConversations: 0 });
    const [entry, ...more] = await rowsOf(rt, "select body from ledger where kind = 'counselling.changed'");
    expect(more).toEqual([]);
    expect(JSON.parse(String(entry?.body))).toEqual({
      fields: ['date', 'minutes', 'note'],
      was: { date: '2027-03-01', minutes: '60' },
    });
  });

  test('taken back counts no more and stands in no list, until it counts again; each is told once', async () => {
    await using rt = await house();
    const { id } = await registerCounselling(rt, advisor, counselling(rt));
    await expect(countCounselling(rt, { ...advisor, id: 'demo-coordinator' }, id, false)).rejects.toThrow(
      'forbidden',
    );
    const twice = await Promise.allSettled([1, 2].map(() => countCounselling(rt, advisor, id, false)));
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await countFigures(rt, advisor)).toMatchObject({ staffConversations: 0 });
    expect(await listCounsellings(rt, advisor)).toEqual([]);
    expect(await listOwnTakenBack(rt, advisor)).toMatchObject([{ id }]);
    const { changedAt: seen } = await showCounselling(rt, advisor, id);
    await expect(changeCounselling(rt, advisor, id, { ...counselling(rt), seen })).rejects.toThrow(
      'already-done',
    );
    await countCounselling(rt, advisor, id, true);
    expect(await countFigures(rt, advisor)).toMatchObject({ staffConversations: 1 });
    const kinds = await rowsOf(rt, "select kind from ledger where kind like 'counselling.%' order by seq");
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'counselling.registered',
      'counselling.taken-back',
      'counselling.counts-again',
    ]);
  });

  test('of a unit out of sight cannot be seen, changed or taken back', async () => {
    await using rt = await house();
    const { id } = await registerCounselling(rt, advisor, counselling(rt));
    const form = { ...counselling(rt, { unit: 'unit-2' }), seen: rt.now() };
    for (const verb of [
      () => showCounselling(rt, far, id),
      () => changeCounselling(rt, far, id, form),
      () => countCounselling(rt, far, id, false),
    ])
      await expect(verb()).rejects.toThrow('not-found');
    await expect(countCounselling(rt, reader, id, false)).rejects.toThrow('forbidden');
  });
});
