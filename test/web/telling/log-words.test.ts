import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { entryWords } from '../../../src/web/telling/log-words.ts';

/** The kinds that stand in the text of a service that writes to the ledger, as `kind: '…'` or on either side of a choice. */
const kindsIn = (source: string): string[] =>
  /ledgerRow|recordLedger|Entry\b/.test(source)
    ? [...source.matchAll(/\bkind(?: =|:)([^;]*?)[;,}]/g)].flatMap(([, said = '']) =>
        [...said.matchAll(/'([a-z-]+(?:\.[a-z-]+)+)'/g)].map(([, kind = '']) => kind),
      )
    : [];

test('what the services write into the ledger is told in words, and not by its key', () => {
  const kinds = globSync('src/services/**/*.ts').flatMap((file) => kindsIn(readFileSync(file, 'utf8')));
  expect(new Set(kinds).size).toBeGreaterThan(90);
  expect(kinds.filter((kind) => !Object.hasOwn(entryWords, kind))).toEqual([]);
});
