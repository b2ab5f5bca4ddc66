import { findSettingsRow } from '../../store/organisation.ts';
import { type Organisation, OrganisationSettings } from '../organisation.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff } from '../staff/staff.ts';

/** The organisation as a form shows it; `seen` says which state that was. */
export type SettingsView = { organisation: Organisation; seen: number };

/** The settings, for administrators. Throws `forbidden`. */
export async function showSettings(rt: Runtime, staff: Staff): Promise<SettingsView> {
  requireRight(staff, 'administer');
  const row = await findSettingsRow(rt.db);
  if (!row) throw new Error('no organisation is set up in this database');
  return { organisation: OrganisationSettings.parse(JSON.parse(row.settings)), seen: row.updatedAt };
}
