import { expect, test } from 'vitest';
import { brokenAlert } from '../../../../src/services/report-broken.ts';
import { takeLease } from '../../../../src/store/leases.ts';
import { raiseAlerts } from '../../../../src/store/messages/alerts.ts';
import { makeDesk, openDesk } from '../../../support/desk.ts';

test('those who look after the house see queues, leases and what was set aside', async () => {
  await using rt = await makeDesk();
  const now = rt.clock();
  await rt.db.lane.put(takeLease, { name: 'sender:name', owner: 'w', now, endsAt: now + 12_000 });
  await rt.db.lane.put(takeLease, { name: 'heartbeat', owner: 'w', now: now - 20_000, endsAt: now - 10_000 });
  await rt.db.lane.put(raiseAlerts, brokenAlert(rt, { id: 'x', error: new Error('x') }));
  rt.bell = { ...rt.bell, counts: async () => [{ queue: 'limen-inbound', waiting: 7, active: 2 }] };

  const { text } = await (await openDesk(rt, 'administrator')).get('/desk/drift');

  for (const told of [
    'Modtagne sms',
    '>7<',
    '>2<',
    '12 sekunder',
    'den næste tager over',
    'virker',
    'Sat til side',
  ])
    expect(text).toContain(told);
  expect(text).not.toContain('Intet er sat til side.');
});

test('a queue that does not answer is told, and the rest is shown', async () => {
  await using rt = await makeDesk();
  rt.bell = { ...rt.bell, counts: () => Promise.reject(new Error('away')) };
  const { text } = await (await openDesk(rt, 'coordinator')).get('/desk/drift');
  expect(text).toContain('Køen svarer ikke');
  expect(text).toContain('Intet er sat til side.');
});

test('others neither see it nor the way to it', async () => {
  await using rt = await makeDesk();
  for (const role of ['advisor', 'reader'] as const) {
    const browser = await openDesk(rt, role);
    expect((await browser.get('/desk/drift')).status).toBe(403);
    expect((await browser.get('/desk')).text).not.toContain('/desk/drift');
  }
});
