import { z } from '@hono/zod-openapi';
import { END_REASONS, endJourneyByStaff } from '../../services/journeys/end-journey-by-staff.ts';
import { enrolRelative, previewEnrolment } from '../../services/journeys/enrol-relative.ts';
import { showJourney } from '../../services/journeys/show-journey.ts';
import { STEERINGS, steerJourney } from '../../services/journeys/steer-journey.ts';
import { flows, namingAnchors } from './flows.ts';
import { operation } from './frame/operation.ts';
import { Anchors, FlowName, Id, Nothing } from './frame/shapes.ts';
import { JourneyShape, PreviewShape, toJourney, toPreview } from './journey-shapes.ts';

const tag = 'journeys';
const OneRelative = z.strictObject({ relative: Id });
const OneJourney = z.strictObject({ relative: Id, journey: Id });
const EXAMPLE = { flow: 'velkomst', anchors: { indflytning: '2027-04-01' } };

const preview = operation({
  id: 'previewJourney',
  tag,
  method: 'post',
  path: '/relatives/{relative}/journeys/preview',
  words: {
    da: 'Vis hver besked, en tilmelding vil sende, og hvad der skal overvejes. Intet ændres',
    en: 'Show every message an enrolment would send, and what to think of. Changes nothing',
  },
  scope: 'journeys:read',
  right: 'care',
  params: OneRelative,
  body: z.strictObject({ flow: FlowName, anchors: Anchors.default({}) }).openapi('JourneyPreviewOrder', {
    example: EXAMPLE,
  }),
  answer: PreviewShape,
  run: ({ rt, staff, params, body }) =>
    namingAnchors(rt, body.flow, async () =>
      toPreview(await previewEnrolment(rt, staff, { ...body, relativeId: params.relative })),
    ),
});

const enrol = operation({
  id: 'enrolRelative',
  tag,
  method: 'post',
  path: '/relatives/{relative}/journeys',
  words: { da: 'Tilmeld til et forløb', en: 'Enrol into a flow' },
  scope: 'journeys:write',
  right: 'care',
  params: OneRelative,
  body: z
    .strictObject({
      flow: FlowName,
      anchors: Anchors.default({}),
      apart: z
        .boolean()
        .default(false)
        .openapi({ description: 'Known: another of a circle that stands apart walks the same flow.' }),
      past: z.boolean().default(false).openapi({ description: 'Known: a date has passed.' }),
    })
    .openapi('Enrolment', { example: EXAMPLE }),
  answer: z.object({ id: Id }).openapi('Enrolled'),
  status: 201,
  location: ({ id }, { relative }) => `/relatives/${relative}/journeys/${id}`,
  async run({ rt, staff, params, body }) {
    const { flow, anchors, apart, past } = body;
    const order = { flow, anchors, relativeId: params.relative, apartConfirmed: apart, pastConfirmed: past };
    const { journeyId } = await namingAnchors(rt, flow, () => enrolRelative(rt, staff, order));
    return { id: journeyId };
  },
});

const show = operation({
  id: 'showJourney',
  tag,
  method: 'get',
  path: '/relatives/{relative}/journeys/{journey}',
  words: {
    da: 'Et forløb med alt, der er sket i det. Opslaget noteres',
    en: 'A journey with everything that happened in it. The look is noted',
  },
  scope: 'journeys:read',
  right: 'look',
  params: OneJourney,
  answer: JourneyShape,
  run: async ({ rt, staff, params }) =>
    toJourney(await showJourney(rt, staff, params.relative, params.journey)),
});

const end = operation({
  id: 'endJourney',
  tag,
  method: 'post',
  path: '/relatives/{relative}/journeys/{journey}/end',
  words: {
    da: 'Afslut et forløb; det, der ikke er sendt, tages tilbage',
    en: 'End a journey; what has not left is taken back',
  },
  scope: 'journeys:write',
  right: 'care',
  params: OneJourney,
  body: z
    .strictObject({ reason: z.enum(END_REASONS) })
    .openapi('JourneyEnding', { example: { reason: 'andet tilbud' } }),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await endJourneyByStaff(rt, staff, params.relative, params.journey, body.reason);
    return {};
  },
});

const steer = operation({
  id: 'steerJourney',
  tag,
  method: 'post',
  path: '/relatives/{relative}/journeys/{journey}/steer',
  words: {
    da: 'Sæt et forløb på pause, lad det gå videre, eller spring dets trin over',
    en: 'Pause a journey, let it go on, or pass over its step',
  },
  scope: 'journeys:write',
  right: 'care',
  params: OneJourney,
  body: z
    .strictObject({
      do: z.enum(STEERINGS),
      step: z.string().max(60).optional().openapi({ description: 'To skip: the step it is at.' }),
      version: z.int().optional().openapi({ description: 'To skip: the last turn you saw.' }),
    })
    .openapi('Steering', { example: { do: 'pause' } }),
  answer: Nothing,
  async run({ rt, staff, params, body: { do: what, step, version } }) {
    const order = {
      do: what,
      ...(step === undefined ? {} : { step }),
      ...(version === undefined ? {} : { version }),
    };
    await steerJourney(rt, staff, params.relative, params.journey, order);
    return {};
  },
});

export const journeyOperations = [flows, preview, enrol, show, steer, end];
