import { expect, test } from 'vitest';
import { NEW_JOURNEY } from '../../../src/journey/engine/state.ts';
import { formRows } from '../../../src/services/forms/form-rows.ts';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import { startJourney } from '../../../src/services/journeys/start-journey.ts';
import { form, makeFlow } from '../../journey/engine/make-flow.ts';
import { addRelative, makeDesk, rowsOf } from '../../support/desk.ts';
import { join, makeEvent } from '../../support/events.ts';
import { makeRuntime } from '../../support/runtime.ts';

test('whoever is asked about one arrangement again is counted once, and each time where it is about none', async () => {
  await using rt = await makeRuntime();
  const askedAgain = (about: string | undefined, answers: Record<string, string>) => {
    const flow = makeFlow([form('skema', about === undefined ? {} : { about })]);
    const events = { dag: { id: 'event-1', moves: 0, seat: 'yes' as const } };
    const state = { ...NEW_JOURNEY, anchors: { dag: '2027-03-10T14:00' }, events, answers };
    const subject = {
      ...{ id: 'j', flowId: 'f', flowName: 'f', relativeId: 'r', subject: '', version: 1, state },
      ...{ numberId: undefined, startedBy: undefined },
    };
    const at = Date.UTC(2027, 2, 11, 9);
    const fact = { kind: 'waitingBegan', at, step: 'skema', awaiting: 'form' } as const;
    return formRows(rt, subject, flow, [fact], undefined).askedForms?.map(({ eventId, day }) => [
      eventId,
      day,
    ]);
  };
  expect(askedAgain('dag', {})).toEqual([['event-1', '2027-03-10']]);
  expect(askedAgain('dag', { skema: 'silent' })).toBeUndefined();
  expect(askedAgain(undefined, { skema: 'silent' })).toEqual([['', '2027-03-01']]);
});

test('whoever is asked about an arrangement as the journey begins is counted with it', async () => {
  await using rt = await makeDesk();
  const anchors = { dag: { title: 'Dagen', time: true, event: true } } as const;
  await publishFlow(rt, makeFlow([form('skema', { about: 'dag' })], { anchors }));
  const [event, relativeId] = [await makeEvent(rt), await addRelative(rt)];
  await join(rt, event, { relativeId, tell: '' });
  await startJourney(rt, { flow: 'example', relativeId, anchors: { dag: event }, by: 'staff-1' });
  expect(await rowsOf(rt, 'select event_id, day from form_asks')).toEqual([
    { event_id: event, day: '2027-03-10' },
  ]);
});
