// What advisors do most with journeys, with the keyboard alone: enrol, see why an SMS was sent, pause and let go on, read the timeline.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP, look, MOBILE } from './browser.ts';
import { type Keyboard, keyboardOf } from './keyboard.ts';
import { playInDemo } from './play-in-demo.ts';

const stage = playInDemo();
let desk: Page;
let keys: Keyboard;
let relative: string;

/** Long lists come before what is looked for. */
const MOST_TABS = 200;

const main = (): Promise<string> => desk.locator('main').innerText();

beforeAll(async () => {
  desk = await stage.openPage(DESKTOP);
  keys = keyboardOf(desk, MOST_TABS);
  await desk.goto(`${stage.demo.url}/desk`);
  await keys.enter(/^BUTTON Rådgiver/);
  const found = await stage.demo.rt.db.client.execute(
    "SELECT r.id FROM relatives r JOIN circles c ON c.id = r.circle_id AND c.state = 'alive' LEFT JOIN numbers n ON n.id = r.number_id WHERE r.channel = 'sms' AND n.stopped_at IS NULL AND n.wrong_at IS NULL AND r.minor = 0 AND NOT EXISTS (SELECT 1 FROM journeys j WHERE j.relative_id = r.id) ORDER BY c.id, r.rowid LIMIT 1",
  );
  expect(found.rows).toHaveLength(1);
  relative = `/desk/paaroerende/${found.rows[0]?.id}`;
}, 60_000);

describe('with the keyboard alone', { timeout: 120_000 }, () => {
  it('enrols, and sees every message first', async () => {
    await desk.goto(`${stage.demo.url}${relative}?fra=list`);
    await keys.enter(/^A Tilmeld/);
    await keys.tabTo(/^SELECT Forløb/);
    await desk.keyboard.type('Velkom');
    await keys.enter(/^BUTTON Videre/);
    const dates = await desk.locator('input[type=date]').count();
    for (let n = 0; n < dates; n += 1) await desk.locator('input[type=date]').nth(n).fill(dateIn(30));
    await keys.enter(/^BUTTON Se, hvad der bliver sendt/);
    expect(await main()).toMatch(/Det bliver sendt/);
    await look(desk, 'journeys-enrol');
    await keys.enter(/^BUTTON Tilmeld/);
    expect(await main()).toMatch(/Den pårørende er tilmeldt forløbet/);
    await look(desk, 'journeys-journey');
  });

  it('pauses the journey, sees it stand still, and lets it go on', async () => {
    await keys.enter(/^A Sæt på pause/);
    expect(await main()).toMatch(/Forløbet står stille/);
    await look(desk, 'journeys-pause');
    await keys.enter(/^BUTTON Sæt på pause/);
    expect(await main()).toMatch(/På pause, kun dette forløb/);
    await keys.enter(/^A Sæt i gang igen/);
    await look(desk, 'journeys-resume');
    await keys.enter(/^BUTTON Sæt i gang igen/);
    expect(await main()).toMatch(/Forløbet er sat i gang igen/);
  });

  it('sees what skipping would do, and leaves it', async () => {
    await keys.enter(/^A Spring trinnet over/);
    expect(await main()).toMatch(/Det kan ikke gøres om/);
    await look(desk, 'journeys-skip');
    await keys.enter(/^A Annullér|^A Fortryd/);
  });

  it('reads the timeline and sees why an SMS was written', async () => {
    await desk.goto(`${stage.demo.url}${relative}?fra=list`);
    await keys.enter(/^A Se hele forløbslinjen/);
    expect(await main()).toMatch(/Forløbet blev sat på pause/);
    await look(desk, 'journeys-timeline');
    await desk.setViewportSize(MOBILE);
    await look(desk, 'journeys-timeline-phone');
    await desk.setViewportSize(DESKTOP);
    await keys.enter(/^A Hvorfor denne besked/);
    expect(await main()).toMatch(/Det førte til den/);
  });

  it('chooses several, and sees what an order would do before it is given', async () => {
    await desk.goto(`${stage.demo.url}/desk/tilmeld-flere`);
    await look(desk, 'journeys-choose-many');
    await keys.tabTo(/^INPUT /);
    await desk.locator('input[name=valgt]').first().focus();
    for (let n = 0; n < 12; n += 1) {
      await desk.keyboard.press('Space');
      await desk.keyboard.press('Tab');
    }
    await keys.enter(/^BUTTON Vælg dem med kryds/);
    await keys.tabTo(/^SELECT Forløb/);
    await desk.keyboard.type('Velkom');
    await keys.enter(/^BUTTON Videre/);
    const dates = await desk.locator('input[type=date]').count();
    for (let n = 0; n < dates; n += 1) await desk.locator('input[type=date]').nth(n).fill(dateIn(30));
    await keys.enter(/^BUTTON Se, hvad der bliver sendt/);
    expect(await main()).toMatch(/Det sker der/);
    await look(desk, 'journeys-many');
    await desk.setViewportSize(MOBILE);
    await look(desk, 'journeys-many-phone');
    await desk.setViewportSize(DESKTOP);
    await desk.goto(`${stage.demo.url}/desk/overtag`);
    await look(desk, 'journeys-take-over');
  });
});

/** Days from the demo's now, as the date field takes it. */
function dateIn(days: number): string {
  const at = stage.demo.rt.now() + days * 86_400_000;
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(at);
}
