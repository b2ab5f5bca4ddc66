import { expect, test } from 'vitest';
import { findNumber } from '../../../src/store/people/numbers.ts';
import { unseal } from '../../../src/store/seal.ts';
import { openBrowser } from '../../support/browser.ts';
import { invitation, seedRelative, startWithLink } from '../../support/house.ts';
import { makeRuntime, type TestRuntime } from '../../support/runtime.ts';
import { countRows, givePin, openInvitation, openLinkIn } from '../../support/visit.ts';

const minutes = 60_000;

test('a yes on the page signs up, is written to the ledger with its wording, and shows at once', async () => {
  await using rt = await makeRuntime();
  const { browser, relative, journeyId } = await openInvitation(rt, 'link');
  expect((await browser.get('/mit/besked')).text).toContain('Ja til at få sms fra Prøve Kommune.');

  const answer = await browser.post('/mit/svar', { svar: 'ja', sprog: 'da' });

  expect((await browser.follow(answer)).text).toContain('Tak. Du er tilmeldt.');
  const found = await rt.db.client.execute("SELECT * FROM ledger WHERE kind = 'consent.given'");
  expect(found.rows).toHaveLength(1);
  expect(found.rows[0]).toMatchObject({ relative_id: relative, subject: journeyId, purpose: 'samtykke' });
  expect(JSON.parse(String(found.rows[0]?.body))).toMatchObject({
    wording: 'Ja til at få sms fra Prøve Kommune.',
    language: 'da',
    how: 'page',
  });
});

test('the ledger keeps the wording in the language it was read in', async () => {
  await using rt = await makeRuntime();
  const { browser } = await openInvitation(rt, 'link', { language: 'ar' });
  const page = await browser.get('/mit/besked');
  expect(page.text).toContain('name="sprog" value="ar"');

  await browser.post('/mit/svar', { svar: 'ja', sprog: 'ar' });

  const found = await rt.db.client.execute("SELECT body FROM ledger WHERE kind = 'consent.given'");
  expect(JSON.parse(String(found.rows[0]?.body))).toMatchObject({
    language: 'ar',
    wording: 'نعم للرسائل من Prøve Kommune.',
  });
});

test('a no is taken as one, and asks nothing more', async () => {
  await using rt = await makeRuntime();
  const { browser } = await openInvitation(rt, 'link');

  const page = await browser.follow(await browser.post('/mit/svar', { svar: 'nej' }));

  expect(page.text).toContain('Du har sagt nej tak.');
  expect(page.text).not.toContain('Ja tak, tilmeld mig');
  expect(await countRows(rt, "ledger WHERE kind = 'consent.given'")).toBe(0);
});

test('of two browsers that answer at once the first counts, and both see it', async () => {
  await using rt = await makeRuntime();
  const { browser, app, token } = await openInvitation(rt, 'link');
  const other = openBrowser(app);
  await openLinkIn(other, token);

  await Promise.all([
    browser.post('/mit/svar', { svar: 'ja', sprog: 'da' }),
    other.post('/mit/svar', { svar: 'nej', sprog: 'da' }),
    browser.post('/mit/svar', { svar: 'ja', sprog: 'da' }),
  ]);

  expect(await countRows(rt, "facts WHERE kind = 'answerRecorded'")).toBe(1);
  const [mine, theirs] = await Promise.all([browser.get('/mit/besked'), other.get('/mit/besked')]);
  const told = (text: string): string | undefined => /Du er tilmeldt|Du har sagt nej tak/.exec(text)?.[0];
  expect(told(mine.text)).toBeDefined();
  expect(told(theirs.text)).toBe(told(mine.text));
  expect(await countRows(rt, "alerts WHERE kind = 'reply'")).toBe(1);
});

const alertsOf = async (rt: TestRuntime): Promise<string[]> => {
  const found = await rt.db.client.execute("SELECT id, text_sealed FROM alerts WHERE kind = 'reply'");
  return found.rows.map((row) => unseal(rt.db.keys, `alerts.text:${row.id}`, String(row.text_sealed)));
};

