import { describe, expect, test } from 'vitest';
import { BROTHER, MOTHER, openPhones } from './phones.ts';

const script = { 'hx-request': 'true' };

/** The words of a page, without its markup. */
const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ');

describe('the wall', () => {
  test('says that it is a demo and shows every phone by alias and number, the newest SMS first', async () => {
    await using stand = await openPhones();
    await stand.send(BROTHER, 'Husk din aftale. Svar JA eller NEJ.');

    const { text, status } = await stand.browser.get('/phone');

    expect(status).toBe(200);
    const words = wordsOf(text);
    expect(words).toContain("Demo Telefonerne er simulerede. Der bliver ikke sendt nogen rigtige sms'er.");
    expect(words).toMatch(
      /Bror, 22 20 00 01 16 Husk din aftale\. Svar JA eller NEJ\. i dag kl\. 10\.00 1 ulæste .*Ukendt ejer 20 00 01 17 Ingen sms'er/,
    );
    expect(text).toContain('href="/phone/4520000116"');
  });

  test('says when a phone does not behave', async () => {
    await using stand = await openPhones();
    stand.network.configure(MOTHER, 'off');

    expect(wordsOf((await stand.browser.get('/phone')).text)).toContain("20 00 01 17 Ingen sms'er Slukket");
  });

  test.each(['20 00 88 88', '+45 20008888', '0045 20-00-88-88'])('opens a phone by %s', async (typed) => {
    await using stand = await openPhones();

    const answer = await stand.browser.get(`/phone?nummer=${encodeURIComponent(typed)}`);

    expect(answer).toMatchObject({ status: 303, location: '/phone/4520008888' });
    expect(wordsOf((await stand.browser.follow(answer)).text)).toContain("Ingen sms'er endnu.");
  });

  test.each(['', 'min mor', '123', '+1 202 555 0100', '<script>'])(
    'explains what is wrong with %j',
    async (typed) => {
      await using stand = await openPhones();

      const { status, text } = await stand.browser.get(`/phone?nummer=${encodeURIComponent(typed)}`);

      expect(status).toBe(422);
      expect(text).toContain('id="nummer-error"');
      expect(text).not.toContain('<script>"');
    },
  );

  test('speaks English to those who chose it', async () => {
    await using stand = await openPhones();

    expect(wordsOf((await stand.browser.get('/phone?sprog=en')).text)).toContain(
      'No real text messages are sent.',
    );
  });
});

