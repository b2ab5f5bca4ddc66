// STOP at any moment of an arrangement: nothing leaves to that number any more, the place is kept, and staff are asked to call.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFlow } from '../../../src/journey/flow/parse-flow.ts';
import { beat } from '../../../src/services/beat.ts';
import { changeEvent } from '../../../src/services/events/change-event.ts';
import { invitePeople } from '../../../src/services/events/invite-many.ts';
import { cancelEvent } from '../../../src/services/events/settle-event.ts';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import { unseal } from '../../../src/store/seal.ts';
import { readFlowFolder } from '../../flows/read-folder.ts';
import { addRelative, makeDesk, rowsOf } from '../../support/desk.ts';
import { coordinator, eventForm, makeEvent, seenOf } from '../../support/events.ts';
import type { TestRuntime } from '../../support/runtime.ts';
import { HOUR, hear } from '../stand.ts';

const [OWN, OTHER] = ['+4520000101', '+4520000102'];

type Deed =
  | { do: 'say'; who: 'own' | 'other'; text: 'JA' | 'NEJ' }
  | { do: 'move'; day: number }
  | { do: 'wait'; hours: number }
  | { do: 'grow' }
  | { do: 'cancel' };

const say = (who: 'own' | 'other') =>
  fc.record({ do: fc.constant('say' as const), who: fc.constant(who), text: fc.constantFrom('JA', 'NEJ') });
const deed = fc.oneof(
  { weight: 3, arbitrary: say('other') },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('move' as const), day: fc.integer({ min: 20, max: 28 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.constantFrom(1, 7, 15) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('grow' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const) }) },
);
const before = fc.array(fc.oneof(deed, { weight: 5, arbitrary: say('own') }), { maxLength: 5 });

type Scene = { rt: TestRuntime; id: string; own: string; form: { when: string; capacity: string } };

const change = async ({ rt, id, form }: Scene): Promise<void> => {
  const sessions = [{ when: form.when, minutes: '120' }];
  const said = eventForm({ sessions, capacity: form.capacity, guests: '0' });
  await changeEvent(rt, coordinator, id, { ...said, seen: await seenOf(rt, id) });
};

/** Does one thing; what the arrangement refuses, since it is cancelled, did not happen. */
async function carryOut(scene: Scene, one: Deed): Promise<void> {
  const { rt, id, form } = scene;
  if (one.do === 'say') await hear(rt, one.text, one.who === 'own' ? OWN : OTHER);
  else if (one.do === 'wait') {
    rt.forward(one.hours * HOUR);
    await beat(rt);
  } else {
    if (one.do === 'move') form.when = `${one.day}/4-2027 kl. 14`;
    if (one.do === 'grow') form.capacity = '2';
    const done =
      one.do === 'cancel' ? cancelEvent(rt, coordinator, id, { seen: await seenOf(rt, id) }) : change(scene);
    await done.catch(() => undefined);
  }
}

const placeOf = async ({ rt, own }: Scene) => {
  const [row] = await rowsOf(rt, `select state, pending, told from attendances where relative_id = '${own}'`);
  return { state: String(row?.state), tellings: Number(row?.pending ?? row?.told) };
};

const alertsOf = async ({ rt, own }: Scene, kind: string): Promise<string[]> =>
  (
    await rowsOf(rt, `select id, text_sealed from alerts where relative_id = '${own}' and kind = '${kind}'`)
  ).map((row) => unseal(rt.db.keys, `alerts.text:${row.id}`, String(row.text_sealed)));

async function play(first: readonly Deed[], then: readonly Deed[]): Promise<void> {
  await using rt = await makeDesk();
  const parsed = parseFlow(readFlowFolder('arrangement'));
  if (!parsed.ok) throw new Error('flows/arrangement does not pass its check');
  await publishFlow(rt, parsed.flow);
  const [own = '', other = ''] = [
    await addRelative(rt, { number: OWN.slice(3) }),
    await addRelative(rt, { number: OTHER.slice(3) }),
  ];
  const form = { when: '19/4-2027 kl. 14', capacity: '1' };
  const sessions = [{ when: form.when, minutes: '120' }];
  const id = await makeEvent(rt, { sessions, capacity: '1', guests: '0' });
  const scene: Scene = { rt, id, own, form };
  await invitePeople(rt, coordinator, id, { relativeIds: [other, own], apart: 'yes' });
  await beat(rt);
  for (const one of first) await carryOut(scene, one);
  const held = await placeOf(scene);
  const [event] = await rowsOf(rt, 'select state from events');
  const unsent = rt.posted.length;
  await hear(rt, 'STOP', OWN);
  const stopped = await placeOf(scene);
  expect(stopped.state, 'STOP keeps the place').toBe(held.state);
  for (const one of then) await carryOut(scene, one);
  for (let i = 0; i < 8; i += 1) {
    rt.forward(13 * HOUR);
    await beat(rt);
  }
  const last = await placeOf(scene);
  const sent = rt.posted.slice(unsent).filter(({ to }) => to === OWN);
  expect(
    sent.map(({ text }) => text),
    'the receipt alone',
  ).toEqual([expect.stringContaining('START')]);
  expect([held.state, last.state], 'only the line gives another place').toSatisfy(
    ([was, is]) => was === is || (was === 'waiting' && is === 'yes'),
  );
  const asked = await alertsOf(scene, 'stopped');
  expect(asked).toHaveLength(1);
  const says = event?.state === 'cancelled' ? 'er aflyst' : 'har stadig plads';
  expect(asked[0]?.includes(says)).toBe(held.state === 'yes');
  const calls = await alertsOf(scene, 'event-untold');
  const news = last.tellings - held.tellings;
  expect(calls.length, 'at most a call for each telling').toBeLessThanOrEqual(news);
  if (last.state === 'yes' || last.state === 'waiting') expect(calls.length > 0).toBe(news > 0);
}

test('after STOP at any moment no SMS leaves to the number, the place is kept, and each telling that cannot be is a call at most once', async () => {
  await fc.assert(fc.asyncProperty(before, fc.array(deed, { minLength: 1, maxLength: 5 }), play), {
    numRuns: 12,
    interruptAfterTimeLimit: 40_000,
  });
}, 60_000);
