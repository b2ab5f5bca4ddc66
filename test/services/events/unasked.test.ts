// A relative who was signed up without »Skriv til den pårørende«: staff tell them, unless a journey has written to them of it.
import { expect, test } from 'vitest';
import { parseFlow } from '../../../src/journey/flow/parse-flow.ts';
import { beat } from '../../../src/services/beat.ts';
import { changeEvent, previewChange } from '../../../src/services/events/change-event.ts';
import { invitePeople } from '../../../src/services/events/invite-many.ts';
import { cancelEvent } from '../../../src/services/events/settle-event.ts';
import { signOff } from '../../../src/services/events/sign-up.ts';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import { startJourney } from '../../../src/services/journeys/start-journey.ts';
import { mergeTwo, showMerge } from '../../../src/services/relatives/merge-relatives.ts';
import { readFlowFolder } from '../../flows/read-folder.ts';
import { addRelative, advisor, makeDesk, rowsOf } from '../../support/desk.ts';
import { coordinator, eventForm, join, makeEvent, seenOf } from '../../support/events.ts';
import type { TestRuntime } from '../../support/runtime.ts';
import { DAY } from '../stand.ts';

const NUMBER = '+4520000191';

async function makeScene(change: Parameters<typeof eventForm>[0] = {}, flow = 'arrangement') {
  const rt = await makeDesk();
  const parsed = parseFlow(readFlowFolder(flow));
  if (!parsed.ok) throw new Error(`flows/${flow} does not pass its check`);
  await publishFlow(rt, parsed.flow);
  const own = await addRelative(rt, { number: NUMBER.slice(3) });
  return { rt, own, id: await makeEvent(rt, change) };
}

const formAt = (when: string, capacity = '3') =>
  eventForm({ capacity, sessions: [{ when, minutes: '120' }] });

async function move(rt: TestRuntime, id: string, when: string, capacity = '3'): Promise<void> {
  await changeEvent(rt, coordinator, id, { ...formAt(when, capacity), seen: await seenOf(rt, id) });
  await beat(rt);
}

const calls = (rt: TestRuntime) =>
  rowsOf(rt, "select relative_id, step, audience from alerts where kind = 'event-untold'");

const texts = (rt: TestRuntime): string[] =>
  rt.posted.filter(({ to }) => to === NUMBER).map(({ text }) => text);

test('staff are asked to call a relative they said not to write to: once when it moves, moves up or is cancelled', async () => {
  const { rt, own, id } = await makeScene({ capacity: '1' });
  await using _ = rt;
  const first = await join(rt, id, { name: 'Medarbejder 1' });
  rt.forward(1_000);
  await join(rt, id, { relativeId: own, tell: '' });
  await beat(rt);
  expect(await calls(rt), 'told on the spot').toEqual([]);
  expect((await previewChange(rt, coordinator, id, formAt('11/3-2027 kl. 15', '1'))).tells).toContainEqual({
    state: 'waiting',
    channel: null,
    count: 1,
  });
  await move(rt, id, '11/3-2027 kl. 15', '1');
  await beat(rt);
  expect(await calls(rt)).toEqual([{ relative_id: own, step: id, audience: 'advisor' }]);
  rt.forward(1_000);
  await signOff(rt, advisor, id, first.attendanceId);
  await beat(rt);
  expect(await calls(rt), 'has a seat now').toHaveLength(2);
  await cancelEvent(rt, coordinator, id, { seen: await seenOf(rt, id) });
  await beat(rt);
  expect(await calls(rt)).toHaveLength(3);
  expect(texts(rt)).toEqual([]);
  expect(await rowsOf(rt, `select why, pending from attendances where relative_id = '${own}'`)).toEqual([
    { why: 'unasked', pending: null },
  ]);
});

test('nobody is asked to call whom they signed up without writing when the circle is left in peace', async () => {
  const { rt, own, id } = await makeScene();
  await using _ = rt;
  await join(rt, id, { relativeId: own, tell: '' });
  await rt.db.client.execute("update circles set state = 'paused'");
  await move(rt, id, '11/3-2027 kl. 15');
  expect(await calls(rt)).toEqual([]);
});

test('who was invited by SMS and signed up by staff is not asked again, and hears of another time', async () => {
  const { rt, own, id } = await makeScene();
  await using _ = rt;
  await invitePeople(rt, coordinator, id, { relativeIds: [own], apart: 'yes' });
  await beat(rt);
  await join(rt, id, { relativeId: own, tell: '' });
  for (let day = 0; day < 5; day += 1) {
    rt.forward(DAY);
    await beat(rt);
  }
  await move(rt, id, '17/3-2027 kl. 15');
  rt.forward(DAY);
  await beat(rt);
  expect(texts(rt).filter((text) => text.includes('Vil du med'))).toHaveLength(1);
  expect(texts(rt).filter((text) => text.includes('Ændret') && text.includes('17. marts'))).toHaveLength(1);
});

test('who was signed up without writing and then begins a flow about it hears of another time', async () => {
  const { rt, own, id } = await makeScene({}, 'temaeftermiddag');
  await using _ = rt;
  await join(rt, id, { relativeId: own, tell: '' });
  await startJourney(rt, {
    flow: 'temaeftermiddag',
    relativeId: own,
    anchors: { temadag: id },
    by: coordinator.id,
  });
  await beat(rt);
  await move(rt, id, '17/3-2027 kl. 15');
  const [journey] = await rowsOf(rt, "select state from journeys where status <> 'ended'");
  expect(String(journey?.state)).toContain('2027-03-17');
});

test('whose other record was invited by SMS is not asked again after the two are one, and hears of another time', async () => {
  for (const first of ['seated', 'invited']) {
    const { rt, own, id } = await makeScene();
    await using _ = rt;
    const other = await addRelative(rt, { number: '20000192' });
    const [seated, invited] = first === 'seated' ? [own, other] : [other, own];
    await join(rt, id, { relativeId: seated, tell: '' });
    await invitePeople(rt, coordinator, id, { relativeIds: [invited], apart: 'yes' });
    await beat(rt);
    const before = rt.posted.length;
    const { seen } = await showMerge(rt, coordinator, own, other);
    await mergeTwo(rt, coordinator, own, other, { number: 'keep', seen });
    await beat(rt);
    rt.forward(5 * DAY);
    await beat(rt);
    await move(rt, id, '17/3-2027 kl. 15');
    rt.forward(DAY);
    await beat(rt);
    expect(rt.posted.slice(before).map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Tak, du har plads/),
      expect.stringMatching(/^Husk Temaeftermiddag onsdag den 10\. marts/),
      expect.stringMatching(/^Ændret: .+ 17\. marts/),
    ]);
    expect(await calls(rt)).toEqual([]);
  }
});
