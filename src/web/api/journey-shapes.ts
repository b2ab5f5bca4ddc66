// Journeys, what they plan and what happened in them, as the API tells it.
import { z } from '@hono/zod-openapi';
import type { previewEnrolment } from '../../services/journeys/enrol-relative.ts';
import type { JourneyView, TurnView } from '../../services/journeys/show-journey.ts';
import { Id, Instant, toInstant, toInstantOrNull } from './frame/shapes.ts';

const Person = z.object({ id: Id, name: z.string().openapi({ example: 'Pårørende 2' }) });
const step = z.string().openapi({ example: 'invitation' });

const Path = z.object({
  answer: z.string().openapi({ example: 'yes', description: 'How the relative answers: yes, silent or no.' }),
  messages: z.array(
    z.object({
      at: Instant,
      step,
      channel: z.string().openapi({ example: 'sms' }),
      sender: z.string().openapi({ example: 'name' }),
      segments: z.int().openapi({ example: 1 }),
      text: z.string().openapi({ example: 'Hej Pårørende. Du har en besked …' }),
      putOffUntil: Instant.nullable().openapi({ description: 'When it leaves instead, by the limit a day.' }),
    }),
  ),
  leftOut: z.array(z.object({ step, dueAt: Instant, why: z.string().openapi({ example: 'late' }) })),
  endsAt: Instant.nullable(),
});

/** What an enrolment would send, and what to think of first. */
export const PreviewShape = z
  .object({
    paths: z.array(Path),
    warnings: z.object({
      apart: z.array(Person),
      pinMissing: z.boolean().openapi({ example: false }),
      past: z.array(
        z.object({
          title: z.string().openapi({ example: 'Indflytningsdato' }),
          value: z.string().openapi({ example: '2027-02-01' }),
        }),
      ),
    }),
  })
  .openapi('JourneyPreview');

export const toPreview = ({
  preview,
  warnings,
}: Awaited<ReturnType<typeof previewEnrolment>>): z.input<typeof PreviewShape> => ({
  paths: preview.paths.map((path) => ({
    answer: path.name,
    messages: path.messages.map(({ putOffUntil, ...message }) => ({
      ...message,
      at: toInstant(message.at),
      putOffUntil: toInstantOrNull(putOffUntil),
    })),
    leftOut: path.leftOut.map((left) => ({ ...left, dueAt: toInstant(left.dueAt) })),
    endsAt: toInstantOrNull(path.ends?.at),
  })),
  warnings: {
    apart: warnings.apart,
    pinMissing: warnings.pinMissing,
    past: warnings.past.map(({ title, value }) => ({ title, value })),
  },
});

/** One turn: what came in, and what followed from it. */
export const TurnShape = z
  .object({
    turn: z.int().openapi({ example: 1 }),
    facts: z.array(
      z.object({
        kind: z.string().openapi({ example: 'messageComposed' }),
        at: Instant,
        step: z.string().nullable().openapi({ example: 'invitation' }),
      }),
    ),
  })
  .openapi('Turn');

export const toTurn = ({ version, facts }: TurnView): z.input<typeof TurnShape> => ({
  turn: version,
  facts: facts.map((fact) => ({
    kind: fact.kind,
    at: toInstant(fact.at),
    step: 'step' in fact && typeof fact.step === 'string' ? fact.step : null,
  })),
});

/** What is told of a journey wherever it is. */
export const journeyLine = {
  id: Id,
  flow: z.string().openapi({ example: 'velkomst' }),
  title: z.string().openapi({ example: 'Velkommen som pårørende' }),
  status: z.string().openapi({ example: 'active' }),
  hold: z.string().nullable().openapi({ example: null }),
  startedAt: Instant,
  endedAt: Instant.nullable(),
};

/** A journey with its turns, and what it sleeps until. */
export const JourneyShape = z
  .object({
    ...journeyLine,
    relative: Id,
    turns: z.array(TurnShape),
    timers: z.array(z.object({ name: z.string().openapi({ example: 'step' }), dueAt: Instant })),
    cut: z.boolean().openapi({ example: false, description: 'There is more than is shown.' }),
  })
  .openapi('Journey');

export const toJourney = (view: JourneyView): z.input<typeof JourneyShape> => ({
  id: view.id,
  relative: view.relativeId,
  flow: view.flow.name,
  title: view.flow.title,
  status: view.state.status,
  hold: view.state.hold ?? null,
  startedAt: toInstant(view.startedAt),
  endedAt: toInstantOrNull(view.endedAt),
  turns: view.turns.map(toTurn),
  timers: view.timers.map(({ name, dueAt }) => ({ name, dueAt: toInstant(dueAt) })),
  cut: view.cut,
});
