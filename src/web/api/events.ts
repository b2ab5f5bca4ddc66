import { z } from '@hono/zod-openapi';
import { changeEvent, previewChange } from '../../services/events/change-event.ts';
import { eventError } from '../../services/events/check-event.ts';
import { listEvents, showEvent } from '../../services/events/list-events.ts';
import { makeSeries, previewSeries } from '../../services/events/make-series.ts';
import { saveEvent } from '../../services/events/save-event.ts';
import { writeEventIcs } from '../../services/events/write-event-ics.ts';
import {
  Event,
  EventChange,
  ForeseenChange,
  formOf,
  NewEvent,
  NewSeries,
  SeriesDay,
  Tells,
  toEvent,
  toSeriesDay,
} from './event-shapes.ts';
import { readCursor, writeCursor } from './frame/cursor.ts';
import { operation } from './frame/operation.ts';
import { Id, Made, Nothing, PageQuery, pageOf } from './frame/shapes.ts';

const tag = 'events';
const OneEvent = z.strictObject({ event: Id });

const list = operation({
  id: 'listEvents',
  tag,
  method: 'get',
  path: '/events',
  words: {
    da: 'Arrangementer, der kommer, de første først, eller som er forbi, de seneste først',
    en: 'Events to come, the soonest first, or that are over, the latest first',
  },
  scope: 'events:read',
  right: 'look',
  query: PageQuery.extend({
    when: z.enum(['coming', 'past']).default('coming').openapi({ example: 'coming' }),
    unit: Id.optional(),
    series: Id.optional(),
    kind: z.string().max(60).optional().openapi({ example: 'temaeftermiddag' }),
  }),
  answer: pageOf(Event).openapi('EventPage'),
  async run({ rt, staff, query: { cursor, limit, when, unit, series, kind } }) {
    const after = readCursor(`events-${when}`, cursor);
    const order = { when, unitId: unit, seriesId: series, kind, after, most: limit };
    const { events, next } = await listEvents(rt, staff, order);
    return {
      data: events.map(toEvent),
      next: next ? writeCursor([`events-${when}`, next.at, next.id]) : null,
    };
  },
});

const show = operation({
  id: 'showEvent',
  tag,
  method: 'get',
  path: '/events/{event}',
  words: { da: 'Et arrangement', en: 'An event' },
  scope: 'events:read',
  right: 'look',
  params: OneEvent,
  answer: Event,
  run: async ({ rt, staff, params }) => toEvent(await showEvent(rt, staff, params.event)),
});

const add = operation({
  id: 'saveEvent',
  tag,
  method: 'post',
  path: '/events',
  words: {
    da: 'Lav et udkast til et arrangement; ingen hører om det, før det åbnes',
    en: 'Make a draft of an event; nobody hears of it before it is opened',
  },
  scope: 'events:write',
  right: 'coordinate',
  body: NewEvent,
  answer: Made,
  status: 201,
  location: ({ id }) => `/events/${id}`,
  run: ({ rt, staff, body }) => saveEvent(rt, staff, { id: rt.newId(), ...formOf(body) }),
});

const foresee = operation({
  id: 'previewEventChange',
  tag,
  method: 'post',
  path: '/events/{event}/preview',
  words: {
    da: 'Se, hvem der får besked, hvis et arrangement ændres sådan',
    en: 'See who is told if an event is changed like this',
  },
  scope: 'events:read',
  right: 'coordinate',
  params: OneEvent,
  body: ForeseenChange,
  answer: z
    .object({
      moved: z.boolean().openapi({ example: true, description: 'Another time, place or video.' }),
      tells: Tells,
      reminders: z
        .boolean()
        .openapi({ example: false, description: 'Those not sent yet follow other days.' }),
      seatsWaiting: z.boolean().openapi({ example: false, description: 'People in line would get a seat.' }),
    })
    .openapi('EventChangePreview'),
  async run({ rt, staff, params, body }) {
    const seen = await previewChange(rt, staff, params.event, formOf(body));
    if (seen.problems.length > 0) throw eventError(seen.problems);
    return {
      moved: seen.isMoved,
      tells: seen.tells,
      reminders: seen.isReplanned,
      seatsWaiting: seen.capacityGrows,
    };
  },
});

const change = operation({
  id: 'changeEvent',
  tag,
  method: 'post',
  path: '/events/{event}',
  words: {
    da: 'Ret et arrangement, som det blev set; når det flyttes, får alle det angår besked én gang',
    en: 'Change an event as it was seen; when it is moved, everyone concerned is told once',
  },
  scope: 'events:write',
  right: 'coordinate',
  params: OneEvent,
  body: EventChange,
  answer: Nothing,
  async run({ rt, staff, params: { event: id }, body: { seen, ...body } }) {
    const { state } = await showEvent(rt, staff, id);
    if (state === 'draft') await saveEvent(rt, staff, { ...formOf(body), id, seen });
    else await changeEvent(rt, staff, id, { ...formOf(body), seen });
    return {};
  },
});

const tryRhythm = operation({
  id: 'previewEventSeries',
  tag,
  method: 'post',
  path: '/events/series/preview',
  words: {
    da: 'Se dagene i en række arrangementer, og hvad der står i vejen for dem',
    en: 'See the days of a series of events, and what stands against them',
  },
  scope: 'events:read',
  right: 'coordinate',
  body: NewSeries,
  answer: z
    .object({
      days: z.array(SeriesDay),
    })
    .openapi('EventSeriesPreview'),
  async run({ rt, staff, body: { weeks, times, skip, ...body } }) {
    const { days, problems } = await previewSeries(rt, staff, formOf(body), { weeks, times, skip });
    if (problems.length > 0) throw eventError(problems);
    return { days: days.map(toSeriesDay) };
  },
});

const addSeries = operation({
  id: 'makeEventSeries',
  tag,
  method: 'post',
  path: '/events/series',
  words: {
    da: 'Lav udkast til en række arrangementer, for eksempel hver anden uge',
    en: 'Make drafts of a series of events, every second week for instance',
  },
  scope: 'events:write',
  right: 'coordinate',
  body: NewSeries,
  answer: z.object({ series: Id, events: z.array(Id) }).openapi('EventSeriesMade'),
  status: 201,
  location: ({ series }) => `/events?series=${series}`,
  async run({ rt, staff, body: { weeks, times, skip, ...body } }) {
    const form = { id: rt.newId(), ...formOf(body) };
    const { seriesId, ids } = await makeSeries(rt, staff, form, { weeks, times, skip });
    return { series: seriesId, events: ids };
  },
});

const calendar = operation({
  id: 'readEventCalendar',
  tag,
  method: 'get',
  path: '/events/{event}/calendar',
  words: {
    da: 'Et arrangement til en kalender (text/calendar); en ændring har samme UID',
    en: 'An event for a calendar (text/calendar); a change has the same UID',
  },
  scope: 'events:read',
  right: 'look',
  params: OneEvent,
  answer: z.string().openapi({ example: 'BEGIN:VCALENDAR' }),
  type: 'text/calendar',
  run: ({ rt, staff, params }) => writeEventIcs(rt, staff, params.event),
});

/** What has a name of its own in its address comes before what has an id there. */
export const eventOperations = [list, show, add, tryRhythm, addSeries, foresee, change, calendar];
