import { expect, test } from 'vitest';
import { findRelatives } from '../../../src/services/relatives/find-relatives.ts';
import { listRelatives, PAGE } from '../../../src/services/relatives/list-relatives.ts';
import { showRelative } from '../../../src/services/relatives/show-relative.ts';
import { addRelative, advisor, makeDesk, reader } from '../../support/desk.ts';

test.each(['20 00 00 21', '+4520000021', '0045 20000021', '20-00-00-21'])(
  'a number is found as %s',
  async (text) => {
    await using rt = await makeDesk();
    const id = await addRelative(rt);
    await addRelative(rt, { number: '20000022' });

    const found = await findRelatives(rt, reader, text);

    expect(found.by).toBe('number');
    expect(found.lines.map((line) => line.id)).toEqual([id]);
  },
);

test.each(['bror', 'BROR, 22', 'Bro', '22', ' bror '])(
  'an alias is found by the beginning of a word: %s',
  async (text) => {
    await using rt = await makeDesk();
    const id = await addRelative(rt);
    await addRelative(rt, { number: '20000022', name: 'Søster Åse' });

    const found = await findRelatives(rt, advisor, text);

    expect(found).toMatchObject({ by: 'name', more: false });
    expect(found.lines.map((line) => line.id)).toEqual([id]);
  },
);

test('Danish letters are found in any case', async () => {
  await using rt = await makeDesk();
  await addRelative(rt, { name: 'Åse Ærø' });
  expect((await findRelatives(rt, advisor, 'ærø')).lines).toHaveLength(1);
  expect((await findRelatives(rt, advisor, 'rø')).lines).toHaveLength(0);
});

test.each([
  ['', 'text-empty'],
  ['   ', 'text-empty'],
  ['x'.repeat(81), 'text-too-long'],
  ['010190-1234', 'cpr-typed'],
  ['0101901234', 'cpr-typed'],
  ['123456', 'number-unreadable'],
  ['+46701234567', 'number-country'],
])('searching for %s is refused as %s', async (text, code) => {
  await using rt = await makeDesk();
  await expect(findRelatives(rt, advisor, text)).rejects.toThrow(code);
});

test('regular expressions and SQL are only text', async () => {
  await using rt = await makeDesk();
  await addRelative(rt);
  for (const text of ['.*', "' or 1=1 --", '%', '(((((']) {
    const { lines } = await findRelatives(rt, advisor, text);
    expect(lines).toEqual([]);
  }
});

test('the list turns its pages, the newest first, nobody twice and nobody missing', async () => {
  await using rt = await makeDesk();
  const ids: string[] = [];
  for (let n = 0; n < PAGE + 3; n += 1) {
    ids.push(await addRelative(rt, { number: `2000${1000 + n}` }));
    if (n % 3 === 0) rt.forward(1);
  }

  const first = await listRelatives(rt, reader, {});
  const second = await listRelatives(rt, reader, first.next ? { after: first.next } : {});

  expect(first.lines).toHaveLength(PAGE);
  expect(second.next).toBeUndefined();
  const seen = [...first.lines, ...second.lines];
  expect(new Set(seen.map(({ id }) => id))).toEqual(new Set(ids));
  expect(seen.map(({ createdAt }) => createdAt)).toEqual(
    seen.map(({ createdAt }) => createdAt).sort((a, b) => b - a),
  );
});

test('the list of a circle shows its relatives only', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await addRelative(rt, { number: '20000022' });
  const { circle } = await showRelative(rt, advisor, id, 'new');
  const { lines } = await listRelatives(rt, reader, { circleId: circle.id });
  expect(lines.map((line) => line.id)).toEqual([id]);
});
