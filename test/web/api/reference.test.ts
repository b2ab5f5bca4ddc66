import { expect, test } from 'vitest';
import { createApp } from '../../../src/web/app.ts';
import { openBrowser } from '../../support/browser.ts';
import { makeDesk } from '../../support/desk.ts';

test('the reference shows every operation of the document, in both languages and without a script', async () => {
  await using rt = await makeDesk();
  const browser = openBrowser(createApp(rt));
  const document = JSON.parse((await browser.get('/api/v1/openapi.json')).text) as {
    paths: Record<string, Record<string, { operationId: string; summary: string }>>;
  };
  const [danish, english] = [await browser.get('/api/docs'), await browser.get('/api/docs?sprog=en')];

  expect([danish.status, danish.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
  for (const [path, item] of Object.entries(document.paths))
    for (const { operationId, summary } of Object.values(item)) {
      expect(danish.text).toContain(`<h3 id="${operationId}">`);
      expect(danish.text).toContain(`<code>${path}</code>`);
      expect(english.text.replaceAll('&#39;', "'")).toContain(summary);
    }
  const foreign = /<script|<style|style=|undefined|(?:src|href)="(?:https?:)?\/\/(?!limen\.test)/g;
  expect(danish.text.match(foreign)).toBeNull();
});

test('what a field is for is told without marks, and every choice of an address is named', async () => {
  await using rt = await makeDesk();
  const { text } = await openBrowser(createApp(rt)).get('/api/docs?sprog=en');
  expect(text).not.toContain('`');
  expect(text).toContain('Either these, or <code>csv</code>.');
  const rows = text.slice(text.indexOf('id="listImportRows"'), text.indexOf('id="runImport"'));
  expect(rows).toContain('one of: bad, alike.');
});

test('the type of a problem leads to its place in the reference', async () => {
  await using rt = await makeDesk();
  const browser = openBrowser(createApp(rt));
  const { type } = JSON.parse((await browser.get('/api/v1/relatives')).text) as { type: string };
  const [address = '', code = ''] = type.split('#');
  const page = await browser.get(address.slice('https://limen.test'.length));
  expect(page.text).toContain(`<li id="${code}">`);
});
