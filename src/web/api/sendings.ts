// What will be sent: the calendar of the desk, for other systems.
import { z } from '@hono/zod-openapi';
import type { Line } from '../../services/overview/sending.ts';
import {
  type Calendar,
  type CalendarDay,
  type CrowdedRelative,
  MOST_WEEKS,
  showCalendar,
  showSendDay,
} from '../../services/overview/show-calendar.ts';
import { operation } from './frame/operation.ts';
import { Day, Id, toInstantOrNull } from './frame/shapes.ts';

const tag = 'messages';
const reading = { tag, method: 'get', scope: 'messages:read', right: 'coordinate' } as const;
const count = (example: number) => z.int().min(0).openapi({ example });

const DayShape = z
  .object({
    date: Day,
    name: count(40).openapi({ description: 'SMS from the sender by name.' }),
    number: count(12).openapi({ description: 'SMS from the number.' }),
    ring: count(3).openapi({ description: 'Calls to make.' }),
    brev: count(1).openapi({ description: 'Letters to print.' }),
    sure: count(9).openapi({
      description:
        'Of them written already, or of an ordered group message; the rest is foreseen, nobody answering.',
    }),
    crowded: count(1).openapi({ description: 'Phones on which many SMS fall.' }),
    putOff: count(1).openapi({ description: 'SMS that the limit a day puts off.' }),
  })
  .openapi('SendDayCounts');

const CrowdedShape = z
  .object({
    date: Day,
    relative: Id,
    name: z.string().openapi({ example: 'Pårørende 1' }),
    count: count(3),
    putOff: count(1),
    until: z.iso.datetime().nullable().openapi({ example: '2027-03-04T07:00:00.000Z' }),
  })
  .openapi('CrowdedRelative', { description: 'A relative whose phone gets many SMS on a day.' });

const reach = {
  crowded: z.array(CrowdedShape),
  more: count(0).openapi({ description: 'How many more phones much falls on.' }),
  limit: z.int().nullable().openapi({ example: 3, description: 'SMS to a phone a day; null is no limit.' }),
  held: count(0).openapi({ description: 'What is paused; it is not counted.' }),
  isPart: z.boolean().openapi({ example: false, description: 'There is more than one look counts.' }),
  partFrom: Day.nullable().openapi({ description: 'Running flows are not counted in full from here on.' }),
};

const toDayCounts = ({ date, ways, sure, crowded, putOff }: CalendarDay) => ({
  ...{ date, ...ways, sure, crowded, putOff },
});

const toCrowded = ({ date, relativeId, name, count: n, putOff, until }: CrowdedRelative) => ({
  ...{ date, relative: relativeId, name, count: n, putOff, until: toInstantOrNull(until) },
});

const toReach = (shown: Omit<Calendar, 'days'>) => ({
  crowded: shown.crowded.map(toCrowded),
  more: shown.more,
  limit: shown.limit,
  held: shown.held,
  isPart: shown.isPart,
  partFrom: shown.partFrom ?? null,
});

const calendar = operation({
  ...reading,
  id: 'showSendings',
  path: '/sendings',
  words: {
    da: 'Hvad der bliver sendt de næste uger, dag for dag, og hos hvem meget falder sammen',
    en: 'What will be sent in the next weeks, day by day, and on whom much falls at once',
  },
  query: z.strictObject({
    weeks: z.coerce.number().int().min(1).max(MOST_WEEKS).default(2).openapi({ example: 2 }),
  }),
  answer: z.object({ days: z.array(DayShape), ...reach }).openapi('SendCalendar'),
  async run({ rt, staff, query }) {
    const shown = await showCalendar(rt, staff, query);
    return { days: shown.days.map(toDayCounts), ...toReach(shown) };
  },
});

const LineShape = z
  .object({
    way: z.enum(['name', 'number', 'ring', 'brev']).openapi({ example: 'name' }),
    basis: z.enum(['due', 'foreseen', 'broadcast']).openapi({ example: 'foreseen' }),
    kind: z.enum(['flow', 'broadcast', 'staff', 'house']).openapi({ example: 'flow' }),
    title: z.string().openapi({ example: 'Velkommen som pårørende' }),
    step: z.string().nullable().openapi({ example: 'skal-vi-ringe' }),
    event: Id.nullable(),
    count: count(40),
  })
  .openapi('SendLine');

const toLine = ({ way, basis, source, count: n }: Line) => ({
  ...{ way, basis, kind: source.kind, title: source.title, count: n },
  step: source.step ?? null,
  event: source.event?.id ?? null,
});

const day = operation({
  ...reading,
  id: 'showSendDay',
  path: '/sendings/{date}',
  words: {
    da: 'Hvad der bliver sendt på en dag, og hvorfra',
    en: 'What will be sent on a day, and from where',
  },
  params: z.strictObject({ date: Day }),
  answer: z.object({ day: DayShape, lines: z.array(LineShape), ...reach }).openapi('SendDay'),
  async run({ rt, staff, params }) {
    const shown = await showSendDay(rt, staff, params.date);
    return { day: toDayCounts(shown.day), lines: shown.lines.map(toLine), ...toReach(shown) };
  },
});

export const sendingOperations = [calendar, day];
