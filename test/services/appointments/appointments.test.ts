import { describe, expect, test } from 'vitest';
import { cancelAppointment } from '../../../src/services/appointments/cancel-appointment.ts';
import { listAppointments } from '../../../src/services/appointments/list-appointments.ts';
import { moveAppointment } from '../../../src/services/appointments/move-appointment.ts';
import { noteAnswer } from '../../../src/services/appointments/note-answer.ts';
import { settleAppointment } from '../../../src/services/appointments/settle-appointment.ts';
import { showAppointment } from '../../../src/services/appointments/show-appointment.ts';
import { writeIcs } from '../../../src/services/appointments/write-ics.ts';
import { beat } from '../../../src/services/beat.ts';
import type { Staff } from '../../../src/services/staff/staff.ts';
import { addUnits } from '../../../src/store/organisation.ts';
import { book, bookingForm, publishAppointmentFlow } from '../../support/appointments.ts';
import { addRelative, advisor, type DeskRuntime, makeDesk, rowsOf } from '../../support/desk.ts';
import { DAY, HOUR, hear } from '../stand.ts';

const FIRST = '+4520000021';
const SECOND = '+4520000022';

async function house(): Promise<DeskRuntime> {
  const rt = await makeDesk();
  await publishAppointmentFlow(rt);
  return rt;
}

/** What was handed to the network since it was last asked, as number and text. */
function newSms(rt: DeskRuntime): string[] {
  return rt.posted.splice(0).map(({ to, text }) => `${to} ${text}`);
}

const stateOf = async (rt: DeskRuntime, id: string): Promise<string> =>
  (await showAppointment(rt, advisor, id)).state;

const newTime = (rt: DeskRuntime, when: string, moves: number) => ({
  ...bookingForm(rt, []),
  when,
  moves,
});