test.each([
  { first: 'ja', later: 'nej', page: 'Der er allerede svaret ja', withdraw: true },
  { first: 'nej', later: 'ja', page: 'Der er allerede svaret nej', withdraw: false },
])('whoever presses $later after a $first reads what stands, and the advisor is told once', async (row) => {
  await using rt = await makeRuntime();
  const { browser, app, token, relative, journeyId } = await openInvitation(rt, 'link');
  const other = openBrowser(app);
  await openLinkIn(other, token);
  await browser.post('/mit/svar', { svar: row.first, sprog: 'da' });

  const page = await other.follow(await other.post('/mit/svar', { svar: row.later, sprog: 'da' }));
  await other.post('/mit/svar', { svar: row.later, sprog: 'da' });

  expect(page.text).toContain(`<h1>${row.page}</h1>`);
  expect(page.text).toContain('til os på <a href="tel:+4520000001" class="limen-tel"');
  expect(page.text).not.toContain('Tak. Du er tilmeldt.');
  expect(page.text.includes('action="/mit/samtykke"')).toBe(row.withdraw);
  expect(await alertsOf(rt)).toEqual([
    `Der er trykket både ja og nej til invitationen. Det første svar var ${row.first}. Ring, og spørg, hvad der er rigtigt.`,
  ]);
  const about = `alerts WHERE relative_id = '${relative}' AND journey_id = '${journeyId}' AND audience = 'advisor'`;
  expect(await countRows(rt, `${about} AND kind = 'reply'`)).toBe(1);
});

test('the same answer given twice is no news to anybody', async () => {
  await using rt = await makeRuntime();
  const { browser } = await openInvitation(rt, 'link');
  await browser.post('/mit/svar', { svar: 'ja', sprog: 'da' });

  const page = await browser.follow(await browser.post('/mit/svar', { svar: 'ja', sprog: 'da' }));

  expect(page.text).toContain('Tak. Du er tilmeldt.');
  expect(await alertsOf(rt)).toEqual([]);
});

test('a yes that turns out wrong is taken back where the other answer was refused', async () => {
  await using rt = await makeRuntime();
  const { browser } = await openInvitation(rt, 'link');
  await browser.post('/mit/svar', { svar: 'ja', sprog: 'da' });
  await browser.follow(await browser.post('/mit/svar', { svar: 'nej', sprog: 'da' }));

  await browser.post('/mit/samtykke');

  expect(await countRows(rt, "ledger WHERE kind = 'consent.withdrawn'")).toBe(1);
  expect((await browser.get('/mit/svaret')).text).not.toContain('action="/mit/samtykke"');
});

test('the page of what stands leads back while nothing does', async () => {
  await using rt = await makeRuntime();
  const { browser } = await openInvitation(rt, 'link');

  expect((await browser.get('/mit/svaret')).location).toBe('/mit/besked');
});

test('an answer that is none of the two is refused and changes nothing', async () => {
  await using rt = await makeRuntime();
  const { browser } = await openInvitation(rt, 'link');

  expect((await browser.post('/mit/svar', { svar: 'måske' })).status).toBe(400);
  expect((await browser.post('/mit/svar')).status).toBe(400);
  expect(await countRows(rt, "facts WHERE kind = 'answerRecorded'")).toBe(0);
});

test('an invitation that has run out says so, with a number to call, and a yes to it reaches a person', async () => {
  await using rt = await makeRuntime();
  const { browser, journeyId } = await openInvitation(rt, 'link');
  const { takeTurn } = await import('../../../src/services/journeys/take-turn.ts');
  await takeTurn(rt, journeyId, { kind: 'ended', at: rt.now(), reason: 'afsluttet' });

  const page = await browser.follow(await browser.post('/mit/svar', { svar: 'ja', sprog: 'da' }));

  expect(page.text).toContain('Der kan ikke svares her længere.');
  await browser.post('/mit/svar', { svar: 'nej', sprog: 'da' });
  expect(await alertsOf(rt)).toEqual([
    'Den pårørende trykkede ja, efter at invitationen var lukket. Ring, og spørg, om den pårørende stadig vil være med.',
  ]);
  expect(await countRows(rt, "ledger WHERE kind = 'consent.given'")).toBe(0);
});

test('nothing is answered before the PIN, whatever is posted', async () => {
  await using rt = await makeRuntime();
  const { browser, relative } = await openInvitation(rt, 'pin');
  await givePin(rt, relative, '407318');

  expect((await browser.get('/mit/svaret')).location).toBe('/mit/besked');
  for (const path of ['/mit/svar', '/mit/samtykke']) {
    const answer = await browser.post(path, { svar: 'ja', sprog: 'da' });
    expect(answer.status).toBe(403);
  }

  await browser.post('/mit/valg', { valg: 'laes' });
  expect((await browser.get('/mit/besked')).location).toBe('/mit/pin');
  expect((await browser.get('/mit')).text).not.toContain('Ja til at få sms');
  expect(await countRows(rt, "facts WHERE kind IN ('answerRecorded', 'pageOpened')")).toBe(0);
});

