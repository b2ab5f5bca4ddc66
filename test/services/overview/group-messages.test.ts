// A group message in the calendar of what will be sent counts those whom its own preview counts.
import { expect, test } from 'vitest';
import { previewBroadcast } from '../../../src/services/broadcasts/preview-broadcast.ts';
import { pauseBroadcast } from '../../../src/services/broadcasts/steer-broadcast.ts';
import { showCalendar } from '../../../src/services/overview/show-calendar.ts';
import type { Staff } from '../../../src/services/staff/staff.ts';
import { coordinator, draft, makeGroup, order, phone } from '../broadcasts/stand.ts';
import { DAY, hear, makeHouse, run } from '../stand.ts';

test('whoever is left out of a group message is not counted as getting it, nor while it rests', async () => {
  await using rt = await makeHouse();
  const { groupId, people } = await makeGroup(rt, 9, (n) => ({
    ...(n === 1 ? { channel: 'ring' as const } : {}),
    ...(n === 2 ? { channel: 'brev' as const } : {}),
    ...(n === 3 ? { number: null } : {}),
    ...(n === 8 ? { language: 'en' } : {}),
  }));
  const set = (n: number, change: string) =>
    run(rt, `UPDATE relatives SET ${change} WHERE id = ?`, [people[n] ?? '']);
  await set(4, `quiet_until = ${rt.now() + 9 * DAY}`);
  await set(5, 'minor = 1');
  await set(6, `quiet_until = ${rt.now() + DAY / 2}`);
  await hear(rt, 'STOP', phone(7));
  await run(
    rt,
    `UPDATE organisation SET settings = json_set(settings, '$.groupConsent', json('true')), updated_at = updated_at + 1`,
  );
  await run(
    rt,
    `INSERT INTO ledger (at, kind, actor, relative_id, purpose, body) VALUES (1, 'consent.given', 'staff-1', ?, 'sms', '{}')`,
    [people[6] ?? ''],
  );
  const id = await draft(rt, groupId);
  const dueAt = rt.now() + DAY;
  const seen = await previewBroadcast(rt, coordinator, id, { dueAt });
  expect(seen).toMatchObject({ sms: 1, calls: 1, letters: 1 });
  await order(rt, id, { dueAt });
  const { days } = await showCalendar(rt, coordinator, { weeks: 1 });
  const planned = days.find(({ date }) => date === '2027-03-02');
  expect(planned?.ways).toEqual({ name: 0, number: seen.sms, ring: seen.calls, brev: seen.letters });
  const elsewhere: Staff = { ...coordinator, units: ['unit-9'] };
  const unseen = await showCalendar(rt, elsewhere, { weeks: 1 });
  expect(unseen.days.every(({ ways }) => ways.number + ways.ring + ways.brev === 0)).toBe(true);
  await pauseBroadcast(rt, coordinator, id);
  expect((await showCalendar(rt, coordinator, { weeks: 1 })).held).toBe(3);
});
