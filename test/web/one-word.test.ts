// One thing has one word, wherever it is shown.
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url).pathname;

test('a draft is an udkast and nothing else, on the desk, in the log and in the API', () => {
  const files = globSync('{src,flows}/**/*.{ts,tsx,yaml,md}', { cwd: root });
  expect(files.length).toBeGreaterThan(500);
  expect(files.filter((file) => /kladde/i.test(readFileSync(root + file, 'utf8')))).toEqual([]);
});
