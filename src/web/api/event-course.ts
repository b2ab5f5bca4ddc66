// An event from its opening to its end: opened, announced, cancelled, held.
import { z } from '@hono/zod-openapi';
import {
  type Invitees,
  inviteGroup,
  invitePeople,
  previewInvite,
} from '../../services/events/invite-many.ts';
import { certificateList } from '../../services/events/list-attendances.ts';
import {
  cancelEvent,
  closeEvent,
  dropDraftEvent,
  openEvent,
  previewCancel,
} from '../../services/events/settle-event.ts';
import type { Runtime } from '../../services/runtime.ts';
import type { Staff } from '../../services/staff/staff.ts';
import type { Words } from '../words/language.ts';
import { Tells } from './event-shapes.ts';
import { operation } from './frame/operation.ts';
import { pageOfAll } from './frame/page-of-all.ts';
import { count, Id, Nothing, PageQuery, pageOf, SeenAt } from './frame/shapes.ts';

const tag = 'events';
const OneEvent = z.strictObject({ event: Id });
const name = z.string().openapi({ example: 'Pårørende 1' });
const Press = z.strictObject({ seen: SeenAt }).openapi('EventSeen');

type Settle = (rt: Runtime, staff: Staff, id: string, press: { seen: number }) => Promise<void>;

const settling = (id: string, verb: string, words: Words, settle: Settle) =>
  operation({
    id,
    tag,
    method: 'post',
    path: `/events/{event}/${verb}`,
    words,
    scope: 'events:write',
    right: 'coordinate',
    params: OneEvent,
    body: Press,
    answer: Nothing,
    async run({ rt, staff, params, body }) {
      await settle(rt, staff, params.event, body);
      return {};
    },
  });

const open = settling(
  'openEvent',
  'open',
  { da: 'Åbn et udkast for tilmelding', en: 'Open a draft for sign-up' },
  openEvent,
);

const drop = settling(
  'dropEvent',
  'drop',
  { da: 'Slet et udkast for altid', en: 'Delete a draft for good' },
  dropDraftEvent,
);

const cancel = settling(
  'cancelEvent',
  'cancel',
  {
    da: 'Aflys et arrangement for altid; alle det angår får besked én gang',
    en: 'Cancel an event for good; everyone concerned is told once',
  },
  cancelEvent,
);

const foreseeCancel = operation({
  id: 'previewEventCancel',
  tag,
  method: 'get',
  path: '/events/{event}/cancel',
  words: { da: 'Hvem der får besked, hvis det aflyses', en: 'Who is told if it is cancelled' },
  scope: 'events:read',
  right: 'coordinate',
  params: OneEvent,
  answer: z.object({ tells: Tells }).openapi('EventCancelPreview'),
  run: async ({ rt, staff, params }) => ({ tells: await previewCancel(rt, staff, params.event) }),
});

const close = operation({
  id: 'closeEvent',
  tag,
  method: 'post',
  path: '/events/{event}/close',
  words: {
    da: 'Notér, at det er holdt; hvem der kom, kan stadig rettes',
    en: 'Note that it was held; who came can still be corrected',
  },
  scope: 'events:write',
  right: 'coordinate',
  params: OneEvent,
  body: z
    .strictObject({
      seen: SeenAt,
      rest: z.enum(['came', 'missed', 'unknown']).openapi({
        example: 'missed',
        description: 'What holds for those with a seat whom nobody noted.',
      }),
    })
    .openapi('EventClosing'),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await closeEvent(rt, staff, params.event, body);
    return {};
  },
});

const invitees = {
  group: Id.optional(),
  relatives: z.array(Id).min(1).max(500).optional().openapi({ description: 'Instead of a group.' }),
};

const example = { group: 'V1StGXR8Z5jdHi6BmyTQ4A' };

const inviteesOf = (body: { group?: string | undefined; relatives?: string[] | undefined }): Invitees =>
  body.group === undefined ? { relativeIds: body.relatives ?? [] } : { groupId: body.group };

