import { expect, test } from 'vitest';
import {
  holdCircleByStaff,
  releaseCircleByStaff,
} from '../../../src/services/circles/hold-circle-by-staff.ts';
import { noteCircle } from '../../../src/services/circles/note-circle.ts';
import { showCircle } from '../../../src/services/circles/show-circle.ts';
import { answerQuestion } from '../../../src/services/inbox/answer-question.ts';
import { openConversation } from '../../../src/services/inbox/open-conversation.ts';
import { writeSms } from '../../../src/services/inbox/write-in-conversation.ts';
import { countSteps } from '../../../src/services/journeys/count-steps.ts';
import { endJourneyByStaff } from '../../../src/services/journeys/end-journey-by-staff.ts';
import { enrolRelative, previewEnrolment } from '../../../src/services/journeys/enrol-relative.ts';
import { explainMessage } from '../../../src/services/journeys/explain-message.ts';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import { showJourney } from '../../../src/services/journeys/show-journey.ts';
import { takeTurn } from '../../../src/services/journeys/take-turn.ts';
import { givePin } from '../../../src/services/relatives/give-pin.ts';
import { showRelative } from '../../../src/services/relatives/show-relative.ts';
import {
  addRelative,
  addReply,
  advisor,
  type DeskRuntime,
  makeDesk,
  reader,
  rowsOf,
} from '../../support/desk.ts';
import { invitation } from '../../support/house.ts';

const flow = 'indbydelse-link';

const enrol = async (rt: DeskRuntime, relativeId: string): Promise<string> => {
  await publishFlow(rt, invitation('link'));
  return (await enrolRelative(rt, advisor, { flow, relativeId, anchors: {} })).journeyId;
};

const accept = (rt: DeskRuntime, journeyId: string) =>
  takeTurn(rt, journeyId, { kind: 'answered', at: rt.now(), step: 'indbyd', answer: 'ja' });

test('a preview tells every message by path and changes nothing', async () => {
  await using rt = await makeDesk();
  await publishFlow(rt, invitation('link'));
  const relativeId = await addRelative(rt);

  const { preview } = await previewEnrolment(rt, advisor, { flow, relativeId, anchors: {} });

  expect(preview.paths.map(({ name, messages }) => [name, messages.map(({ step }) => step)])).toEqual([
    ['yes', ['indbyd', 'spoerg']],
    ['silent', ['indbyd']],
    ['no', ['indbyd']],
  ]);
  expect(await rowsOf(rt, 'select count(*) as n from journeys')).toEqual([{ n: 0 }]);
});

test('the missing PIN is told before enrolling, and no more once it is made', async () => {
  await using rt = await makeDesk();
  await publishFlow(rt, invitation('pin'));
  const relativeId = await addRelative(rt);
  const order = { flow: 'indbydelse-pin', relativeId, anchors: {} };
  expect((await previewEnrolment(rt, advisor, order)).warnings.pinMissing).toBe(true);
  await givePin(rt, advisor, relativeId);
  expect((await previewEnrolment(rt, advisor, order)).warnings.pinMissing).toBe(false);
});

test('two who must not hear of each other come into one flow only when somebody confirms', async () => {
  await using rt = await makeDesk();
  const first = await addRelative(rt);
  const { circle } = await showRelative(rt, advisor, first, 'new');
  const second = await addRelative(rt, { number: '20000022', name: 'Mor, 51', circle: circle.code });
  await noteCircle(rt, advisor, circle.id, { apart: true, consentCheckedOn: '' });
  await enrol(rt, first);
  const order = { flow, relativeId: second, anchors: {} };

  expect((await previewEnrolment(rt, advisor, order)).warnings.apart).toEqual([
    { id: first, name: 'Bror, 22' },
  ]);
  await expect(enrolRelative(rt, advisor, order)).rejects.toThrow('field-missing: apart');
  await enrolRelative(rt, advisor, { ...order, apartConfirmed: true });

  expect(await rowsOf(rt, 'select count(*) as n from journeys')).toEqual([{ n: 2 }]);
});

test('a reader neither previews nor enrols, and an unknown flow or date is refused', async () => {
  await using rt = await makeDesk();
  await publishFlow(rt, invitation('link'));
  const relativeId = await addRelative(rt);
  const order = { flow, relativeId, anchors: {} };
  await expect(previewEnrolment(rt, reader, order)).rejects.toThrow('forbidden');
  await expect(enrolRelative(rt, reader, order)).rejects.toThrow('forbidden');
  await expect(enrolRelative(rt, advisor, { ...order, flow: 'findes-ikke' })).rejects.toThrow('flow-unknown');
  await expect(enrolRelative(rt, advisor, { ...order, anchors: { x: '2027-01-01' } })).rejects.toThrow(
    'anchor-unknown',
  );
  await expect(enrolRelative(rt, advisor, { ...order, relativeId: 'nobody' })).rejects.toThrow('not-found');
});

