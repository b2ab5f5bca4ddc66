// Senders stopped and started by hand, and the name one of them is called by.
import { expect, test } from 'vitest';
import { beat } from '../../../src/services/beat.ts';
import { dispatchSender } from '../../../src/services/sending/dispatch-sender.ts';
import {
  listSenderNames,
  renameSender,
  showSenders,
  startSender,
  stopSender,
} from '../../../src/services/settings/senders.ts';
import type { Staff } from '../../../src/services/staff/staff.ts';
import { settleAlert } from '../../../src/services/waiting/settle-alert.ts';
import { say } from '../../journey/engine/make-flow.ts';
import { accepted, alerts, enrol, hear, makeHouse, rows, scriptedGateway, sent } from '../stand.ts';

const admin: Staff = { id: 'staff-1', role: 'administrator', units: 'all' };
const SENDERS = { name: 'KbhKommune', number: '+4520009999' };

const gatewayOf = () => scriptedGateway((_, nth) => accepted(nth), { senders: SENDERS });

const kinds = async (rt: Parameters<typeof rows>[0], like: string): Promise<unknown[]> =>
  (await rows(rt, 'SELECT kind FROM ledger WHERE kind LIKE ? ORDER BY seq', [like])).map(({ kind }) => kind);

test('nothing leaves from a stopped sender, the other goes on, and what waited leaves when it is started again', async () => {
  const gateway = gatewayOf();
  await using rt = await makeHouse({ gateway });
  await stopSender(rt, admin, 'number');
  await enrol(rt, [say('a')]);
  await enrol(rt, [say('b', { page: 'side' })], {
    relative: { number: '+4520000012' },
    flow: { name: 'another' },
  });
  await dispatchSender(rt, 'number');
  await dispatchSender(rt, 'name');
  expect(gateway.posted.map(({ sender }) => sender)).toEqual(['name']);
  expect(await rows(rt, "SELECT name FROM leases WHERE name = 'sender:number'")).toEqual([]);

  await startSender(rt, admin, 'number');
  expect(rt.rings).toContainEqual({ job: 'dispatch-sender', sender: 'number' });
  await dispatchSender(rt, 'number');

  expect(await sent(rt)).toEqual(['a sent', 'b sent']);
  expect(await kinds(rt, 'sender.%')).toEqual(['sender.stopped', 'sender.started']);
});

test('answers stop with their sender, while a STOP that comes in holds at once', async () => {
  const gateway = gatewayOf();
  await using rt = await makeHouse({ gateway });
  await enrol(rt, [say('a')]);
  await beat(rt);
  const before = gateway.posted.length;
  await stopSender(rt, admin, 'number');

  await hear(rt, 'STOP');
  await beat(rt);

  expect(gateway.posted).toHaveLength(before);
  expect((await rows(rt, 'SELECT stopped_at FROM numbers WHERE stopped_at IS NOT NULL')).length).toBe(1);
  await startSender(rt, admin, 'number');
  await beat(rt);
  expect(gateway.posted).toHaveLength(before + 1);
});

test('a stop between two claims of one dispatch ends it: only what was claimed before is posted', async () => {
  const gateway = gatewayOf();
  await using rt = await makeHouse({ gateway, config: { concurrency: 1 } });
  for (let n = 0; n < 8; n += 1)
    await enrol(rt, [say('a')], { relative: { number: `+452000010${n}` }, flow: { name: `flow-${n}` } });
  const post = gateway.post;
  gateway.post = async (message, mayLeave) => {
    if (gateway.posted.length === 0) await stopSender(rt, admin, 'alle');
    return post(message, mayLeave);
  };

  await dispatchSender(rt, 'number');

  expect(gateway.posted.length).toBeLessThanOrEqual(2);
  expect((await sent(rt)).filter((one) => one === 'a due').length).toBe(8 - gateway.posted.length);
});

test('an urgent alert stands while a sender is stopped: nobody can close it, starting does', async () => {
  await using rt = await makeHouse({ gateway: gatewayOf() });
  await stopSender(rt, admin, 'alle');
  expect(await alerts(rt)).toEqual(['sender-stopped!', 'sender-stopped!']);
  const [alert] = await rows(rt, 'SELECT id FROM alerts');
  await expect(settleAlert(rt, admin, String(alert?.id))).rejects.toThrow('sender-stopped');

  await startSender(rt, admin, 'name');
  const open = await rows(rt, "SELECT step FROM alerts WHERE status = 'open'");
  expect(open).toEqual([{ step: 'number' }]);
});

