import { z } from '@hono/zod-openapi';
import { changeContact } from '../../services/contacts/change-contact.ts';
import { confirmHandOver, listHandOvers } from '../../services/contacts/hand-overs.ts';
import { listContacts } from '../../services/contacts/list-contacts.ts';
import { registerContact } from '../../services/contacts/register-contact.ts';
import { showContact } from '../../services/contacts/show-contact.ts';
import { EXAMPLE_CHANGE, said, saidAtFirst } from './contact-shapes.ts';
import { operation } from './frame/operation.ts';
import {
  Day,
  Id,
  Instant,
  Made,
  Nothing,
  pageOf,
  SeenAt,
  toInstant,
  toInstantOrNull,
} from './frame/shapes.ts';

const tag = 'contacts';
const OneContact = z.strictObject({ contact: Id });

const known = {
  id: Id,
  at: Instant,
  minutes: z.int().openapi({ example: 30 }),
  kind: z.string().openapi({ example: 'samtale' }),
  place: z.string().openapi({ example: 'telefon' }),
  level: z.string().openapi({ example: 'moderat' }),
  themes: z.array(z.string()).openapi({ example: ['omsorgstræthed'] }),
  followUp: z.string().openapi({ example: 'ingen' }),
  confirmedAt: Instant.nullable(),
  advisor: z.string().openapi({ example: 'Rådgiver 1' }),
};

const list = operation({
  id: 'listContacts',
  tag,
  method: 'get',
  path: '/relatives/{relative}/contacts',
  words: {
    da: 'De seneste 50 samtaler med en pårørende, uden det, der blev sagt',
    en: 'The latest 50 conversations with a relative, without what was said',
  },
  scope: 'contacts:read',
  right: 'look',
  params: z.strictObject({ relative: Id }),
  answer: pageOf(z.object(known).openapi('ContactInList')).openapi('ContactPage'),
  async run({ rt, staff, params }) {
    const lines = await listContacts(rt, staff, params.relative);
    return {
      data: lines.map((line) => ({
        ...line,
        at: toInstant(line.at),
        confirmedAt: toInstantOrNull(line.confirmedAt),
      })),
      next: null,
    };
  },
});

const show = operation({
  id: 'showContact',
  tag,
  method: 'get',
  path: '/contacts/{contact}',
  words: {
    da: 'En samtale med notat. Opslaget noteres',
    en: 'A conversation with its note. The look is noted',
  },
  scope: 'contacts:read',
  right: 'look',
  params: OneContact,
  answer: z
    .object({
      ...known,
      date: Day,
      seen: SeenAt,
      own: z
        .boolean()
        .openapi({ example: true, description: 'Registered by this key, which alone may change it.' }),
      initiative: z.string().openapi({ example: 'pårørende' }),
      outcome: z.string().openapi({ example: 'ja' }),
      note: z.string().openapi({ example: '' }),
      nextStep: z.string().openapi({ example: '' }),
      handedTo: z.string().openapi({ example: '' }),
      appointment: Id.nullable(),
      relatives: z.array(
        z.object({ id: Id, name: z.string().nullable().openapi({ example: 'Pårørende 1' }) }),
      ),
    })
    .openapi('Contact'),
  async run({ rt, staff, params }) {
    const view = await showContact(rt, staff, params.contact);
    const { at, confirmedAt, appointmentId, relatives } = view;
    return {
      ...view,
      seen: view.changedAt,
      own: view.isOwn,
      at: toInstant(at),
      confirmedAt: toInstantOrNull(confirmedAt),
      appointment: appointmentId,
      relatives: relatives.map(({ id, name }) => ({ id, name: name ?? null })),
    };
  },
});

const register = operation({
  id: 'registerContact',
  tag,
  method: 'post',
  path: '/contacts',
  words: {
    da: 'Registrér en samtale; valgene er organisationens lister',
    en: 'Register a conversation; the choices are the lists of the organisation',
  },
  scope: 'contacts:write',
  right: 'care',
  body: z
    .strictObject({
      relatives: z.array(Id).min(1).max(10),
      ...saidAtFirst,
      appointment: Id.optional(),
      offer: Id.optional().openapi({ description: 'They were shown the way to this offer.' }),
    })
    .openapi('NewContact', {
      example: {
        relatives: ['V1StGXR8Z5jdHi6BmyTQ4A'],
        date: '2027-03-01',
        minutes: 30,
        themes: ['omsorgstræthed'],
      },
    }),
  answer: Made,
  status: 201,
  location: ({ id }) => `/contacts/${id}`,
  run: ({ rt, staff, body }) =>
    registerContact(rt, staff, {
      ...body,
      id: rt.newId(),
      minutes: String(body.minutes),
      appointment: body.appointment ?? '',
      offer: body.offer ?? '',
    }),
});

const change = operation({
  id: 'changeContact',
  tag,
  method: 'post',
  path: '/contacts/{contact}',
  words: {
    da: 'Skriv sin egen registrering om; send det hele, som det blev læst, med ændringerne',
    en: 'Write your own registration anew; send all of it as it was read, with what changes',
  },
  scope: 'contacts:write',
  right: 'care',
  params: OneContact,
  body: z.strictObject({ ...said, seen: SeenAt }).openapi('ContactChange', { example: EXAMPLE_CHANGE }),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await changeContact(rt, staff, params.contact, { ...body, minutes: String(body.minutes) });
    return {};
  },
});

const handOvers = operation({
  id: 'listHandOvers',
  tag,
  method: 'get',
  path: '/hand-overs',
  words: {
    da: 'De 100 ældste overdragelser, som modtageren ikke har bekræftet',
    en: 'The 100 oldest hand-overs the receiver has not confirmed',
  },
  scope: 'contacts:read',
  right: 'look',
  answer: pageOf(
    z.object({
      contact: Id,
      at: Instant,
      handedTo: z.string().openapi({ example: 'Demenskoordinatoren' }),
      advisor: z.string().openapi({ example: 'Rådgiver 1' }),
      relatives: z.array(z.object({ id: Id, name: z.string().openapi({ example: 'Pårørende 1' }) })),
    }),
  ).openapi('HandOverPage'),
  async run({ rt, staff }) {
    const lines = await listHandOvers(rt, staff, 100);
    return {
      data: lines.map(({ id, at, ...line }) => ({ ...line, contact: id, at: toInstant(at) })),
      next: null,
    };
  },
});

const confirm = operation({
  id: 'confirmHandOver',
  tag,
  method: 'post',
  path: '/contacts/{contact}/confirm',
  words: { da: 'Modtageren har bekræftet overdragelsen', en: 'The receiver has confirmed the hand-over' },
  scope: 'contacts:write',
  right: 'care',
  params: OneContact,
  body: z.strictObject({ date: Day }).openapi('Confirmation', { example: { date: '2027-03-01' } }),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await confirmHandOver(rt, staff, params.contact, body.date);
    return {};
  },
});

export const contactOperations = [list, show, register, change, handOvers, confirm];
