import { expect, test } from 'vitest';
import { makeDesk, openDesk } from '../../support/desk.ts';

const linksOf = (text: string): string[] =>
  [...text.matchAll(/<a href="([^"]*)" lang="/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

test('every page of the desk leads to itself in the other language, with what it was asked for', async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt);
  const page = await browser.get('/desk/aftaler?vis=alle&hvis=alles&gemt=booked');
  expect(linksOf(page.text)).toEqual([
    '/desk/aftaler?vis=alle&hvis=alles&sprog=da',
    '/desk/aftaler?vis=alle&hvis=alles&sprog=en',
  ]);
  const english = await browser.get('/desk/aftaler?vis=alle&hvis=alles&sprog=en');
  expect(english.text).toContain('<html lang="en"');
  expect(english.text).toContain('Appointments');
});

test('what was typed into an address never comes back in these links, and a refused form leads to the overview', async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt);
  expect(linksOf((await browser.get('/desk/aftaler?vis=%2F%2Fexample.org')).text)[0]).toBe(
    '/desk/aftaler?sprog=da',
  );
  const refused = await browser.post('/desk/aftaler/ny', { nummer: '12' });
  expect(linksOf(refused.text)[1]).toBe('/desk?sprog=en');
});

test('the language a text is shown in is not the language of the desk', async () => {
  await using rt = await makeDesk();
  const administrator = await openDesk(rt, 'administrator');
  const texts = await administrator.get('/desk/indstillinger/tekster');
  const other = /href="(\/desk\/indstillinger\/tekster\?[^"]*=en)"/.exec(texts.text)?.[1] ?? '';
  expect((await administrator.get(other)).text).toContain('<html lang="da"');
});
