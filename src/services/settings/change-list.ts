import { AppError } from '../app-error.ts';
import { DEFAULT_LISTS, HANDED_OVER, type ListName } from '../contacts/choices.ts';
import type { Runtime } from '../runtime.ts';
import type { Staff } from '../staff/staff.ts';
import { changeSettings } from './change-settings.ts';
import { showSettings } from './show-settings.ts';

export const LIST_NAMES = Object.keys(DEFAULT_LISTS) as ListName[];

/** Throws `not-found` for a list nobody has. */
export function requireList(name: string): ListName {
  const known = LIST_NAMES.find((one) => one === name);
  if (!known) throw new AppError('not-found');
  return known;
}

/** The lists as they hold now, and which of them the organisation has changed. Throws `forbidden`. */
export async function showLists(rt: Runtime, staff: Staff) {
  const { organisation, seen } = await showSettings(rt, staff);
  return {
    seen,
    lists: LIST_NAMES.map((name) => ({
      name,
      choices: organisation.lists[name] ?? DEFAULT_LISTS[name],
      isOwn: Object.hasOwn(organisation.lists, name),
    })),
  };
}

/**
 * Changes one list; what was registered before keeps its word. A hand-over stays among the follow-ups, since it is
 * followed up. Throws `not-found`, `text-empty` without a choice, `field-unreadable` for a choice that is too long, and
 * what `changeSettings` throws.
 */
export async function changeList(
  rt: Runtime,
  staff: Staff,
  order: { seen: number; name: string; choices: readonly string[] },
): Promise<void> {
  const name = requireList(order.name);
  const { organisation } = await showSettings(rt, staff);
  const typed = order.choices.map((choice) => choice.trim()).filter((choice) => choice !== '');
  if (typed.length === 0) throw new AppError('text-empty', 'choices');
  const kept = name === 'followUps' ? [...typed, HANDED_OVER] : typed;
  const lists = { ...organisation.lists, [name]: [...new Set(kept)] };
  await changeSettings(rt, staff, { seen: order.seen, change: { lists } });
}