const foreseeInvite = operation({
  id: 'previewInvitation',
  tag,
  method: 'post',
  path: '/events/{event}/invite/preview',
  words: {
    da: 'Se, hvem der bliver inviteret, hvem ikke og hvorfor',
    en: 'See who is invited, who is not and why',
  },
  scope: 'events:read',
  right: 'coordinate',
  params: OneEvent,
  body: z.strictObject(invitees).openapi('Invitees', { example }),
  answer: z
    .object({
      total: count(12),
      invited: z.record(z.string(), z.int()).openapi({ example: { sms: 11, ring: 1 } }),
      leftOut: z.record(z.string(), z.int()).openapi({
        example: { already: 3 },
        description: 'already, circle-held, minor, quiet, stopped, wrong or no-number',
      }),
      leftOutNames: z
        .array(z.object({ id: Id, name, why: z.string().openapi({ example: 'already' }) }))
        .openapi({ description: 'At most 200.' }),
      unseen: count(0).openapi({ description: 'Members out of sight, who are not invited.' }),
      apart: z
        .array(z.object({ id: Id, name, circle: z.string().openapi({ example: 'K-7F2A9C' }) }))
        .openapi({ description: 'Of circles "hver for sig", who would meet another: invite with `apart`.' }),
    })
    .openapi('InvitationPreview'),
  async run({ rt, staff, params, body }) {
    const { apart, leftOut, ...seen } = await previewInvite(rt, staff, params.event, inviteesOf(body));
    const meeting = apart.map(({ circleCode, ...one }) => ({ ...one, circle: circleCode }));
    return { ...seen, leftOut: { ...leftOut }, apart: meeting };
  },
});

const invite = operation({
  id: 'inviteToEvent',
  tag,
  method: 'post',
  path: '/events/{event}/invite',
  words: {
    da: 'Invitér en gruppe, eller nogle pårørende; hver får sin egen besked',
    en: 'Invite a group, or some relatives; each gets a message of their own',
  },
  scope: 'events:write',
  right: 'coordinate',
  params: OneEvent,
  body: z.strictObject({ ...invitees, apart: z.boolean().default(false) }).openapi('Invitation', { example }),
  answer: z
    .object({
      invited: count(12),
      goesOn: z.boolean().openapi({
        example: false,
        description:
          'More of a large group are invited right after; who they are stands in the list of people.',
      }),
    })
    .openapi('Invited'),
  run({ rt, staff, params, body }) {
    const apart = body.apart ? 'yes' : '';
    const who = inviteesOf(body);
    return 'groupId' in who
      ? inviteGroup(rt, staff, params.event, { ...who, apart })
      : invitePeople(rt, staff, params.event, { ...who, apart });
  },
});

const certificates = operation({
  id: 'listCertificates',
  tag,
  method: 'get',
  path: '/events/{event}/certificates',
  words: { da: 'Hvem der kom hvor ofte på et kursus', en: 'Who came how often to a course' },
  scope: 'events:read',
  right: 'look',
  params: OneEvent,
  query: PageQuery,
  answer: pageOf(
    z.object({
      attendance: Id,
      name: name.nullable(),
      came: count(3),
      of: count(4),
      reached: z.enum(['all', 'most', 'less']).openapi({ example: 'most' }),
    }),
  ).openapi('CertificatePage'),
  async run({ rt, staff, params, query }) {
    const all = await certificateList(rt, staff, params.event);
    const { lines, next } = pageOfAll('certificates', all, query, ({ attendanceId }) => attendanceId);
    const data = lines.map(({ attendanceId, ...one }) => ({
      ...one,
      attendance: attendanceId,
      name: one.name ?? null,
    }));
    return { data, next };
  },
});

export const eventCourseOperations = [
  open,
  drop,
  foreseeCancel,
  cancel,
  close,
  foreseeInvite,
  invite,
  certificates,
];
