import { z } from '@hono/zod-openapi';
import { getFlow, getNewestFlow, listEnrolFlows } from '../../services/journeys/load-flow.ts';
import type { Runtime } from '../../services/runtime.ts';
import { operation } from './frame/operation.ts';
import { renameFields } from './frame/rename-fields.ts';
import { FlowName, pageOf } from './frame/shapes.ts';

/** What one can enrol into, and what an enrolment must say. */
export const flows = operation({
  id: 'listFlows',
  tag: 'journeys',
  method: 'get',
  path: '/flows',
  words: { da: 'Forløb, man kan tilmelde til', en: 'Flows one can enrol into' },
  scope: 'journeys:read',
  right: 'look',
  answer: pageOf(
    z.object({
      name: FlowName,
      title: z.string().openapi({ example: 'Velkommen som pårørende' }),
      languages: z.array(z.string()).openapi({ example: ['da', 'en'] }),
      anchors: z
        .array(
          z.object({
            name: z.string().openapi({ example: 'indflytning' }),
            title: z.string().openapi({ example: 'Indflytningsdato' }),
            time: z.boolean().openapi({
              example: false,
              description: 'Said with a time, as in 2027-04-01T14:00; else a day alone.',
            }),
            event: z.boolean().openapi({
              example: false,
              description: 'Said by the id of an event that is open; its time follows from it.',
            }),
          }),
        )
        .openapi({ description: 'The dates an enrolment must say, in `anchors` by their name.' }),
    }),
  ).openapi('FlowPage'),
  async run({ rt }) {
    const data = (await listEnrolFlows(rt)).map(async ({ id, name, title }) => {
      const { languages, anchors } = await getFlow(rt, id);
      const dates = Object.entries(anchors).map(([anchor, { title: called, time, event = false }]) => ({
        name: anchor,
        title: called,
        time,
        event,
      }));
      return { name, title, languages: [...languages], anchors: dates };
    });
    return { data: await Promise.all(data), next: null };
  },
});

/** Tells a date that is missing by its name in the body, where people are told its title. */
export async function namingAnchors<T>(rt: Runtime, name: string, work: () => Promise<T>): Promise<T> {
  const { flow } = await getNewestFlow(rt, name);
  const names = Object.entries(flow.anchors).map(([anchor, { title }]) => [title, `anchors.${anchor}`]);
  return renameFields(Object.fromEntries(names), work);
}
