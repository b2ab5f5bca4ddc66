import { expect, test } from 'vitest';
import { holdCircle } from '../../src/services/circles/hold-circle.ts';
import { endJourney } from '../../src/services/journeys/end-journey.ts';
import { reportWrongNumber } from '../../src/services/replies/report-wrong-number.ts';
import { stopNumber } from '../../src/services/replies/stop-number.ts';
import { listTasks } from '../../src/services/waiting/list-tasks.ts';
import { ask, say } from '../journey/engine/make-flow.ts';
import { advisor } from '../support/desk.ts';
import { alerts, enrol, type House, hear, makeHouse, numberOf, rows } from './stand.ts';

type Walk = { journeyId: string; circle: string; number: string };

/** How a journey ends, why its tasks are closed with it, and what a person is asked to do. */
const endings: [string, (rt: House, walk: Walk) => Promise<unknown>, string, string[]][] = [
  ['STOP by SMS', (rt) => hear(rt, 'STOP'), 'consentChanged', ['stopped']],
  [
    'STOP by telephone',
    (rt, w) => stopNumber(rt, w.number, 'staff', 'staff-1'),
    'consentChanged',
    ['stopped'],
  ],
  ['a wrong number', (rt, w) => reportWrongNumber(rt, w.number, 'staff', 'staff-1'), 'ended', ['notMe']],
  ['a death', (rt, w) => holdCircle(rt, w.circle, 'dead', 'staff-1'), 'dead', []],
  ['staff', (rt, w) => endJourney(rt, w.journeyId, 'fejl', 'staff-1'), 'ended', []],
  [
    'staff, after a pause',
    async (rt, w) => {
      await holdCircle(rt, w.circle, 'paused', 'staff-1');
      await endJourney(rt, w.journeyId, 'fejl', 'staff-1');
    },
    'ended',
    [],
  ],
];

const both = (['ring', 'brev'] as const).flatMap((channel) =>
  endings.map(([by, end, reason, asked]) => [channel, by, end, reason, asked] as const),
);

test.each(both)(
  'a task by %s closes with its journey when it is ended by %s; what the ending asks for stands',
  async (channel, _, end, reason, asked) => {
    await using rt = await makeHouse();
    const { journeyId, relativeId } = await enrol(rt, [say('hej'), ask('kommer')], { relative: { channel } });
    expect((await listTasks(rt, advisor)).lines).toHaveLength(2);
    const [row] = await rows(rt, 'SELECT circle_id FROM relatives WHERE id = ?', [relativeId]);
    const number = String((await numberOf(rt)).id);

    await end(rt, { journeyId, circle: String(row?.circle_id), number });

    expect((await listTasks(rt, advisor)).lines).toEqual([]);
    expect(await rows(rt, "SELECT status, reason FROM messages WHERE channel <> 'sms'")).toEqual(
      [1, 2].map(() => ({ status: 'cancelled', reason })),
    );
    expect(await alerts(rt)).toEqual(asked);
  },
);