test('of two who press at once one stops and is noted, and so it is with starting', async () => {
  await using rt = await makeHouse({ gateway: gatewayOf() });
  for (const act of [stopSender, startSender]) {
    const both = await Promise.allSettled([act(rt, admin, 'name'), act(rt, admin, 'name')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  }
  expect(await kinds(rt, 'sender.%')).toEqual(['sender.stopped', 'sender.started']);
  expect(await alerts(rt)).toEqual(['sender-stopped!']);
});

test('a new name holds for the next message, also one planned before, and an empty one gives the start setting back', async () => {
  const gateway = gatewayOf();
  await using rt = await makeHouse({ gateway });
  await enrol(rt, [say('a', { page: 'side' })]);
  const { seen } = await showSenders(rt, admin);
  await renameSender(rt, admin, { seen, name: ' Kommunen2 ' });
  await dispatchSender(rt, 'name');
  expect(gateway.posted.at(-1)?.from).toBe('Kommunen2');

  await renameSender(rt, admin, { seen: (await showSenders(rt, admin)).seen, name: '' });
  await enrol(rt, [say('b', { page: 'side' })], {
    relative: { number: '+4520000012' },
    flow: { name: 'another' },
  });
  await dispatchSender(rt, 'name');

  expect(gateway.posted.at(-1)?.from).toBeUndefined();
  expect((await listSenderNames(rt, admin)).map(({ version, text }) => `${version} ${text}`)).toEqual([
    '2 KbhKommune',
    '1 Kommunen2',
  ]);
  expect(await kinds(rt, 'settings.%')).toEqual(['settings.changed', 'settings.changed']);
});

test('the sender by number never gets the name', async () => {
  const gateway = gatewayOf();
  await using rt = await makeHouse({ gateway });
  const { seen } = await showSenders(rt, admin);
  await renameSender(rt, admin, { seen, name: 'Kommunen2' });
  await enrol(rt, [say('a')]);
  await dispatchSender(rt, 'number');
  expect(gateway.posted.map(({ from }) => from)).toEqual([undefined]);
});

test.each(['ab', 'Alt for langt', '12345', 'Kommune12345', 'Ældre', 'Kbh-K', 'Kbh Komm', 'КвhKomm'])(
  'the name %s is refused, and nothing is written',
  async (name) => {
    await using rt = await makeHouse({ gateway: gatewayOf() });
    const { seen } = await showSenders(rt, admin);
    await expect(renameSender(rt, admin, { seen, name })).rejects.toThrow('sender-name');
    expect((await showSenders(rt, admin)).own).toBeNull();
  },
);

test('somebody else’s change meanwhile is not overwritten', async () => {
  await using rt = await makeHouse({ gateway: gatewayOf() });
  const { seen } = await showSenders(rt, admin);
  await renameSender(rt, admin, { seen, name: 'Kommunen2' });
  await expect(renameSender(rt, admin, { seen, name: 'Kommunen3' })).rejects.toThrow('changed-meanwhile');
});

test('what waits, what is planned, what left today and what is unclear are counted by sender', async () => {
  const gateway = scriptedGateway((_, nth) => (nth === 1 ? accepted(1) : { outcome: 'unknown' }), {
    senders: SENDERS,
  });
  await using rt = await makeHouse({ gateway });
  for (let n = 0; n < 3; n += 1) {
    await enrol(rt, [say('a')], { relative: { number: `+452000010${n}` }, flow: { name: `flow-${n}` } });
    if (n < 2) await dispatchSender(rt, 'number');
  }
  const countsOf = async () =>
    Object.fromEntries((await showSenders(rt, admin)).senders.map((one) => [one.sender, one.counts]));

  const { name, number } = await countsOf();
  expect(number).toEqual({ due: 1, later: 0, putOff: 0, unknown: 1, left: 1 });
  expect(name).toEqual({ due: 0, later: 0, putOff: 0, unknown: 0, left: 0 });
  rt.forward(24 * 3_600_000);
  expect((await countsOf()).number?.left).toBe(0);
});

test('only administrators see and touch senders', async () => {
  await using rt = await makeHouse({ gateway: gatewayOf() });
  const coordinator: Staff = { id: 'staff-2', role: 'coordinator', units: 'all' };
  for (const act of [
    showSenders(rt, coordinator),
    listSenderNames(rt, coordinator),
    stopSender(rt, coordinator, 'alle'),
    startSender(rt, coordinator, 'alle'),
    renameSender(rt, coordinator, { seen: 0, name: 'Kommunen2' }),
  ])
    await expect(act).rejects.toThrow('forbidden');
});