test('a journey is shown to whom it belongs, turn by turn with its messages', async () => {
  await using rt = await makeDesk();
  const relativeId = await addRelative(rt);
  const journeyId = await enrol(rt, relativeId);
  await accept(rt, journeyId);

  const view = await showJourney(rt, reader, relativeId, journeyId);

  expect(view.turns.map(({ facts }) => facts[0]?.kind)).toEqual(['started', 'answered']);
  expect(view.turns.map(({ messages }) => messages.map(({ textKey }) => textKey))).toEqual([
    ['indbydelse'],
    ['spoergsmaal'],
  ]);
  expect(view.staffNames.get(advisor.id)).toBe('Demo advisor');
  expect(view.timers.map(({ name }) => name)).toEqual(['silence']);
  const other = await addRelative(rt, { number: '20000022' });
  await expect(showJourney(rt, reader, other, journeyId)).rejects.toThrow('not-found');
});

test('a message is explained by the turns that led to it', async () => {
  await using rt = await makeDesk();
  const relativeId = await addRelative(rt);
  const journeyId = await enrol(rt, relativeId);
  await takeTurn(rt, journeyId, { kind: 'pageOpened', at: rt.now(), page: 'velkommen' });
  await accept(rt, journeyId);
  const { messages } = await showJourney(rt, reader, relativeId, journeyId);

  const explained = await explainMessage(rt, reader, relativeId, messages.at(-1)?.id ?? '');

  expect(explained.because.map(({ facts }) => facts[0]?.kind)).toEqual(['started', 'answered']);
  const other = await addRelative(rt, { number: '20000022' });
  await expect(explainMessage(rt, reader, other, messages.at(-1)?.id ?? '')).rejects.toThrow('not-found');
});

test('looking at why somebody wrote an SMS is in the ledger', async () => {
  await using rt = await makeDesk();
  const relativeId = await addRelative(rt);
  await writeSms(rt, advisor, relativeId, { text: 'Hej', seen: 0, form: rt.newId() });
  const [message] = await rowsOf(rt, 'select id from messages');

  const { because } = await explainMessage(rt, reader, relativeId, String(message?.id));

  expect(because).toEqual([]);
  expect(
    await rowsOf(rt, "select actor, subject from ledger where kind = 'relative.viewed' order by seq"),
  ).toEqual([{ actor: reader.id, subject: message?.id }]);
});

test('staff end a journey for one of the reasons, once', async () => {
  await using rt = await makeDesk();
  const relativeId = await addRelative(rt);
  const journeyId = await enrol(rt, relativeId);
  const end = (reason: string, who = advisor) => endJourneyByStaff(rt, who, relativeId, journeyId, reason);
  await expect(end('andet tilbud', reader)).rejects.toThrow('forbidden');
  await expect(end('fordi Oda sagde det')).rejects.toThrow('field-unreadable');

  await end('andet tilbud');

  expect((await showJourney(rt, reader, relativeId, journeyId)).state.endedBecause).toBe('andet tilbud');
  await expect(end('andet tilbud')).rejects.toThrow('already-done');
});

test('a pause tells first what it stops, stops it, and lets it go on again', async () => {
  await using rt = await makeDesk();
  const relativeId = await addRelative(rt);
  await enrol(rt, relativeId);
  const { circle } = await showRelative(rt, advisor, relativeId, 'direct');
  expect((await showCircle(rt, advisor, circle.id)).effect).toMatchObject({ journeys: 1, messages: 1 });
  await expect(holdCircleByStaff(rt, reader, circle.id, 'dead')).rejects.toThrow('forbidden');
  await expect(releaseCircleByStaff(rt, advisor, circle.id)).rejects.toThrow('already-done');

  await holdCircleByStaff(rt, advisor, circle.id, 'paused');

  expect(await showCircle(rt, advisor, circle.id)).toMatchObject({ state: 'paused', effect: { held: 1 } });
  await expect(holdCircleByStaff(rt, advisor, circle.id, 'paused')).rejects.toThrow('already-done');
  await releaseCircleByStaff(rt, advisor, circle.id);
  expect(await showCircle(rt, advisor, circle.id)).toMatchObject({ state: 'alive', effect: { held: 0 } });
});

