// The stage of a story: the demo as `npm start` starts it, and a Chromium, opened before a file's tests and closed after them.
import type { Browser, Page, ViewportSize } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { closeWindows, DESKTOP, openBrowser, openPage } from './browser.ts';
import { type DemoServer, startDemo } from './demo-server.ts';

export type Stage = {
  readonly demo: DemoServer;
  /** Opens a window with cookies of its own, on nothing yet. */
  openPage(viewport: ViewportSize): Promise<Page>;
  /** Opens the desk in a window of its own, logged in with one press as this role. */
  openDesk(role: 'advisor' | 'coordinator' | 'administrator', viewport?: ViewportSize): Promise<Page>;
};

const opened = <T>(what: T | undefined): T => {
  if (what === undefined) throw new Error('the stage opens before the first test');
  return what;
};

/** Opens the stage for the tests of the file that calls this. */
export function playInDemo(): Stage {
  let demo: DemoServer | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    [browser, demo] = await Promise.all([openBrowser(), startDemo()]);
  }, 120_000);
  afterAll(async () => {
    await closeWindows(browser);
    await demo?.[Symbol.asyncDispose]();
  });
  return {
    get demo() {
      return opened(demo);
    },
    openPage: (viewport) => openPage(opened(browser), viewport),
    async openDesk(role, viewport = DESKTOP) {
      const { url } = opened(demo);
      const page = await openPage(opened(browser), viewport);
      await page.goto(`${url}/desk/login`);
      await page.click(`button[value="${role}"]`);
      await page.waitForURL(`${url}/desk`);
      return page;
    },
  };
}
