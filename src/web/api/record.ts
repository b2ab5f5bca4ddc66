import { z } from '@hono/zod-openapi';
import { changeRelative, showChangeForm } from '../../services/relatives/change-relative.ts';
import type { ChangeForm } from '../../services/relatives/check-change.ts';
import { CHANNELS, GENDERS, LANGUAGES } from '../../services/relatives/relative-choices.ts';
import { operation } from './frame/operation.ts';
import { Id, listed } from './frame/shapes.ts';

const tag = 'relatives';
const OneRelative = z.strictObject({ relative: Id });
const clock = z
  .string()
  .regex(/^(\d\d:\d\d)?$/)
  .openapi({ example: '09:00', description: 'HH:MM, or empty.' });

const EXAMPLE = {
  name: 'Pårørende 1',
  tiltale: 'Pårørende',
  relation: 'søskende',
  area: 'demens',
  language: 'da',
  ageBand: '50-66',
  gender: 'ukendt',
  guardian: '',
  channel: 'sms',
  onlyCall: false,
  hoursFrom: '',
  hoursTo: '',
  foundBy: '',
  advisor: '',
  note: '',
  seen: '1803805200000',
};

/** Everything of a record that can be changed, and what was seen when it was read. */
const Record = z
  .strictObject({
    name: z.string().min(1).max(60).openapi({ example: 'Pårørende 1' }),
    tiltale: z.string().min(1).max(20).openapi({ example: 'Pårørende' }),
    relation: listed('relations'),
    area: listed('areas'),
    language: z.enum(LANGUAGES),
    ageBand: listed('ageBands'),
    gender: z.enum(GENDERS),
    guardian: z.string().max(200),
    channel: z.enum(CHANNELS),
    onlyCall: z.boolean().openapi({ description: 'Nothing is ever sent, calls only.' }),
    hoursFrom: clock,
    hoursTo: clock,
    foundBy: z.string().max(120),
    advisor: z.string().max(120).openapi({ description: 'Id of a member of staff, or empty.' }),
    note: z.string().max(2000),
    seen: z
      .string()
      .regex(/^\d{1,16}$/)
      .openapi({ description: 'As it was read; who changes what was changed meanwhile is refused.' }),
  })
  .openapi('Record', { example: EXAMPLE });

/** What stood there before may be a choice that is no longer one, so reading asks for less than writing. */
const ReadRecord = z
  .object({
    name: z.string(),
    tiltale: z.string(),
    relation: z.string(),
    area: z.string(),
    language: z.string(),
    ageBand: z.string(),
    gender: z.string(),
    guardian: z.string(),
    channel: z.string(),
    onlyCall: z.boolean(),
    hoursFrom: z.string(),
    hoursTo: z.string(),
    foundBy: z.string(),
    advisor: z.string(),
    note: z.string(),
    seen: z.string(),
  })
  .openapi('ReadRecord', { example: EXAMPLE });

const read = operation({
  id: 'readRecord',
  tag,
  method: 'get',
  path: '/relatives/{relative}/record',
  words: {
    da: 'Det, der kan ændres på en pårørende. Opslaget noteres',
    en: 'What can be changed of a relative. The look is noted',
  },
  scope: 'relatives:read',
  right: 'care',
  params: OneRelative,
  answer: ReadRecord,
  async run({ rt, staff, params }) {
    const { form } = await showChangeForm(rt, staff, params.relative);
    return { ...form, onlyCall: form.onlyCall === 'yes' };
  },
});

const change = operation({
  id: 'changeRelative',
  tag,
  method: 'post',
  path: '/relatives/{relative}/record',
  words: {
    da: 'Skriv oplysningerne om; send det hele, som det blev læst, med ændringerne',
    en: 'Write the record anew; send all of it as it was read, with what changes',
  },
  scope: 'relatives:write',
  right: 'care',
  params: OneRelative,
  body: Record,
  answer: z
    .object({ fields: z.array(z.string()).openapi({ example: ['language'] }) })
    .openapi('RecordChanged'),
  run: ({ rt, staff, params, body }) => {
    const form: ChangeForm = { ...body, onlyCall: body.onlyCall ? 'yes' : '' };
    return changeRelative(rt, staff, params.relative, form);
  },
});

export const recordOperations = [read, change];
