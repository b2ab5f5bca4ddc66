// The first paragraph of what Limen is for, as a person does it in a browser: enrol, see the SMS, open the page, say yes,
// move the clock, get the reminder, write STOP, and see why each message was sent.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP, look, MOBILE, press } from './browser.ts';
import { playInDemo } from './play-in-demo.ts';

const NUMBER = '20 00 77 01';
const PHONE_PATH = '/phone/4520007701';

const stage = playInDemo();
let desk: Page;
let relative: string;

const textOf = (page: Page): Promise<string> => page.locator('main').innerText();

/** Days from the demo's now, as the date field takes it. */
const dateIn = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(
    stage.demo.rt.now() + days * 86_400_000,
  );

const forward = async (what: RegExp): Promise<void> => {
  await desk.goto(`${stage.demo.url}/desk`);
  await press(desk, what);
};

/** Writes an SMS and waits for what comes back, live. */
async function write(page: Page, text: string, answer: RegExp): Promise<void> {
  await page.locator('[name=tekst]').fill(text);
  await page.getByRole('button', { name: /^Send/ }).first().click();
  await page.getByText(answer).waitFor();
}

/** A phone's page; its live part comes late, as it does on a slow network, and must come alive all the same. */
async function phone(): Promise<Page> {
  const page = await stage.openPage(MOBILE);
  await page.route('**/htmx/ext/*.js', async (route) => {
    await page.waitForFunction(() => 'htmx' in window && document.readyState === 'interactive');
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    await route.continue();
  });
  await page.goto(stage.demo.url + PHONE_PATH);
  return page;
}

beforeAll(async () => {
  desk = await stage.openPage(DESKTOP);
});

