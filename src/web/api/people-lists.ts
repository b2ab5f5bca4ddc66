import { z } from '@hono/zod-openapi';
import { AppError } from '../../services/app-error.ts';
import { PEOPLE_LISTS, type PeopleList } from '../../services/relatives/people-lists.ts';
import { changePeopleList, showPeopleList } from '../../services/settings/people-lists.ts';
import { builtInText } from '../words/people-choices.ts';
import { operation } from './frame/operation.ts';
import { Changed, seenNow } from './settings.ts';
import { SettingsSeen } from './settings-shapes.ts';

const tag = 'administration';
const OneList = z.strictObject({ peopleList: z.enum(PEOPLE_LISTS as [PeopleList, ...PeopleList[]]) });

const text = z.string().min(1).max(60);
const value = text.openapi({ example: 'søskende', description: 'The key records and flows know it by.' });
const da = text.openapi({ example: 'Søskende' });
const en = text.openapi({ example: 'Sibling' });
const closed = z.boolean().openapi({
  example: false,
  description: 'Kept by those who have it, and chosen by nobody else.',
});

const show = operation({
  id: 'showPeopleList',
  tag,
  method: 'get',
  path: '/settings/people-lists/{peopleList}',
  words: {
    da: 'En af listerne over det, der vælges om en pårørende: værdierne i rækkefølge, og hvad der holder på dem',
    en: 'One of the lists of what is chosen of a relative: its values in order, and what keeps them',
  },
  scope: 'administration:read',
  right: 'administer',
  params: OneList,
  answer: z
    .object({
      seen: SettingsSeen,
      own: z.boolean().openapi({ example: false, description: 'Not the built-in one.' }),
      choices: z.array(
        z.object({
          ...{ value, da, en, closed },
          used: z.int().openapi({ example: 12, description: 'Used, it can be closed and not removed.' }),
          locked: z.enum(['minors', 'unsaid', 'flows']).nullable().openapi({
            example: null,
            description:
              'Stays open: for the rule of minors, for records where nothing was said, or for running flows.',
          }),
          flows: z
            .array(z.string())
            .openapi({ example: [], description: 'Titles of flows that ask for it.' }),
        }),
      ),
    })
    .openapi('PeopleList'),
  async run({ rt, staff, params: { peopleList: list } }) {
    const { seen, choices } = await showPeopleList(rt, staff, list);
    return {
      seen,
      own: choices.some(({ words }) => words !== undefined),
      choices: choices.map((one) => ({
        value: one.value,
        da: one.words?.da ?? builtInText(list, one.value, 'da'),
        en: one.words?.en ?? builtInText(list, one.value, 'en'),
        closed: one.closed,
        used: one.used,
        locked: one.lock?.why ?? null,
        flows: one.lock?.why === 'flows' ? one.lock.titles : [],
      })),
    };
  },
});

/** What the service calls a field of the n-th choice, as it stands in the body. */
function placeOf(detail: string | undefined): string | undefined {
  const [, field, n] = /^(da|en|state)\.(\d+)$/.exec(detail ?? '') ?? [];
  return field === undefined ? undefined : `choices.${n}.${field === 'state' ? 'closed' : field}`;
}

const change = operation({
  id: 'changePeopleList',
  tag,
  method: 'post',
  path: '/settings/people-lists/{peopleList}',
  words: {
    da: 'Ret listen: ord, rækkefølge, nye værdier, og hvad der er lukket. Det, der ikke sendes med, fjernes',
    en: 'Change the list: words, order, new values, and what is closed. What is not sent along is removed',
  },
  scope: 'administration:write',
  right: 'administer',
  params: OneList,
  body: z
    .strictObject({
      seen: SettingsSeen,
      choices: z
        .array(
          z.strictObject({
            value: value.optional().openapi({ description: 'As it was read; a new one has none yet.' }),
            ...{ da, en },
            closed: closed.default(false),
          }),
        )
        .min(1)
        .max(60)
        .openapi({ description: 'All of them in their new order.' }),
    })
    .openapi('PeopleListChange', {
      example: {
        seen: 1803805200000,
        choices: [
          { value: 'søskende', da: 'Søskende', en: 'Sibling' },
          { da: 'Svigerdatter', en: 'Daughter-in-law' },
        ],
      },
    }),
  answer: Changed,
  async run({ rt, staff, params: { peopleList: list }, body }) {
    const choices = body.choices.map((one) => ({
      ...{ value: one.value ?? '', da: one.da, en: one.en },
      state: one.closed ? ('closed' as const) : ('open' as const),
    }));
    try {
      await changePeopleList(rt, staff, { seen: body.seen, list, choices });
    } catch (error) {
      const place = error instanceof AppError ? placeOf(error.detail) : undefined;
      throw error instanceof AppError && place ? new AppError(error.code, place) : error;
    }
    return seenNow(rt, staff);
  },
});

export const peopleListOperations = [show, change];