describe('by SMS', () => {
  test('a relative is told at once, reminded the day before, and confirms with JA', async () => {
    await using rt = await house();
    const id = await book(rt, [await addRelative(rt)]);
    await beat(rt);
    expect(newSms(rt)).toEqual([
      expect.stringContaining(`${FIRST} Din aftale med Prøve Kommune er onsdag den 10. marts kl. 14.00.`),
    ]);
    rt.forward(8 * DAY);
    await beat(rt);
    expect(newSms(rt)).toEqual([expect.stringContaining('Kommer du? Svar JA eller NEJ.')]);
    await hear(rt, 'JA', FIRST);
    expect(newSms(rt)).toEqual([expect.stringContaining('vi har noteret, at du kommer')]);
    expect(await stateOf(rt, id)).toBe('confirmed');
  });

  test('a form that was sent before books nothing else: nobody joins an appointment of others', async () => {
    await using rt = await house();
    const [first, second] = [await addRelative(rt), await addRelative(rt, { number: '20000022' })];
    const id = rt.newId();
    await book(rt, [first], { id });
    await book(rt, [first], { id });
    await expect(book(rt, [second], { id, when: '11/3-2027 kl. 9' })).rejects.toMatchObject({
      code: 'already-done',
    });
    await beat(rt);
    expect(newSms(rt)).toEqual([expect.stringContaining(`${FIRST} Din aftale`)]);
    expect(await rowsOf(rt, 'select relative_id from appointment_relatives')).toEqual([
      { relative_id: first },
    ]);
    expect(await rowsOf(rt, "select 1 from ledger where kind = 'appointment.booked'")).toHaveLength(1);
  });

  test('NEJ is a cancellation and a task for the advisor', async () => {
    await using rt = await house();
    const id = await book(rt, [await addRelative(rt)]);
    await beat(rt);
    rt.forward(8 * DAY);
    await beat(rt);
    await hear(rt, 'NEJ', FIRST);
    expect(await stateOf(rt, id)).toBe('declined');
    expect(await rowsOf(rt, 'select kind, audience, status from alerts')).toEqual([
      { kind: 'flow', audience: 'advisor', status: 'open' },
    ]);
  });

  test('NEJ after JA is the same cancellation and the same task, told once; a second one is for a person', async () => {
    await using rt = await house();
    const id = await book(rt, [await addRelative(rt)]);
    rt.forward(8 * DAY);
    await beat(rt);
    await hear(rt, 'JA', FIRST);
    newSms(rt);
    await Promise.all([hear(rt, 'Nej', FIRST), beat(rt)]);
    expect(newSms(rt)).toEqual([expect.stringContaining('du er meldt fra')]);
    expect(await showAppointment(rt, advisor, id)).toMatchObject({
      state: 'declined',
      appointees: [{ answer: 'nej' }],
    });
    const tasks = await rowsOf(
      rt,
      "select kind, step, reply_id is not null as told from alerts where status = 'open'",
    );
    expect(tasks).toEqual([{ kind: 'flow', step: 'kommer-du', told: 1 }]);
    expect(await rowsOf(rt, "select 1 from replies where status = 'waiting'")).toEqual([]);
    await hear(rt, 'Nej', FIRST);
    expect(await rowsOf(rt, "select 1 from replies where status = 'waiting'")).toHaveLength(1);
    expect(await rowsOf(rt, "select 1 from alerts where kind = 'flow'")).toHaveLength(1);
  });

  test('NEJ that could mean either of two appointments said yes to is for a person', async () => {
    await using rt = await house();
    const relative = await addRelative(rt);
    await book(rt, [relative]);
    await book(rt, [relative], { when: '10/3-2027 kl. 16' });
    rt.forward(8 * DAY);
    await beat(rt);
    await rt.db.client.execute(
      "update journeys set awaiting = null, state = json_set(json_remove(state, '$.awaiting'), '$.answers', json('{\"kommer-du\":\"ja\"}'), '$.step', 'til-aftalen')",
    );
    await hear(rt, 'Nej', FIRST);
    expect(await rowsOf(rt, "select 1 from replies where status = 'waiting'")).toHaveLength(1);
    expect(await rowsOf(rt, "select 1 from appointment_relatives where answer = 'nej'")).toEqual([]);
  });

  test('HVOR answers with the place that an SMS may say, the newest one, at any hour', async () => {
    await using rt = await house();
    const id = await book(rt, [await addRelative(rt)]);
    await beat(rt);
    newSms(rt);
    rt.forward(12 * HOUR);
    await hear(rt, 'Hvor er det?', FIRST);
    expect(newSms(rt)).toEqual([expect.stringContaining('kl. 14.00: Biblioteket, 1. sal. Spørgsmål:')]);
    rt.forward(12 * HOUR);
    await moveAppointment(rt, advisor, id, {
      ...newTime(rt, '10/3-2027 14.00', 0),
      place: 'telefon',
      smsPlace: '',
    });
    await beat(rt);
    expect(newSms(rt)).toEqual([expect.stringContaining('er ændret til onsdag den 10. marts kl. 14.00')]);
    await hear(rt, 'HVOR', FIRST);
    expect(newSms(rt)).toEqual([expect.stringContaining('Vi ringer til dig')]);
    expect(await rowsOf(rt, 'select status from replies')).toEqual([
      { status: 'handled' },
      { status: 'handled' },
    ]);
  });

  test('HVOR of somebody without an appointment goes to a person', async () => {
    await using rt = await house();
    await addRelative(rt);
    await hear(rt, 'HVOR', FIRST);
    expect(await rowsOf(rt, 'select status from replies')).toEqual([{ status: 'waiting' }]);
  });

  test('one relative can have two appointments, each told of', async () => {
    await using rt = await house();
    const relative = await addRelative(rt);
    await book(rt, [relative]);
    await book(rt, [relative], { when: '12/3-2027 10.00' });
    await beat(rt);
    expect(newSms(rt)).toHaveLength(2);
  });

  test('pressing twice books once', async () => {
    await using rt = await house();
    const relative = await addRelative(rt);
    const id = rt.newId();
    await book(rt, [relative], { id });
    await book(rt, [relative], { id });
    await beat(rt);
    expect(newSms(rt)).toHaveLength(1);
  });

  test('who has said stop is booked and not told, and the reason is shown', async () => {
    await using rt = await house();
    const relative = await addRelative(rt);
    await hear(rt, 'STOP', FIRST);
    newSms(rt);
    const id = await book(rt, [relative]);
    await beat(rt);
    expect(newSms(rt)).toEqual([]);
    expect((await showAppointment(rt, advisor, id)).appointees).toMatchObject([{ why: 'stopped' }]);
  });

  test('who is called gets a call task the day before and no SMS', async () => {
    await using rt = await house();
    const id = await book(rt, [await addRelative(rt, { channel: 'ring' })]);
    rt.forward(8 * DAY);
    await beat(rt);
    expect(newSms(rt)).toEqual([]);
    expect(await rowsOf(rt, "select channel, text_key from messages where status = 'todo'")).toEqual([
      { channel: 'ring', text_key: 'kommer-du' },
    ]);
    expect(await stateOf(rt, id)).toBe('agreed');
  });
});

describe('several relatives', () => {
  test('each answers for themselves: one yes is enough, all no is a cancellation', async () => {
    await using rt = await house();
    const two = [await addRelative(rt), await addRelative(rt, { number: '20 00 00 22' })];
    const id = await book(rt, two);
    await beat(rt);
    rt.forward(8 * DAY);
    await beat(rt);
    await hear(rt, 'NEJ', FIRST);
    expect(await stateOf(rt, id)).toBe('agreed');
    await hear(rt, 'NEJ', SECOND);
    expect(await stateOf(rt, id)).toBe('declined');
    expect(newSms(rt).join(' ')).not.toContain('Mads');
  });

  test('two of a circle "hver for sig" are booked together only when staff say so', async () => {
    await using rt = await house();
    const first = await addRelative(rt);
    const [circle] = await rowsOf(rt, 'select code from circles');
    const second = await addRelative(rt, { number: '20 00 00 22', circle: String(circle?.code), unit: '' });
    await rt.db.client.execute('update circles set apart = 1');
    await expect(book(rt, [first, second])).rejects.toThrow('field-missing: apart');
    await book(rt, [first, second], { apart: 'yes' });
  });
});

