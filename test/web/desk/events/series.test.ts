// A series at the desk: what a change or a cancellation does in each event is shown before, and more times are added.
import { expect, test } from 'vitest';
import { isoWithOffset } from '../../../../src/journey/time/format.ts';
import { listEvents } from '../../../../src/services/events/list-events.ts';
import { makeSeries } from '../../../../src/services/events/make-series.ts';
import { openSeries } from '../../../../src/services/events/settle-event.ts';
import { type DeskRuntime, makeDesk, openDesk } from '../../../support/desk.ts';
import { coordinator, eventForm, join, seenOf } from '../../../support/events.ts';

const SERIES = 'every-second-tuesday';

async function makeTuesdays(rt: DeskRuntime): Promise<void> {
  const form = eventForm({ sessions: [{ when: '9/3-2027 kl. 17', minutes: '120' }] });
  await makeSeries(rt, coordinator, { id: SERIES, ...form }, { weeks: 2, times: 3 });
  const seen = async (n: number) => ({ id: `${SERIES}.${n}`, seen: await seenOf(rt, `${SERIES}.${n}`) });
  await openSeries(rt, coordinator, `${SERIES}.1`, { seen: [await seen(1), await seen(2)] });
  await join(rt, `${SERIES}.2`, { name: 'Ansat 1' });
}

const starts = async (rt: DeskRuntime) =>
  (await listEvents(rt, coordinator, { when: 'coming', seriesId: SERIES })).events.map(
    ({ startsAt, state }) => `${isoWithOffset(startsAt).slice(5, 16)} ${state}`,
  );

/** The value of a hidden field of the page. */
const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

const fields = (when: string): Record<string, string> => {
  const { sessions: _, ...form } = eventForm();
  return { ...form, 'when-0': when, 'minutes-0': '120', omfang: 'senere' };
};

test('a change holds for this one and the later ones when that is chosen, and is shown for each before', async () => {
  await using rt = await makeDesk();
  await makeTuesdays(rt);
  const desk = await openDesk(rt, 'coordinator');
  const at = `/desk/arrangementer/${SERIES}.1/ret`;
  const asked = await desk.get(at);
  expect(asked.text).toContain('Denne og de 2 senere i rækken');
  const seen = hidden(asked.text, 'seen');
  const past = await desk.post(at, { ...fields('2/2-2027 kl. 17'), seen });
  expect(past.status).toBe(422);
  const shown = await desk.post(at, { ...fields('10/3-2027 kl. 16'), seen });
  expect(shown.text).toContain('Det sker der i 3 arrangementer');
  expect(shown.text).toContain(
    'tirsdag den 23. marts 2027 kl. 17.00 flyttes til onsdag den 24. marts 2027 kl. 16.00',
  );
  expect(shown.text).toContain('1 får det at vide');
  expect((await starts(rt))[0], 'nothing is done before').toBe('03-09T17:00 open');
  const press = { ...fields('10/3-2027 kl. 16'), seen, serie: hidden(shown.text, 'serie'), gem: '1' };
  expect((await desk.post(at, press)).location).toContain('gemt=events');
  expect(await starts(rt)).toEqual(['03-10T16:00 open', '03-24T16:00 open', '04-07T16:00 draft']);
  expect((await desk.post(at, press)).text).toContain('En anden har ændret det imens');
});

test('later ones are cancelled with it when that is chosen, and more times are added to what is left', async () => {
  await using rt = await makeDesk();
  await makeTuesdays(rt);
  const desk = await openDesk(rt, 'coordinator');
  const more = `/desk/arrangementer/${SERIES}.1/flere`;
  const asked = await desk.get(more);
  const order = { id: hidden(asked.text, 'id'), efter: hidden(asked.text, 'efter'), weeks: '2', times: '2' };
  expect((await desk.post(more, { ...order, times: '' })).status).toBe(422);
  const days = await desk.post(more, order);
  expect(days.text).toContain('tirsdag den 20. april 2027 kl. 17.00');
  const press = { ...order, skip: '2027-05-04', gem: '1' };
  expect((await desk.post(more, press)).location).toContain('gemt=eventsAdded');
  expect((await desk.post(more, press)).location).toContain('gemt=eventsAdded');
  expect(await starts(rt)).toEqual([
    '03-09T17:00 open',
    '03-23T17:00 open',
    '04-06T17:00 draft',
    '04-20T17:00 draft',
  ]);
  const at = `/desk/arrangementer/${SERIES}.2/aflys`;
  expect((await desk.get(at)).text).toContain('Aflys også de 2 senere i rækken');
  const shown = await desk.get(`${at}?omfang=senere`);
  expect(shown.text).toContain('udkastet slettes');
  await desk.post(at, { omfang: 'senere', serie: hidden(shown.text, 'serie') });
  expect(await starts(rt)).toEqual(['03-09T17:00 open', '03-23T17:00 cancelled']);
});

test('the drafts of a series are opened at once, and pressed twice opened once', async () => {
  await using rt = await makeDesk();
  const form = eventForm({ sessions: [{ when: '9/3-2027 kl. 17', minutes: '120' }] });
  await makeSeries(rt, coordinator, { id: SERIES, ...form }, { weeks: 2, times: 3 });
  const desk = await openDesk(rt, 'coordinator');
  const shown = await desk.get(`/desk/arrangementer/${SERIES}.1`);
  expect(shown.text).toContain('Åbn dette og de 2 senere udkast i rækken');
  const press = { omfang: 'senere', serie: hidden(shown.text, 'serie') };
  const at = `/desk/arrangementer/${SERIES}.1/aabn`;
  expect((await desk.post(at, press)).location).toContain('gemt=eventsOpened');
  expect((await desk.post(at, press)).status).toBe(409);
  expect(await starts(rt)).toEqual(['03-09T17:00 open', '03-23T17:00 open', '04-06T17:00 open']);
});
