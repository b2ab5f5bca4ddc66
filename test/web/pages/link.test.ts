import { expect, test } from 'vitest';
import { createApp } from '../../../src/web/app.ts';
import { openBrowser } from '../../support/browser.ts';
import { invitation, seedOrganisation, seedRelative, startWithLink } from '../../support/house.ts';
import { makeRuntime, type TestRuntime } from '../../support/runtime.ts';

const day = 24 * 60 * 60_000;

async function linkOf(rt: TestRuntime, access: 'link' | 'pin' | 'mitid' = 'link') {
  await seedOrganisation(rt);
  const relative = await seedRelative(rt);
  const { token, journeyId } = await startWithLink(rt, invitation(access), relative);
  return { token, journeyId, relative, app: createApp(rt) };
}

const factsOf = async (rt: TestRuntime, kind: string): Promise<number> => {
  const found = await rt.db.client.execute({
    sql: 'SELECT count(*) AS n FROM facts WHERE kind = ?',
    args: [kind],
  });
  return Number(found.rows[0]?.n);
};

const rowsOf = async (rt: TestRuntime): Promise<string> => {
  const tables = [
    'sessions',
    'links',
    'facts',
    'journeys',
    'messages',
    'numbers',
    'ledger',
    'alerts',
    'pins',
  ];
  const found = await rt.db.client.batch(
    tables.map((table) => `SELECT * FROM ${table}`),
    'read',
  );
  return JSON.stringify(found.map((result) => result.rows));
};

test('the landing page names the authority, and neither the relative nor what it is about', async () => {
  await using rt = await makeRuntime();
  const { token, app } = await linkOf(rt, 'pin');

  const page = await openBrowser(app).get(`/i/${token}`);

  expect(page.status).toBe(200);
  expect(page.text).toContain('Du har en besked fra Prøve Kommune');
  expect(page.text).toContain('href="tel:+4520000001"');
  for (const word of ['Anne', 'Lindehuset', 'pårørende', 'Indbydelse']) expect(page.text).not.toContain(word);
});

test('a preview that opens the link with GET and HEAD again and again changes nothing', async () => {
  await using rt = await makeRuntime();
  const { token, app } = await linkOf(rt);
  const before = await rowsOf(rt);

  for (let i = 0; i < 5; i += 1) {
    await app.request(`/i/${token}`);
    await app.request(`/i/${token}`, { method: 'HEAD' });
  }

  expect(await rowsOf(rt)).toBe(before);
  const browser = openBrowser(app);
  await browser.get(`/i/${token}`);
  expect((await browser.post(`/i/${token}`, { valg: 'laes' })).status).toBe(303);
});

test('the button exchanges the token for a cookie and leads to an address without it', async () => {
  await using rt = await makeRuntime();
  const { token, app } = await linkOf(rt);
  const browser = openBrowser(app);
  await browser.get(`/i/${token}`);

  const answer = await browser.post(`/i/${token}`, { valg: 'laes' });

  expect(answer.location).toBe('/mit/besked');
  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('__Host-limen_page='));
  for (const part of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part);
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const page = await browser.follow(answer);
  expect(page.text).toContain('Velkommen, Anne');
  expect(page.text).not.toContain(token);
});

test('neither the token nor the cookie stands in the database', async () => {
  await using rt = await makeRuntime();
  const { token, app } = await linkOf(rt);
  const browser = openBrowser(app);
  await browser.get(`/i/${token}`);
  await browser.post(`/i/${token}`, { valg: 'laes' });

  const rows = await rowsOf(rt);

  expect(rows).not.toContain(token);
  expect(rows).not.toContain(browser.cookies.get('__Host-limen_page'));
  expect(rt.lines.join('\n')).not.toContain(token);
});

test('opening is told to the journey once, however often and wherever it is opened', async () => {
  await using rt = await makeRuntime();
  const { token, app } = await linkOf(rt);

  await Promise.all(
    [1, 2, 3].map(async () => {
      const browser = openBrowser(app);
      await browser.get(`/i/${token}`);
      await browser.follow(await browser.post(`/i/${token}`, { valg: 'laes' }));
    }),
  );

  expect(await factsOf(rt, 'pageOpened')).toBe(1);
});

test('behind a PIN nothing counts as opened before the PIN', async () => {
  await using rt = await makeRuntime();
  const { token, app } = await linkOf(rt, 'pin');
  const browser = openBrowser(app);
  await browser.get(`/i/${token}`);

  await browser.follow(await browser.post(`/i/${token}`, { valg: 'laes' }));

  expect(await factsOf(rt, 'pageOpened')).toBe(0);
});

