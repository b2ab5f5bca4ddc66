import { expect, test } from 'vitest';
import { publishFlow } from '../../../../src/services/journeys/publish-flow.ts';
import { addRelative, makeDesk, openDesk } from '../../../support/desk.ts';
import { invitation } from '../../../support/house.ts';

test.each([
  ["update circles set state = 'dead'", 'Det er registreret, at borgeren er død'],
  ["update circles set state = 'paused'", 'Kredsen er sat på pause'],
  ['update numbers set wrong_at = 1', 'Det er meldt, at nummeret er forkert.'],
])('after %s the refusal tells what is so', async (change, sentence) => {
  await using rt = await makeDesk();
  await publishFlow(rt, invitation('link'));
  const id = await addRelative(rt);
  const browser = await openDesk(rt);
  await rt.db.client.execute(change);
  const { text } = await browser.post(`/desk/paaroerende/${id}/tilmeld`, { flow: 'indbydelse-link' });
  expect(text).toContain(sentence);
});

test('after a stop one enrols by way of another channel', async () => {
  await using rt = await makeDesk();
  await publishFlow(rt, invitation('link'));
  const id = await addRelative(rt);
  const browser = await openDesk(rt);
  await rt.db.client.execute('update numbers set stopped_at = 1');
  const at = `/desk/paaroerende/${id}`;

  const refused = await browser.get(`${at}/tilmeld?flow=indbydelse-link&vis=plan`);
  expect(refused.text).toContain(`<a href="${at}/nummer">`);
  const changed = await browser.post(`${at}/nummer`, { number: '20000021', phone: 'auto', channel: 'ring' });
  expect((await browser.follow(changed)).text).toContain('Kontakten er skiftet. Nummeret er det samme.');

  const plan = await browser.get(`${at}/tilmeld?flow=indbydelse-link&vis=plan`);
  expect(plan.text).toContain('1 besked, 0 sms-dele');
  const enrolled = await browser.post(`${at}/tilmeld`, { flow: 'indbydelse-link' });
  expect(enrolled.status).toBe(303);
  const tasks = await browser.get('/desk/opgaver');
  expect(tasks.text).toContain('Siden bag linket: »');
});
