// A questionnaire in a real Chromium: the relative's page without scripts and with a slip, the telephone, and the event's page.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerForm } from '../../src/services/forms/answer-form.ts';
import { addRelative } from '../support/desk.ts';
import { join } from '../support/events.ts';
import { afterEvent, tokensOf, visits } from '../support/questionnaires.ts';
import { DESKTOP, look, MOBILE, openBrowser } from './browser.ts';
import { openHouse } from './open-house.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

test('it is answered on a phone and by telephone, and the event shows it from five on', async () => {
  const { rt, id } = await afterEvent(5, async (house, event) => {
    const called = await addRelative(house, { channel: 'ring', number: '20 00 01 30', name: 'Pårørende 30' });
    await join(house, event, { relativeId: called });
  });
  const [token = ''] = tokensOf(rt);
  await using house = await openHouse(browser, rt);

  const page = await house.open(`/i/${token}`, MOBILE);
  await page.click('text="Læs beskeden"');
  await look(page, 'questionnaire');
  await page.click('text="Send svarene"');
  expect(await page.textContent('[role=alert]')).toContain('Der er ikke svaret på noget endnu.');
  await page.check('label:has-text("5 (mest)")');
  await page.fill('#q-andet', 'Kaffen. '.repeat(150));
  await page.click('text="Send svarene"');
  expect(await page.textContent('[role=alert]')).toContain('Svaret er for langt.');
  await look(page, 'questionnaire-too-long');
  expect(await page.isChecked('[name=q-udbytte][value="5"]')).toBe(true);
  expect(await page.inputValue('#q-andet')).toContain('Kaffen. Kaffen.');
  await page.fill('#q-andet', 'Kaffen var god');
  await page.click('text="Send svarene"');
  expect(await page.textContent('h1')).toBe('Tak for dine svar');
  await look(page, 'questionnaire-thanks');
  expect(await page.locator('form[action="/mit/skema"]').count()).toBe(0);

  for (const visit of (await visits(rt)).slice(1, 4))
    await answerForm(rt, visit, { typed: { udbytte: '3', igen: 'ja' }, address: '192.0.2.1' });
  const desk = await house.open('/desk/login', DESKTOP);
  await desk.click('button[value="coordinator"]');
  await desk.goto(`${house.at}/desk/arrangementer/${id}`);
  expect(await desk.textContent('main')).toContain('4 af 6, der er spurgt, har svaret.');
  expect(await desk.textContent('main')).not.toContain('Kaffen var god');
  await desk.goto(`${house.at}/desk/opgaver`);
  await desk.click('text=Udfyld skemaet');
  await look(desk, 'desk-questionnaire');
  await desk.check('label:has-text("Nej") >> nth=0');
  await desk.click('text="Gem svarene"');
  await desk.goto(`${house.at}/desk/arrangementer/${id}`);
  const shown = await desk.textContent('main');
  expect(shown).toMatch(/5 af 6, der er spurgt, har svaret[\s\S]*Kaffen var god/);
  expect(shown).not.toContain('Det begynder snart');
  await look(desk, 'desk-evaluation');
  await desk.setViewportSize(MOBILE);
  await look(desk, 'desk-evaluation-phone');
  expect(house.complaints).toEqual([]);
}, 90_000);