test('unknown, malformed, expired and misdirected links get the same page and the same status', async () => {
  await using rt = await makeRuntime();
  const { token, app } = await linkOf(rt);
  const other = await seedRelative(rt, { number: '+4520000012' });
  const misdirected = (await startWithLink(rt, invitation('pin'), other)).token;
  await rt.db.client.execute(
    'UPDATE numbers SET wrong_at = 1 WHERE id = (SELECT number_id FROM relatives ORDER BY created_at, rowid DESC LIMIT 1)',
  );
  rt.forwardJourneys(40 * day);
  const neutral = (text: string): string => text.replace(/<form[\s\S]*<\/form>/, '');

  const pages = await Promise.all(
    [token, misdirected, 'A'.repeat(22), 'x', '%3Cscript%3E', 'a'.repeat(3000)].map((one) =>
      openBrowser(app).get(`/i/${one}`),
    ),
  );

  for (const page of pages) {
    expect(page.status).toBe(404);
    expect(page.text).toContain('Linket virker ikke længere');
    expect(page.text).toContain('20 00 00 01');
    expect(neutral(page.text)).toBe(neutral(pages[0]?.text ?? ''));
    expect([...page.headers.keys()]).toEqual([...(pages[0]?.headers.keys() ?? [])]);
  }
});

test('an expired link pressed on a page that was left open opens nothing', async () => {
  await using rt = await makeRuntime();
  const { token, app } = await linkOf(rt);
  const browser = openBrowser(app);
  await browser.get(`/i/${token}`);
  rt.forwardJourneys(40 * day);

  const answer = await browser.post(`/i/${token}`, { valg: 'laes' });

  expect(answer.status).toBe(404);
  expect(browser.cookies.has('__Host-limen_page')).toBe(false);
});

test('a link sent to a number the relative no longer has opens nothing', async () => {
  await using rt = await makeRuntime();
  const { token, app, relative } = await linkOf(rt);
  await rt.db.client.execute({
    sql: "UPDATE relatives SET number_id = 'another' WHERE id = ?",
    args: [relative],
  });

  expect((await openBrowser(app).get(`/i/${token}`)).status).toBe(404);
});

test('a press without the form token, with a stale one, or from another site does nothing', async () => {
  await using rt = await makeRuntime();
  const { token, app } = await linkOf(rt);
  const browser = openBrowser(app);
  await browser.get(`/i/${token}`);
  const before = await rowsOf(rt);

  const answers = [
    await browser.post(`/i/${token}`, { valg: 'laes', csrf: '' }),
    await browser.post(`/i/${token}`, { valg: 'laes', csrf: 'A'.repeat(43) }),
    await browser.post(`/i/${token}`, { valg: 'laes' }, { 'sec-fetch-site': 'cross-site' }),
    await browser.post(`/i/${token}`, { valg: 'laes' }, { 'sec-fetch-site': 'same-site' }),
    await openBrowser(app).post(`/i/${token}`, { valg: 'laes', csrf: browser.token() }),
  ];

  expect(answers.map((answer) => answer.status)).toEqual([403, 403, 403, 403, 403]);
  expect(await rowsOf(rt)).toBe(before);
});

test('an old browser without Sec-Fetch-Site is let in with its token, and refused from a foreign origin', async () => {
  await using rt = await makeRuntime();
  const { token, app } = await linkOf(rt);
  const browser = openBrowser(app);
  await browser.get(`/i/${token}`);
  const post = (origin: Record<string, string>) =>
    app.request(`https://limen.test/i/${token}`, {
      method: 'POST',
      body: new URLSearchParams({ csrf: browser.token(), valg: 'laes' }).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        cookie: [...browser.cookies].map(([n, v]) => `${n}=${v}`).join('; '),
        ...origin,
      },
    });

  expect((await post({ origin: 'https://evil.test' })).status).toBe(403);
  expect((await post({ origin: 'null' })).status).toBe(303);
  expect((await post({ origin: 'https://limen.test' })).status).toBe(303);
  expect((await post({})).status).toBe(303);
});

/** As if every address seen so far had knocked a thousand times. */
const wearOut = (rt: TestRuntime) =>
  rt.db.client.execute("UPDATE limits SET count = 1000 WHERE subject LIKE 'link.address:%'");

