import { z } from '@hono/zod-openapi';
import { changeMember, closeMember, reopenMember } from '../../services/staff/change-member.ts';
import { inviteStaff, inviteStaffAnew } from '../../services/staff/invite-member.ts';
import { listMembers, showMember } from '../../services/staff/list-members.ts';
import { ROLES } from '../../services/staff/staff.ts';
import { operation } from './frame/operation.ts';
import { pageOfAll } from './frame/page-of-all.ts';
import { Id, Nothing, PageQuery, pageOf, SeenAt } from './frame/shapes.ts';
import { Member, MemberInList, toMember, toMemberInList } from './staff-shapes.ts';

const tag = 'staff';
const OneMember = z.strictObject({ member: Id });

const place = {
  name: z.string().min(1).max(80),
  role: z.enum(ROLES),
  units: z
    .union([z.literal('all'), z.array(Id).min(1).max(500)])
    .openapi({ description: 'Ids of units, those under them included; or "all".', example: ['unit-1'] }),
};
const EXAMPLE = { name: 'Rådgiver 1', role: 'advisor' as const, units: ['unit-1'] };
const link = z.string().openapi({
  example: 'https://limen.example.dk/desk/invitation/…',
  description: 'Told this once; opens for 72 hours, for whoever has it.',
});

/** A place as the services take it. */
const toPlace = <T extends { units: 'all' | string[] }>({ units, ...rest }: T) => ({
  ...rest,
  allUnits: units === 'all',
  units: units === 'all' ? [] : units,
});

const list = operation({
  id: 'listStaff',
  tag,
  method: 'get',
  path: '/staff',
  words: { da: 'Brugere efter navn, de lukkede sidst', en: 'Users by name, the closed ones last' },
  scope: 'staff:read',
  right: 'administer',
  query: PageQuery,
  answer: pageOf(MemberInList).openapi('MemberPage'),
  async run({ rt, staff, query }) {
    const { lines, next } = pageOfAll('staff', await listMembers(rt, staff), query, ({ id }) => id);
    return { data: lines.map(toMemberInList), next };
  },
});

const show = operation({
  id: 'showMember',
  tag,
  method: 'get',
  path: '/staff/{member}',
  words: {
    da: 'En bruger, og hvad der ville stå uden nogen, hvis brugeren blev lukket',
    en: 'A user, and what closing would leave without anybody',
  },
  scope: 'staff:read',
  right: 'administer',
  params: OneMember,
  answer: Member,
  run: async ({ rt, staff, params }) => toMember(await showMember(rt, staff, params.member)),
});

const invite = operation({
  id: 'inviteMember',
  tag,
  method: 'post',
  path: '/staff',
  words: {
    da: 'Inviter en bruger med lokal konto; hvor kommunens login gælder, kommer brugere derfra',
    en: "Invite a user with a local account; where the municipality's login holds, users come from it",
  },
  scope: 'staff:write',
  right: 'administer',
  refusedAtEdge: 'ever',
  body: z
    .strictObject({ ...place, email: z.string().min(3).max(254) })
    .openapi('NewMember', { example: { ...EXAMPLE, email: 'raadgiver@limen.example.dk' } }),
  answer: z.object({ id: Id, link }).openapi('Invited'),
  status: 201,
  location: ({ id }) => `/staff/${id}`,
  run: ({ rt, staff, body }) => inviteStaff(rt, staff, toPlace(body)),
});

const inviteAnew = operation({
  id: 'inviteMemberAnew',
  tag,
  method: 'post',
  path: '/staff/{member}/invite',
  words: {
    da: 'Inviter en bruger igen: adgangskode og koder virker ikke mere, og alle sessioner slutter',
    en: 'Invite a user anew: password and codes open nothing any more, and all sessions end',
  },
  scope: 'staff:write',
  right: 'administer',
  refusedAtEdge: 'ever',
  params: OneMember,
  answer: z.object({ link }).openapi('InvitedAnew'),
  run: async ({ rt, staff, params }) => ({ link: await inviteStaffAnew(rt, staff, params.member) }),
});

const change = operation({
  id: 'changeMember',
  tag,
  method: 'post',
  path: '/staff/{member}',
  words: {
    da: 'Ret en brugers navn, rolle og enheder; det gælder fra næste side',
    en: "Change a user's name, role and units; they hold from the next page on",
  },
  scope: 'staff:write',
  right: 'administer',
  params: OneMember,
  body: z.strictObject({ ...place, seen: SeenAt }).openapi('MemberChange', {
    example: { ...EXAMPLE, seen: 1803805200000 },
  }),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await changeMember(rt, staff, params.member, toPlace(body));
    return {};
  },
});

const close = operation({
  id: 'closeMember',
  tag,
  method: 'post',
  path: '/staff/{member}/close',
  words: {
    da: 'Luk en bruger: sessioner og en åben invitation slutter med det samme',
    en: 'Close a user: sessions and an open invitation end at once',
  },
  scope: 'staff:write',
  right: 'administer',
  params: OneMember,
  answer: Nothing,
  async run({ rt, staff, params }) {
    await closeMember(rt, staff, params.member);
    return {};
  },
});

const reopen = operation({
  id: 'reopenMember',
  tag,
  method: 'post',
  path: '/staff/{member}/reopen',
  words: {
    da: 'Lad en lukket bruger logge ind igen, med rolle og enheder som før',
    en: 'Let a closed user log in again, with role and units as before',
  },
  scope: 'staff:write',
  right: 'administer',
  params: OneMember,
  answer: Nothing,
  async run({ rt, staff, params }) {
    await reopenMember(rt, staff, params.member);
    return {};
  },
});

export const staffOperations = [list, show, invite, inviteAnew, change, close, reopen];