describe('a phone', () => {
  test('shows its conversation with senders, times and what became of each SMS', async () => {
    await using stand = await openPhones();
    await stand.send(BROTHER, 'Besked: https://limen.test/i/abc Kan ikke besvares.', 'name');
    await stand.send(BROTHER, 'Kommer du? <b>Svar</b> JA');
    await stand.network.type(BROTHER, 'JA');
    stand.network.configure(BROTHER, 'off');
    await stand.send(BROTHER, 'Tak');

    const { text } = await stand.browser.get('/phone/4520000116');

    const words = wordsOf(text);
    expect(words).toContain('Fra DemoKommune (kan ikke besvares)');
    expect(words).toContain('mandag den 1. marts');
    expect(words).toMatch(/Fra 20 00 99 99 Kommer du\? &lt;b&gt;Svar&lt;\/b&gt; JA 10\.00 , leveret/);
    expect(words).toMatch(/Du JA 10\.00 , modtaget af kommunen/);
    expect(words).toMatch(/Tak 10\.00 , ikke leveret/);
    expect(text).toContain('<a href="https://limen.test/i/abc" target="_blank" rel="noopener noreferrer">');
  });

  test('opens with or without the plus, and no address opens what is no number', async () => {
    await using stand = await openPhones();

    expect((await stand.browser.get('/phone/+4520000116')).status).toBe(200);
    for (const path of ['/phone/abc', '/phone/0', '/phone/0045200001', '/phone/1234567890123456'])
      expect((await stand.browser.get(path)).status).toBe(404);
  });

  test('is not read by being looked at, only by saying so', async () => {
    await using stand = await openPhones();
    await stand.send(BROTHER, 'Hej');
    const unread = () => stand.network.listPhones().find((phone) => phone.number === BROTHER)?.unread;

    const page = await stand.browser.get('/phone/4520000116');
    expect(unread()).toBe(1);
    expect(page.text).toContain('Markér som læst');

    expect(await stand.browser.post('/phone/4520000116/laest', {}, script)).toMatchObject({ status: 204 });
    expect(unread()).toBe(0);
    expect((await stand.browser.get('/phone/4520000116')).text).not.toContain('Markér som læst');
  });

  test('sends what is typed, and the page is the phone again', async () => {
    await using stand = await openPhones();
    await stand.browser.get('/phone/4520000116');

    const answer = await stand.browser.post('/phone/4520000116/skriv', { tekst: 'Ja tak!\r\nHilsen 👍' });

    expect(answer).toMatchObject({ status: 303, location: '/phone/4520000116' });
    expect(stand.incoming).toMatchObject([{ from: BROTHER, to: '+4520009999', text: 'Ja tak!\nHilsen 👍' }]);
    expect((await stand.browser.follow(answer)).text).toContain('Ja tak!\nHilsen 👍');
  });

  test('sends a quick answer, and gives scripts an empty box back', async () => {
    await using stand = await openPhones();
    const { text } = await stand.browser.get('/phone/4520000116');
    for (const answer of ['JA', 'NEJ', 'STOP', 'HJÆLP', 'START']) expect(text).toContain(`value="${answer}"`);

    const answer = await stand.browser.post('/phone/4520000116/skriv', { svar: 'HJÆLP' }, script);

    expect(answer.status).toBe(200);
    expect(answer.text).toMatch(/^<div id="skriv"/);
    expect(answer.text).toMatch(/<textarea[^>]*><\/textarea>/);
    expect(stand.incoming.map((sms) => sms.text)).toEqual(['HJÆLP']);
  });

  test('can be written on by someone the house does not know', async () => {
    await using stand = await openPhones();
    await stand.browser.get('/phone/4520008888');

    await stand.browser.post('/phone/4520008888/skriv', { tekst: 'Hvem er I?' });

    expect(stand.incoming).toMatchObject([{ from: '+4520008888', text: 'Hvem er I?' }]);
  });

  test('takes an SMS of 5,000 characters', async () => {
    await using stand = await openPhones();
    await stand.browser.get('/phone/4520000116');

    await stand.browser.post('/phone/4520000116/skriv', { tekst: 'æ'.repeat(5_000) });

    expect(stand.incoming[0]?.text).toHaveLength(5_000);
  });

  test.each([
    ['nothing', '   ', 'Skriv noget først.'],
    ['far too much', 'x'.repeat(5_001), 'Teksten er for lang til en sms.'],
  ])('asks for something else than %s, keeping what was typed', async (_what, typed, sentence) => {
    await using stand = await openPhones();
    await stand.browser.get('/phone/4520000116');

    const page = await stand.browser.post('/phone/4520000116/skriv', { tekst: typed });
    const part = await stand.browser.post('/phone/4520000116/skriv', { tekst: typed }, script);

    expect(page.status).toBe(422);
    for (const { text } of [page, part]) {
      expect(text).toContain(sentence);
      expect(text).toContain(`>${typed}</textarea>`);
    }
    expect(stand.incoming).toEqual([]);
  });

  test('cannot send while it is switched off, and says so', async () => {
    await using stand = await openPhones();
    const page = await stand.browser.get('/phone/4520000116');
    expect(page.text).toContain('<option value="normal" selected="">');
    const answer = await stand.browser.post('/phone/4520000116/tilstand', { tilstand: 'off' });
    expect(answer.status).toBe(303);
    expect((await stand.browser.follow(answer)).text).toContain('<span role="status">Slukket</span>');

    const { text } = await stand.browser.post('/phone/4520000116/skriv', { tekst: 'Hallo' }, script);

    expect(text).toContain('Telefonen er slukket');
    expect(text).toContain('>Hallo</textarea>');
    const quick = await stand.browser.post('/phone/4520000116/skriv', { svar: 'JA' }, script);
    expect(quick.text).toContain('Telefonen er slukket');
    expect(quick.text).toContain('></textarea>');
    expect(stand.incoming).toEqual([]);
  });

  test.each([
    ['invalid', { outcome: 'refused', reason: 'invalid-number' }],
    ['unreachable', { outcome: 'refused', reason: 'unreachable' }],
    ['slow', { outcome: 'accepted' }],
    ['normal', { outcome: 'accepted' }],
  ])('behaves as %s when told so', async (tilstand, outcome) => {
    await using stand = await openPhones();
    await stand.browser.get('/phone/4520000116');
    await stand.browser.post('/phone/4520000116/tilstand', { tilstand });

    const sms = { reference: 'r', sender: 'number', to: BROTHER, text: 'Hej', validityMinutes: 60 } as const;
    expect(await stand.network.post(sms)).toMatchObject(outcome);
  });

  test.each(['', 'toString', 'kaput'])('does not know how to behave as %j', async (tilstand) => {
    await using stand = await openPhones();
    await stand.browser.get('/phone/4520000116');

    expect((await stand.browser.post('/phone/4520000116/tilstand', { tilstand })).status).toBe(422);
    expect(stand.network.listPhones()).toEqual([]);
  });
});

describe('an attack on the phones', () => {
  const unsafe = ['skriv', 'laest', 'tilstand'].map((part) => `/phone/4520000116/${part}`);
  const fields = { tekst: 'STOP', tilstand: 'off' };

  test.each(unsafe)('a form on another site cannot post to %s', async (path) => {
    await using stand = await openPhones();
    await stand.browser.get('/phone/4520000116');

    const { status } = await stand.browser.post(path, fields, { 'sec-fetch-site': 'cross-site' });

    expect(status).toBe(403);
    expect(stand.network.listPhones()).toEqual([]);
  });

  test.each(unsafe)('a form without its token cannot post to %s', async (path) => {
    await using stand = await openPhones();
    await stand.browser.get('/phone/4520000116');

    expect((await stand.browser.post(path, { ...fields, csrf: 'x' })).status).toBe(403);
    expect(stand.network.listPhones()).toEqual([]);
  });

  test('an SMS cannot bring markup, scripts or foreign links onto a page', async () => {
    await using stand = await openPhones();
    await stand.network.type(
      BROTHER,
      '<script>alert(1)</script> "><img src=x onerror=alert(1)> https://evil.dk/',
    );

    for (const path of ['/phone', '/phone/4520000116']) {
      const { text } = await stand.browser.get(path);
      expect(text).not.toMatch(/<script>|<img|href="https:\/\/evil/);
      expect(text).not.toMatch(/<[^>]*( style| on[a-z]+|hx-on[^=]*)=|js:/);
    }
  });

  test('outside the demo there are no phones, whoever mounts them', async () => {
    await using stand = await openPhones(false);

    for (const path of ['/phone', '/phone/live', '/phone/4520000116', '/phone/4520000116/live'])
      expect((await stand.browser.get(path)).status).toBe(404);
    for (const path of unsafe) expect((await stand.browser.post(path, fields)).status).toBe(404);
  });
});
