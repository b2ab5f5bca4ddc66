import { formatDate, formatTime } from '../../journey/time/format.ts';
import { listPeopleAt } from '../../store/copies/relived.ts';
import type { Restoration } from '../../store/copies/restorations.ts';
import { type AlertRow, alertRow } from '../../store/messages/alerts.ts';
import { unseal } from '../../store/seal.ts';
import type { Runtime } from '../runtime.ts';
import type { Left } from './read-gap.ts';
import type { Relived } from './relive-gap.ts';
import { restoredWords } from './restored-words.ts';

const MOST_NAMES = 30;

const say = (key: keyof typeof restoredWords, values: Record<string, string | number> = {}): string =>
  restoredWords[key].da.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

/** Who got what is not known here: by name with how many, the rest by number alone. */
async function tellStrange(rt: Runtime, strange: readonly Left[]): Promise<string[]> {
  if (strange.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { numberId } of strange) counts.set(numberId, (counts.get(numberId) ?? 0) + 1);
  const known = await listPeopleAt(rt.db, [...counts.keys()]);
  const named = known.slice(0, MOST_NAMES).map(({ id, nameSealed, numberId }) => {
    const times = counts.get(numberId) ?? 1;
    return `${unseal(rt.db.keys, `relatives.name:${id}`, nameSealed)}${times > 1 ? ` (${times})` : ''}`;
  });
  const there = new Set(known.map(({ numberId }) => numberId));
  const elsewhere = strange.filter(({ numberId }) => !there.has(numberId)).length;
  const people = [
    ...named,
    ...(known.length > MOST_NAMES ? [`… (${known.length})`] : []),
    ...(elsewhere > 0 ? [say('unknown', { n: elsewhere })] : []),
  ].join(', ');
  return [say('strange', { strange: strange.length, people })];
}

/** The one alert for a person when everything is reconciled. */
export async function restoredAlert(
  rt: Runtime,
  { id, takenAt }: Restoration,
  { heard, recognised, strange }: Relived,
  paused: number,
): Promise<AlertRow> {
  const when = `${formatDate(takenAt, 'da')} kl. ${formatTime(takenAt, 'da')}`;
  const text = [
    say('taken', { when }),
    say('counts', { heard, recognised }),
    ...(await tellStrange(rt, strange)),
    ...(paused > 0 ? [say('paused', { paused })] : []),
    say('lost'),
  ].join(' ');
  return alertRow(rt.db.keys, {
    id: `restored.${id}`,
    kind: 'restored',
    audience: 'coordinator',
    urgent: 1,
    text,
    raisedAt: rt.now(),
  });
}

/** The alert that nothing leaves, because the gateway cannot be asked. */
export const awayAlert = (rt: Runtime, { id }: Restoration): AlertRow =>
  alertRow(rt.db.keys, {
    id: `restoring.${id}`,
    kind: 'restoring',
    audience: 'coordinator',
    urgent: 1,
    text: say('away'),
    raisedAt: rt.now(),
  });