test('what was said yes to stands on one page, and one press takes it back', async () => {
  await using rt = await makeRuntime();
  const { browser, numberId, relative } = await openInvitation(rt, 'link');
  await browser.post('/mit/svar', { svar: 'ja', sprog: 'da' });
  const mine = await browser.get('/mit');
  expect(mine.text).toContain('Ja til at få sms fra Prøve Kommune.');
  expect(mine.text).toContain('Du sagde ja 1. marts 2027.');

  const answer = await browser.post('/mit/samtykke');

  expect((await browser.follow(answer)).text).toContain('Dit samtykke er trukket tilbage');
  expect((await findNumber(rt.db, numberId))?.stoppedAt).toBe(rt.now());
  const state = await rt.db.client.execute('SELECT status FROM journeys');
  expect(state.rows[0]?.status).toBe('ended');
  const found = await rt.db.client.execute("SELECT * FROM ledger WHERE kind = 'consent.withdrawn'");
  expect(found.rows).toHaveLength(1);
  expect(found.rows[0]).toMatchObject({ relative_id: relative, purpose: 'sms' });
  const after = await browser.get('/mit');
  expect(after.text).toContain('Du trak det tilbage 1. marts 2027.');
  expect(after.text).not.toContain('Træk mit samtykke tilbage');
});

test('pressed twice, the consent is taken back once', async () => {
  await using rt = await makeRuntime();
  const { browser } = await openInvitation(rt, 'link');
  await browser.post('/mit/svar', { svar: 'ja', sprog: 'da' });

  await browser.post('/mit/samtykke');
  await browser.post('/mit/samtykke');

  expect(await countRows(rt, "ledger WHERE kind = 'consent.withdrawn'")).toBe(1);
});

test('“Det er ikke mig” asks once, then closes the link for everybody and stops the sms', async () => {
  await using rt = await makeRuntime();
  const { app, token, numberId } = await openInvitation(rt, 'pin');
  const browser = openBrowser(app);
  const waiting = openBrowser(app);
  await openLinkIn(waiting, token);
  await browser.get(`/i/${token}`);
  const asked = await browser.follow(await browser.post(`/i/${token}`, { valg: 'ikke-mig' }));
  expect(asked.text).toContain('Er det ikke dig?');
  expect((await findNumber(rt.db, numberId))?.wrongAt).toBeNull();

  const answer = await browser.post('/mit/ikke-mig');

  expect((await browser.follow(answer)).text).toContain('Tak, fordi du sagde det');
  expect((await findNumber(rt.db, numberId))?.wrongAt).toBe(rt.now());
  expect((await waiting.get('/mit/pin')).status).toBe(403);
  expect((await openBrowser(app).get(`/i/${token}`)).status).toBe(404);
  expect(await countRows(rt, "alerts WHERE kind = 'notMe'")).toBe(1);
  expect(await countRows(rt, "facts WHERE kind = 'pageOpened'")).toBe(0);
});

test('“Ingen sms til mig” asks once, then stops the sms and gives a person a call to make', async () => {
  await using rt = await makeRuntime();
  const { app, token, numberId } = await openInvitation(rt, 'pin');
  const browser = openBrowser(app);
  await browser.get(`/i/${token}`);
  const asked = await browser.follow(await browser.post(`/i/${token}`, { valg: 'ingen-sms' }));
  expect(asked.text).toContain('Vil du ikke have sms fra os?');

  const answer = await browser.post('/mit/ingen-sms');

  expect((await browser.follow(answer)).text).toContain('Du får ikke flere af disse sms’er');
  expect((await findNumber(rt.db, numberId))?.stoppedAt).toBe(rt.now());
  expect(await countRows(rt, "alerts WHERE kind = 'stopped'")).toBe(1);
});

test('whoever regrets goes back to the choices and can still read', async () => {
  await using rt = await makeRuntime();
  const { app, token } = await openInvitation(rt, 'link');
  const browser = openBrowser(app);
  await browser.get(`/i/${token}`);
  await browser.follow(await browser.post(`/i/${token}`, { valg: 'ikke-mig' }));
  const back = await browser.get('/mit');
  expect(back.text).toContain('Læs beskeden');

  const page = await browser.follow(await browser.post('/mit/valg', { valg: 'laes' }));

  expect(page.text).toContain('Velkommen, Anne');
});

test('a link from a letter asks nothing about sms', async () => {
  await using rt = await makeRuntime();
  const { app, token } = await openInvitation(rt, 'pin', { number: null, channel: 'brev' });

  const page = await openBrowser(app).get(`/i/${token}`);

  expect(page.text).toContain('Læs beskeden');
  expect(page.text).not.toContain('Ingen sms til mig');
});

test('the session ends after half an hour without a sign of life, and the page says why and how to go on', async () => {
  await using rt = await makeRuntime();
  const { browser } = await openInvitation(rt, 'link');
  rt.forward(29 * minutes);
  expect((await browser.get('/mit/besked')).status).toBe(200);
  rt.forward(29 * minutes);
  expect((await browser.get('/mit/besked')).status).toBe(200);
  rt.forward(31 * minutes);

  const page = await browser.get('/mit/besked');

  expect(page.status).toBe(403);
  expect(page.text).toContain('Af hensyn til din sikkerhed');
  expect(page.text).toContain('Åbn linket i din sms igen');
});