test('the same address may not try without end, and others are not kept out', async () => {
  await using rt = await makeRuntime();
  const { token } = await linkOf(rt);
  const app = createApp(rt, { trustedProxies: 1 });
  const from = (address: string) =>
    app.request(`/i/${token}`, { headers: { 'x-forwarded-for': `1.2.3.4, ${address}` } });
  expect((await from('192.0.2.1')).status).toBe(200);

  await wearOut(rt);

  const refused = await from('192.0.2.1');
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('900');
  expect((await from('192.0.2.2')).status).toBe(200);
  rt.forward(16 * 60_000);
  expect((await from('192.0.2.1')).status).toBe(200);
});

test('one beginning of a token may not be tried out from many addresses', async () => {
  await using rt = await makeRuntime();
  const { token } = await linkOf(rt);
  const app = createApp(rt, { trustedProxies: 1 });

  const tries = await Promise.all(
    Array.from({ length: 70 }, (_, i) =>
      app.request(`/i/${token.slice(0, 6)}${String(i).padStart(16, '0')}`, {
        headers: { 'x-forwarded-for': `192.0.2.${i}` },
      }),
    ),
  );

  expect(tries.filter((answer) => answer.status === 429)).toHaveLength(10);
});

test('an address that no trusted proxy told is not believed', async () => {
  await using rt = await makeRuntime();
  const { token } = await linkOf(rt);
  const app = createApp(rt, { peerAddress: () => '192.0.2.9' });
  const claiming = (address: string) =>
    app.request(`/i/${token}`, { headers: { 'x-forwarded-for': address } });
  expect((await claiming('192.0.2.1')).status).toBe(200);

  await wearOut(rt);

  expect((await claiming('192.0.2.2')).status).toBe(429);
});

test('on plain http the cookies go without the prefix that browsers would refuse', async () => {
  await using rt = await makeRuntime({ config: { publicUrl: 'http://localhost:3000' } });
  const { token, app } = await linkOf(rt);

  const page = await openBrowser(app).get(`/i/${token}`);

  const [cookie] = page.headers.getSetCookie();
  expect(cookie).toMatch(/^limen_form=/);
  expect(cookie).not.toContain('Secure');
  expect(page.headers.has('strict-transport-security')).toBe(false);
});

test('a page in Arabic stands right to left, and the buttons speak Danish with English offered', async () => {
  await using rt = await makeRuntime();
  await seedOrganisation(rt);
  const relative = await seedRelative(rt, { language: 'ar' });
  const { token } = await startWithLink(rt, invitation('link'), relative);
  const browser = openBrowser(createApp(rt));

  const landing = await browser.get(`/i/${token}`);
  const page = await browser.follow(await browser.post(`/i/${token}`, { valg: 'laes' }));

  expect(landing.text).toContain('<html lang="da" dir="ltr">');
  expect(landing.text).toContain('Du har en besked fra');
  expect(landing.text).toContain('?sprog=en');
  expect(page.text).toContain('<article class="limen-article" lang="ar" dir="rtl">');
  expect(page.text).toContain('Ja tak, tilmeld mig');
  for (const tag of ['ar', 'da', 'en']) expect(page.text).toContain(`?sprog=${tag}`);
  expect((await browser.get('/mit/besked?sprog=en')).text).toContain('Yes please, sign me up');
});

test('no English sentence has the Danish opening hours in it', async () => {
  await using rt = await makeRuntime();
  const { token, app } = await linkOf(rt);
  const browser = openBrowser(app);
  expect((await browser.get(`/i/${token}`)).text).toContain('(hverdage 8-15).');

  const landing = await browser.get(`/i/${token}?sprog=en`);

  expect(landing.text).not.toContain('(hverdage 8-15)');
  expect(landing.text).toContain('The phone is open: hverdage 8-15');
});

test('the language can be changed, and the choice is remembered', async () => {
  await using rt = await makeRuntime();
  const { token, app } = await linkOf(rt);
  const browser = openBrowser(app);

  expect((await browser.get(`/i/${token}?sprog=en`)).text).toContain('<html lang="en"');
  const page = await browser.follow(await browser.post(`/i/${token}`, { valg: 'laes' }));

  expect(page.text).toContain('Welcome, Anne');
  expect((await browser.get('/mit/besked?sprog=da')).text).toContain('Velkommen, Anne');
  expect((await browser.get('/mit/besked?sprog=zzzz"><script>')).text).not.toContain('zzzz');
});
