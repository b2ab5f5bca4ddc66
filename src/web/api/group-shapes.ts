import { z } from '@hono/zod-openapi';
import { type GroupRule, groupRule } from '../../services/groups/group-rule.ts';
import type { GroupLine, MemberLine } from '../../services/groups/show-group.ts';
import type { GroupForm } from '../../services/groups/write-group.ts';
import { count, Id, Instant, listed, toInstant, toInstantOrNull } from './frame/shapes.ts';

/** A rule, as the service that keeps it reads it. */
export const Rule = z.strictObject(groupRule.shape).openapi('GroupRule', {
  description: 'Everything that is named must fit; of a list one is enough.',
  example: { relations: ['søskende'], areas: ['demens'], silentDays: 30 },
});

export const Group = z
  .object({
    id: Id,
    title: z.string().openapi({ example: 'Netværksgruppe' }),
    note: z.string().openapi({ example: 'Mødes den første torsdag i måneden.' }),
    unit: Id.nullable().openapi({ description: 'Null is the whole organisation.' }),
    rule: Rule.nullable().openapi({ description: 'Null where members are put in.' }),
    members: count(12).openapi({ description: 'Those in sight.' }),
    closedAt: Instant.nullable(),
    seen: z.int().openapi({ description: 'Sent back with a change.', example: 1772355600000 }),
    changedAt: Instant,
  })
  .openapi('Group');

export const toGroup = (line: GroupLine): z.input<typeof Group> => ({
  id: line.id,
  title: line.title,
  note: line.note,
  unit: line.unitId,
  rule: line.rule as z.input<typeof Rule> | null,
  members: line.count,
  closedAt: toInstantOrNull(line.closedAt),
  seen: line.changedAt,
  changedAt: toInstant(line.changedAt),
});

export const Member = z
  .object({
    id: Id,
    name: z.string().openapi({ example: 'Pårørende 1' }),
    relation: listed('relations'),
    area: listed('areas'),
    circle: z.string().openapi({ example: 'K-7F2A9C' }),
  })
  .openapi('GroupMember');

export const toMember = ({ id, name, relation, area, circleCode }: MemberLine): z.input<typeof Member> => ({
  id,
  name,
  relation,
  area,
  circle: circleCode,
});

const about = {
  title: z.string().min(1).max(80).openapi({ example: 'Netværksgruppe' }),
  note: z.string().max(500).optional(),
  unit: Id.optional().openapi({ description: 'Without it the group is of the whole organisation.' }),
};

export const NewGroup = z
  .strictObject({ ...about, rule: Rule.optional() })
  .openapi('NewGroup', { example: { title: 'Søskende', rule: { relations: ['søskende'] } } });

type Typed = {
  title: string;
  note?: string | undefined;
  unit?: string | undefined;
  rule?: GroupRule | undefined;
};

/** The form the service takes. */
export const formOf = ({ title, note = '', unit = '', rule = undefined }: Typed): GroupForm => ({
  title,
  note,
  unit,
  rule: rule ?? null,
});