describe('the main job in a browser', { timeout: 120_000 }, () => {
  it('logs in with one click, in what is clearly a demo', async () => {
    await desk.goto(`${stage.demo.url}/desk`);
    await look(desk, '01-login');
    await press(desk, /^Rådgiver/);

    expect(await desk.locator('body').innerText()).toMatch(/Demo: alle personer/);
    await look(desk, '02-overview');
  });

  it('registers a relative and hands over a PIN', async () => {
    await desk.goto(`${stage.demo.url}/desk/paaroerende/ny`);
    await desk.fill('[name=name]', 'Pårørende 1');
    await desk.fill('[name=tiltale]', 'Pårørende');
    await desk.selectOption('[name=relation]', 'forælder');
    await desk.selectOption('[name=ageBand]', { index: 3 });
    await desk.fill('[name=number]', NUMBER);
    await desk.check('[name=consent]');
    await desk.selectOption('[name=unit]', { index: 1 });
    await desk.selectOption('[name=area]', 'socialpsykiatri');
    await look(desk, '03-new-relative');
    await press(desk, /^Opret/);

    relative = new URL(desk.url()).pathname;
    expect(relative).toMatch(/^\/desk\/paaroerende\/[\w-]{22}$/);
    await look(desk, '04-relative');
  });

  it('shows every message before enrolling, and enrols', async () => {
    await desk.goto(`${stage.demo.url}${relative}/tilmeld?flow=velkomst`);
    await desk.fill('[name=dato-indflytning]', dateIn(30));
    await press(desk, /^(Se|Vis)/);

    expect(await textOf(desk)).toMatch(/Du har en besked fra/);
    await look(desk, '05-plan');
    await press(desk, /^Tilmeld/);

    expect(new URL(desk.url()).pathname).toMatch(/\/forloeb\//);
    await look(desk, '06-journey');
  });

  it('sends the invitation, at a decent hour', async () => {
    const page = await phone();
    for (let tries = 0; tries < 5 && !(await textOf(page)).includes('Du har en besked fra'); tries += 1) {
      await forward(/Til det næste/);
      await page.reload();
    }

    expect(await textOf(page)).toMatch(/Hej Pårørende\. Du har en besked fra/);
    await look(page, '07-phone');
    await page.close();
  });

  it('opens the secure page behind the PIN, and the relative says yes', async () => {
    await desk.goto(`${stage.demo.url}${relative}?fra=called`);
    await press(desk, /PIN/);
    const pin = (await textOf(desk)).match(/\b(\d{3} ?\d{3})\b/)?.[1]?.replace(' ', '') ?? '';
    const wall = await phone();
    const href = await wall.getByRole('link', { name: /\/i\// }).last().getAttribute('href');
    await wall.close();
    const page = await stage.openPage(MOBILE);

    await page.goto(new URL(href ?? '', stage.demo.url).href);
    await look(page, '08-landing');
    await press(page, /^Læs/);
    expect(page.url()).not.toContain('/i/');
    await look(page, '09-pin');
    await page.fill('[name=pin]', pin);
    await press(page, /^Læs beskeden/);
    await look(page, '10-page');
    await press(page, /^Ja tak/);
    await look(page, '11-said-yes');

    expect(await textOf(page)).toMatch(/[Tt]ak/);
    await page.close();
  });

  it('weeks later asks at a decent hour, and understands "Ja tak!"', async () => {
    const page = await phone();
    for (let week = 0; week < 6 && !(await textOf(page)).includes('Skal vi ringe'); week += 1) {
      await forward(/uge frem/);
      await page.reload();
    }
    expect(await textOf(page)).toMatch(/Skal vi ringe til dig/);
    await write(page, 'Ja tak!', /Tak for dit svar. Vi ringer/);
    await look(page, '12-answered');
    await page.close();
  });

  it('stops at STOP, and says so once', async () => {
    const page = await phone();
    await write(page, 'Stop', /Du får ikke flere af disse/);
    await look(page, '13-stopped');
    await page.close();

    await forward(/uge frem/);
    const after = await phone();
    const texts = await textOf(after);
    await after.close();
    expect(texts.match(/Du får ikke flere af disse/g)).toHaveLength(1);
    expect(texts).not.toMatch(/hvordan det går/);
  });

  it('shows in the desk why each message was sent', async () => {
    await desk.goto(`${stage.demo.url}${relative}?fra=called`);
    await look(desk, '14-relative-after');
    await Promise.all([desk.waitForEvent('load'), desk.locator(`a[href*="/forloeb/"]`).first().click()]);
    await look(desk, '15-timeline');
    await Promise.all([
      desk.waitForEvent('load'),
      desk
        .getByRole('link', { name: /Hvorfor/ })
        .first()
        .click(),
    ]);
    await look(desk, '16-why');

    expect(await textOf(desk)).toMatch(/invitation/i);
  });

  for (const [name, path] of [
    ['26-phones', '/phone'],
    ['27-was', '/was'],
    ['28-cookies', '/cookies'],
    ['29-front', '/'],
  ] as const)
    it(`has nothing for axe to find on ${path}, wide and narrow`, async () => {
      await desk.goto(stage.demo.url + path);
      await look(desk, name);
      await desk.setViewportSize(MOBILE);
      await look(desk, `${name}-narrow`);
      await desk.setViewportSize(DESKTOP);
    });

  it('shows an administrator how the house itself fares', async () => {
    const page = await stage.openPage(DESKTOP);
    await page.goto(`${stage.demo.url}/desk`);
    await press(page, /^Administrator/);
    await page.goto(`${stage.demo.url}/desk/drift`);
    expect(await textOf(page)).toMatch(/Intet er sat til side/);
    await look(page, '30-operations');
    await page.setViewportSize(MOBILE);
    await look(page, '30-operations-narrow');
    await page.close();
  });

  it('goes on where it was after a restart', async () => {
    const before = stage.demo.rt.now();
    await stage.demo.restart();
    const page = await phone();

    expect(await textOf(page)).toMatch(/Skal vi ringe til dig/);
    expect(stage.demo.rt.now()).toBeGreaterThanOrEqual(before);
    await page.close();
  });
});
