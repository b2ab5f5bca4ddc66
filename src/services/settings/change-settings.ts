import { clockMs } from '../../journey/time/clock.ts';
import { changeSettings as putSettings } from '../../store/organisation.ts';
import type { wordings } from '../../store/schema/staff.ts';
import { AppError } from '../app-error.ts';
import { type Organisation, OrganisationSettings } from '../organisation.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import type { Staff } from '../staff/staff.ts';
import { showSettings } from './show-settings.ts';

/** What administrators change, and of which state of the settings (`seen`). */
export type SettingsOrder = {
  seen: number;
  change: Partial<Omit<Organisation, 'demo'>>;
  /** Wordings the change brings; each gets its version and instant here. */
  wordings?: readonly { kind: string; key: string; language: string; version: number; text: string }[];
};

/** Nobody is woken whatever is typed: an SMS that no one asked for leaves between 07:00 and 21:00 only. */
const EARLIEST = clockMs('07:00');
const LATEST = clockMs('21:00');
const SHORTEST_MS = 2 * 3_600_000;

/** Throws `field-unreadable` for a window that wakes people or is too short to send anything in. */
function checkWindow({ from, to }: Organisation['window']): void {
  if (clockMs(from) < EARLIEST) throw new AppError('field-unreadable', 'window.from');
  if (clockMs(to) > LATEST || clockMs(to) - clockMs(from) < SHORTEST_MS)
    throw new AppError('field-unreadable', 'window.to');
}

/** Throws for settings that cannot be: `field-unreadable` with the setting's path. */
function parse(settings: unknown): Organisation {
  const parsed = OrganisationSettings.safeParse(settings);
  if (parsed.success) return parsed.data;
  throw new AppError('field-unreadable', parsed.error.issues[0]?.path.join('.') ?? '');
}

/**
 * Changes settings; which ones is in the ledger, and they hold from the next claim, page and turn on. Throws
 * `forbidden`, `field-unreadable` with the setting as detail, and `changed-meanwhile` when somebody else changed them since `seen`.
 */
export async function changeSettings(rt: Runtime, staff: Staff, order: SettingsOrder): Promise<void> {
  const { organisation, seen } = await showSettings(rt, staff);
  if (seen !== order.seen) throw new AppError('changed-meanwhile');
  const changed = parse({ ...organisation, ...order.change, demo: organisation.demo });
  checkWindow(changed.window);
  const at = Math.max(rt.now(), seen + 1);
  const entry = ledgerRow(rt, {
    kind: 'settings.changed',
    actor: staff.id,
    body: {
      settings: Object.keys(order.change),
      wordings: (order.wordings ?? []).map(({ key, language, version }) => `${key}.${language}.${version}`),
    },
  });
  const rows: (typeof wordings.$inferInsert)[] = (order.wordings ?? []).map((wording) => ({
    ...wording,
    id: rt.newId(),
    at,
    by: staff.id,
  }));
  const change = { settings: JSON.stringify(changed), at, seen, wordings: rows, ledger: [entry] };
  if (!(await rt.db.lane.put(putSettings, change))) throw new AppError('changed-meanwhile');
}
