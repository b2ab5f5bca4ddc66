import { expect, it } from 'vitest';
import { insertRows } from '../../../src/store/rows.ts';
import { journeys } from '../../../src/store/schema/journeys.ts';
import { circles, relatives } from '../../../src/store/schema/people.ts';
import { seal } from '../../../src/store/seal.ts';
import { MONDAY, makeRuntime } from '../../support/runtime.ts';

it('fails only the caller whose journey cannot be read, though all are read together', async () => {
  await using rt = await makeRuntime();
  const relativeOf = (id: string, place: string) => ({
    id,
    circleId: 'c',
    nameSealed: '',
    tiltaleSealed: seal(rt.db.keys, place, 'Eksempel'),
    language: 'da',
    relation: 'datter',
    area: 'ældre',
    channel: 'sms',
    createdAt: MONDAY,
  });
  const journeyOf = (id: string, relativeId: string) => ({
    id,
    flowId: 'f',
    flowName: id,
    relativeId,
    version: 1,
    turn: '',
    status: 'active',
    state: '{}',
    startedAt: MONDAY,
  });
  await rt.db.client.batch(
    [
      insertRows(circles, [{ id: 'c', code: 'K-1', unitId: 'u', createdAt: MONDAY }]),
      insertRows(relatives, [
        relativeOf('good', 'relatives.tiltale:good'),
        relativeOf('bad', 'relatives.tiltale:somebody-else'),
      ]),
      insertRows(journeys, [journeyOf('1', 'good'), journeyOf('2', 'bad')]),
    ],
    'write',
  );

  const [good, bad, none] = await Promise.allSettled(['1', '2', '3'].map(rt.db.findJourney));

  expect(good).toMatchObject({ status: 'fulfilled', value: { id: '1', tiltale: 'Eksempel' } });
  expect(bad?.status).toBe('rejected');
  expect(none).toEqual({ status: 'fulfilled', value: undefined });
});
