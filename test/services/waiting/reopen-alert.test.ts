import { expect, test } from 'vitest';
import { listAlerts } from '../../../src/services/waiting/list-alerts.ts';
import { listClosed, reopenAlert } from '../../../src/services/waiting/reopen-alert.ts';
import { settleAlert } from '../../../src/services/waiting/settle-alert.ts';
import { alertRow, raiseAlerts } from '../../../src/store/messages/alerts.ts';
import { addRelative, advisor, type DeskRuntime, makeDesk, reader, rowsOf } from '../../support/desk.ts';

const HOUR = 3_600_000;

async function closeOne(rt: DeskRuntime, kind = 'flow'): Promise<void> {
  const relativeId = await addRelative(rt);
  const alert = { id: 'a', kind, audience: 'advisor', urgent: 1, relativeId, raisedAt: rt.now() } as const;
  await rt.db.lane.put(raiseAlerts, alertRow(rt.db.keys, alert));
  rt.forward(HOUR);
  await settleAlert(rt, advisor, 'a');
}

test('an alert that was closed by hand is listed with who did it, and stands where it stood once it is open again', async () => {
  await using rt = await makeDesk();
  await closeOne(rt);
  expect(await listClosed(rt, reader)).toMatchObject([{ id: 'a', by: 'Demo advisor', doneAt: rt.now() }]);

  await reopenAlert(rt, advisor, 'a');

  expect((await listAlerts(rt, advisor)).urgent).toMatchObject([{ id: 'a', raisedAt: rt.now() - HOUR }]);
  expect(await listClosed(rt, advisor)).toEqual([]);
  const ledger = await rowsOf(rt, "select kind, actor from ledger where subject = 'a' order by seq");
  expect(ledger).toEqual([
    { kind: 'alert.done', actor: advisor.id },
    { kind: 'alert.reopened', actor: advisor.id },
  ]);
});

test('of two who open it again one does, and it can be closed and opened anew', async () => {
  await using rt = await makeDesk();
  await closeOne(rt);
  const outcomes = await Promise.allSettled([reopenAlert(rt, advisor, 'a'), reopenAlert(rt, advisor, 'a')]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  rt.forward(1);
  await settleAlert(rt, advisor, 'a');
  await reopenAlert(rt, advisor, 'a');
  const noted = "select count(*) as n from ledger where kind = 'alert.reopened'";
  expect(await rowsOf(rt, noted)).toEqual([{ n: 2 }]);
});

test('what was closed more than a day ago, what the house closed itself, and what is out of sight stays closed', async () => {
  await using rt = await makeDesk();
  await closeOne(rt);
  const stranger = { id: 'other', role: 'advisor', units: [] } as const;
  await expect(reopenAlert(rt, stranger, 'a')).rejects.toMatchObject({ code: 'not-found' });
  expect(await listClosed(rt, stranger)).toEqual([]);
  await expect(reopenAlert(rt, reader, 'a')).rejects.toMatchObject({ code: 'forbidden' });
  rt.forward(25 * HOUR);
  await expect(reopenAlert(rt, advisor, 'a')).rejects.toMatchObject({ code: 'already-done' });
  await rt.db.client.execute({ sql: "update alerts set done_at = ?, done_by = 'house'", args: [rt.now()] });
  await expect(reopenAlert(rt, advisor, 'a')).rejects.toMatchObject({ code: 'already-done' });
});

test('a use of the emergency login is opened again by an administrator', async () => {
  await using rt = await makeDesk();
  const administrator = { id: 'demo-administrator', role: 'administrator', units: 'all' } as const;
  const alert = { id: 'a', kind: 'emergency', audience: 'administrator', raisedAt: rt.now() } as const;
  await rt.db.lane.put(raiseAlerts, alertRow(rt.db.keys, alert));
  await settleAlert(rt, administrator, 'a');
  await expect(reopenAlert(rt, advisor, 'a')).rejects.toMatchObject({ code: 'forbidden' });
  await reopenAlert(rt, administrator, 'a');
  expect((await listAlerts(rt, advisor)).lines).toHaveLength(1);
});
