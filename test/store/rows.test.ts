import { expect, it } from 'vitest';
import { insertIf, insertRows } from '../../src/store/rows.ts';
import { circles } from '../../src/store/schema/people.ts';
import { makeRuntime } from '../support/runtime.ts';

const circle = (id: string) => ({ id, code: id, unitId: 'u', createdAt: 1 });

it('gives a column that a row leaves out its default, also where a conflict is ignored', async () => {
  await using rt = await makeRuntime();
  await rt.db.client.batch(
    [
      insertRows(circles, [circle('1')]),
      insertRows(circles, [circle('1'), circle('2')], 'ignore'),
      ...insertIf(circles, [{ row: circle('3'), keys: ['1'] }], {
        join: (id) => `JOIN circles c ON c.id = ${id}`,
      }),
    ],
    'write',
  );

  const stored = await rt.db.orm.select().from(circles);

  expect(stored.map(({ id, state, apart, stateAt }) => [id, state, apart, stateAt])).toEqual([
    ['1', 'alive', 0, null],
    ['2', 'alive', 0, null],
    ['3', 'alive', 0, null],
  ]);
});

it('keeps what a row says, also a zero or an empty text', async () => {
  await using rt = await makeRuntime();
  await rt.db.client.batch([insertRows(circles, [{ ...circle('1'), apart: 1, state: '', stateAt: 0 }])]);

  const [stored] = await rt.db.orm.select().from(circles);

  expect(stored).toMatchObject({ apart: 1, state: '', stateAt: 0 });
});
