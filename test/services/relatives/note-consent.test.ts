// A yes to SMS that staff hear after a relative was registered.
import { expect, test } from 'vitest';
import { listConsentsOf } from '../../../src/services/pages/list-consents.ts';
import { noteConsent } from '../../../src/services/relatives/note-consent.ts';
import { stopNumber } from '../../../src/services/replies/stop-number.ts';
import { numberId } from '../../../src/store/people/numbers.ts';
import { addRelative, advisor, makeDesk, openDesk, reader } from '../../support/desk.ts';

test('it is noted once with the words in force, asked for where it is missing, and never over a STOP', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt, { consent: '' });
  const desk = await openDesk(rt);
  const page = `/desk/paaroerende/${id}?fra=list`;
  expect((await desk.get(page)).text).toContain('Notér et ja til sms');
  expect((await desk.post(`/desk/paaroerende/${id}/samtykke`)).status).toBe(303);
  await noteConsent(rt, advisor, id);
  expect(await listConsentsOf(rt, id)).toMatchObject([
    { purpose: 'sms', wording: expect.stringContaining('STOP') },
  ]);
  expect((await desk.get(page)).text).not.toContain('Notér et ja til sms');
  await expect(noteConsent(rt, reader, id)).rejects.toThrow('forbidden');
  await expect(noteConsent(rt, { ...advisor, units: [] }, id)).rejects.toThrow('not-found');
  const other = await addRelative(rt, { consent: '', number: '20 00 00 22' });
  await stopNumber(rt, numberId(rt.db.keys, '+4520000022'), 'staff', 'staff-1');
  await expect(noteConsent(rt, advisor, other)).rejects.toThrow('stopped');
  expect((await desk.get(`/desk/paaroerende/${other}?fra=list`)).text).not.toContain('Notér et ja til sms');
});
