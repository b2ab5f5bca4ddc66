import { expect, test } from 'vitest';
import { findPin } from '../../../src/store/people/pins.ts';
import { unseal } from '../../../src/store/seal.ts';
import { openBrowser } from '../../support/browser.ts';
import { seedRelative } from '../../support/house.ts';
import { makeRuntime } from '../../support/runtime.ts';
import { countRows, giveCode, givePin, openInvitation, openLinkIn } from '../../support/visit.ts';

const minutes = 60_000;

test('the right PIN opens the page, confidential words included, and tells the journey', async () => {
  await using rt = await makeRuntime();
  const { browser, relative } = await openInvitation(rt, 'pin');
  await givePin(rt, relative, '407318');
  expect((await browser.get('/mit/besked')).location).toBe('/mit/pin');
  await browser.get('/mit/pin');

  const answer = await browser.post('/mit/pin', { pin: '407 318' });

  const page = await browser.follow(answer);
  expect(page.text).toContain('Bostedet Lindehuset');
  expect(page.text).toContain('Vera Vejleder');
  expect(await countRows(rt, "facts WHERE kind = 'pageOpened'")).toBe(1);
});

test('the cookie from before the PIN is worth nothing after it', async () => {
  await using rt = await makeRuntime();
  const { browser, relative, app } = await openInvitation(rt, 'pin');
  await givePin(rt, relative, '407318');
  const before = new Map(browser.cookies);
  await browser.post('/mit/pin', { pin: '407318' });

  const other = openBrowser(app);
  for (const [name, value] of before) other.cookies.set(name, value);

  expect((await other.get('/mit/besked')).status).toBe(403);
  expect((await browser.get('/mit/besked')).status).toBe(200);
});

test('a wrong PIN says how many tries are left, and the right one afterwards forgets them', async () => {
  await using rt = await makeRuntime();
  const { browser, relative } = await openInvitation(rt, 'pin');
  await givePin(rt, relative, '407318');

  const wrong = await browser.post('/mit/pin', { pin: '111222' });

  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('PIN-koden passer ikke. Forsøg tilbage: 4.');
  expect((await browser.post('/mit/pin', { pin: '407318' })).location).toBe('/mit/besked');
  expect((await findPin(rt.db, relative))?.attempts).toBe(0);
});

test('what is no PIN at all is not counted as a try', async () => {
  await using rt = await makeRuntime();
  const { browser, relative } = await openInvitation(rt, 'pin');
  await givePin(rt, relative, '407318');

  for (const pin of ['', '12345', 'abcdef', '1234567', '１２３４５６']) {
    const answer = await browser.post('/mit/pin', { pin });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Skriv 6 cifre');
  }

  expect((await findPin(rt.db, relative))?.attempts).toBe(0);
});

test('twenty guesses at once are at most five guesses, and then access is closed with a number to call', async () => {
  await using rt = await makeRuntime();
  const { browser, relative } = await openInvitation(rt, 'pin');
  await givePin(rt, relative, '407318');
  await browser.get('/mit/pin');
  const csrf = browser.token();

  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) => browser.post('/mit/pin', { csrf, pin: String(500000 + i) })),
  );

  expect(answers.filter((answer) => answer.status === 422)).toHaveLength(4);
  expect(answers.filter((answer) => answer.status === 423)).toHaveLength(16);
  const closed = await browser.get('/mit/pin');
  expect(closed.text).toContain('Adgangen er lukket');
  expect(closed.text).toContain('tel:+4520000001');
  expect((await browser.post('/mit/pin', { pin: '407318' })).status).toBe(423);
  expect((await browser.get('/mit/besked')).location).toBe('/mit/pin');
  expect(await countRows(rt, "ledger WHERE kind = 'pin.locked'")).toBe(1);
});

