import { expect, test } from 'vitest';
import { noteCircle } from '../../src/services/circles/note-circle.ts';
import { showCircle } from '../../src/services/circles/show-circle.ts';
import { showRelative } from '../../src/services/relatives/show-relative.ts';
import { listAlerts } from '../../src/services/waiting/list-alerts.ts';
import { countDesk, listOverview } from '../../src/services/waiting/list-overview.ts';
import { settleAlert } from '../../src/services/waiting/settle-alert.ts';
import { alertRow, raiseAlerts } from '../../src/store/messages/alerts.ts';
import {
  addRelative,
  addReply,
  advisor,
  type DeskRuntime,
  makeDesk,
  reader,
  rowsOf,
} from '../support/desk.ts';

const raise = (rt: DeskRuntime, id: string, urgent = 0, relativeId: string | null = null) =>
  rt.db.lane.put(
    raiseAlerts,
    alertRow(rt.db.keys, {
      id,
      kind: 'flow',
      audience: 'advisor',
      urgent,
      relativeId,
      raisedAt: rt.now(),
      text: `Om ${id}`,
    }),
  );

test('an alert is closed once, by whom and when', async () => {
  await using rt = await makeDesk();
  await raise(rt, 'a');
  const outcomes = await Promise.allSettled([settleAlert(rt, advisor, 'a'), settleAlert(rt, advisor, 'a')]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await rowsOf(rt, 'select status, done_by, done_at from alerts')).toEqual([
    { status: 'done', done_by: advisor.id, done_at: rt.now() },
  ]);
});

test('a reader closes no alert, and nobody one that does not exist', async () => {
  await using rt = await makeDesk();
  await raise(rt, 'a');
  await expect(settleAlert(rt, reader, 'a')).rejects.toThrow('forbidden');
  await expect(settleAlert(rt, advisor, 'b')).rejects.toThrow('not-found');
});

test('urgent alerts stand apart, the others page by page with the oldest first', async () => {
  await using rt = await makeDesk();
  await raise(rt, 'u', 1);
  for (let n = 0; n < 52; n += 1) {
    await raise(rt, `a${n}`);
    rt.forward(1);
  }
  const first = await listAlerts(rt, reader);
  const second = await listAlerts(rt, reader, first.next);
  expect(first.urgent.map(({ id }) => id)).toEqual(['u']);
  expect(second.urgent).toEqual([]);
  expect([...first.lines, ...second.lines].map(({ text }) => text)).toEqual(
    Array.from({ length: 52 }, (_, n) => `Om a${n}`),
  );
});

test('the overview holds what waits, and the menu counts it', async () => {
  await using rt = await makeDesk();
  const relativeId = await addRelative(rt);
  await raise(rt, 'u', 1, relativeId);
  await raise(rt, 'a');
  await addReply(rt, { text: 'Hej', relativeId });

  const overview = await listOverview(rt, reader);

  expect(overview.urgent).toMatchObject([{ id: 'u', name: 'Bror, 22' }]);
  expect(overview.alerts).toMatchObject([{ id: 'a', name: undefined }]);
  expect(overview.replies).toMatchObject([{ text: 'Hej', name: 'Bror, 22' }]);
  expect(await countDesk(rt, reader)).toEqual({ replies: 1, alerts: 2, tasks: 0, referrals: 0 });
});

test('what is known of a circle is noted, and a date to come is refused', async () => {
  await using rt = await makeDesk();
  const { circle } = await showRelative(rt, advisor, await addRelative(rt), 'new');

  await noteCircle(rt, advisor, circle.id, { apart: true, consentCheckedOn: '2027-02-28' });

  expect(await showCircle(rt, reader, circle.id)).toMatchObject({ apart: 1, consentCheckedOn: '2027-02-28' });
  for (const consentCheckedOn of ['2027-03-02', '2027-02-30', 'i går', '2027-02-28T10:00'])
    await expect(noteCircle(rt, advisor, circle.id, { apart: false, consentCheckedOn })).rejects.toThrow(
      'date-unreadable',
    );
  await noteCircle(rt, advisor, circle.id, { apart: false, consentCheckedOn: '' });
  expect(await showCircle(rt, reader, circle.id)).toMatchObject({ apart: 0, consentCheckedOn: null });
});

test('every look at a relative is in the ledger with its purpose', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await showRelative(rt, reader, id, 'search');
  await showRelative(rt, advisor, id, 'alert');
  expect(
    await rowsOf(
      rt,
      "select actor, relative_id, purpose from ledger where kind = 'relative.viewed' order by seq",
    ),
  ).toEqual([
    { actor: reader.id, relative_id: id, purpose: 'search' },
    { actor: advisor.id, relative_id: id, purpose: 'alert' },
  ]);
});
