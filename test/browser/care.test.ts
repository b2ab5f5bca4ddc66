// Two stories of the desk in a real Chromium: a relative is referred by phone and taken at the desk, and is shown the way to an offer.
import { expect, test } from 'vitest';
import { look, MOBILE } from './browser.ts';
import { playInDemo } from './play-in-demo.ts';

const stage = playInDemo();
const { openDesk } = stage;

test('a relative is referred on a phone, and the desk takes the referral with its source', async () => {
  const phone = await stage.openPage(MOBILE);
  await phone.goto(`${stage.demo.url}/henvis/hosp3syd`);
  await look(phone, 'referral-landing-mobile');
  await phone.click('text="Jeg henviser en pårørende"');
  await phone.click('text="Send henvisningen"');
  await look(phone, 'referral-form-problems-mobile');
  expect(await phone.textContent('main')).toContain('Ret dette, og prøv igen');
  await phone.fill('#name', 'Pårørende 41');
  await phone.fill('#number', '20 00 00 41');
  await phone.selectOption('#relation', 'voksent barn');
  await phone.selectOption('#area', 'demens');
  await phone.fill('#byName', 'Medarbejder 1');
  await phone.fill('#byContact', '20 00 00 42');
  await phone.check('#consent');
  await phone.click('text="Send henvisningen"');
  expect(new URL(phone.url()).pathname).toBe('/henvis/hosp3syd/tak');
  await look(phone, 'referral-thanks-mobile');

  const desk = await openDesk('advisor');
  await desk.click('nav >> text=Henvisninger');
  await look(desk, 'desk-referrals');
  await desk.click('a:has-text("Se henvisningen"):has-text("Pårørende 41")');
  await look(desk, 'desk-referral');
  expect(await desk.inputValue('#name')).toBe('Pårørende 41');
  expect(await desk.isChecked('#consent')).toBe(false);
  await desk.click('button:has-text("Tag henvisningen")');
  expect(new URL(desk.url()).pathname).toMatch(/^\/desk\/paaroerende\//);
  const text = await desk.textContent('main');
  expect(text).toContain('Henvisningen er taget.');
  expect(text).toContain('Pårørende 41');

  const coordinator = await openDesk('coordinator');
  await coordinator.goto(`${stage.demo.url}/desk/kilder`);
  await look(coordinator, 'desk-sources');
  expect(await coordinator.textContent('li:has-text("Hospitalsafdeling")')).toContain('taget 1');
  await coordinator.click('text=Hospitalsafdeling');
  await look(coordinator, 'desk-source');
}, 120_000);

test('a referral is declined on a phone, with what else was offered, and that can be undone', async () => {
  const desk = await openDesk('advisor', MOBILE);
  await desk.goto(`${stage.demo.url}/desk/henvisninger`);
  await desk.click('a:has-text("Se henvisningen"):has-text("Pårørende 32")');
  await look(desk, 'desk-referral-mobile');
  await desk.selectOption('#reason', 'outside');
  await desk.check('text="Demenscafé (opdigtet)"');
  await desk.click('button:has-text("Afslå henvisningen")');
  expect(await desk.textContent('main')).toContain('Tilbudt i stedet: Demenscafé (opdigtet)');
  await look(desk, 'desk-referrals-mobile');
  await desk.click('button:has-text("Fortryd afslaget")');
  expect(await desk.textContent('main')).toContain('Henvisningen venter igen.');
}, 60_000);

test('a relative is shown the way to an offer, which is counted, and a coordinator keeps the signpost', async () => {
  const desk = await openDesk('advisor');
  await desk.goto(`${stage.demo.url}/desk/paaroerende`);
  await desk.click('.desk-list a >> nth=0');
  await desk.click('main >> text="Vis vej"');
  await desk.fill('#ord', 'kursus mestre');
  await desk.click('main button:text-is("Søg")');
  await desk.click('main button:has-text("Vis vej")');
  expect(await desk.textContent('main')).toContain('Vist 1 gang i år');
  await look(desk, 'desk-signpost-for');
  await desk.click('button:has-text("Fortryd")');
  expect(await desk.textContent('main')).toContain('Det tæller ikke længere med.');

  const coordinator = await openDesk('coordinator');
  await coordinator.goto(`${stage.demo.url}/desk/vejviser`);
  await look(coordinator, 'desk-signpost');
  await coordinator.click('text="Aflastning i hjemmet"');
  await look(coordinator, 'desk-offer');
  await coordinator.click('button:has-text("Tjekket i dag")');
  expect(await coordinator.textContent('main')).not.toContain('Ikke tjekket i et år');
  await coordinator.click('main >> text="Ret"');
  await coordinator.fill('#url', 'http://eksempel.invalid');
  await coordinator.click('button:has-text("Gem")');
  await look(coordinator, 'desk-offer-form-problems');
  expect(await coordinator.inputValue('#url')).toBe('http://eksempel.invalid');
  expect(await coordinator.textContent('main')).toContain('Adressen skal begynde med https://');
}, 60_000);