test('a PIN that locks gives the advisor one call to make, and the next lock another', async () => {
  await using rt = await makeRuntime();
  const { browser, relative, journeyId } = await openInvitation(rt, 'pin');
  const lock = async () => {
    await givePin(rt, relative, '407318');
    for (let i = 0; i < 7; i += 1) await browser.post('/mit/pin', { pin: String(500000 + i) });
  };
  await browser.get('/mit/pin');

  await lock();

  const { rows } = await rt.db.client.execute("SELECT * FROM alerts WHERE kind = 'call'");
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ relative_id: relative, journey_id: journeyId, audience: 'advisor' });
  const text = unseal(rt.db.keys, `alerts.text:${rows[0]?.id}`, String(rows[0]?.text_sealed));
  expect(text).toContain('PIN-koden er låst');
  rt.forward(minutes);
  await lock();
  expect(await countRows(rt, "alerts WHERE kind = 'call'")).toBe(2);
});

test('four wrong tries and the right PIN are nobody else’s business', async () => {
  await using rt = await makeRuntime();
  const { browser, relative } = await openInvitation(rt, 'pin');
  await givePin(rt, relative, '407318');
  await browser.get('/mit/pin');

  for (const pin of ['500000', '500001', '500002', '500003', '407318'])
    await browser.post('/mit/pin', { pin });

  expect(await countRows(rt, 'alerts')).toBe(0);
});

test('a hundred guesses in parallel, the right one last among them, do not open the page', async () => {
  await using rt = await makeRuntime();
  const { browser, relative } = await openInvitation(rt, 'pin');
  await givePin(rt, relative, '407318');
  await browser.get('/mit/pin');
  const csrf = browser.token();

  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, i) =>
      browser.post('/mit/pin', { csrf, pin: i === 99 ? '407318' : String(500000 + i) }),
    ),
  );

  expect(answers.some((answer) => answer.status === 303)).toBe(false);
});

test('closed access does not open by a new session, a new link or time, but by a new code from staff', async () => {
  await using rt = await makeRuntime();
  const { browser, relative, app, token } = await openInvitation(rt, 'pin');
  await givePin(rt, relative, '407318');
  for (let i = 0; i < 5; i += 1) await browser.post('/mit/pin', { pin: String(500000 + i) });
  rt.forward(60 * minutes);

  const later = openBrowser(app);
  expect((await openLinkIn(later, token)).status).toBe(423);
  expect((await later.post('/mit/pin', { pin: '407318' })).status).toBe(423);

  await giveCode(rt, relative, '880044');
  const page = await openLinkIn(later, token);
  expect(page.text).toContain('Engangskode');
  expect((await later.post('/mit/pin/ny', { kode: '880044', pin: '593017', igen: '593017' })).status).toBe(
    303,
  );
});

test('without a PIN, one is chosen with the one-time code, which works once', async () => {
  await using rt = await makeRuntime();
  const { browser, relative, app, token } = await openInvitation(rt, 'pin');
  await giveCode(rt, relative, '880044');
  const chosen = { kode: '880 044', pin: '593017', igen: '593 017' };

  const answer = await browser.post('/mit/pin/ny', chosen);

  expect((await browser.follow(answer)).text).toContain('Bostedet Lindehuset');
  const other = openBrowser(app);
  await openLinkIn(other, token);
  expect((await other.post('/mit/pin/ny', { ...chosen, pin: '604128', igen: '604128' })).status).toBe(422);
  expect((await other.post('/mit/pin', { pin: '593017' })).status).toBe(303);
});

test('a one-time code used by two browsers at once sets one PIN', async () => {
  await using rt = await makeRuntime();
  const { browser, relative, app, token } = await openInvitation(rt, 'pin');
  await giveCode(rt, relative, '880044');
  const other = openBrowser(app);
  await openLinkIn(other, token);

  const answers = await Promise.all([
    browser.post('/mit/pin/ny', { kode: '880044', pin: '593017', igen: '593017' }),
    other.post('/mit/pin/ny', { kode: '880044', pin: '604128', igen: '604128' }),
  ]);

  // The other one finds the code used, or its session ended by the new PIN.
  const [won, lost] = answers.map((answer) => answer.status).toSorted();
  expect(won).toBe(303);
  expect([403, 422]).toContain(lost);
  const chosen = await rt.db.client.execute("SELECT 1 FROM ledger WHERE kind = 'pin.chosen'");
  expect(chosen.rows).toHaveLength(1);
});

