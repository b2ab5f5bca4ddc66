// The system's Chromium, started as the suite's machines need it; pictures of pages are kept when they are asked for.
import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import type axe from 'axe-core';
import { type Browser, chromium, type Page, type ViewportSize } from 'playwright-core';
import { expect } from 'vitest';

/** The shell has no windows to keep: its pages load in half the time. */
const PLACES = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser'];
const OUTPUT = new URL('../../test-output/screenshots/', import.meta.url).pathname;

async function startBrowser(): Promise<Browser> {
  const executablePath = PLACES.find(existsSync);
  if (!executablePath) throw new Error('Chromium is missing: sudo apt-get install chromium-headless-shell');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--headless',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
    ],
  });
}

let running: Promise<Browser> | undefined;

/**
 * The Chromium of this process, started for whoever comes first: it takes as long as a story's first pages, and ends with the
 * process. Whoever opens it closes its windows. Throws one sentence when it is not installed.
 */
export async function openBrowser(): Promise<Browser> {
  running ??= startBrowser();
  if (!(await running).isConnected()) running = startBrowser();
  return running;
}

/** Closes every window: one that stays open goes on asking a house that is gone. */
export async function closeWindows(browser: Browser | undefined): Promise<void> {
  await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
}

/** Half as long to read for a browser as what the package gives as its source. */
const AXE = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** What axe's source puts there. */
declare global {
  interface Window {
    axe: typeof axe;
  }
}

export const DESKTOP: ViewportSize = { width: 1280, height: 900 };
export const MOBILE: ViewportSize = { width: 390, height: 844 };

/** A page with cookies of its own. */
export const openPage = async (browser: Browser, viewport: ViewportSize): Promise<Page> =>
  (await browser.newContext({ viewport })).newPage();

/** Nothing for axe to find (WCAG 2.2 AA), and no horizontal scrolling. There are no frames, so axe looks from within the page. */
export async function inspect(page: Page, name: string): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, {
      resultTypes: ['violations'],
      preload: false,
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`);
  });
  expect.soft(found, `axe on ${name}`).toEqual([]);
  await fits(page, name);
}

/** No horizontal scrolling. */
export async function fits(page: Page, name: string): Promise<void> {
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(wide, `horizontal scrolling on ${name}`).toBeLessThanOrEqual(0);
}

/** Presses the first button of this name, and waits until the page it leads to is loaded. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name }).first().click()]);
}

/** Inspects a page; with SCREENSHOTS set it also keeps a picture to look at, which takes half as long again. */
export async function look(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS) {
    await mkdir(OUTPUT, { recursive: true });
    await page.screenshot({ path: `${OUTPUT}${name}.png`, fullPage: true });
  }
  await inspect(page, name);
}
