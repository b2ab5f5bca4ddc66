import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { cancelAppointment } from '../../../src/services/appointments/cancel-appointment.ts';
import { moveAppointment } from '../../../src/services/appointments/move-appointment.ts';
import { writeIcs } from '../../../src/services/appointments/write-ics.ts';
import { writeCalendar } from '../../../src/services/calendar/write-calendar.ts';
import { changeEvent } from '../../../src/services/events/change-event.ts';
import { showEvent } from '../../../src/services/events/list-events.ts';
import { saveEvent } from '../../../src/services/events/save-event.ts';
import { cancelEvent } from '../../../src/services/events/settle-event.ts';
import { writeEventIcs, writePublicIcs } from '../../../src/services/events/write-event-ics.ts';
import { book, bookingForm } from '../../support/appointments.ts';
import { addRelative, advisor, makeDesk } from '../../support/desk.ts';
import { coordinator, draftEvent, eventForm, makeEvent, seenOf } from '../../support/events.ts';

/** What a calendar program reads in a file. */
const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      sequence: Number(event.sequence),
      starts: event.startDate.toJSDate().toISOString(),
      ends: event.endDate.toJSDate().toISOString(),
      title: event.summary,
      place: event.location,
      status: String(component.getFirstPropertyValue('status')),
    };
  });

test('an arrangement is one entry that stays the same while it is moved and cancelled, and says what an SMS may say', async () => {
  await using rt = await makeDesk();
  const id = await makeEvent(rt);
  const before = await writeEventIcs(rt, advisor, id);
  expect(before).not.toMatch(/demens|sal 2|pårørende/);
  expect(read(before)).toEqual([
    {
      uid: `${id}@limen`,
      sequence: 0,
      starts: '2027-03-10T13:00:00.000Z',
      ends: '2027-03-10T15:00:00.000Z',
      title: 'Temaeftermiddag',
      place: 'Kulturhuset',
      status: 'CONFIRMED',
    },
  ]);
  const sessions = [{ when: '31/3-2027 kl. 14', minutes: '60' }];
  await changeEvent(rt, coordinator, id, { seen: await seenOf(rt, id), ...eventForm({ sessions }) });
  const [moved] = read(await writeEventIcs(rt, advisor, id));
  expect(moved).toMatchObject({ uid: `${id}@limen`, sequence: 1, starts: '2027-03-31T12:00:00.000Z' });
  await cancelEvent(rt, coordinator, id, { seen: await seenOf(rt, id) });
  const [cancelled] = read(await writeEventIcs(rt, advisor, id));
  expect(cancelled).toMatchObject({ uid: `${id}@limen`, sequence: 2, status: 'CANCELLED' });
});

test('a course has an entry for each session, and the public calendar nothing that is not public', async () => {
  await using rt = await makeDesk();
  const sessions = ['24/3-2027', '31/3-2027'].map((day) => ({ when: `${day} kl. 9`, minutes: '60' }));
  const id = await makeEvent(rt, { sessions, isPublic: 'yes' });
  await makeEvent(rt);
  await draftEvent(rt, { isPublic: 'yes' });
  const entries = read(await writePublicIcs(rt));
  expect(entries.map(({ uid, starts }) => [uid, starts])).toEqual([
    [`${id}@limen`, '2027-03-24T08:00:00.000Z'],
    [`${id}.2@limen`, '2027-03-31T07:00:00.000Z'],
  ]);
  await expect(writePublicIcs(rt, 'no-such-event')).rejects.toThrow('not-found');
});

test('a session keeps its entry when it is moved; one that is taken out is cancelled in calendars, also when it was the last', async () => {
  await using rt = await makeDesk();
  const on = (...days: string[]) => days.map((day) => ({ when: `${day}-2027 kl. 9`, minutes: '60' }));
  const id = await makeEvent(rt, { sessions: on('9/3', '16/3', '23/3'), isPublic: 'yes' });
  const change = async (...days: string[]) =>
    changeEvent(rt, coordinator, id, {
      seen: await seenOf(rt, id),
      ...eventForm({ sessions: on(...days), isPublic: 'yes' }),
    });
  const entries = async () =>
    Object.fromEntries(
      read(await writePublicIcs(rt)).map(({ uid, sequence, starts, status }) => [
        uid.replace(`${id}`, 'course'),
        `${starts.slice(5, 10)} ${sequence} ${status}`,
      ]),
    );
  await change('9/3', '25/3');
  expect(await entries()).toEqual({
    'course@limen': '03-09 1 CONFIRMED',
    'course.2@limen': '03-25 1 CONFIRMED',
    'course.3@limen': '03-23 1 CANCELLED',
  });
  await change('8/3', '9/3', '25/3', '30/3');
  expect(await entries()).toEqual({
    'course@limen': '03-09 2 CONFIRMED',
    'course.2@limen': '03-25 2 CONFIRMED',
    'course.3@limen': '03-23 2 CANCELLED',
    'course.4@limen': '03-08 2 CONFIRMED',
    'course.5@limen': '03-30 2 CONFIRMED',
  });
  expect((await showEvent(rt, advisor, id)).sessions.map(({ n }) => n)).toEqual([4, 1, 2, 5]);
  await change('8/3', '9/3');
  rt.forward(Date.parse('2027-03-12T12:00:00Z') - rt.now());
  expect(await entries(), 'over, but for those to whom it is news').toMatchObject({
    'course.2@limen': '03-25 3 CANCELLED',
    'course.5@limen': '03-30 3 CANCELLED',
  });
  const drafted = await draftEvent(rt, { sessions: on('20/4', '27/4') });
  const form = { ...eventForm({ sessions: on('27/4') }), id: drafted, seen: await seenOf(rt, drafted) };
  await saveEvent(rt, coordinator, form);
  expect(read(await writeEventIcs(rt, advisor, drafted)).map(({ uid }) => uid)).toEqual([`${drafted}@limen`]);
});

test('an appointment is one entry that stays the same while it is moved and cancelled', async () => {
  await using rt = await makeDesk();
  const id = await book(rt, [await addRelative(rt)], { remind: '' });
  const form = { ...bookingForm(rt, []), when: '11/3-2027 kl. 9', moves: 0 };
  await moveAppointment(rt, advisor, id, form);
  const moved = {
    uid: `${id}@limen`,
    sequence: 1,
    starts: '2027-03-11T08:00:00.000Z',
    place: 'Biblioteket, 1. sal',
  };
  expect(read(await writeIcs(rt, advisor, id))).toMatchObject([{ ...moved, status: 'CONFIRMED' }]);
  await cancelAppointment(rt, advisor, id, 1);
  expect(read(await writeIcs(rt, advisor, id))).toMatchObject([{ sequence: 2, status: 'CANCELLED' }]);
});

test('words that mean something in a calendar file, and long ones, are read as they were written', () => {
  const title = `Æblets dag; kaffe, kage \\ sang\n${'å'.repeat(90)}`;
  const entry = {
    id: 'a',
    moves: 3,
    startsAt: 0,
    minutes: 30,
    place: 'Sal 1, 2; 3',
    isCancelled: false,
    changedAt: 0,
  };
  const text = writeCalendar({ entries: [{ ...entry, title }] });
  expect(read(text)).toMatchObject([{ title, place: 'Sal 1, 2; 3', sequence: 3 }]);
  expect(text.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
});
