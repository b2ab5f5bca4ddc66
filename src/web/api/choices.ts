import { z } from '@hono/zod-openapi';
import { getChoices } from '../../services/contacts/choices.ts';
import { getOrganisation } from '../../services/organisation.ts';
import { openChoices, PEOPLE_LISTS } from '../../services/relatives/people-lists.ts';
import { operation } from './frame/operation.ts';

const choices = operation({
  id: 'listChoices',
  tag: 'settings',
  method: 'get',
  path: '/choices',
  words: {
    da: 'De lister, pårørende, samtaler og rådgivning registreres af',
    en: 'The lists that relatives, conversations and counselling are registered from',
  },
  scope: 'settings:read',
  right: 'look',
  answer: z
    .record(z.string(), z.array(z.string()))
    .openapi('Choices', { example: { levels: ['let', 'moderat', 'omfattende'] } }),
  async run({ rt }) {
    const { people } = await getOrganisation(rt);
    const ofPeople = PEOPLE_LISTS.map((list) => [list, openChoices(people, list)] as const);
    const all = [...Object.entries(await getChoices(rt)), ...ofPeople];
    return Object.fromEntries(all.map(([name, of]) => [name, [...of]]));
  },
});

const organisation = operation({
  id: 'showOrganisation',
  tag: 'settings',
  method: 'get',
  path: '/organisation',
  words: { da: 'Organisationen, som den står på siderne', en: 'The organisation as it stands on pages' },
  scope: 'settings:read',
  right: 'look',
  answer: z
    .object({
      kommune: z.string().openapi({ example: 'Prøve Kommune' }),
      authority: z.string().openapi({ example: 'Prøve Kommune, Socialforvaltningen' }),
      telefon: z.string().openapi({ example: '20 00 00 01' }),
      akut: z.string().openapi({ example: '20 00 00 02' }),
      aabningstid: z.string().openapi({ example: 'hverdage 8-15' }),
    })
    .openapi('Organisation'),
  async run({ rt }) {
    const { kommune, authority, telefon, akut, aabningstid } = await getOrganisation(rt);
    return { kommune, authority, telefon, akut, aabningstid };
  },
});

export const settingsOperations = [choices, organisation];
