// Whose consent a group message asks for: the same in the preview, when it is written, and when it leaves.
import { expect, test } from 'vitest';
import { beat } from '../../../src/services/beat.ts';
import { previewBroadcast } from '../../../src/services/broadcasts/preview-broadcast.ts';
import { showBroadcast } from '../../../src/services/broadcasts/show-broadcast.ts';
import { OrganisationSettings } from '../../../src/services/organisation.ts';
import { withdrawConsent } from '../../../src/services/pages/withdraw-consent.ts';
import { recordLedger } from '../../../src/services/record-ledger.ts';
import type { Runtime } from '../../../src/services/runtime.ts';
import { HOUR, makeHouse, run } from '../stand.ts';
import { coordinator, draft, makeGroup, order, phone } from './stand.ts';

const say = (rt: Runtime, relativeId: string, kind: 'given' | 'withdrawn', purpose = 'sms'): Promise<void> =>
  recordLedger(rt, { kind: `consent.${kind}`, actor: 'staff-1', relativeId, purpose });

const ask = (rt: Runtime, asks: boolean) =>
  run(
    rt,
    `UPDATE organisation SET settings = json_set(settings, '$.groupConsent', json('${asks}')), updated_at = updated_at + 1`,
  );

/** Said yes; said nothing; said yes and then no; said no and then yes on a page; is called; gets letters; gets letters and said no. */
async function makePeople(rt: Runtime) {
  const made = await makeGroup(rt, 7, (n) => (n < 4 ? {} : { channel: n === 4 ? 'ring' : 'brev' }));
  const { people } = made;
  const [yes = '', , no = '', again = '', , , letters = ''] = people;
  for (const one of [yes, no]) await say(rt, one, 'given');
  for (const one of [no, again, letters]) await say(rt, one, 'withdrawn');
  await say(rt, again, 'given', 'samtykke');
  return made;
}

test('an organisation asks for a noted consent unless it says otherwise', () => {
  const given = { kommune: 'K', authority: 'K', telefon: '20 00 00 01', akut: '112', aabningstid: '8-15' };
  expect(OrganisationSettings.parse(given).groupConsent).toBe(true);
});

test('without a noted yes nobody gets an SMS, a call or a letter asks for none, and a no holds in any case', async () => {
  await using rt = await makeHouse();
  await ask(rt, true);
  const { groupId } = await makePeople(rt);
  const id = await draft(rt, groupId);
  const seen = await previewBroadcast(rt, coordinator, id);
  expect(seen).toMatchObject({ sms: 2, calls: 1, letters: 1, leftOut: [{ why: 'no-consent', count: 3 }] });
  await ask(rt, false);
  const asksNone = await previewBroadcast(rt, coordinator, id);
  expect(asksNone).toMatchObject({ sms: 3, leftOut: [{ why: 'no-consent', count: 2 }] });
  await ask(rt, true);
  await order(rt, id);
  for (let n = 0; n < 2; n += 1) await beat(rt);
  expect(rt.posted.map(({ to }) => to).sort()).toEqual([phone(0), phone(3)]);
  const { progress } = await showBroadcast(rt, coordinator, id);
  expect(progress).toMatchObject({ composed: 4, leftOut: [{ why: 'no-consent', count: 3 }] });
});

test('what was written before the organisation asked, and left after it, is asked about when it leaves', async () => {
  await using rt = await makeHouse();
  const { groupId } = await makePeople(rt);
  const id = await draft(rt, groupId);
  await run(rt, "INSERT INTO senders (name, stopped_at, stopped_by) VALUES ('number', 1, 'staff-1')");
  await order(rt, id);
  await beat(rt);
  await ask(rt, true);
  rt.forward(HOUR);
  await run(rt, 'DELETE FROM senders');
  for (let n = 0; n < 3; n += 1) await beat(rt);
  expect(rt.posted.map(({ to }) => to).sort()).toEqual([phone(0), phone(3)]);
});

test('a letter that waits to be sent is taken back with the yes to letters', async () => {
  await using rt = await makeHouse();
  const { groupId, people } = await makeGroup(rt, 2, () => ({ channel: 'brev', number: null }));
  const [relativeId = ''] = people;
  await say(rt, relativeId, 'given');
  const id = await draft(rt, groupId);
  await order(rt, id);
  await beat(rt);
  const access = 'pin' as const;
  const link = {
    tokenHash: 'h',
    relativeId,
    journeyId: undefined,
    step: '',
    page: '',
    access,
    language: 'da',
  };
  const session = { tokenHash: 's', link: 'h', verified: true, idleEndsAt: rt.now() + HOUR };
  await withdrawConsent(rt, {
    secret: '',
    session,
    link: { ...link, numberId: undefined, opened: true },
  });
  const { progress } = await showBroadcast(rt, coordinator, id);
  expect(progress).toMatchObject({ messages: { todo: 1 }, leftOut: [{ why: 'no-consent', count: 1 }] });
});
