import { expect, test } from 'vitest';
import { beat } from '../../../src/services/beat.ts';
import { receiveSms } from '../../../src/services/replies/receive-sms.ts';
import type { Runtime } from '../../../src/services/runtime.ts';
import { openReply } from '../../../src/store/messages/replies.ts';
import { ask, say } from '../../journey/engine/make-flow.ts';
import { enrol, HOUR, hear, makeHouse, numberOf, PHONE, replies, rows, sent } from '../stand.ts';

const arrive = (rt: Runtime, text: string, providerId: string) =>
  receiveSms(rt, { providerId, from: PHONE, to: '+4520009999', text });

async function texts(rt: Runtime): Promise<string[]> {
  const all = await rows(rt, 'SELECT id, text_sealed FROM replies ORDER BY rowid');
  return all.map((row) => openReply(rt.db.keys, { id: String(row.id), textSealed: String(row.text_sealed) }));
}

test('STOP is an opt-out in the write that stores it, before anybody has handled it', async () => {
  await using rt = await makeHouse();
  await enrol(rt, [say('a'), say('b')]);
  await arrive(rt, 'Stop.', 's');
  expect((await numberOf(rt)).stopped_at).toBe(rt.now());
  expect(await replies(rt)).toEqual(['new stop']);
  expect(await sent(rt)).toEqual(['a cancelled', 'b cancelled']);
});

test('an SMS that is delivered twice is stored once, also when both come at the same moment', async () => {
  await using rt = await makeHouse();
  await Promise.all([arrive(rt, 'Hej', 'x'), arrive(rt, 'Hej', 'x')]);
  await arrive(rt, 'Hej', 'x');
  await beat(rt);
  await arrive(rt, 'Hej', 'x');
  expect(await replies(rt)).toEqual(['waiting unclear']);
  expect(rt.rings.filter((ring) => ring.job === 'handle-inbound')).toHaveLength(1);
});

test('a STOP delivered again after START does not stop again', async () => {
  await using rt = await makeHouse();
  await enrol(rt, [say('a')]);
  await hear(rt, 'STOP', PHONE, 's');
  await hear(rt, 'START');
  await hear(rt, 'JA');
  await hear(rt, 'STOP', PHONE, 's');
  expect((await numberOf(rt)).stopped_at).toBeNull();
});

test('AFMELD is not yet an opt-out when it is stored: it may answer a question', async () => {
  await using rt = await makeHouse();
  await enrol(rt, [ask('kommer')]);
  await arrive(rt, 'AFMELD', 'a');
  expect((await numberOf(rt)).stopped_at).toBeNull();
});

test('a CPR number is masked before anything is stored', async () => {
  await using rt = await makeHouse();
  await arrive(rt, 'Hun hedder 010190-1234 og bor der', 'c');
  expect(await texts(rt)).toEqual(['Hun hedder xxxxxx-xxxx og bor der']);
});

test.each([
  ['nothing', '', 'empty'],
  ['spaces', ' \n ', 'empty'],
  ['emoji', '😀👩‍👩‍👧', 'unclear'],
  ['5,000 characters', 'Kære alle. '.repeat(455), 'unclear'],
  ['half an emoji and a zero byte', 'hej \ud83d \u0000', 'unclear'],
])('%s is stored and goes to a person', async (_, text, meaning) => {
  await using rt = await makeHouse();
  await hear(rt, text);
  expect(await replies(rt)).toEqual([`waiting ${meaning}`]);
});

test('an abuse of 10,000 characters and more is cut off, never refused', async () => {
  await using rt = await makeHouse();
  await arrive(rt, 'x'.repeat(200_000), 'x');
  expect((await texts(rt))[0]).toHaveLength(10_000);
});

test.each([
  ['with a country code and spaces', '+45 20 00 00 11'],
  ['as eight digits', '20000011'],
  ['with 0045', '004520000011'],
])('the same phone is known %s', async (_, from) => {
  await using rt = await makeHouse();
  const { relativeId } = await enrol(rt, [say('a')]);
  await hear(rt, 'Hej', from);
  expect(await rows(rt, 'SELECT relative_id FROM replies')).toEqual([{ relative_id: relativeId }]);
  expect(await rows(rt, 'SELECT 1 FROM numbers')).toHaveLength(1);
});

test.each(['Google', '1234', '+46701234567'])('%s is heard but never answered', async (from) => {
  await using rt = await makeHouse();
  await hear(rt, 'Ring mig op', from);
  await hear(rt, 'HJÆLP', from);
  expect((await replies(rt))[0]).toBe('waiting unclear');
  expect(await sent(rt)).toEqual([]);
});

test('what comes while the house is restarted is handled at the next beat, in the order it came', async () => {
  await using rt = await makeHouse();
  await enrol(rt, [ask('kommer', { ja: { say: 'godt' }, nej: { say: 'skade' } })]);
  await beat(rt);
  await arrive(rt, 'JA', '1');
  rt.forward(1);
  await arrive(rt, 'STOP', '2');
  rt.forward(HOUR);
  await beat(rt);
  expect(await replies(rt)).toEqual(['handled yes', 'handled stop']);
  expect(await sent(rt)).toEqual(['kommer sent', 'godt cancelled', 'stop sent']);
});
