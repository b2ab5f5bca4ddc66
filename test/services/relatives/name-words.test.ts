import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findRelatives } from '../../../src/services/relatives/find-relatives.ts';
import { indexUnindexed, reindexNames } from '../../../src/services/relatives/index-names.ts';
import { isNamed, nameHashes, wordHash, wordsOf } from '../../../src/services/relatives/name-words.ts';
import { rotateIndex } from '../../../src/services/rotate-index.ts';
import { makeKey, readKeys, withIndexOf } from '../../../src/store/seal.ts';
import { addRelative, advisor, makeDesk, rowsOf } from '../../support/desk.ts';
import { seedRelative } from '../../support/house.ts';
import { testKey } from '../../support/runtime.ts';

const keys = readKeys([testKey]);

const names = fc
  .array(fc.string({ unit: fc.constantFrom(...'abcdeæøåéö123-. ,ABCÆØÅ'), minLength: 1, maxLength: 14 }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((words) => words.join(' '));

test('every beginning of two to ten letters of every word is in the index, and nothing else', () => {
  fc.assert(
    fc.property(names, (name) => {
      const expected = new Set<string>();
      for (const word of wordsOf(name))
        for (let n = Math.min(2, word.length); n <= Math.min(10, word.length); n += 1)
          expected.add(wordHash(keys, word.slice(0, n)));
      expect(new Set(nameHashes(keys, name))).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});

test('who is found is exactly who has words beginning so', async () => {
  await using rt = await makeDesk();
  const people = [
    'Åse Ærø',
    'Aase Holm',
    'Pårørende 1',
    'Pårørende 12',
    'René de Groß',
    'Anne-Marie B',
    'أنت',
  ];
  for (const [n, name] of people.entries()) await addRelative(rt, { name, number: `2000${1000 + n}` });
  const typed = fc.constantFrom(
    ...people.flatMap((name) =>
      wordsOf(name).flatMap((word) => [
        word,
        word.slice(0, 2),
        word.slice(0, 3),
        word.slice(1),
        word.slice(0, 11),
      ]),
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(typed, { minLength: 1, maxLength: 2 }), async (words) => {
      const asked = words.filter((word) => word !== '');
      fc.pre(asked.length > 0 && !/^\d+$/.test(asked.join('')));
      const { lines } = await findRelatives(rt, advisor, asked.join(' '));
      const isAlone = asked.every((word) => word.length === 1);
      const begins = (name: string): boolean =>
        isAlone ? asked.every((word) => wordsOf(name).includes(word)) : isNamed(name, asked);
      expect(lines.map(({ name }) => name).sort()).toEqual(people.filter(begins).sort());
    }),
    { numRuns: 60 },
  );
});

test('the index tells no name: only hashes stand in the database', async () => {
  await using rt = await makeDesk();
  await addRelative(rt, { name: 'Bror Sjælden' });
  const text = JSON.stringify(await rowsOf(rt, 'select * from relative_words')).toLowerCase();
  for (const part of ['bror', 'sjael', 'sjæl']) expect(text).not.toContain(part);
  expect(wordHash(keys, 'bror')).not.toBe(wordHash(withIndexOf(keys, readKeys([makeKey()]).writer), 'bror'));
});

test('a number that is refused as taken leaves nothing to be found by', async () => {
  await using rt = await makeDesk();
  await addRelative(rt);
  await expect(addRelative(rt, { name: 'Far, 55' })).rejects.toThrow('number-taken');
  expect((await findRelatives(rt, advisor, 'far')).lines).toEqual([]);
  expect(await rowsOf(rt, 'select count(distinct relative_id) as n from relative_words')).toEqual([{ n: 1 }]);
});

test('relatives from before the index become findable, once', async () => {
  await using rt = await makeDesk();
  const id = await seedRelative(rt);
  expect((await findRelatives(rt, advisor, 'anne')).lines).toEqual([]);
  expect(await indexUnindexed(rt.db)).toBe(1);
  expect((await findRelatives(rt, advisor, 'anne prø')).lines.map((line) => line.id)).toEqual([id]);
  expect(await indexUnindexed(rt.db)).toBe(0);
});

test('names are found under the newest key after the index has moved, and again when it moves twice', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  const moved = readKeys([makeKey(), testKey]);
  const db = { ...rt.db, keys: moved };
  await rotateIndex(db);
  await reindexNames(db, withIndexOf(moved, moved.writer));
  const after = { ...rt, db: { ...rt.db, keys: withIndexOf(moved, moved.writer) } };
  expect((await findRelatives(after, advisor, 'bror')).lines.map((line) => line.id)).toEqual([id]);
  expect((await findRelatives(rt, advisor, 'bror')).lines).toEqual([]);
});

test('a common beginning gives the newest and says that there are more', async () => {
  await using rt = await makeDesk();
  for (let n = 0; n < 53; n += 1)
    await addRelative(rt, { name: `Søster ${n} år`, number: `2000${1000 + n}` });
  const { lines, more } = await findRelatives(rt, advisor, 'søster');
  expect([lines.length, more]).toEqual([50, true]);
  expect((await findRelatives(rt, advisor, 'søster 52')).more).toBe(false);
});

test.each([
  [1_001, 'bror'],
  [10_001, 'bror 22'],
])('a beginning that %i others have too finds the same, in sight only', async (n, text) => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await addRelative(rt, { name: 'Bror, 21', number: '20000022' });
  for (const word of wordsOf(text))
    await rt.db.client.execute({
      sql: `with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)
            insert into relative_words select ?, 'nobody-' || i from n`,
      args: [n, wordHash(rt.db.keys, word)],
    });
  const found = (await findRelatives(rt, advisor, text)).lines.map((line) => line.id);
  expect(found).toContain(id);
  expect(found).toHaveLength(text === 'bror' ? 2 : 1);
  expect((await findRelatives(rt, { ...advisor, units: [] }, text)).lines).toEqual([]);
});
