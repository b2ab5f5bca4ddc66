// Users and their sessions as the API tells them.
import { z } from '@hono/zod-openapi';
import type { MemberLine, MemberView } from '../../services/staff/list-members.ts';
import type { SessionLine } from '../../services/staff/list-sessions.ts';
import { Id, Instant, SeenAt, toInstant, toInstantOrNull } from './frame/shapes.ts';

const count = z.int().openapi({ example: 0 });

const known = {
  id: Id,
  name: z.string().openapi({ example: 'Rådgiver 1' }),
  role: z.string().nullable().openapi({ example: 'advisor', description: 'null for one that is no longer.' }),
  state: z
    .enum(['active', 'invited', 'lapsed', 'closed'])
    .openapi({ example: 'active', description: 'lapsed: the invitation was not taken in time.' }),
  login: z
    .string()
    .openapi({ example: 'password', description: 'The way in: password, oidc, emergency or demo.' }),
  allUnits: z.boolean().openapi({ example: false }),
  unitNames: z.array(z.string()).openapi({ example: ['Plejehjemmet'] }),
  seenAt: Instant.nullable().openapi({ description: 'The last sign of life that is still known.' }),
};

/** A user in a list. */
export const MemberInList = z.object(known).openapi('MemberInList');

export const toMemberInList = (line: MemberLine): z.input<typeof MemberInList> => ({
  id: line.id,
  name: line.name,
  role: line.role ?? null,
  state: line.state,
  login: line.way,
  allUnits: line.allUnits,
  unitNames: line.units,
  seenAt: toInstantOrNull(line.seenAt),
});

/** A user with what belongs to them. */
export const Member = z
  .object({
    ...known,
    seen: SeenAt,
    email: z.string().nullable().openapi({ example: 'raadgiver@limen.example.dk' }),
    units: z
      .union([z.literal('all'), z.array(Id)])
      .openapi({ example: ['unit-1'], description: 'As it is changed.' }),
    hanging: z
      .object({ relatives: count, appointments: count, shielded: count })
      .openapi({ description: 'What nobody else would have if the user were closed.' }),
  })
  .openapi('Member');

export const toMember = (view: MemberView): z.input<typeof Member> => ({
  ...toMemberInList(view),
  seen: view.changedAt,
  email: view.email === '' ? null : view.email,
  units: view.allUnits ? 'all' : view.unitIds,
  hanging: view.hanging,
});

/** A session that still opens something. */
export const Session = z
  .object({
    id: Id.openapi({ description: 'Opens nothing; it is for ending the session.' }),
    login: z.string().openapi({ example: 'password' }),
    browser: z.string().openapi({ example: 'Mozilla/5.0' }),
    since: Instant,
    seenAt: Instant,
    endsAt: Instant.openapi({ description: 'Busy or not.' }),
  })
  .openapi('Session');

export const toSession = (line: SessionLine): z.input<typeof Session> => ({
  id: line.handle,
  login: line.how,
  browser: line.browser,
  since: toInstant(line.since),
  seenAt: toInstant(line.seenAt),
  endsAt: toInstant(line.endsAt),
});
