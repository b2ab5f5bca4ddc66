// A relative's page, opened the way a relative opens it.
import type { Access } from '../../src/journey/flow/flow.ts';
import { findLink } from '../../src/store/people/links.ts';
import { putPin, putPinCode } from '../../src/store/people/pins.ts';
import { pinHash, tokenHash } from '../../src/store/seal.ts';
import { createApp } from '../../src/web/app.ts';
import { openBrowser, type TestBrowser } from './browser.ts';
import { invitation, type RelativeOptions, seedOrganisation, seedRelative, startWithLink } from './house.ts';
import type { TestRuntime } from './runtime.ts';

export type Opened = {
  app: ReturnType<typeof createApp>;
  browser: TestBrowser;
  token: string;
  journeyId: string;
  relative: string;
  numberId: string;
};

/** Starts the invitation for a relative, opens its link in a browser and presses "Læs beskeden". */
export async function openInvitation(
  rt: TestRuntime,
  access: Access,
  options: RelativeOptions & { page?: string } = {},
): Promise<Opened> {
  await seedOrganisation(rt);
  const relative = await seedRelative(rt, options);
  const { token, journeyId } = await startWithLink(rt, invitation(access, options.page), relative);
  const app = createApp(rt);
  const browser = openBrowser(app);
  await openLinkIn(browser, token);
  const numberId = (await findLink(rt.db, tokenHash(token)))?.numberId ?? '';
  return { app, browser, token, journeyId, relative, numberId };
}

/** Opens a link in a browser and presses "Læs beskeden"; gives the page it leads to. */
export async function openLinkIn(browser: TestBrowser, token: string) {
  await browser.get(`/i/${token}`);
  let answer = await browser.post(`/i/${token}`, { valg: 'laes' });
  while (answer.location) answer = await browser.follow(answer);
  return answer;
}

/** Hands a PIN over to a relative. */
export const givePin = (rt: TestRuntime, relativeId: string, pin: string): Promise<void> =>
  rt.db.lane.put(putPin, { relativeId, pinHash: pinHash(rt.db.keys, relativeId, pin), at: rt.clock() });

/** Gives a relative a one-time code that lives ten minutes. */
export const giveCode = (rt: TestRuntime, relativeId: string, code: string): Promise<void> =>
  rt.db.lane.put(putPinCode, {
    relativeId,
    codeHash: pinHash(rt.db.keys, relativeId, code),
    endsAt: rt.clock() + 10 * 60_000,
    at: rt.clock(),
  });

/** How many rows a table has, e.g. `countRows(rt, "facts WHERE kind = 'pageOpened'")`. */
export async function countRows(rt: TestRuntime, from: string): Promise<number> {
  const found = await rt.db.client.execute(`SELECT count(*) AS n FROM ${from}`);
  return Number(found.rows[0]?.n);
}
