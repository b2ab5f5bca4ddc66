// What one press at the desk does stands in one commit: when the process dies right after it, nothing is half done.
import { expect, test } from 'vitest';
import { noteAnswer } from '../../src/services/appointments/note-answer.ts';
import { beat } from '../../src/services/beat.ts';
import { enrolRelative } from '../../src/services/journeys/enrol-relative.ts';
import { publishFlow } from '../../src/services/journeys/publish-flow.ts';
import { retireOffer } from '../../src/services/offers/keep-offer.ts';
import { addOffer } from '../../src/services/offers/write-offer.ts';
import { addSource } from '../../src/services/referrals/keep-source.ts';
import { showSource } from '../../src/services/referrals/list-sources.ts';
import { openSource } from '../../src/services/referrals/open-source.ts';
import { referRelative } from '../../src/services/referrals/refer-relative.ts';
import { takeReferral } from '../../src/services/referrals/settle-referral.ts';
import type { Staff } from '../../src/services/staff/staff.ts';
import { book, publishAppointmentFlow } from '../support/appointments.ts';
import { register } from '../support/contacts.ts';
import { addRelative, advisor, type DeskRuntime, makeDesk, relativeForm, rowsOf } from '../support/desk.ts';
import { invitation } from '../support/house.ts';

const coordinator: Staff = { id: 'demo-coordinator', role: 'coordinator', units: 'all' };

/** A desk whose process dies after so many more commits, until it lives again. */
async function mortal() {
  let left = Number.POSITIVE_INFINITY;
  const rt = await makeDesk({
    around(when) {
      if (when !== 'before') return;
      if (left <= 0) throw new Error('killed');
      left -= 1;
    },
  });
  const dyingAfter = async (commits: number, act: () => Promise<unknown>): Promise<void> => {
    left = commits;
    await act().catch(() => undefined);
    left = Number.POSITIVE_INFINITY;
  };
  return { rt, dyingAfter };
}

const referred = async (rt: DeskRuntime): Promise<string> => {
  const { id: source } = await addSource(rt, coordinator, { title: 'Biblioteket', unit: 'unit-1' });
  const open = await openSource(rt, (await showSource(rt, coordinator, source)).code, 'test');
  if (!open) throw new Error('the source is closed');
  const id = rt.newId();
  const form = {
    name: 'Pårørende 1',
    number: '20 00 00 21',
    relation: 'ægtefælle',
    area: 'demens',
    note: '',
    consent: 'yes',
    byName: 'Medarbejder 1',
    byContact: '20 00 00 32',
  };
  await referRelative(rt, open, { id, form, by: 'staff', address: 'a' });
  return id;
};

test('NEJ by telephone is noted and ends what would still be sent, or neither', async () => {
  const { rt, dyingAfter } = await mortal();
  await using _ = rt;
  await publishAppointmentFlow(rt);
  const relativeId = await addRelative(rt);
  const id = await book(rt, [relativeId]);
  await beat(rt);
  const told = () =>
    rowsOf(rt, 'select answer, status from appointment_relatives p join journeys j on j.id = p.journey_id');
  await dyingAfter(0, () => noteAnswer(rt, advisor, id, { relativeId, answer: 'nej' }));
  expect(await told()).toEqual([{ answer: null, status: 'active' }]);
  await dyingAfter(1, () => noteAnswer(rt, advisor, id, { relativeId, answer: 'nej' }));
  expect(await told()).toEqual([{ answer: 'nej', status: 'ended' }]);
  expect(await rowsOf(rt, 'select state from appointments')).toEqual([{ state: 'declined' }]);
  expect(await rowsOf(rt, "select 1 from ledger where kind = 'appointment.answered'")).toHaveLength(1);
});

test('NEJ by telephone to an appointment that was held meanwhile is refused, and nothing is done', async () => {
  const { rt } = await mortal();
  await using _ = rt;
  await publishAppointmentFlow(rt);
  const relativeId = await addRelative(rt);
  const id = await book(rt, [relativeId]);
  await rt.db.client.execute("update appointments set state = 'held'");
  await expect(noteAnswer(rt, advisor, id, { relativeId, answer: 'nej' })).rejects.toThrow('already-done');
  expect(await rowsOf(rt, 'select status from journeys')).toEqual([{ status: 'active' }]);
  expect(await rowsOf(rt, "select 1 from ledger where kind = 'appointment.answered'")).toEqual([]);
});

