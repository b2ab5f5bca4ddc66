// Two records of one person made one, and who may see a record.
import { z } from '@hono/zod-openapi';
import { mergeTwo, showMerge } from '../../services/relatives/merge-relatives.ts';
import { shieldRelative, showShield } from '../../services/relatives/shield-relative.ts';
import { operation } from './frame/operation.ts';
import { Id, Nothing } from './frame/shapes.ts';

const tag = 'relatives';
const OneRelative = z.strictObject({ relative: Id });
const count = z.int().openapi({ example: 2 });
const seen = z
  .string()
  .regex(/^\d{1,16}\.\d{1,16}$/)
  .openapi({ example: '1803805200000.1803805200001', description: 'The states of both, as they were read.' });
const ShieldSeen = z
  .string()
  .max(4000)
  .openapi({ example: '0.', description: 'Who sees it, as it was read; what others named since stands.' });
const Side = z.object({ id: Id, name: z.string().openapi({ example: 'Pårørende 1' }) });

const show = operation({
  id: 'showMerge',
  tag,
  method: 'get',
  path: '/relatives/{relative}/merge/{other}',
  words: {
    da: 'Hvad der ville ske, hvis to pårørende blev til én. Begge opslag noteres',
    en: 'What merging two relatives would do. Both looks are noted',
  },
  scope: 'relatives:read',
  right: 'care',
  params: z.strictObject({ relative: Id, other: Id }),
  answer: z
    .object({
      kept: Side,
      merged: Side,
      moves: z.object({
        journeys: count,
        messages: count,
        replies: count,
        alerts: count,
        contacts: count,
        appointments: count,
        consents: count,
      }),
      clashes: z
        .array(z.string())
        .openapi({ example: [], description: 'Flows both go through; end one of each first.' }),
      notesTooLong: z.boolean().openapi({ example: false, description: 'Shorten one of the notes first.' }),
      askNumber: z.boolean().openapi({ example: true, description: 'Both have a number: say which counts.' }),
      seen,
    })
    .openapi('MergeEffect'),
  async run({ rt, staff, params }) {
    const { kept, merged, ...effect } = await showMerge(rt, staff, params.relative, params.other);
    const side = ({ id, name }: typeof kept) => ({ id, name });
    return { ...effect, kept: side(kept), merged: side(merged) };
  },
});

const merge = operation({
  id: 'mergeRelatives',
  tag,
  method: 'post',
  path: '/relatives/{relative}/merge',
  words: {
    da: 'Gør to pårørende til én: den i adressen bliver. Det kan ikke fortrydes',
    en: 'Make one relative of two: the one in the address stays. This cannot be undone',
  },
  scope: 'relatives:write',
  right: 'care',
  params: OneRelative,
  body: z
    .strictObject({
      other: Id,
      number: z.enum(['keep', 'other']).default('keep').openapi({ description: 'Whose number counts.' }),
      seen,
    })
    .openapi('Merge', {
      example: { other: 'V1StGXR8Z5jdHi6BmyTQ4B', seen: '1803805200000.1803805200001' },
    }),
  answer: Nothing,
  async run({ rt, staff, params, body: { other, ...form } }) {
    await mergeTwo(rt, staff, params.relative, other, form);
    return {};
  },
});

const showWho = operation({
  id: 'showShield',
  tag,
  method: 'get',
  path: '/relatives/{relative}/shield',
  words: {
    da: 'Hvem der ser en pårørende, og hvem der kunne. Opslaget noteres',
    en: 'Who sees a relative, and who could. The look is noted',
  },
  scope: 'relatives:read',
  right: 'care',
  params: OneRelative,
  answer: z
    .object({
      shielded: z.boolean().openapi({ example: false }),
      seen: ShieldSeen,
      named: z.array(z.string()).openapi({
        example: [],
        description: 'Ids of those who see a shielded record; `key:` begins that of a key.',
      }),
      options: z.array(
        z.object({
          id: Id,
          name: z.string().openapi({ example: 'Rådgiver 1' }),
          role: z.string().openapi({ example: 'advisor' }),
        }),
      ),
    })
    .openapi('Shield'),
  async run({ rt, staff, params }) {
    const { shielded, named, seen: shown, options } = await showShield(rt, staff, params.relative);
    return { shielded, named, seen: shown, options };
  },
});

const shield = operation({
  id: 'shieldRelative',
  tag,
  method: 'post',
  path: '/relatives/{relative}/shield',
  words: {
    da: 'Skærm en pårørende: kun de nævnte og nøglen selv ser noget mere. Uden liste ophæves det',
    en: 'Shield a relative: only those named and the key itself see anything any more. Without a list it is lifted',
  },
  scope: 'relatives:write',
  right: 'care',
  params: OneRelative,
  body: z
    .strictObject({
      staff: z
        .array(Id)
        .min(1)
        .max(100)
        .nullable()
        .openapi({ description: 'Of the `options`; at least one, so that a person sees the record.' }),
      seen: ShieldSeen.min(1),
    })
    .openapi('Shielding', { example: { staff: ['V1StGXR8Z5jdHi6BmyTQ4A'], seen: '0.' } }),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await shieldRelative(rt, staff, params.relative, body.staff, body.seen);
    return {};
  },
});

export const joiningOperations = [show, merge, showWho, shield];
