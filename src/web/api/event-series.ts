// What holds for an event and all later ones of its series: changed and cancelled together, and more of them.
import { z } from '@hono/zod-openapi';
import { cancelSeries, previewSeriesCancel } from '../../services/events/cancel-series.ts';
import { changeSeries, previewSeriesChange } from '../../services/events/change-series.ts';
import { eventError } from '../../services/events/check-event.ts';
import { extendSeries, findSeriesEnd, previewExtension } from '../../services/events/extend-series.ts';
import type { SeenEvent } from '../../services/events/later-of-series.ts';
import { openSeries } from '../../services/events/settle-event.ts';
import {
  EventChange,
  ForeseenChange,
  formOf,
  rhythm,
  SeriesDay,
  Tells,
  toSeriesDay,
} from './event-shapes.ts';
import { operation } from './frame/operation.ts';
import { Day, Id, Instant, Nothing, SeenAt, toInstant } from './frame/shapes.ts';

const tag = 'events';
const OneEvent = z.strictObject({ event: Id });

const SeenEvents = z
  .array(z.strictObject({ event: Id, seen: SeenAt }))
  .min(1)
  .max(120)
  .openapi({
    description: 'Those the preview showed; one that was changed since keeps all of them as they are.',
  });

const toSeen = (seen: readonly { event: string; seen: number }[]): SeenEvent[] =>
  seen.map(({ event, seen: at }) => ({ id: event, seen: at }));

const one = {
  event: Id,
  seen: SeenAt,
  state: z.string().openapi({ example: 'open', description: 'open or draft' }),
  startsAt: Instant,
  tells: Tells,
};

const foresee = operation({
  id: 'previewEventSeriesChange',
  tag,
  method: 'post',
  path: '/events/{event}/series/preview',
  words: {
    da: 'Se, hvad en ændring gør ved et arrangement og de senere i rækken, og hvem der får besked',
    en: 'See what a change does to an event and the later ones of its series, and who is told',
  },
  scope: 'events:read',
  right: 'coordinate',
  params: OneEvent,
  body: ForeseenChange,
  answer: z
    .object({
      events: z.array(
        z.object({
          ...one,
          from: Instant.openapi({ description: 'When it begins now.' }),
          moved: z.boolean().openapi({ example: true }),
          holiday: z.string().nullable().openapi({ example: null }),
          sunday: z.boolean().openapi({ example: false }),
        }),
      ),
    })
    .openapi('EventSeriesChangePreview'),
  async run({ rt, staff, params, body }) {
    const { events, problems } = await previewSeriesChange(rt, staff, params.event, formOf(body));
    if (problems.length > 0) throw eventError(problems);
    return {
      events: events.map(({ id, seen, state, startsAt, from, isMoved, tells, holiday, isSunday }) => ({
        ...{ event: id, seen, state, tells, moved: isMoved, holiday: holiday ?? null, sunday: isSunday },
        ...{ startsAt: toInstant(startsAt), from: toInstant(from) },
      })),
    };
  },
});

const change = operation({
  id: 'changeEventSeries',
  tag,
  method: 'post',
  path: '/events/{event}/series',
  words: {
    da: 'Ret et arrangement og de senere i rækken på én gang; de flyttes lige meget, og hver får besked én gang pr. arrangement',
    en: 'Change an event and the later ones of its series at once; they are moved alike, and each is told once for each event',
  },
  scope: 'events:write',
  right: 'coordinate',
  params: OneEvent,
  body: EventChange.omit({ seen: true }).extend({ seen: SeenEvents }).openapi('EventSeriesChange'),
  answer: Nothing,
  async run({ rt, staff, params, body: { seen, ...body } }) {
    await changeSeries(rt, staff, params.event, { ...formOf(body), seen: toSeen(seen) });
    return {};
  },
});