test('a conversation and the offer it led to are registered together; an offer that is retired loses no conversation', async () => {
  const { rt, dyingAfter } = await mortal();
  await using _ = rt;
  const relative = await addRelative(rt);
  const { id: offer } = await addOffer(rt, coordinator, {
    title: 'Netværksgruppe',
    text: 'Otte pårørende mødes.',
    target: 'Pårørende',
    area: 'demens',
    contact: '20 00 00 01',
    url: '',
    inside: 'yes',
    validUntil: '',
  });
  const id = rt.newId();
  const shown = () =>
    rowsOf(rt, 'select c.id, s.relative_id from contacts c left join signposted s on s.contact_id = c.id');
  await dyingAfter(0, () => register(rt, [relative], { id, offer }));
  expect(await shown()).toEqual([]);
  await dyingAfter(1, () => register(rt, [relative], { id, offer }));
  await register(rt, [relative], { id, offer });
  expect(await shown()).toEqual([{ id, relative_id: relative }]);
  expect(await rowsOf(rt, "select 1 from ledger where kind = 'offer.signposted'")).toHaveLength(1);
  const other = await addRelative(rt, { number: '20 00 00 23' });
  await expect(register(rt, [other], { id, offer })).rejects.toThrow('already-done');
  expect(await shown()).toEqual([{ id, relative_id: relative }]);
  expect(await rowsOf(rt, 'select 1 from signposted')).toHaveLength(1);
  await retireOffer(rt, coordinator, offer, true);
  await register(rt, [relative], { offer });
  expect(await rowsOf(rt, 'select 1 from contacts')).toHaveLength(2);
  expect(await rowsOf(rt, 'select 1 from signposted')).toHaveLength(1);
  expect(await rowsOf(rt, "select 1 from ledger where kind = 'offer.signposted'")).toHaveLength(1);
});

test('a referral on a shared number makes one relative, however it is pressed and whenever the process dies', async () => {
  const { rt, dyingAfter } = await mortal();
  await using _ = rt;
  await addRelative(rt);
  const id = await referred(rt);
  const form = relativeForm({ shared: 'yes', name: 'Søster' });
  const stand = () =>
    rowsOf(
      rt,
      "select (select count(*) from relatives) as relatives, (select count(*) from circles) as circles, (select count(*) from ledger where kind in ('relative.created', 'referral.taken')) as told, status, relative_id is not null as known from referrals",
    );
  await expect(takeReferral(rt, advisor, id, relativeForm())).rejects.toThrow('number-taken');
  await dyingAfter(0, () => takeReferral(rt, advisor, id, form));
  expect(await stand()).toEqual([{ relatives: 1, circles: 1, told: 1, status: 'waiting', known: 0 }]);
  await dyingAfter(1, () =>
    Promise.all([takeReferral(rt, advisor, id, form), takeReferral(rt, coordinator, id, form)]),
  );
  expect(await stand()).toEqual([{ relatives: 2, circles: 2, told: 3, status: 'taken', known: 1 }]);
  await expect(takeReferral(rt, advisor, id, form)).rejects.toThrow('already-done');
});

test('the language of an enrolment is changed with it, or not at all', async () => {
  const { rt, dyingAfter } = await mortal();
  await using _ = rt;
  await publishFlow(rt, invitation('link'));
  const relativeId = await addRelative(rt);
  const order = { flow: 'indbydelse-link', relativeId, anchors: {}, language: 'en' };
  const stand = () =>
    rowsOf(
      rt,
      'select language, (select count(*) from journeys) as journeys, (select language from messages) as told from relatives',
    );
  await dyingAfter(0, () => enrolRelative(rt, advisor, order));
  expect(await stand()).toEqual([{ language: 'da', journeys: 0, told: null }]);
  await dyingAfter(1, () => enrolRelative(rt, advisor, order));
  expect(await stand()).toEqual([{ language: 'en', journeys: 1, told: 'en' }]);
  await expect(enrolRelative(rt, advisor, { ...order, language: 'da' })).rejects.toThrow('already-enrolled');
  expect(await stand()).toEqual([{ language: 'en', journeys: 1, told: 'en' }]);
});
