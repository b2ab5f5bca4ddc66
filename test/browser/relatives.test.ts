// Two of an advisor's commonest tasks in a real Chromium: finding a relative by keyboard alone, and importing 200 rows of which 7 are bad.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addRelative, makeDesk, rowsOf } from '../support/desk.ts';
import { bytesOf, csv, listOf, SEVEN_BAD } from '../support/spreadsheet.ts';
import { closeWindows, DESKTOP, look, MOBILE, openBrowser } from './browser.ts';
import { keyboardOf } from './keyboard.ts';
import { type House, openHouse } from './open-house.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => closeWindows(browser));

/** The desk, and a page that is logged in as an advisor. */
async function openDesk(): Promise<House & { page: Page }> {
  const house = await openHouse(browser, await makeDesk());
  const page = await house.open('/desk/login', DESKTOP);
  await page.getByRole('button', { name: /^Rådgiver/ }).click();
  await page.waitForURL(`${house.at}/desk`);
  return { ...house, page };
}

test('a relative is found by keyboard alone, from any page', { timeout: 120_000 }, async () => {
  await using house = await openDesk();
  const { rt, page, at } = house;
  await addRelative(rt, { name: 'Åse Holm', consent: 'yes' });
  await addRelative(rt, { name: 'Bo Lund', number: '20000022' });
  await page.goto(`${at}/desk/opgaver`);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('aas hol');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${at}/desk/paaroerende/soeg`);
  expect(await page.locator('main').innerText()).toContain('Fundet: 1');
  await look(page, 'relatives-found');
  await keyboardOf(page, 30).tabTo(/Åse Holm/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/fra=search/);

  expect(await page.locator('h1').innerText()).toBe('Åse Holm');
  expect(await rowsOf(rt, "select purpose from ledger where kind = 'relative.viewed'")).toEqual([
    { purpose: 'search' },
  ]);
  await look(page, 'relatives-record');
  expect(house.complaints).toEqual([]);
});

test('200 rows of which 7 are bad are imported, the seven fetched as a file', {
  timeout: 180_000,
}, async () => {
  await using house = await openDesk();
  const { rt, page, at } = house;
  await page.goto(`${at}/desk/paaroerende`);
  await page.getByRole('link', { name: 'Importer fra regneark' }).click();
  await look(page, 'import-upload');
  const buffer = Buffer.from(bytesOf(csv(listOf(200, SEVEN_BAD))));
  await page.setInputFiles('#fil', { name: 'liste.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Læs filen' }).click();
  await look(page, 'import-columns');
  await page.check('#consents');
  await page.getByRole('button', { name: 'Se, hvad der sker' }).click();
  expect(await page.locator('main').innerText()).toContain('Klar til at blive oprettet: 193');
  await look(page, 'import-preview');
  await page.setViewportSize(MOBILE);
  await look(page, 'import-preview-narrow');
  await page.setViewportSize(DESKTOP);

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Hent rækkerne med fejl (CSV)' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('raekker-med-fejl.csv');
  await page.getByRole('button', { name: 'Opret pårørende' }).click();
  expect(await page.locator('main').innerText()).toContain('Sæt kryds for at lade rækkerne med fejl ude');
  await page.check('#leaveBad');
  await page.getByRole('button', { name: 'Opret pårørende' }).click();

  expect(await page.locator('main').innerText()).toContain('Oprettet: 193 pårørende.');
  await look(page, 'import-done');
  expect(await rowsOf(rt, 'select count(*) as n from relatives')).toEqual([{ n: 193 }]);
  expect(house.complaints).toEqual([]);
});
