import { expect, test } from 'vitest';
import { answerReply } from '../../../src/services/inbox/answer-reply.ts';
import { closeReply } from '../../../src/services/inbox/close-reply.ts';
import { pageReplies } from '../../../src/services/inbox/page-replies.ts';
import { showConversation } from '../../../src/services/inbox/show-conversation.ts';
import { addUnits } from '../../../src/store/organisation.ts';
import { addRelative, addReply, advisor, makeDesk, reader, rowsOf } from '../../support/desk.ts';

const HOUR_MS = 60 * 60_000;

test('an answer becomes an SMS from the number, and the wait is recorded', async () => {
  await using rt = await makeDesk();
  const relativeId = await addRelative(rt);
  const reply = await addReply(rt, { text: 'Hvornår ringer I?', relativeId });
  rt.forward(3 * HOUR_MS);

  await answerReply(rt, advisor, reply, ' Vi ringer i morgen kl. 10. \r\n');

  expect(
    await rowsOf(rt, 'select sender, lane, purpose, status, segments, created_by, relative_id from messages'),
  ).toEqual([
    {
      sender: 'number',
      lane: 1,
      purpose: 'staff',
      status: 'due',
      segments: 1,
      created_by: advisor.id,
      relative_id: relativeId,
    },
  ]);
  expect(
    await rowsOf(rt, 'select status, settled_at - received_at as waited, settled_by from replies'),
  ).toEqual([{ status: 'answered', waited: 3 * HOUR_MS, settled_by: advisor.id }]);
  expect(await rowsOf(rt, "select body from ledger where kind = 'reply.answered'")).toEqual([
    { body: JSON.stringify({ waitedMs: 3 * HOUR_MS }) },
  ]);
  expect(rt.rings).toContainEqual({ job: 'dispatch-sender', sender: 'number' });
  const { said } = await showConversation(rt, advisor, reply);
  expect(said.map(({ from, text }) => [from, text])).toEqual([
    ['relative', 'Hvornår ringer I?'],
    ['us', 'Vi ringer i morgen kl. 10.'],
  ]);
});

test('two who answer at once send one SMS', async () => {
  await using rt = await makeDesk();
  const reply = await addReply(rt, { text: 'Hej' });

  const outcomes = await Promise.allSettled([
    answerReply(rt, advisor, reply, 'Første svar'),
    answerReply(rt, advisor, reply, 'Andet svar'),
  ]);

  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await rowsOf(rt, 'select count(*) as n from messages')).toEqual([{ n: 1 }]);
});

test('answering and putting away at once leaves one of them done', async () => {
  await using rt = await makeDesk();
  const reply = await addReply(rt, { text: 'Hej' });
  const outcomes = await Promise.allSettled([
    closeReply(rt, advisor, reply),
    answerReply(rt, advisor, reply, 'Svar'),
  ]);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const [row] = await rowsOf(
    rt,
    "select status, (select count(*) from messages) as n from replies where status in ('answered', 'closed')",
  );
  expect(row).toEqual(row?.status === 'answered' ? { status: 'answered', n: 1 } : { status: 'closed', n: 0 });
});

test.each([
  ['', 'text-empty'],
  ['  \n ', 'text-empty'],
  ['x'.repeat(481), 'text-too-long'],
  ['x'.repeat(5_000), 'text-too-long'],
  ['Dit cpr er 010190-1234', 'cpr-typed'],
  ['Vi ses på Bostedet Lindehuset', 'text-confidential'],
  ['vi ses på bostedet  LINDEHUSETs kontor', 'text-confidential'],
  ['Det handler om hendes demens', 'text-confidential'],
  ['På misbrugscenteret', 'text-confidential'],
  ['Spørg på Syd.', 'text-confidential'],
])('%s is refused as %s, and the reply still waits', async (text, code) => {
  await using rt = await makeDesk();
  await rt.db.lane.put(addUnits, { id: 'syd', parentId: null, name: 'Syd', area: 'ældre' });
  const reply = await addReply(rt, { text: 'Hej' });
  await expect(answerReply(rt, advisor, reply, text)).rejects.toThrow(code);
  expect((await pageReplies(rt, advisor, { most: 50 })).lines).toHaveLength(1);
  expect(await rowsOf(rt, 'select count(*) as n from messages')).toEqual([{ n: 0 }]);
});

test.each([
  'Emoji 👍 går også',
  'Vi kommer sydfra',
  'مرحبا',
  'Vi ringer på 20 00 00 01 kl. 14.00 den 01.02.2027',
])('%s is sent', async (text) => {
  await using rt = await makeDesk();
  await rt.db.lane.put(addUnits, { id: 'syd', parentId: null, name: 'Syd', area: 'ældre' });
  const reply = await addReply(rt, { text: 'Hej' });
  await answerReply(rt, advisor, reply, text);
  expect(await rowsOf(rt, 'select count(*) as n from messages')).toEqual([{ n: 1 }]);
});

test.each(['stopped_at', 'wrong_at'])('nobody is written to whose number has %s', async (column) => {
  await using rt = await makeDesk();
  const reply = await addReply(rt, { text: 'STOP, men hvad nu?' });
  await rt.db.client.execute(`update numbers set ${column} = 1`);
  await expect(answerReply(rt, advisor, reply, 'Vi ringer')).rejects.toThrow('stopped');
});

test('an unknown number is answered too, and its conversation holds both sides', async () => {
  await using rt = await makeDesk();
  const reply = await addReply(rt, { number: '+4520000077', text: 'Hvem er I?' });
  await answerReply(rt, advisor, reply, 'Vi er kommunen');
  const { people, said } = await showConversation(rt, advisor, reply);
  expect(people).toEqual([]);
  expect(said).toHaveLength(2);
});

test('a reader answers and closes nothing, and nobody a reply that does not exist', async () => {
  await using rt = await makeDesk();
  const reply = await addReply(rt, { text: 'Hej' });
  await expect(answerReply(rt, reader, reply, 'Hej')).rejects.toThrow('forbidden');
  await expect(closeReply(rt, reader, reply)).rejects.toThrow('forbidden');
  await expect(answerReply(rt, advisor, 'nothing', 'Hej')).rejects.toThrow('not-found');
  await expect(closeReply(rt, advisor, 'nothing')).rejects.toThrow('not-found');
});

test('a reply that was put away waits no more', async () => {
  await using rt = await makeDesk();
  const reply = await addReply(rt, { text: 'Tak' });
  await closeReply(rt, advisor, reply);
  expect((await pageReplies(rt, advisor, { most: 50 })).lines).toEqual([]);
  await expect(closeReply(rt, advisor, reply)).rejects.toThrow('already-done');
  await expect(answerReply(rt, advisor, reply, 'Hej')).rejects.toThrow('already-done');
});

test('the one that has waited longest comes first, and pages follow each other', async () => {
  await using rt = await makeDesk();
  const ids: string[] = [];
  for (let n = 0; n < 53; n += 1) {
    ids.push(await addReply(rt, { number: `+452000${1000 + n}`, text: `Nr. ${n}` }));
    rt.forward(1_000);
  }
  const first = await pageReplies(rt, reader, { most: 50 });
  const second = await pageReplies(rt, reader, { most: 50, ...(first.next ? { after: first.next } : {}) });
  expect([...first.lines, ...second.lines].map(({ id }) => id)).toEqual(ids);
  expect(second.next).toBeUndefined();
});
