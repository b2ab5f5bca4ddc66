import { expect, test } from 'vitest';
import { openConversation } from '../../../src/services/inbox/open-conversation.ts';
import { pageReplies } from '../../../src/services/inbox/page-replies.ts';
import { closeConversation } from '../../../src/services/inbox/settle-conversation.ts';
import { writeSms } from '../../../src/services/inbox/write-in-conversation.ts';
import type { Staff } from '../../../src/services/staff/staff.ts';
import { addUnits } from '../../../src/store/organisation.ts';
import {
  addRelative,
  addReply,
  advisor,
  type DeskRuntime,
  makeDesk,
  reader,
  rowsOf,
} from '../../support/desk.ts';

/** Answers a reply as its page is shown now. */
async function answer(rt: DeskRuntime, staff: Staff, reply: string, text: string): Promise<void> {
  const { seen, form } = await openConversation(rt, staff, reply);
  await writeSms(rt, staff, reply, { text, seen, form });
}

test('an answer becomes an SMS from the number to the one who wrote, and leaves at once', async () => {
  await using rt = await makeDesk();
  const relativeId = await addRelative(rt);
  const reply = await addReply(rt, { text: 'Hvornår ringer I?', relativeId });

  await answer(rt, advisor, reply, 'Vi ringer i morgen kl. 10.');

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
  expect(await rowsOf(rt, 'select status, settled_by from replies')).toEqual([
    { status: 'answered', settled_by: advisor.id },
  ]);
  expect(rt.rings).toContainEqual({ job: 'dispatch-sender', sender: 'number' });
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
  await expect(answer(rt, advisor, reply, text)).rejects.toThrow(code);
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
  await answer(rt, advisor, reply, text);
  expect(await rowsOf(rt, 'select count(*) as n from messages')).toEqual([{ n: 1 }]);
});

test('a reader answers and closes nothing, and nobody a reply that does not exist', async () => {
  await using rt = await makeDesk();
  const reply = await addReply(rt, { text: 'Hej' });
  const order = { text: 'Hej', seen: 1, form: 'f'.repeat(22) };
  await expect(writeSms(rt, reader, reply, order)).rejects.toThrow('forbidden');
  await expect(closeConversation(rt, reader, reply, 1)).rejects.toThrow('forbidden');
  await expect(writeSms(rt, advisor, 'nothing', order)).rejects.toThrow('not-found');
  await expect(closeConversation(rt, advisor, 'nothing', 1)).rejects.toThrow('not-found');
});