test('a person says what a reply means to one of several questions', async () => {
  await using rt = await makeDesk();
  const first = await addRelative(rt);
  const second = await addRelative(rt, { shared: 'yes', name: 'Far, 55', tiltale: 'Per' });
  const journeys = [await enrol(rt, first), await enrol(rt, second)];
  const reply = await addReply(rt, { text: 'Ja det vil jeg gerne' });
  expect(
    (await openConversation(rt, reader, reply)).questions.map(({ journeyId }) => journeyId).sort(),
  ).toEqual([...journeys].sort());
  const order = { journeyId: journeys[1] ?? '', answer: 'ja' } as const;
  await expect(answerQuestion(rt, reader, reply, order)).rejects.toThrow('forbidden');
  await expect(answerQuestion(rt, advisor, reply, { ...order, journeyId: 'x' })).rejects.toThrow(
    'already-done',
  );

  await answerQuestion(rt, advisor, reply, order);

  expect((await showJourney(rt, reader, second, journeys[1] ?? '')).state.answers).toEqual({
    indbyd: 'accepted',
  });
  expect((await showJourney(rt, reader, first, journeys[0] ?? '')).state.answers).toEqual({});
  expect(await rowsOf(rt, 'select status, settled_by from replies')).toEqual([
    { status: 'handled', settled_by: advisor.id },
  ]);
  await expect(answerQuestion(rt, advisor, reply, order)).rejects.toThrow('already-done');
});

test('two who say at once what a reply means give the question one answer', async () => {
  await using rt = await makeDesk();
  const relativeId = await addRelative(rt);
  const journeyId = await enrol(rt, relativeId);
  const reply = await addReply(rt, { text: 'Ja, eller nej' });
  const outcomes = await Promise.allSettled([
    answerQuestion(rt, advisor, reply, { journeyId, answer: 'ja' }),
    answerQuestion(rt, advisor, reply, { journeyId, answer: 'nej' }),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const answered = (await showJourney(rt, reader, relativeId, journeyId)).turns.flatMap(({ facts }) =>
    facts.filter(({ kind }) => kind === 'answerRecorded'),
  );
  expect(answered).toHaveLength(1);
});

test('a question of somebody with another number is not answered by this reply', async () => {
  await using rt = await makeDesk();
  const stranger = await enrol(rt, await addRelative(rt, { number: '20000055' }));
  await addRelative(rt);
  const reply = await addReply(rt, { text: 'Ja' });
  await expect(answerQuestion(rt, advisor, reply, { journeyId: stranger, answer: 'ja' })).rejects.toThrow(
    'already-done',
  );
});

test('steps are counted by journeys, each once in each column', async () => {
  await using rt = await makeDesk();
  const journeys: string[] = [];
  for (let n = 0; n < 3; n += 1)
    journeys.push(await enrol(rt, await addRelative(rt, { number: `2000003${n}` })));
  await accept(rt, journeys[0] ?? '');
  await takeTurn(rt, journeys[1] ?? '', { kind: 'answered', at: rt.now(), step: 'indbyd', answer: 'nej' });
  await rt.db.client.execute("update messages set status = 'delivered'");
  await rt.db.client.execute({
    sql: 'update links set opened_at = 1 where journey_id = ?',
    args: [journeys[0] ?? ''],
  });

  const counts = await countSteps(rt, reader, flow, 30);

  expect(counts.started).toBe(3);
  expect(counts.lines[0]).toMatchObject({
    step: 'indbyd',
    counts: { entered: 3, sent: 3, delivered: 3, opened: 1, answered: 2, silent: 0, reminded: 0, failed: 0 },
  });
  expect(counts.lines[1]).toMatchObject({ step: 'spoerg', counts: { entered: 1, sent: 1, answered: 0 } });
  expect(counts.endings).toEqual(
    expect.arrayContaining([
      { what: 'running', reason: undefined, journeys: 2 },
      { what: 'ended', reason: 'afslået', journeys: 1 },
    ]),
  );
  expect(counts.human.answers).toBe(0);
});

test('journeys begun before the period are not counted', async () => {
  await using rt = await makeDesk();
  await enrol(rt, await addRelative(rt));
  rt.forward(31 * 24 * 60 * 60_000);
  expect((await countSteps(rt, reader, flow, 30)).started).toBe(0);
  expect((await countSteps(rt, reader, flow, 90)).started).toBe(1);
});