const open = operation({
  id: 'openEventSeries',
  tag,
  method: 'post',
  path: '/events/{event}/series/open',
  words: {
    da: 'Åbn et udkast og de senere udkast i rækken for tilmelding',
    en: 'Open a draft and the later drafts of its series for sign-up',
  },
  scope: 'events:write',
  right: 'coordinate',
  params: OneEvent,
  body: z.strictObject({ seen: SeenEvents }).openapi('EventSeriesOpening'),
  answer: z.object({ opened: z.int().openapi({ example: 4 }) }).openapi('EventSeriesOpened'),
  run: ({ rt, staff, params, body }) => openSeries(rt, staff, params.event, { seen: toSeen(body.seen) }),
});

const foreseeCancel = operation({
  id: 'previewEventSeriesCancel',
  tag,
  method: 'get',
  path: '/events/{event}/series/cancel',
  words: {
    da: 'Hvem der får besked, hvis et arrangement og de senere i rækken aflyses',
    en: 'Who is told if an event and the later ones of its series are cancelled',
  },
  scope: 'events:read',
  right: 'coordinate',
  params: OneEvent,
  answer: z.object({ events: z.array(z.object(one)) }).openapi('EventSeriesCancelPreview'),
  async run({ rt, staff, params }) {
    const events = await previewSeriesCancel(rt, staff, params.event);
    return {
      events: events.map(({ id, seen, state, startsAt, tells }) => ({
        ...{ event: id, seen, state, startsAt: toInstant(startsAt), tells },
      })),
    };
  },
});

const cancel = operation({
  id: 'cancelEventSeries',
  tag,
  method: 'post',
  path: '/events/{event}/series/cancel',
  words: {
    da: 'Aflys et arrangement og de senere i rækken for altid; udkast slettes, og alle det angår får besked',
    en: 'Cancel an event and the later ones of its series for good; drafts are deleted, and everyone concerned is told',
  },
  scope: 'events:write',
  right: 'coordinate',
  params: OneEvent,
  body: z.strictObject({ seen: SeenEvents }).openapi('EventSeriesCancelling'),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await cancelSeries(rt, staff, params.event, { seen: toSeen(body.seen) });
    return {};
  },
});

const end = operation({
  id: 'showEventSeriesEnd',
  tag,
  method: 'get',
  path: '/events/{event}/series/end',
  words: { da: 'Hvor en række ender, og dens rytme', en: 'Where a series ends, and its rhythm' },
  scope: 'events:read',
  right: 'coordinate',
  params: OneEvent,
  answer: z.object({ after: Day, weeks: z.int().openapi({ example: 2 }) }).openapi('EventSeriesEnd'),
  run: ({ rt, staff, params }) => findSeriesEnd(rt, staff, params.event),
});

const Extension = z
  .strictObject({
    ...rhythm,
    after: Day.openapi({ description: 'The last day of the series, as it was read.' }),
    times: z.int().min(1).max(59).openapi({ example: 4 }),
  })
  .openapi('EventSeriesExtension');

const foreseeMore = operation({
  id: 'previewEventSeriesMore',
  tag,
  method: 'post',
  path: '/events/{event}/series/more/preview',
  words: {
    da: 'Se de dage, en række ville fortsætte med',
    en: 'See the days a series would go on with',
  },
  scope: 'events:read',
  right: 'coordinate',
  params: OneEvent,
  body: Extension,
  answer: z.object({ days: z.array(SeriesDay) }).openapi('EventSeriesMorePreview'),
  run: async ({ rt, staff, params, body }) => ({
    days: (await previewExtension(rt, staff, params.event, body)).map(toSeriesDay),
  }),
});

const more = operation({
  id: 'extendEventSeries',
  tag,
  method: 'post',
  path: '/events/{event}/series/more',
  words: {
    da: 'Føj flere gange til en række, som udkast magen til dette arrangement',
    en: 'Add more times to a series, as drafts like this event',
  },
  scope: 'events:write',
  right: 'coordinate',
  params: OneEvent,
  body: Extension,
  answer: z.object({ events: z.array(Id) }).openapi('EventSeriesExtended'),
  status: 201,
  async run({ rt, staff, params, body }) {
    const { ids } = await extendSeries(rt, staff, params.event, { ...body, id: rt.newId() });
    return { events: ids };
  },
});

export const eventSeriesOperations = [foresee, change, open, foreseeCancel, cancel, end, foreseeMore, more];
