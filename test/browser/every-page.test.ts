// Every page of the desk in a real Chromium, found by following its links: axe finds nothing, nothing is wider than a phone
// at 200 % zoom, the policy refuses nothing, and a page that no link leads to is named.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { isoDate } from '../../src/journey/time/format.ts';
import { DAY_MS } from '../../src/journey/time/zone.ts';
import { makeSeries } from '../../src/services/events/make-series.ts';
import { deskRoutes } from '../../src/web/desk/routes.ts';
import { coordinator, eventForm } from '../support/events.ts';
import { DESKTOP, fits, inspect } from './browser.ts';
import { playInDemo } from './play-in-demo.ts';

/** 1280 pixels at 400 %, as WCAG 1.4.10 reckons. */
const NARROW = { width: 320, height: 800 };

/** What is no page, or is open only to those who are not in yet, or after something that a link does not do. */
const NO_PAGE = /\.(ics|csv|svg|json)$|\/(login|logout|invitation|oidc|kode|hent|live|puls|eksport)\b/;

/** Pages that open only after something was made or begun there; the stories look at them. */
const ELSEWHERE = new Set([
  '/desk/mig/adgangskode',
  '/desk/mig/koder',
  '/desk/mig/kodeapp',
  '/desk/paaroerende/import/:id',
  '/desk/tilmeld-flere/:id',
  '/desk/noegler/:id/traek-tilbage',
  '/desk/indbakke/svar/:id',
  '/desk/vejviser/vist/:id',
  '/desk/arrangementer/:id/kursusbevis',
  '/desk/opgaver/:id/skema',
  '/desk/gruppebeskeder/:id/status',
  '/desk/gruppebeskeder/:id/svar',
  '/desk/gruppebeskeder/:id/rapport',
  '/desk/samtaler/:id/ret',
  '/desk/raadgivning/:id',
  '/desk/raadgivning/:id/ret',
  '/desk/raadgivning/:id/tag-tilbage',
  '/desk/brugere/:id/inviter',
  '/desk/paaroerende/:id/forloeb/:journey/genoptag',
]);

const stage = playInDemo();

type Pattern = { path: string; test: RegExp };

/** What the desk answers a GET with, by the pattern of its address, the most telling first. */
const patterns = (): Pattern[] => {
  const paths = deskRoutes.routes
    .filter(({ method, path }) => method === 'GET' && !path.includes('*') && !NO_PAGE.test(path))
    .map(({ path }) => `/desk${path === '/' ? '' : path}`);
  return [...new Set(paths)]
    .sort((a, b) => a.split(':').length - b.split(':').length || b.length - a.length)
    .map((path) => ({ path, test: new RegExp(`^${path.replaceAll(/:[^/]+/g, '[^/]+')}$`) }));
};

const patternOf = (all: readonly Pattern[], url: string): string | undefined =>
  all.find(({ test: matches }) => matches.test(new URL(url).pathname))?.path;

const linksOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => href.split('#')[0] ?? ''),
  );

/** Wide and narrow, beginning as the page before was left: changing the size takes as long as loading a page. */
async function lookBothWays(page: Page, pattern: string): Promise<void> {
  const isNarrow = page.viewportSize()?.width === NARROW.width;
  if (isNarrow) await fits(page, `${pattern} at 320 px`);
  else await inspect(page, pattern);
  await page.setViewportSize(isNarrow ? DESKTOP : NARROW);
  if (isNarrow) await inspect(page, pattern);
  else await fits(page, `${pattern} at 320 px`);
}

test('every page passes axe, fits a narrow screen and offends no policy', { timeout: 240_000 }, async () => {
  const { demo } = stage;
  const page = await stage.openPage(DESKTOP);
  const complaints: string[] = [];
  page.on('console', (line) => {
    if (line.type() === 'error') complaints.push(`${page.url()}: ${line.text()}`);
  });
  await page.goto(`${demo.url}/desk/login`);
  await page.click('button[value="administrator"]');
  const all = patterns();
  const seen = new Set<string>();
  const { rows } = await demo.rt.db.client.execute(
    `SELECT r.id FROM relatives r JOIN numbers n ON n.id = r.number_id
      JOIN circles c ON c.id = r.circle_id AND c.state = 'alive'
      WHERE n.stopped_at IS NULL AND n.wrong_at IS NULL AND r.channel = 'sms' ORDER BY c.id, r.rowid LIMIT 2`,
  );
  const [first, second] = rows.map(({ id }) => String(id));
  const paused = await demo.rt.db.client.execute(
    "SELECT id FROM circles WHERE state = 'paused' ORDER BY id LIMIT 1",
  );
  const form = eventForm({
    sessions: [{ when: `${isoDate(demo.rt.now() + 14 * DAY_MS)} 17:00`, minutes: '120' }],
  });
  const series = await makeSeries(
    demo.rt,
    coordinator,
    { ...form, id: demo.rt.newId() },
    { weeks: 2, times: 2 },
  );
  const waiting = [
    `/desk/arrangementer/${series.ids[0]}/flere`,
    '/desk/brugere/demo-reader/luk',
    `/desk/paaroerende/${first}?fra=list`,
    `/desk/paaroerende/${first}/flet/${second}`,
    `/desk/paaroerende/${first}/stop`,
    `/desk/paaroerende/${first}/forkert`,
    '/desk/aftaler?vis=alle&hvis=alles',
    '/desk/kredse/demo-kreds-11/samtykke',
    `/desk/kredse/${paused.rows[0]?.id}/genoptag`,
    '/desk',
  ].map((path) => demo.url + path);
  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
    const pattern = patternOf(all, url);
    if (!url.startsWith(demo.url) || !pattern || seen.has(pattern)) continue;
    seen.add(pattern);
    const answer = await page.goto(url);
    expect.soft(answer?.status(), pattern).toBe(200);
    await lookBothWays(page, pattern);
    // A draft of the series has fewer pages than the other arrangements.
    if (!url.endsWith('/flere')) waiting.push(...(await linksOf(page)));
  }
  expect(complaints).toEqual([]);
  expect(all.map(({ path }) => path).filter((path) => !seen.has(path) && !ELSEWHERE.has(path))).toEqual([]);
});
