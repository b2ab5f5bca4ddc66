// A house of a test's own in a real Chromium: its app on a free port, and pages that note every complaint of the browser.
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Browser, Page, ViewportSize } from 'playwright-core';
import { serveAssets } from '../../src/main/assets.ts';
import { createApp } from '../../src/web/app.ts';
import type { TestRuntime } from '../support/runtime.ts';
import { openPage } from './browser.ts';

export type House = AsyncDisposable & {
  rt: TestRuntime;
  at: string;
  /** Errors of scripts and of the policy, and requests to other hosts. */
  complaints: string[];
  open(path: string, viewport: ViewportSize): Promise<Page>;
};

/** Serves the runtime's app on a free port of 127.0.0.1; both end with what is given. */
export async function openHouse(browser: Browser, rt: TestRuntime & AsyncDisposable): Promise<House> {
  const app = createApp(rt, { assets: serveAssets() });
  const complaints: string[] = [];
  const pages: Page[] = [];
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const opened = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(opened));
  });
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  rt.config.publicUrl = at;
  return {
    rt,
    at,
    complaints,
    async open(path, viewport) {
      const page = await openPage(browser, viewport);
      pages.push(page);
      page.on('console', (line) => {
        if (line.type() === 'error' && !line.text().includes('status of 4')) complaints.push(line.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        if (!request.url().startsWith(at)) complaints.push(`asked ${request.url()}`);
      });
      await page.goto(at + path);
      return page;
    },
    async [Symbol.asyncDispose]() {
      for (const page of pages) await page.context().close();
      server.close();
      await rt[Symbol.asyncDispose]();
    },
  };
}
