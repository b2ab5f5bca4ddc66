// Every list that goes on: each thing that was there at the beginning is on one page once, while others come.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alertRow, raiseAlerts } from '../../../src/store/messages/alerts.ts';
import { newRelative, openProgram, type Program } from '../../support/api.ts';
import { addRelative, addReply, type DeskRuntime, makeDesk } from '../../support/desk.ts';

type List = {
  path: string;
  /** Adds one more and gives its id as the list tells it. */
  add(rt: DeskRuntime, program: Program, n: number): Promise<string>;
};

const number = (n: number): string => `+45 20 00 ${String(1_000 + n).replace(/(\d\d)(\d\d)/, '$1 $2')}`;

const lists: Record<string, List> = {
  relatives: {
    path: '/relatives?',
    add: async (_, program, n) =>
      String((await program.post('/relatives', newRelative({ number: number(n) }))).json.id),
  },
  alerts: {
    path: '/alerts?',
    async add(rt, _, n) {
      const alert = {
        id: `alert-${n}`,
        kind: 'task',
        audience: 'advisor',
        raisedAt: rt.now(),
        urgent: n % 2,
      };
      await rt.db.lane.put(raiseAlerts, alertRow(rt.db.keys, alert));
      return alert.id;
    },
  },
  conversations: {
    path: '/conversations?',
    async add(rt, _, n) {
      const relativeId = await addRelative(rt, { number: number(n) });
      await addReply(rt, { number: number(n).replaceAll(' ', ''), text: 'Hej', relativeId });
      return relativeId;
    },
  },
  appointments: {
    path: '/appointments?from=2027-03-01T00:00:00Z&to=2027-04-01T00:00:00Z&',
    async add(rt, program, n) {
      const when = `2027-03-${String(2 + (n % 7)).padStart(2, '0')}T14:00`;
      const booking = { when, minutes: 30, place: 'telefon', remind: false };
      const relatives = [await addRelative(rt, { number: number(n) })];
      return String((await program.post('/appointments', { ...booking, relatives })).json.id);
    },
  },
};

test.each(Object.entries(lists))('%s: every one is on one page once, while others come', async (_, list) => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 0, max: 2 }),
      async (size, limit, coming) => {
        await using rt = await makeDesk();
        const program = await openProgram(rt);
        let n = 0;
        const add = async (): Promise<string> => {
          n += 1;
          if (n % 2 === 0) rt.forward(1);
          return list.add(rt, program, n);
        };
        const there: string[] = [];
        for (let i = 0; i < size; i += 1) there.push(await add());
        const seen: string[] = [];
        let cursor = '';
        for (let pages = 0; pages < 40; pages += 1) {
          const { json } = await program.get(`${list.path}limit=${limit}${cursor}`);
          seen.push(...(json.data as { id: string }[]).map(({ id }) => id));
          if (json.next === null) break;
          cursor = `&cursor=${json.next}`;
          if (pages < 3) for (let i = 0; i < coming; i += 1) await add();
        }
        expect(new Set(seen).size).toBe(seen.length);
        expect(there.filter((id) => !seen.includes(id))).toEqual([]);
      },
    ),
    { numRuns: 4, seed: 11 },
  );
});
