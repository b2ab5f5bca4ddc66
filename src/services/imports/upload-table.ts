import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff } from '../staff/staff.ts';
import { keepTable } from './draft.ts';
import { readFile } from './read-file.ts';

/** Reads a spreadsheet and keeps it sealed for two hours, for this member of staff alone. Throws what `readFile` throws. */
export async function uploadTable(rt: Runtime, staff: Staff, bytes: Uint8Array): Promise<{ id: string }> {
  requireRight(staff, 'care');
  return keepTable(rt, staff, await readFile(bytes));
}
