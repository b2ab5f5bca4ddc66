// An advisor's day with the keyboard alone: in, a relative found, a reply answered, a secure message, a booking, another number,
// a hand-over, a spreadsheet; and the menu, which is one line on a screen and one press on a phone.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRelative } from '../../src/services/relatives/create-relative.ts';
import { addReply, advisor, relativeForm } from '../support/desk.ts';
import type { TestRuntime } from '../support/runtime.ts';
import { bytesOf, csv, listOf, SEVEN_BAD } from '../support/spreadsheet.ts';
import { givePin } from '../support/visit.ts';
import { DESKTOP, inspect, look, MOBILE } from './browser.ts';
import { type Keyboard, keyboardOf } from './keyboard.ts';
import { playInDemo } from './play-in-demo.ts';

const NAME = 'Pårørende 81';
const FROM = '+4520007781';

const stage = playInDemo();
const rt = (): TestRuntime => stage.demo.rt as TestRuntime;

let desk: Page;
let keys: Keyboard;
let id: string;

const main = (): Promise<string> => desk.locator('main').innerText();

beforeAll(async () => {
  const [unit] = (await rt().db.client.execute('select id from units limit 1')).rows;
  const form = relativeForm({
    name: NAME,
    number: '20 00 77 81',
    tiltale: 'Pårørende',
    unit: String(unit?.id),
    consent: 'yes',
  });
  id = (await createRelative(rt(), advisor, form)).id;
  desk = await stage.openPage(DESKTOP);
  keys = keyboardOf(desk);
  // From here on dialogs for files are caught, not only from when one is waited for.
  desk.on('filechooser', () => undefined);
}, 120_000);

describe('with the keyboard alone', { timeout: 90_000 }, () => {
  it('logs in, skips the menu, finds a relative and answers a reply', async () => {
    await addReply(rt(), { number: FROM, text: 'Hvornår er mødet?' });
    await desk.goto(`${stage.demo.url}/desk`);
    await keys.enter(/^BUTTON Rådgiver/);
    await desk.keyboard.press('Tab');
    expect(await keys.focused()).toBe('A Gå til sidens indhold');
    await desk.keyboard.press('Enter');
    await desk.keyboard.press('Tab');
    expect(await desk.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
    await keys.find(NAME);
    expect(await desk.locator('h1').innerText()).toBe(NAME);
    await keys.enter(/^A Skriv eller læs/);
    await keys.write(/^TEXTAREA Din tekst/, 'Mødet er på torsdag');
    await keys.enter(/^BUTTON Send sms/);
    expect(await main()).toContain('Sms’en er på vej.');
  });

  it('books from a conversation and is back in it', async () => {
    await addReply(rt(), { number: FROM, text: 'Kan vi tale sammen?' });
    await desk.goto(`${stage.demo.url}/desk/indbakke/${id}`);
    await keys.enter(/^A Book en aftale/);
    await keys.write(/^INPUT Hvornår/, 'på torsdag kl. 14');
    await keys.send();
    expect(new URL(desk.url()).pathname).toBe(`/desk/indbakke/${id}`);
    expect(await main()).toContain('Aftalen er booket.');
    expect(await main()).toContain('Kan vi tale sammen?');
    await look(desk, 'keyboard-booked');
  });

  it('sends what no SMS may say as a secure message', async () => {
    await givePin(rt(), id, '482915');
    await desk.reload();
    await keys.write(/^TEXTAREA Din tekst/, 'Hendes demens er værre');
    await keys.enter(/^BUTTON Send sms/);
    expect(await main()).toContain('Teksten må ikke sendes som sms');
    expect(await keys.focused()).toContain('Ret dette, og prøv igen');
    await keys.enter(/^BUTTON Send som sikker besked/);
    expect(await main()).toContain('Beskeden ligger på den pårørendes side');
  });

  it('registers another number', async () => {
    await keys.find(NAME);
    await keys.enter(/^A Skift nummer/);
    await keys.write(/^INPUT Telefonnummer/, '20 00 77 82');
    await keys.send();
    expect(await main()).toContain('Nummeret er skiftet.');
    expect(await main()).toContain('20 00 77 82');
  });

  it('hands over, and notes on the overview that the receiver has confirmed', async () => {
    await keys.enter(/^A Registrer samtale/);
    await keys.write(/^INPUT Minutter/, '20');
    await keys.write(/^SELECT Opfølgning/, 'Overdraget');
    await keys.write(/^INPUT Overdraget til/, 'Visitator, team 2');
    await keys.send();
    await keys.enter(/^A Overblik/);
    expect(await main()).toContain('Til Visitator, team 2');
    await keys.enter(new RegExp(`^A Se samtalen[^]*${NAME}`));
    await keys.enter(/^BUTTON Modtageren har bekræftet/);
    await keys.enter(/^A Overblik/);
    expect(await main()).not.toContain('Visitator, team 2');
  });

  it('imports 200 rows of which seven are bad', async () => {
    await keys.enter(/^A Pårørende$/);
    await keys.enter(/^A Importer fra regneark/);
    await keys.tabTo(/^INPUT Regneark/);
    const [chooser] = await Promise.all([desk.waitForEvent('filechooser'), desk.keyboard.press('Enter')]);
    // The demo's clock stands a year before the list's.
    const list = csv(listOf(200, SEVEN_BAD)).replaceAll('1.2.2027', '1.2.2026');
    const buffer = Buffer.from(bytesOf(list));
    await chooser.setFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer });
    await keys.enter(/^BUTTON Læs filen/);
    await keys.write(/^SELECT Enhed for nye kredse/, 'Demo');
    await keys.tabTo(/^INPUT Ja, de to kolonner/);
    await desk.keyboard.press('Space');
    await keys.enter(/^BUTTON Se, hvad der sker/);
    expect(await main()).toContain('Klar til at blive oprettet: 193');
    await keys.tabTo(/^INPUT Lad de 7 rækker/);
    await desk.keyboard.press('Space');
    await keys.enter(/^BUTTON Opret pårørende/);
    expect(await main()).toContain('Oprettet: 193 pårørende.');
  });
});