test('the session ends after two hours, however busy it is', async () => {
  await using rt = await makeRuntime();
  const { browser } = await openInvitation(rt, 'link');
  for (let i = 0; i < 7; i += 1) {
    rt.forward(17 * minutes);
    expect((await browser.get('/mit/besked')).status).toBe(200);
  }
  rt.forward(2 * minutes);

  expect((await browser.get('/mit/besked')).status).toBe(403);
});

test('whoever comes without a link reads how to get in, and nothing of a page that was not used', async () => {
  await using rt = await makeRuntime();
  const { app } = await openInvitation(rt, 'link');

  for (const path of ['/mit', '/mit/besked', '/mit/pin']) {
    const page = await openBrowser(app).get(path);
    expect(page.status).toBe(403);
    expect(page.text).toContain('Åbn linket i den sms eller det brev');
    expect(page.text).toContain('tel:+4520000001');
    expect(page.text).not.toContain('i et stykke tid');
  }
});

test('a post after the session has ended is told so, not that the form is wrong', async () => {
  await using rt = await makeRuntime();
  const { browser } = await openInvitation(rt, 'link');
  rt.forward(31 * minutes);
  expect((await browser.post('/mit/svar', { svar: 'ja' })).text).toContain('Af hensyn til din sikkerhed');
  browser.cookies.clear();
  expect((await browser.post('/mit/svar', { svar: 'ja' })).text).toContain('Af hensyn til din sikkerhed');
});

test('leaving quickly ends the session and shows a neutral page', async () => {
  await using rt = await makeRuntime();
  const { browser } = await openInvitation(rt, 'link');
  const cookies = new Map(browser.cookies);

  const answer = await browser.post('/mit/ud');

  expect(answer.location).toBe('/');
  expect((await browser.follow(answer)).text).not.toContain('Anne');
  for (const [name, value] of cookies) browser.cookies.set(name, value);
  expect((await browser.get('/mit/besked')).status).toBe(403);
});

test('a visit without a cookie, with a made-up one or with another kind of session gets nowhere', async () => {
  await using rt = await makeRuntime();
  const { app, browser } = await openInvitation(rt, 'link');
  await rt.db.client.execute("UPDATE sessions SET kind = 'staff'");
  const stranger = openBrowser(app);
  stranger.cookies.set('__Host-limen_page', 'A'.repeat(22));

  for (const one of [openBrowser(app), stranger, browser])
    for (const path of ['/mit', '/mit/besked', '/mit/pin', '/mit/ikke-mig'])
      expect((await one.get(path)).status).toBe(403);
});

test('a post with the token of another session is refused', async () => {
  await using rt = await makeRuntime();
  const { browser, app } = await openInvitation(rt, 'link');
  const sister = await seedRelative(rt, { tiltale: 'Else', number: '+4520000012' });
  const { token } = await startWithLink(rt, invitation('link'), sister);
  const other = openBrowser(app);
  await openLinkIn(other, token);
  await browser.get('/mit/besked');

  for (const path of [
    '/mit/svar',
    '/mit/samtykke',
    '/mit/ikke-mig',
    '/mit/ingen-sms',
    '/mit/valg',
    '/mit/ud',
    '/mit/pin',
  ]) {
    expect((await browser.post(path, { csrf: other.token(), svar: 'ja' })).status).toBe(403);
    expect((await browser.post(path, { csrf: '', svar: 'ja' })).status).toBe(403);
    expect((await browser.post(path, { svar: 'ja' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  }

  expect(await countRows(rt, "facts WHERE kind = 'answerRecorded'")).toBe(0);
  expect((await browser.get('/mit/besked')).text).toContain('Velkommen, Anne');
});

test('GET changes nothing on any page', async () => {
  await using rt = await makeRuntime();
  const { browser } = await openInvitation(rt, 'link');
  const tables = ['facts', 'journeys', 'numbers', 'ledger', 'alerts', 'links', 'sessions', 'messages'];
  const rows = async () =>
    JSON.stringify(
      (
        await rt.db.client.batch(
          tables.map((table) => `SELECT * FROM ${table}`),
          'read',
        )
      ).map((r) => r.rows),
    );
  const before = await rows();

  for (const path of [
    '',
    '/besked',
    '/pin',
    '/pin/ny',
    '/ikke-mig',
    '/ingen-sms',
    '/svar',
    '/svaret',
    '/samtykke',
    '/ud',
    '/valg',
  ])
    await browser.get(`/mit${path}`);

  expect(await rows()).toBe(before);
});
