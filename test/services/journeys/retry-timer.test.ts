import { expect, test } from 'vitest';
import { beat } from '../../../src/services/beat.ts';
import { holdCircle } from '../../../src/services/circles/hold-circle.ts';
import { releaseCircle } from '../../../src/services/circles/release-circle.ts';
import { fireTimers } from '../../../src/services/journeys/fire-timers.ts';
import { retryTimer } from '../../../src/services/journeys/retry-timer.ts';
import { listAlerts } from '../../../src/services/waiting/list-alerts.ts';
import { settleAlert } from '../../../src/services/waiting/settle-alert.ts';
import { say, wait } from '../../journey/engine/make-flow.ts';
import { advisor, reader } from '../../support/desk.ts';
import { DAY, enrol, type House, makeHouse, rows, run, sent } from '../stand.ts';

const poison = (rt: House) => run(rt, "UPDATE journeys SET state = json_set(state, '$.step', 'væk')");
const mend = (rt: House) => run(rt, "UPDATE journeys SET state = json_set(state, '$.step', step)");

/** A journey whose timer was set aside since its state is poisoned, and the alert that tells of it. */
async function setAside(rt: House) {
  const enrolled = await enrol(rt, [wait('vent', '2 days'), say('hej')]);
  await poison(rt);
  rt.forward(2 * DAY);
  await fireTimers(rt);
  const { urgent } = await listAlerts(rt, reader);
  return { ...enrolled, alert: String(urgent[0]?.id), urgent };
}

test('a journey that was mended goes on when it is tried again, and the alert is settled', async () => {
  await using rt = await makeHouse();
  const { alert, urgent, relativeId } = await setAside(rt);
  expect(urgent).toMatchObject([{ kind: 'broken', relativeId, mayRetry: true }]);
  await mend(rt);
  await beat(rt);
  expect(await sent(rt)).toEqual([]);

  await retryTimer(rt, advisor, alert);

  expect((await listAlerts(rt, reader)).urgent).toEqual([]);
  await beat(rt);
  expect(await sent(rt)).toEqual(['hej sent']);
  expect(
    await rows(rt, "SELECT actor, subject, relative_id FROM ledger WHERE kind = 'alert.retried'"),
  ).toEqual([{ actor: advisor.id, subject: alert, relative_id: relativeId }]);
});

test('one that was not mended comes back as the same alert, open again, and can be tried once more', async () => {
  await using rt = await makeHouse();
  const { alert } = await setAside(rt);
  await retryTimer(rt, advisor, alert);
  await fireTimers(rt);
  expect((await listAlerts(rt, reader)).urgent).toMatchObject([{ id: alert, mayRetry: true }]);
  expect(await rows(rt, 'SELECT count(*) AS n FROM alerts')).toEqual([{ n: 1 }]);
  await mend(rt);
  await retryTimer(rt, advisor, alert);
  await beat(rt);
  expect(await sent(rt)).toEqual(['hej sent']);
});

test('nothing but that timer is freed', async () => {
  await using rt = await makeHouse();
  const { alert, journeyId } = await setAside(rt);
  const others = [
    [journeyId, 'silence', rt.now()],
    [journeyId, 'remind', rt.now() - 2],
    ['another', 'moment', rt.now()],
  ];
  for (const [id, name, due] of others)
    await run(rt, 'INSERT INTO timers (journey_id, name, due_at, held) VALUES (?, ?, ?, 1)', [
      String(id),
      String(name),
      Number(due),
    ]);
  await retryTimer(rt, advisor, alert);
  expect(await rows(rt, 'SELECT journey_id, name FROM timers WHERE held = 0')).toEqual([
    { journey_id: journeyId, name: 'moment' },
  ]);
});

test('a circle that stands still is not started by trying again', async () => {
  await using rt = await makeHouse();
  const { alert, relativeId } = await setAside(rt);
  const [row] = await rows(rt, 'SELECT circle_id FROM relatives WHERE id = ?', [relativeId]);
  await holdCircle(rt, String(row?.circle_id), 'paused', 'staff-1');
  expect((await listAlerts(rt, reader)).urgent).toMatchObject([{ id: alert, mayRetry: false }]);
  await expect(retryTimer(rt, advisor, alert)).rejects.toThrow('already-done');
  expect(await rows(rt, 'SELECT 1 FROM timers WHERE held = 0')).toEqual([]);
  await mend(rt);
  await releaseCircle(rt, String(row?.circle_id), 'staff-1');
  expect((await listAlerts(rt, reader)).urgent).toMatchObject([{ id: alert, mayRetry: false }]);
});

test('two who press at once free it once; a reader may not, and nothing is freed that was settled or is not there', async () => {
  await using rt = await makeHouse();
  const { alert } = await setAside(rt);
  await expect(retryTimer(rt, reader, alert)).rejects.toThrow('forbidden');
  await expect(retryTimer(rt, advisor, 'nothing')).rejects.toThrow('not-found');
  const fates = await Promise.allSettled([retryTimer(rt, advisor, alert), retryTimer(rt, advisor, alert)]);
  expect(fates.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await rows(rt, "SELECT 1 FROM ledger WHERE kind = 'alert.retried'")).toHaveLength(1);
  await fireTimers(rt);
  await settleAlert(rt, advisor, alert);
  await expect(retryTimer(rt, advisor, alert)).rejects.toThrow('already-done');
  expect(await rows(rt, 'SELECT 1 FROM timers WHERE held = 0')).toEqual([]);
});
