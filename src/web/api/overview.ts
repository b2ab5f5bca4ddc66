// The overview of the desk as one answer: how much waits, and what the house does next.
import { z } from '@hono/zod-openapi';
import { countDesk, listOverview, MOST_COUNTED } from '../../services/waiting/list-overview.ts';
import type { MessageItem } from '../../services/waiting/list-tasks.ts';
import { operation } from './frame/operation.ts';
import { Id, Instant, toInstant, toInstantOrNull } from './frame/shapes.ts';

const name = z.string().nullable().openapi({ example: 'Pårørende 1' });
const count = (example: number) => z.int().min(0).max(MOST_COUNTED).openapi({ example });

const Leaving = z
  .object({
    id: Id,
    relative: Id.nullable(),
    name,
    journey: Id.nullable(),
    step: z.string().nullable().openapi({ example: 'invitation' }),
    dueAt: Instant,
  })
  .openapi('LeavingMessage', { description: 'An SMS that is due, without its text.' });

const toLeaving = ({ id, relativeId, name: who, journeyId, step, dueAt }: MessageItem) => ({
  ...{ id, relative: relativeId, name: who ?? null, journey: journeyId, step },
  dueAt: toInstant(dueAt),
});

const overview = operation({
  id: 'showOverview',
  tag: 'alerts',
  method: 'get',
  path: '/overview',
  words: {
    da: 'Overblikket: hvor meget der venter på et menneske, og hvad der sker som det næste',
    en: 'The overview: how much waits for a person, and what happens next',
  },
  scope: 'alerts:read',
  right: 'look',
  answer: z
    .object({
      waiting: z
        .object({ replies: count(3), alerts: count(4), tasks: count(2), referrals: count(1) })
        .openapi({
          description: `Each counted no further than ${MOST_COUNTED}; they are listed by themselves.`,
        }),
      unknown: z.array(Leaving).openapi({ description: 'Of which nobody knows yet whether they left.' }),
      messages: z.array(Leaving).openapi({ description: 'The next to leave, the soonest first.' }),
      timers: z
        .array(
          z.object({
            journey: Id,
            relative: Id,
            name,
            flow: z.string().openapi({ example: 'Velkommen som pårørende' }),
            at: Instant,
          }),
        )
        .openapi({ description: 'The next journeys that go on by themselves, the soonest first.' }),
      held: z
        .array(
          z.object({
            circle: Id,
            code: z.string().openapi({ example: 'K-NRD4C3' }),
            state: z.string().openapi({ example: 'paused' }),
            since: Instant.nullable(),
          }),
        )
        .openapi({ description: 'Circles that stand still, the latest first.' }),
    })
    .openapi('Overview'),
  async run({ rt, staff }) {
    const [waiting, { unknown, messages, timers, circles }] = await Promise.all([
      countDesk(rt, staff),
      listOverview(rt, staff),
    ]);
    return {
      waiting,
      unknown: unknown.map(toLeaving),
      messages: messages.map(toLeaving),
      timers: timers.map((timer) => ({
        ...{ journey: timer.journeyId, relative: timer.relativeId, name: timer.name, flow: timer.flowTitle },
        at: toInstant(timer.dueAt),
      })),
      held: circles.map(({ id, code, state, stateAt }) => ({
        ...{ circle: id, code, state },
        since: toInstantOrNull(stateAt),
      })),
    };
  },
});

export const overviewOperations = [overview];
