// Three stories of the desk in a real Chromium: an appointment is booked from the relative's page and reaches the phone, a
// conversation is registered by keyboard alone, and a hand-over stays on the overview until the receiver has confirmed.
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { look, MOBILE } from './browser.ts';
import { playInDemo } from './play-in-demo.ts';

const stage = playInDemo();
let desk: Page;
let record: string;

beforeAll(async () => {
  desk = await stage.openDesk('advisor');
  await desk.goto(`${stage.demo.url}/desk/paaroerende/ny`);
  await desk.fill('#name', 'Pårørende 71');
  await desk.fill('#tiltale', 'Pårørende');
  await desk.fill('#number', '20 00 00 71');
  await desk.selectOption('#unit', { index: 1 });
  await desk.click('text="Opret"');
  record = new URL(desk.url()).pathname;
}, 60_000);

const textOf = (page: Page): Promise<string> => page.locator('main').innerText();

test('an appointment is booked in one form, reaches the phone, and HVOR is answered', {
  timeout: 120_000,
}, async () => {
  await desk.goto(`${stage.demo.url}${record}?fra=list`);
  await desk.click('text="Book en aftale"');
  await desk.fill('#when', 'snart');
  await desk.click('text="Book aftalen"');
  await look(desk, 'desk-appointment-problems');
  expect(await textOf(desk)).toContain('Ret dette, og prøv igen');
  // Within the week that the list shows, on whatever weekday this is.
  await desk.fill('#when', 'i morgen kl. 14');
  await desk.fill('#smsPlace', 'Biblioteket, 1. sal');
  await desk.click('text="Book aftalen"');
  await look(desk, 'desk-appointment');
  expect(await textOf(desk)).toContain('Aftalen er booket.');
  await stage.demo.rt.bell.quiet();

  const phone = await stage.openPage(MOBILE);
  await phone.goto(`${stage.demo.url}/phone/4520000071`);
  await phone.locator('[name=tekst]').fill('Hvor er det?');
  await phone.getByRole('button', { name: /^Send/ }).first().click();
  await phone.getByText(/Biblioteket, 1\. sal/).waitFor();

  await desk.click('text="Aflys"');
  await look(desk, 'desk-appointment-cancel');
  expect(await textOf(desk)).toContain('Det kan ikke fortrydes');
  await desk.click('text="Behold aftalen"');
  await desk.click('nav >> text="Aftaler"');
  await look(desk, 'desk-appointments');
  expect(await textOf(desk)).toContain('Pårørende 71');
});

/** Goes to a field with the keyboard, as somebody without a mouse does. */
async function tabTo(page: Page, id: string): Promise<void> {
  for (let tries = 0; tries < 80; tries += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.id === wanted, id)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way to #${id} by keyboard`);
}

test('a conversation is registered by keyboard alone', { timeout: 120_000 }, async () => {
  await desk.goto(`${stage.demo.url}${record}/samtale`);
  await look(desk, 'desk-contact-new');
  await tabTo(desk, 'minutes');
  await desk.keyboard.type('35');
  await tabTo(desk, 'level');
  await desk.keyboard.type('mod');
  await tabTo(desk, 'themes-2');
  await desk.keyboard.press('Space');
  await tabTo(desk, 'nextStep');
  await desk.keyboard.type('Ring fredag');
  await desk.keyboard.press('Enter');
  await desk.waitForURL(/gemt=talk/);
  const text = await textOf(desk);
  expect(text).toContain('35 minutter');
  expect(text).toContain('Moderat');
  expect(text).toContain('Omsorgstræthed');
});

test('a hand-over stays on the overview until the receiver has confirmed', { timeout: 120_000 }, async () => {
  await desk.goto(`${stage.demo.url}${record}/samtale`);
  await desk.fill('#minutes', '20');
  await desk.selectOption('#followUp', 'overdraget');
  await desk.click('text="Gem samtalen"');
  expect(await textOf(desk)).toContain('Overdraget til: Skal udfyldes.');
  await desk.fill('#handedTo', 'Visitator, team 2');
  await desk.click('text="Gem samtalen"');
  await desk.goto(`${stage.demo.url}/desk`);
  expect(await textOf(desk)).toContain('Til Visitator, team 2');
  await look(desk, 'desk-overview-hand-over');
  await desk.locator('li', { hasText: 'Visitator, team 2' }).getByText('Se samtalen').click();
  await desk.click('text="Modtageren har bekræftet"');
  await look(desk, 'desk-contact');
  await desk.goto(`${stage.demo.url}/desk`);
  const text = await textOf(desk);
  expect(text).not.toContain('Visitator');
  expect(text).toContain('Unikke pårørende');
});
