// Two processes that live the gap again at once, one of which has lost its lease without knowing yet.
import { expect, test } from 'vitest';
import { enrolMany } from '../../../src/services/journeys/fan-out.ts';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import { receiveSms } from '../../../src/services/replies/receive-sms.ts';
import { markOf } from '../../../src/services/restored/read-gap.ts';
import { recogniseLeft } from '../../../src/services/restored/recognise-left.ts';
import { reliveGap } from '../../../src/services/restored/relive-gap.ts';
import { listOpenTo, recordLeft } from '../../../src/store/copies/relived.ts';
import { findLink } from '../../../src/store/people/links.ts';
import { tokenHash } from '../../../src/store/seal.ts';
import { makeFlow, say } from '../../journey/engine/make-flow.ts';
import { invitation, seedRelative, startWithLink } from '../../support/house.ts';
import { enrol, HOUR, makeHouse, PHONE, rows, sent, textOf } from '../stand.ts';

test('what left once is one message, also where two of one text are open to the phone', async () => {
  await using rt = await makeHouse();
  const relativeId = await seedRelative(rt);
  await enrol(rt, [say('nu')], { relativeId });
  await enrol(rt, [say('nu')], { relativeId, flow: { name: 'andet' } });
  const [number] = await rows(rt, 'SELECT DISTINCT number_id FROM messages');
  const numberId = String(number?.number_id);
  const text = markOf(await textOf(rt, 'nu'));
  const left = { providerId: 'P-9', at: rt.now(), numberId, to: PHONE, text };
  const [first, second] = await listOpenTo(rt.db, numberId);

  expect(await recogniseLeft(rt, left)).toBe(true);
  expect(await recogniseLeft(rt, left)).toBe(false);

  expect((await listOpenTo(rt.db, numberId)).map(({ id }) => id)).toEqual([second?.id]);
  expect(await rows(rt, "SELECT id FROM messages WHERE provider_id = 'P-9'")).toEqual([{ id: first?.id }]);
});

test('the link that left opens what it was sent with, and stays away from another message', async () => {
  await using rt = await makeHouse();
  await startWithLink(rt, invitation('link'), await seedRelative(rt));
  const [message] = await rows(rt, 'SELECT id FROM messages');
  const found = { id: String(message?.id), at: rt.now(), tokenHash: tokenHash('left') };
  expect(await rt.db.lane.put(recordLeft, { ...found, providerId: 'P-9' })).toBe(true);

  const again = { ...found, providerId: 'P-8', tokenHash: tokenHash('other') };
  expect(await rt.db.lane.put(recordLeft, again)).toBe(false);

  expect(await findLink(rt.db, tokenHash('left'))).toBeDefined();
  expect(await findLink(rt.db, tokenHash('other'))).toBeUndefined();
});

test('one that may not go on handles nothing and enrols nobody', async () => {
  await using rt = await makeHouse();
  const flow = makeFlow([say('nu')], { anchors: {} });
  await publishFlow(rt, flow);
  const relativeIds = [await seedRelative(rt)];
  await enrolMany(rt, { flow: flow.name, relativeIds, anchors: {}, by: 'staff-1' });
  await receiveSms(rt, { providerId: 'in-1', from: PHONE, to: '+4520009999', text: 'Hej' });
  const gap = { from: rt.now() + HOUR, until: rt.now() + 2 * HOUR, heard: [], left: [], reports: [] };

  expect(await reliveGap(rt, gap, async () => false)).toBeUndefined();

  expect(await sent(rt)).toEqual([]);
  expect(await rows(rt, 'SELECT status FROM replies')).toEqual([{ status: 'new' }]);
  expect(await reliveGap(rt, gap, async () => true)).toBeDefined();
  expect(await sent(rt)).toContain('nu due');
});