describe('changes', () => {
  test('moving tells once and asks again; of two who move at once the second is told', async () => {
    await using rt = await house();
    const id = await book(rt, [await addRelative(rt)]);
    await beat(rt);
    newSms(rt);
    const moves = [
      moveAppointment(rt, advisor, id, newTime(rt, '11/3-2027 9.00', 0)),
      moveAppointment(rt, advisor, id, newTime(rt, '12/3-2027 9.00', 0)),
    ];
    const fates = await Promise.allSettled(moves);
    expect(fates.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    await beat(rt);
    expect(newSms(rt)).toEqual([expect.stringContaining('torsdag den 11. marts kl. 09.00')]);
    expect(await stateOf(rt, id)).toBe('moved');
  });

  test('an appointment that was declined and is moved is told of and asked about again', async () => {
    await using rt = await house();
    const relative = await addRelative(rt);
    const id = await book(rt, [relative]);
    await beat(rt);
    await noteAnswer(rt, advisor, id, { relativeId: relative, answer: 'nej' });
    expect(await stateOf(rt, id)).toBe('declined');
    newSms(rt);
    await moveAppointment(rt, advisor, id, newTime(rt, '17/3-2027 9.00', 0));
    await beat(rt);
    expect(newSms(rt)).toEqual([expect.stringContaining('onsdag den 17. marts kl. 09.00')]);
  });

  test('cancelling tells once, and takes back a confirmation that has not left', async () => {
    await using rt = await house();
    rt.forward(11 * HOUR);
    const id = await book(rt, [await addRelative(rt)]);
    await cancelAppointment(rt, advisor, id, 0);
    rt.forward(12 * HOUR);
    await beat(rt);
    expect(newSms(rt)).toEqual([expect.stringContaining('er aflyst')]);
    await expect(cancelAppointment(rt, advisor, id, 1)).rejects.toThrow('already-done');
  });

  test('who did not come is to be called, and nothing more is sent', async () => {
    await using rt = await house();
    const relative = await addRelative(rt);
    const id = await book(rt, [relative]);
    await beat(rt);
    await expect(settleAppointment(rt, advisor, id, 'missed')).rejects.toThrow('field-unreadable');
    rt.forward(9 * DAY + 5 * HOUR);
    await settleAppointment(rt, advisor, id, 'missed');
    await expect(settleAppointment(rt, advisor, id, 'missed')).rejects.toThrow('already-done');
    expect(await rowsOf(rt, 'select kind, relative_id from alerts')).toEqual([
      { kind: 'absent', relative_id: relative },
    ]);
    expect(await rowsOf(rt, "select 1 from journeys where status <> 'ended'")).toEqual([]);
    await settleAppointment(rt, advisor, id, 'held');
    expect(await stateOf(rt, id)).toBe('held');
  });

  test.each([
    ['when', { when: 'snart' }, 'date-unreadable'],
    ['when', { when: '1/3-2027 9.00' }, 'date-past'],
    ['smsPlace', { smsPlace: 'Bostedet Lindehuset' }, 'text-confidential'],
    ['details', { details: 'cpr 010203-1234' }, 'cpr-typed'],
    ['minutes', { minutes: '0' }, 'field-unreadable'],
  ] as const)('%s that is wrong is refused: %o', async (field, change, code) => {
    await using rt = await house();
    await expect(book(rt, [await addRelative(rt)], change)).rejects.toThrow(`${code}: ${field}`);
    expect(await rowsOf(rt, 'select 1 from appointments')).toEqual([]);
  });
});

test('a calendar file says when and where, and nothing of whom or why', async () => {
  await using rt = await house();
  const ics = await writeIcs(rt, advisor, await book(rt, [await addRelative(rt)]));
  expect(ics).toContain(
    'DTSTART:20270310T130000Z\r\nDTEND:20270310T134500Z\r\nSUMMARY:Aftale med Prøve Kommune\r\n',
  );
  expect(ics).toContain('LOCATION:Biblioteket\\, 1. sal\r\n');
  expect(ics).not.toMatch(/Bror|aflastning/);
});

test('an appointment of another unit answers as if it did not exist', async () => {
  await using rt = await house();
  await rt.db.lane.put(addUnits, { id: 'unit-2', parentId: null, name: 'Sydhuset', area: 'demens' });
  const far: Staff = { id: 'far', role: 'advisor', units: ['unit-2'] };
  const relative = await addRelative(rt);
  const id = await book(rt, [relative]);
  const verbs = [
    () => showAppointment(rt, far, id),
    () => writeIcs(rt, far, id),
    () => moveAppointment(rt, far, id, newTime(rt, '11/3-2027 9.00', 0)),
    () => cancelAppointment(rt, far, id, 0),
    () => settleAppointment(rt, far, id, 'held'),
    () => noteAnswer(rt, far, id, { relativeId: relative, answer: 'ja' }),
  ];
  for (const verb of verbs) await expect(verb()).rejects.toThrow('not-found');
  expect((await listAppointments(rt, far, { span: 'all', mine: false })).coming).toEqual([]);
  expect((await listAppointments(rt, advisor, { span: 'all', mine: true })).coming).toHaveLength(1);
});
