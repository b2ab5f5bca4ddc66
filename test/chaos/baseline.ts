// The run without faults: one process on a file, the same script. What everything else is held against.
import type { Gateway } from '../../src/gateways/gateway.ts';
import { beat } from '../../src/services/beat.ts';
import { publishFlow } from '../../src/services/journeys/publish-flow.ts';
import { startJourney } from '../../src/services/journeys/start-journey.ts';
import { receiveSms } from '../../src/services/replies/receive-sms.ts';
import { watch } from '../sim/watch.ts';
import { seedOrganisation, seedRelative } from '../support/house.ts';
import { makeRuntime } from '../support/runtime.ts';
import { type Acceptance, plain, type Record, readRecord } from './record.ts';
import { answerTo, flow, type Person, STAGES } from './script.ts';

export type Baseline = { record: Record; accepted: Acceptance[] };

const MOST_ROUNDS = 60;

/** Plays the script where nothing goes wrong. */
export async function playBaseline(people: readonly Person[]): Promise<Baseline> {
  const accepted: Acceptance[] = [];
  const byPhone = new Map(people.map((person) => [person.phone, person]));
  const [first] = STAGES;
  const gateway: Gateway = {
    name: 'baseline',
    requestTimeoutMs: 1_000,
    async post({ reference, to, text }) {
      accepted.push({ ref: reference, to, text: plain(text), at: rt.now() });
      return { outcome: 'accepted', providerId: `B-${accepted.length}` };
    },
    find: async () => ({ outcome: 'absent' }),
    list: async () => true,
    forget: async () => true,
    close: async () => undefined,
  };
  await using rt = await makeRuntime({ now: first.at, gateway, config: { concurrency: 50 } });
  await watch(rt.db.client);
  await seedOrganisation(rt);
  await publishFlow(rt, flow);
  const relatives = await Promise.all(
    people.map(async (person) => ({
      person,
      id: await seedRelative(rt, { number: person.phone, tiltale: person.name }),
    })),
  );
  let read = 0;
  const answer = async (): Promise<number> => {
    const fresh = accepted.slice(read);
    read = accepted.length;
    const answers = fresh.flatMap(({ ref, to, text: got }) => {
      const person = byPhone.get(to);
      const text = person && answerTo(person, got);
      return text ? [{ providerId: `IN-${ref}`, from: to, to: '+4520009999', text }] : [];
    });
    await Promise.all(answers.map((sms) => receiveSms(rt, sms)));
    return answers.length;
  };
  for (const stage of STAGES) {
    rt.forward(stage.at - rt.now());
    const now = relatives.filter(({ person }) => person.enrolled === stage.name);
    await Promise.all(
      now.map(({ id }) => startJourney(rt, { flow: flow.name, relativeId: id, anchors: {}, by: 'staff-1' })),
    );
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const before = accepted.length;
      const done = await beat(rt);
      if ((await answer()) + done === 0 && accepted.length === before) break;
    }
  }
  const record = await readRecord(rt.db);
  if (record.ended.size < people.length) throw new Error('the run without faults does not come to its end');
  return { record, accepted };
}