test('a code that has ended, was never given, or is guessed is one and the same answer', async () => {
  await using rt = await makeRuntime();
  const { browser, relative } = await openInvitation(rt, 'pin');
  const ask = () => browser.post('/mit/pin/ny', { kode: '880044', pin: '593017', igen: '593017' });

  const never = await ask();
  await giveCode(rt, relative, '880045');
  const guessed = await ask();
  await giveCode(rt, relative, '880044');
  rt.forward(11 * minutes);
  const ended = await ask();

  for (const answer of [never, guessed, ended]) {
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Engangskoden passer ikke, eller den er brugt eller udløbet');
  }
});

test('guessing the code in parallel is five guesses too', async () => {
  await using rt = await makeRuntime();
  const { browser, relative } = await openInvitation(rt, 'pin');
  await giveCode(rt, relative, '880044');
  await browser.get('/mit/pin/ny');
  const csrf = browser.token();

  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      browser.post('/mit/pin/ny', { csrf, kode: String(500000 + i), pin: '593017', igen: '593017' }),
    ),
  );

  expect(answers.filter((answer) => answer.status === 422)).toHaveLength(4);
  expect((await browser.post('/mit/pin/ny', { kode: '880044', pin: '593017', igen: '593017' })).status).toBe(
    423,
  );
});

test.each(['123456', '654321', '000000', '121212', '123123', '010170', '890123'])(
  'the PIN %s is too easy to guess',
  async (pin) => {
    await using rt = await makeRuntime();
    const { browser, relative } = await openInvitation(rt, 'pin');
    await giveCode(rt, relative, '880044');

    const answer = await browser.post('/mit/pin/ny', { kode: '880044', pin, igen: pin });

    expect(answer.status).toBe(422);
    expect(answer.text).toContain('sværere at gætte');
    expect((await findPin(rt.db, relative))?.attempts).toBe(0);
  },
);

test('the PIN of one relative opens nothing of another, also on a shared phone', async () => {
  await using rt = await makeRuntime();
  const { browser, relative } = await openInvitation(rt, 'pin');
  const sister = await seedRelative(rt, { tiltale: 'Else' });
  await givePin(rt, relative, '407318');
  await givePin(rt, sister, '593017');

  expect((await browser.post('/mit/pin', { pin: '593017' })).status).toBe(422);
});

test('tries are counted per address over many relatives', async () => {
  await using rt = await makeRuntime();
  const first = await openInvitation(rt, 'pin');
  await givePin(rt, first.relative, '407318');
  await rt.db.client.execute("UPDATE limits SET count = 200 WHERE subject LIKE 'pin.address:%'");
  await first.browser.post('/mit/pin', { pin: '500000' });
  await rt.db.client.execute("UPDATE limits SET count = 200 WHERE subject LIKE 'pin.address:%'");

  const answer = await first.browser.post('/mit/pin', { pin: '407318' });

  expect(answer.status).toBe(429);
  expect(answer.text).toContain('Vent 15 minutter');
});

test('no PIN and no code stand in the database or the log, and no address in the limits', async () => {
  await using rt = await makeRuntime();
  const { browser, relative } = await openInvitation(rt, 'pin');
  await givePin(rt, relative, '407318');
  await giveCode(rt, relative, '880044');
  await browser.post('/mit/pin/ny', { kode: '880044', pin: '593017', igen: '593017' });

  const found = await rt.db.client.batch(
    ['SELECT * FROM pins', 'SELECT * FROM limits', 'SELECT * FROM sessions'],
    'read',
  );

  const rows = JSON.stringify(found.map((result) => result.rows)) + rt.lines.join('');
  for (const secret of ['407318', '880044', '593017', 'unknown']) expect(rows).not.toContain(secret);
});

test('a page behind MitID says honestly that it cannot be read here yet', async () => {
  await using rt = await makeRuntime();
  const { browser } = await openInvitation(rt, 'mitid');

  const page = await browser.get('/mit/besked');

  expect(page.text).toContain('Her skal du bruge MitID');
  expect(page.text).toContain('tel:+4520000001');
  expect(page.text).not.toContain('Lindehuset');
});
