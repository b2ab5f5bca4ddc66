// A relative sees what they are signed up for behind the PIN, and signs off there until it is so late that one calls.
import { expect, test } from 'vitest';
import { join, makeEvent } from '../../support/events.ts';
import { makeRuntime } from '../../support/runtime.ts';
import { countRows, givePin, openInvitation } from '../../support/visit.ts';

const DAY = 86_400_000;

async function openSignedUp(access: 'link' | 'pin') {
  const rt = await makeRuntime();
  const opened = await openInvitation(rt, access);
  const eventId = await makeEvent(rt, { capacity: '1', title: 'Om demens' });
  await makeEvent(rt, { title: 'Et andet arrangement' });
  await join(rt, eventId, { relativeId: opened.relative, tell: '' });
  rt.forward(1_000);
  await join(rt, eventId, { name: 'Den næste', contact: '20 00 07 99' });
  await givePin(rt, opened.relative, '482915');
  return { rt, eventId, ...opened };
}

test('behind the PIN a relative sees what they are signed up for and nobody else, and gives the seat to the next', async () => {
  const { rt, browser, eventId, relative } = await openSignedUp('pin');
  await using _ = rt;
  expect((await browser.get('/mit')).text).not.toContain('Om demens');
  expect((await browser.post('/mit/arrangement', { arrangement: eventId })).status).toBe(403);
  await browser.get('/mit/pin');
  await browser.post('/mit/pin', { pin: '482915' });
  const page = await browser.get('/mit');
  expect(page.text).toMatch(/Om demens[\s\S]+onsdag den 10\. marts kl\. 14\.00[\s\S]+Meld fra/);
  expect(page.text).not.toMatch(/Et andet|Den næste/);
  rt.forward(1_000);
  expect((await browser.post('/mit/arrangement', { arrangement: eventId })).location).toBe('/mit');
  expect((await browser.get('/mit')).text).not.toContain('Om demens');
  expect(await countRows(rt, "attendances where state = 'yes' and relative_id is null")).toBe(1);
  expect(
    await countRows(rt, `ledger where kind = 'event.signed-off' and actor = 'relative:${relative}'`),
  ).toBe(1);
  await browser.post('/mit/arrangement', { arrangement: eventId });
  expect(await countRows(rt, "ledger where kind = 'event.signed-off'")).toBe(1);
});

test('in the last hours one is asked to call, and a link alone shows nothing', async () => {
  const { rt, browser, eventId } = await openSignedUp('link');
  await using _ = rt;
  expect((await browser.get('/mit')).text).not.toContain('Om demens');
  expect((await browser.post('/mit/arrangement', { arrangement: eventId })).status).toBe(403);
  const late = await openSignedUp('pin');
  await using __ = late.rt;
  late.rt.forwardJourneys(8 * DAY + 6 * 3_600_000);
  await late.browser.get('/mit/pin');
  await late.browser.post('/mit/pin', { pin: '482915' });
  const { text } = await late.browser.get('/mit');
  expect(text).toContain('Det er snart. Kan du ikke komme, så ring til os på');
  expect(text).not.toContain('Meld fra');
  await late.browser.post('/mit/arrangement', { arrangement: late.eventId });
  expect(await countRows(late.rt, "attendances where state = 'yes' and relative_id is not null")).toBe(1);
});
