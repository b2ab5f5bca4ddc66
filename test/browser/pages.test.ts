// The relatives' pages in a real Chromium: nothing is refused by the policy, axe finds nothing, and leaving leaves nothing behind.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { invitation, seedOrganisation, seedRelative, startWithLink } from '../support/house.ts';
import { makeRuntime } from '../support/runtime.ts';
import { countRows, giveCode, givePin } from '../support/visit.ts';
import { closeWindows, look, MOBILE, openBrowser } from './browser.ts';
import { type House, openHouse } from './open-house.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => closeWindows(browser));

const openRelatives = async (): Promise<House> => {
  const rt = await makeRuntime({ config: { publicUrl: 'http://127.0.0.1' } });
  await seedOrganisation(rt);
  return openHouse(browser, rt);
};

test('the pages pass axe on a phone, in any script, and ask no other host', async () => {
  await using house = await openRelatives();
  const { rt } = house;
  const [anna, bo, mo] = [
    await seedRelative(rt),
    await seedRelative(rt, { number: '+4520000012' }),
    await seedRelative(rt, { number: '+4520000013', language: 'ar' }),
  ];
  const open = await startWithLink(rt, invitation('link'), mo);
  const pin = await startWithLink(rt, invitation('pin'), anna);
  const code = await startWithLink(rt, invitation('pin'), bo);
  await givePin(rt, anna, '407318');
  await giveCode(rt, bo, '880044');

  const page = await house.open(`/i/${pin.token}`, MOBILE);
  await page.goto(`${house.at}/i/x`);
  await look(page, 'pages-gone');
  await page.goto(`${house.at}/i/${pin.token}`);
  await page.click('text="Læs beskeden"');
  await page.fill('#pin', '111111');
  await page.click('text="Læs beskeden"');
  await look(page, 'pages-pin-wrong');
  await page.fill('#pin', '407318');
  await page.click('text="Læs beskeden"');
  await page.click('text="Ja tak, tilmeld mig"');
  await page.click('text="Se, hvad du har sagt ja til"');
  await look(page, 'pages-mine');
  const choosing = await house.open(`/i/${code.token}`, MOBILE);
  await choosing.click('text="Læs beskeden"');
  await look(choosing, 'pages-choose-pin');
  const arabic = await house.open(`/i/${open.token}`, MOBILE);
  await arabic.click('text="Læs beskeden"');
  await look(arabic, 'pages-message-arabic');
  expect(await arabic.locator('h1').textContent()).toContain('أهلا');

  expect(house.complaints).toEqual([]);
}, 60_000);

test('without scripts everything works', async () => {
  await using house = await openRelatives();
  const { token } = await startWithLink(house.rt, invitation('link'), await seedRelative(house.rt));
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${house.at}/i/${token}`);
  await page.click('text="Læs beskeden"');
  await page.click('text="Ja tak, tilmeld mig"');
  expect(await page.textContent('main')).toContain('Tak. Du er tilmeldt.');

  await page.click('text="Forlad siden hurtigt"');

  expect(new URL(page.url()).pathname).toBe('/');
  await page.goto(`${house.at}/mit/besked`);
  expect(await page.textContent('main')).toContain('Her kommer du ind med et link');
});

test('leaving quickly ends the session, shows the weather, and the way back shows nothing', async () => {
  await using house = await openRelatives();
  const { token } = await startWithLink(house.rt, invitation('link'), await seedRelative(house.rt));
  const page = await house.open(`/i/${token}`, MOBILE);
  await page.context().route('https://www.dmi.dk/**', (route) => route.fulfill({ body: 'Sol' }));
  await page.click('text="Læs beskeden"');

  await page.click('text="Forlad siden hurtigt"');

  await page.waitForURL('https://www.dmi.dk/');
  await expect.poll(() => countRows(house.rt, 'sessions')).toBe(0);
  await page.goBack();
  expect(await page.content()).not.toContain('Anne');
});

test('the page warns before its session ends, and one press keeps it', async () => {
  await using house = await openRelatives();
  const { token } = await startWithLink(house.rt, invitation('link'), await seedRelative(house.rt));
  const page = await house.open(`/i/${token}`, MOBILE);
  await page.clock.install();
  await page.click('text="Læs beskeden"');
  const warning = page.locator('#limen-ending');
  expect(await warning.isVisible()).toBe(false);

  house.rt.forward(26 * 60_000);
  await page.clock.runFor('26:00');
  expect(await warning.isVisible()).toBe(true);
  await page.click('text="Jeg vil blive her"');
  await expect.poll(() => warning.isVisible()).toBe(false);

  house.rt.forward(31 * 60_000);
  await page.clock.runFor('31:00');
  await expect.poll(() => page.textContent('main')).toContain('Siden er lukket');
});
