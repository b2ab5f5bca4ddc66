// A relative's whole path on a libSQL server while two processes work at once and every webhook comes to both.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beat } from '../../src/services/beat.ts';
import { receiveSms } from '../../src/services/replies/receive-sms.ts';
import { recordStatus } from '../../src/services/sending/record-status.ts';
import { ask, say, wait } from '../journey/engine/make-flow.ts';
import { makeRuntime, type TestRuntime } from '../support/runtime.ts';
import { hasSqld, type Sqld, startSqld } from '../support/sqld.ts';
import { DAY, enrol, HOUR, makeHouse, numberOf, PHONE, replies, rows, sent } from './stand.ts';

const flow = [
  wait('vent', '2 days'),
  ask('kommer', { ja: { say: 'godt' }, nej: { say: 'aerligt' } }),
  wait('saa', '3 days'),
  say('senere'),
];

describe.skipIf(!hasSqld)('two processes on one server', () => {
  let sqld: Sqld;
  beforeAll(async () => {
    sqld = await startSqld();
  });
  afterAll(() => sqld.close());

  test('take a relative from enrolment over a timer, an answer and STOP, each step once', async () => {
    await using a = await makeHouse({ on: sqld, owner: 'a', seed: 1 });
    await using b = await makeRuntime({ beside: a, owner: 'b', seed: 2 });
    const both = [a, b];
    const together = (work: (rt: TestRuntime) => Promise<unknown>): Promise<unknown> =>
      Promise.all(both.map(work));
    /** Both find out at once what is due, again and again until nothing is. */
    const goOn = async (ms: number): Promise<void> => {
      for (const rt of both) rt.forward(ms);
      for (let i = 0; i < 4; i += 1) await together(beat);
    };
    const hear = async (text: string, providerId: string): Promise<void> => {
      for (const rt of both) rt.forward(1_000);
      await together((rt) => receiveSms(rt, { providerId, from: PHONE, to: '+4520009999', text }));
      await goOn(1_000);
    };
    const posted = (): string[] => both.flatMap((rt) => rt.posted.map((sms) => sms.text)).sort();

    const { journeyId } = await enrol(a, flow);
    await goOn(2 * DAY - HOUR);
    expect(posted()).toEqual([]);

    await goOn(HOUR);
    expect(posted()).toEqual(['Hej Anne: kommer']);
    const [message] = await rows(a, 'SELECT id, provider_id FROM messages');
    const report = { reference: String(message?.id), providerId: String(message?.provider_id) };
    await together((rt) => recordStatus(rt, { ...report, status: 'delivered' }));

    await hear('Ja tak', 'in-1');
    expect(await replies(b)).toEqual(['handled yes']);
    expect(await sent(b)).toEqual(['kommer delivered', 'godt sent']);

    await hear('STOP', 'in-2');
    expect((await numberOf(b)).stopped_at).not.toBeNull();
    await goOn(4 * DAY);

    expect(await sent(a)).toEqual(['kommer delivered', 'godt sent', 'stop sent']);
    expect(posted()).toHaveLength(3);
    const versions = await rows(
      a,
      'SELECT version FROM facts WHERE journey_id = ? AND n = 0 ORDER BY version',
      [journeyId],
    );
    expect(versions).toEqual(versions.map((_, i) => ({ version: i + 1 })));
    expect(await rows(a, "SELECT count(*) AS n FROM facts WHERE kind = 'answerRecorded'")).toEqual([
      { n: 1 },
    ]);
    expect(both.flatMap((rt) => rt.lines.filter((line) => line.includes('a job failed')))).toEqual([]);
  });
});
