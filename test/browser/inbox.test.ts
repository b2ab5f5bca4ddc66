// Two stories of the inbox in a real Chromium: a reply is answered while another arrives, and a secure message is read with the PIN.
import { expect, test } from 'vitest';
import { createRelative } from '../../src/services/relatives/create-relative.ts';
import { addReply, advisor, relativeForm } from '../support/desk.ts';
import type { TestRuntime } from '../support/runtime.ts';
import { givePin } from '../support/visit.ts';
import { look, MOBILE } from './browser.ts';
import { playInDemo } from './play-in-demo.ts';

const stage = playInDemo();
const { openDesk } = stage;

/** The demo's runtime, for what a story begins with. */
const rt = (): TestRuntime => stage.demo.rt as TestRuntime;

const register = async (name: string, number: string): Promise<string> => {
  const [unit] = (await stage.demo.rt.db.client.execute('select id from units limit 1')).rows;
  const form = relativeForm({ name, number, tiltale: 'Pårørende', unit: String(unit?.id), consent: 'yes' });
  return (await createRelative(rt(), advisor, form)).id;
};

test('a reply is answered: another that arrives meanwhile is shown, and what is written stays', async () => {
  const id = await register('Pårørende 51', '20 00 77 51');
  await addReply(rt(), { number: '+4520007751', text: 'Hvornår er mødet?' });
  const desk = await openDesk('advisor');
  await look(desk, 'inbox-01-overview');
  await desk.click('nav >> text=Indbakke');
  await look(desk, 'inbox-02-list');
  await desk
    .locator('li', { hasText: 'Hvornår er mødet?' })
    .getByRole('link', { name: /Læs og svar/ })
    .click();
  await desk.waitForURL(/\/desk\/indbakke\/[\w-]+$/);
  await desk.locator('#text').pressSequentially('Mødet er på torsdag');
  await desk.getByText('19 tegn, 1 sms-del.').waitFor();
  await look(desk, 'inbox-03-conversation');

  const other = await openDesk('coordinator');
  await other.goto(`${stage.demo.url}/desk/indbakke/${id}`);
  await addReply(rt(), { number: '+4520007751', text: 'Og hvor er det?' });
  await desk.getByText('Og hvor er det?').waitFor({ timeout: 15_000 });
  await desk.getByText(/har også samtalen åben/).waitFor({ timeout: 15_000 });
  expect(await desk.inputValue('#text')).toBe('Mødet er på torsdag');
  expect(await desk.evaluate(() => document.activeElement?.id)).toBe('text');
  await look(desk, 'inbox-04-arrived');
  // From here on the other page stands still: what it is shown meanwhile it has seen, and may answer.
  await other.route('**/desk/live/samtale/**', (route) => route.fulfill({ status: 204 }));
  await other.waitForResponse(/\/desk\/live\/samtale\//);
  await desk.locator('#text').pressSequentially(' hos os');
  await desk.getByRole('button', { name: 'Send sms', exact: true }).click();
  await desk.getByText('Sms’en er på vej.').waitFor();

  await other.fill('#text', 'Jeg svarer også');
  await other.getByRole('button', { name: 'Send sms', exact: true }).click();
  await other.getByText('Der er kommet nyt i samtalen').first().waitFor();
  expect(await other.inputValue('#text')).toBe('Jeg svarer også');
  await look(other, 'inbox-05-second-told');
}, 120_000);

test('the overview changes by itself and leaves the focus where it is', async () => {
  await register('Pårørende 53', '20 00 77 53');
  const desk = await openDesk('advisor');
  const link = desk
    .getByRole('link', { name: 'Se kredsen' })
    .or(desk.locator('main .desk-item-action a'))
    .first();
  await link.focus();
  const focused = await desk.evaluate(() => document.activeElement?.getAttribute('href'));
  await addReply(rt(), { number: '+4520007753', text: 'Er der nogen?' });
  await desk.locator('main').getByText('Er der nogen?').waitFor({ timeout: 25_000 });
  await desk.getByText(/Nu venter: samtaler \d+/).waitFor({ state: 'attached', timeout: 25_000 });
  expect(await desk.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(focused);
}, 90_000);

test('a confidential text goes as a secure message, and the relative reads and answers it with the PIN', async () => {
  const id = await register('Pårørende 52', '20 00 77 52');
  const desk = await openDesk('advisor', MOBILE);
  await desk.goto(`${stage.demo.url}/desk/indbakke/${id}`);
  await look(desk, 'inbox-06-no-pin-mobile');
  await givePin(rt(), id, '482915');
  await desk.reload();
  await desk.fill('#text', 'Hendes demens er værre');
  await desk.getByText('»demens« må ikke stå i en sms').waitFor();
  await desk.getByRole('button', { name: 'Send sms', exact: true }).click();
  await desk.getByText('Teksten må ikke sendes som sms').waitFor();
  await look(desk, 'inbox-07-refused-mobile');
  await desk.getByRole('button', { name: 'Send som sikker besked i stedet' }).click();
  await desk.getByText('Beskeden ligger på den pårørendes side').waitFor();
  await stage.demo.rt.bell.quiet();

  const phone = await stage.openPage(MOBILE);
  await phone.goto(`${stage.demo.url}/phone/4520007752`);
  const sms = phone.locator('a[href*="/i/"]').first();
  await sms.waitFor();
  expect(await phone.locator('main').innerText()).not.toContain('demens');
  await phone.goto(String(await sms.getAttribute('href')));
  await look(phone, 'inbox-08-landing-mobile');
  await phone.getByRole('button', { name: 'Læs beskeden' }).click();
  await phone.fill('#pin', '482915');
  await phone.getByRole('button', { name: 'Læs beskeden' }).click();
  await phone.getByText('Hendes demens er værre').waitFor();
  await look(phone, 'inbox-09-messages-mobile');
  await phone.fill('#tekst', 'Tak, fordi I skriver');
  await phone.getByRole('button', { name: 'Send beskeden' }).click();
  await phone.getByText('Tak. Vi har fået din besked.').waitFor();
  await look(phone, 'inbox-10-sent-mobile');

  await desk.goto(`${stage.demo.url}/desk/indbakke/${id}`);
  await desk.getByText('Tak, fordi I skriver').waitFor();
  expect(await desk.locator('main').innerText()).toContain('Læst');
  await look(desk, 'inbox-11-answered-mobile');
}, 120_000);

test('saved answers are made by a coordinator and put in by keyboard alone', async () => {
  const id = await register('Pårørende 54', '20 00 77 54');
  const page = await openDesk('coordinator');
  await page.goto(`${stage.demo.url}/desk/indbakke/svar`);
  await look(page, 'inbox-12-saved-answers');
  await page.fill('#titel', 'Vi ringer');
  await page.fill('#tekst', 'Hej {{ tiltale }}. Vi ringer til dig.');
  await page.getByRole('button', { name: 'Gem svaret' }).click();
  await page.getByText('Svaret er gemt.').waitFor();
  await page.getByRole('link', { name: /^Ret Vi ringer/ }).click();
  await look(page, 'inbox-13-saved-answer');
  await page.goto(`${stage.demo.url}/desk/indbakke/${id}`);
  await page.focus('#gemt');
  await page.keyboard.type('Vi ringer');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.inputValue('#text')).toBe('Hej Pårørende. Vi ringer til dig.');
  await look(page, 'inbox-14-inserted');
}, 90_000);
