// Rate limits: how often a subject tried in a period. Subjects are hashes or fixed words, never an address or a number.
import type { Write } from './lane.ts';

/** One try: `period` is the start of the fixed window it falls in, UTC ms of the real clock. */
export type Try = { subject: string; period: number };

/** Counts tries; each learns its own place in the count, so that many at once cannot share one. */
export const countTries: Write<Try, number> = {
  name: 'count-tries',
  statements: (tries) => [
    {
      sql: `INSERT INTO limits (subject, period, count)
        SELECT e.value ->> '$.subject', e.value ->> '$.period', 1 FROM json_each(?) e WHERE true
        ON CONFLICT (subject, period) DO UPDATE SET count = count + 1 RETURNING subject, period, count`,
      args: [JSON.stringify(tries)],
    },
  ],
  outcomes(tries, results) {
    const counts = new Map<string, number[]>();
    for (const row of results[0]?.rows ?? []) {
      const key = `${row.subject} ${row.period}`;
      counts.set(key, [...(counts.get(key) ?? []), Number(row.count)]);
    }
    return tries.map(
      ({ subject, period }) => counts.get(`${subject} ${period}`)?.shift() ?? Number.POSITIVE_INFINITY,
    );
  },
};

/** Forgets periods that began before an instant. */
export const forgetTries: Write<number, void> = {
  name: 'forget-tries',
  statements: (instants) => [{ sql: 'DELETE FROM limits WHERE period < ?', args: [Math.max(...instants)] }],
  outcomes: (instants) => instants.map(() => undefined),
};
