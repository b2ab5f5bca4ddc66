import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/services/app-error.ts';
import { createApp } from '../../../src/web/app.ts';
import { toSubject } from '../../../src/web/middleware/client-address.ts';
import { guardForms } from '../../../src/web/middleware/csrf.ts';
import { isReadable } from '../../../src/web/middleware/form-body.ts';
import { openBrowser } from '../../support/browser.ts';
import { seedOrganisation } from '../../support/house.ts';
import { makeRuntime, type TestRuntime } from '../../support/runtime.ts';

async function appOf(rt: TestRuntime) {
  await seedOrganisation(rt);
  return createApp(rt, {
    extra: (app) => {
      app.use('/proeve/*', guardForms('form'));
      app.get('/proeve/form', (c) => c.html(`<input name="csrf" value="${c.var.csrf}">`));
      app.post('/proeve/form', (c) => c.text(c.var.form.get('navn') ?? ''));
      app.get('/proeve/ukendt', () => {
        throw new AppError('flow-unknown', '<b>x</b>');
      });
      app.get('/proeve/fejl', () => {
        throw new Error('+4520009999 Anne');
      });
      app.get('/proeve/vaek', () => {
        const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
        throw new Error('query failed', { cause: new TypeError('fetch failed', { cause: refused }) });
      });
      app.get('/proeve/fuld', () => {
        throw Object.assign(new Error('SQLITE_FULL: database or disk is full'), { code: 'SQLITE_FULL' });
      });
    },
  });
}

const form = { 'content-type': 'application/x-www-form-urlencoded' };

test('every answer carries the strict headers, errors and missing pages included', async () => {
  await using rt = await makeRuntime();
  const app = await appOf(rt);

  for (const path of ['/', '/was', '/findes-ikke', '/proeve/fejl', '/healthz', '/i/x', '/mit']) {
    const { headers } = await app.request(path);
    const policy = headers.get('content-security-policy') ?? '';
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ])
      expect(policy).toContain(part);
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('strict-transport-security')).toContain('max-age=63072000');
    expect(headers.get('cache-control')).toBe('no-store');
  }
});

test('no page loads or carries anything the policy would refuse', async () => {
  await using rt = await makeRuntime();
  const app = await appOf(rt);

  for (const path of ['/', '/was', '/cookies', '/farvel/trukket', '/i/x', '/findes-ikke']) {
    const page = await (await app.request(path)).text();
    for (const [, address] of page.matchAll(/(?:src|href|action)="([^"]*)"/g))
      expect(address).toMatch(/^(\/|#|\?sprog=|tel:)/);
    expect(page).not.toMatch(/<style|<script(?! src="\/)|\sstyle=|\son\w+=/);
  }
});

test('an error is a sentence in the reader’s language, with what it names made harmless', async () => {
  await using rt = await makeRuntime();
  const app = await appOf(rt);

  const danish = await app.request('/proeve/ukendt');
  const english = await (await app.request('/proeve/ukendt?sprog=en')).text();

  expect(danish.status).toBe(404);
  expect(await danish.text()).toContain('Forløbet &lt;b&gt;x&lt;/b&gt; findes ikke.');
  expect(english).toContain('does not exist');
});

test('a fault of ours says nothing about why, on the page or in the log', async () => {
  await using rt = await makeRuntime();
  const app = await appOf(rt);

  const answer = await app.request('/proeve/fejl');

  expect(answer.status).toBe(500);
  const page = await answer.text();
  expect(page).toContain('Der skete en fejl');
  expect(`${page}${rt.lines.join('')}`).not.toMatch(/20009999|Anne/);
  expect(rt.lines.filter((line) => line.includes('a request failed'))).toHaveLength(1);
});

test.each([
  ['a full disk', 'fuld'],
  ['a database that is gone', 'vaek'],
])('%s is told as such, with a time to try again', async (_what, where) => {
  await using rt = await makeRuntime();
  const app = await appOf(rt);

  const answer = await app.request(`/proeve/${where}`);

  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('30');
  expect(await answer.text()).toContain('Intet er gået tabt');
});

test('pages still answer when the organisation itself cannot be read', async () => {
  await using rt = await makeRuntime();
  const app = createApp(rt);

  const answer = await app.request('/');

  expect(answer.status).toBe(500);
  expect(await answer.text()).toContain('<h1>');
});

describe('a form that is not one', () => {
  const bodies: [string, RequestInit, number][] = [
    ['bytes that are no text', { body: new Uint8Array([255, 254, 0, 1]), headers: form }, 400],
    ['bytes dressed as fields', { body: 'navn=%FF%FE', headers: form }, 400],
    ['a control character', { body: 'navn=a%00b', headers: form }, 400],
    ['JSON', { body: '{}', headers: { 'content-type': 'application/json' } }, 400],
    ['multipart', { body: '--x', headers: { 'content-type': 'multipart/form-data; boundary=x' } }, 400],
    ['no type at all', { body: 'navn=x', headers: { 'content-type': '' } }, 400],
    ['a megabyte', { body: `navn=${'a'.repeat(1_000_000)}`, headers: form }, 413],
  ];

  test.each(bodies)('%s is answered with a clear page', async (_, init, status) => {
    await using rt = await makeRuntime();
    const app = await appOf(rt);

    const answer = await app.request('https://limen.test/proeve/form', { method: 'POST', ...init });

    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain('Intet er gemt');
  });
});

test('what people write comes through as they wrote it', async () => {
  await using rt = await makeRuntime();
  const browser = openBrowser(await appOf(rt));
  await browser.get('/proeve/form');

  const answer = await browser.post('/proeve/form', { navn: 'Åse & Søn 👋\r\nمرحبا' });

  expect(answer.text).toBe('Åse & Søn 👋\r\nمرحبا');
});

test('a single control character anywhere makes a text unreadable, and nothing else does', () => {
  const controls = [...Array(32).keys(), 0x7f].filter((code) => ![9, 10, 13].includes(code));
  const typed = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(typed, fc.constantFrom(...controls), typed, (before, code, after) => {
      expect(isReadable(before + after)).toBe(true);
      expect(isReadable(before + String.fromCharCode(code) + after)).toBe(false);
    }),
  );
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::6', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('the address %s is counted as %s', (address, subject) => {
  expect(toSubject(address)).toBe(subject);
});
