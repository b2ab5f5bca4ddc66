// A broadcast as whoever asks may see and steer it.
import { type Broadcast, findSeen, type SeenBroadcast } from '../../store/broadcasts/broadcasts.ts';
import { AppError } from '../app-error.ts';
import { openText } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { type Right, requireRight, type Staff, sightOf } from '../staff/staff.ts';
import type { Texts, Way } from './broadcast-text.ts';

/** draft → scheduled | filling → running ⇄ paused, broken → done | cancelled; sampled: the sample is sent, the rest waits for a person. */
export const STATUSES = [
  'draft',
  'scheduled',
  'filling',
  'running',
  'sampled',
  'paused',
  'done',
  'cancelled',
  'broken',
] as const;
export type BroadcastStatus = (typeof STATUSES)[number];

const isStatus = (text: string): text is BroadcastStatus => STATUSES.some((status) => status === text);

export const statusOf = ({ status }: Pick<Broadcast, 'status'>): BroadcastStatus =>
  isStatus(status) ? status : 'broken';

export const wayOf = ({ way }: Pick<Broadcast, 'way'>): Way => (way === 'page' ? 'page' : 'sms');

/** The texts in clear. */
export const openTexts = (rt: Runtime, { id, textsSealed }: Pick<Broadcast, 'id' | 'textsSealed'>): Texts =>
  JSON.parse(openText(rt, 'broadcasts.texts', id, textsSealed)) as Texts;

/** The texts to look at; none when they cannot be read: its page must open, since it is taken back there. */
export function readTexts(rt: Runtime, broadcast: Pick<Broadcast, 'id' | 'textsSealed'>): Texts {
  try {
    return openTexts(rt, broadcast);
  } catch {
    return {};
  }
}

/** Whoever sees only some units writes to the organisation's groups for their own; others' broadcasts there are theirs to look at alone. */
export const maySteer = (staff: Staff, { broadcast, group }: SeenBroadcast): boolean =>
  staff.units === 'all' ||
  group.unitId !== null ||
  broadcast.createdBy === staff.id ||
  broadcast.orderedBy === staff.id;

/** One broadcast with its group. Throws `forbidden` without the right, `not-found` when it is not there or out of sight. */
export async function requireBroadcast(
  rt: Runtime,
  staff: Staff,
  right: Right,
  id: string,
): Promise<SeenBroadcast> {
  requireRight(staff, right);
  const found = await findSeen(rt.db, sightOf(staff), id);
  if (!found) throw new AppError('not-found');
  if (right !== 'look' && !maySteer(staff, found)) throw new AppError('forbidden');
  return found;
}