describe('the menu', { timeout: 90_000 }, () => {
  it('stands on one line for every role at 1280 pixels, with the rest behind one press', async () => {
    for (const role of ['reader', 'advisor', 'coordinator', 'administrator']) {
      const page = await stage.openPage(DESKTOP);
      await page.goto(`${stage.demo.url}/desk/login`);
      await page.click(`button[value="${role}"]`);
      await page.waitForURL(`${stage.demo.url}/desk`);
      const tops = await page
        .locator('.limen-menu > ul > li')
        .evaluateAll((all) => [...new Set(all.map((one) => one.getBoundingClientRect().top))]);
      expect(tops, role).toHaveLength(1);
      await page.context().close();
    }
    await keys.tabTo(/^SUMMARY Mere/);
    await desk.keyboard.press('Enter');
    await inspect(desk, 'the open menu');
    await keys.enter(/^A Vejviser/);
    expect(await desk.locator('.limen-here').innerText()).toContain('Vejviser');
    await keys.tabTo(/^SUMMARY Mere/);
    await desk.keyboard.press('Enter');
    await keys.tabTo(/^A Forløb/);
    await desk.keyboard.press('Escape');
    expect(await keys.focused()).toBe('SUMMARY Mere: Vejviser');
    expect(await desk.locator('.limen-rare').getAttribute('open')).toBeNull();
  });

  it('opens with one press on a phone, with scripts or without', async () => {
    const phone = await stage.openDesk('advisor', MOBILE);
    expect(await phone.getByRole('link', { name: 'Aftaler' }).isVisible()).toBe(false);
    await phone.locator('.limen-menu > summary').focus();
    await phone.keyboard.press('Enter');
    await look(phone, 'menu-phone');
    await keyboardOf(phone).enter(/^A Vejviser/);
    expect(await phone.locator('.limen-menu > summary').innerText()).toContain('Menu: Vejviser');
    const state = await phone.context().storageState();
    const browser = phone.context().browser();
    if (!browser) throw new Error('the phone has a browser');
    const bare = await browser.newContext({
      viewport: MOBILE,
      javaScriptEnabled: false,
      storageState: state,
    });
    const page = await bare.newPage();
    await page.goto(`${stage.demo.url}/desk`);
    await page.locator('.limen-menu > summary').click();
    await page.getByRole('link', { name: 'Forløb', exact: true }).click();
    expect(new URL(page.url()).pathname).toBe('/desk/forloeb');
  });
});
