import { findAppointmentRow } from '../../store/care/appointment-lists.ts';
import { AppError } from '../app-error.ts';
import { getOrganisation } from '../organisation.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';

const MOST_OCTETS = 75;

/** Commas, semicolons, backslashes and line breaks mean something in a calendar file (RFC 5545 § 3.3.11). */
const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r?\n/g, '\\n');

/** Lines are folded before they are longer than 75 octets (RFC 5545 § 3.1), never inside a character. */
function folded(line: string): string {
  const lines = [''];
  for (const character of line) {
    const last = lines.at(-1) ?? '';
    const room = new TextEncoder().encode(last + character).length <= MOST_OCTETS;
    if (room) lines[lines.length - 1] = last + character;
    else lines.push(` ${character}`);
  }
  return lines.join('\r\n');
}

const utc = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** One appointment for a calendar: time, the SMS-safe place and a neutral title, nothing of whom or why. Throws `not-found`. */
export async function writeIcs(rt: Runtime, staff: Staff, id: string): Promise<string> {
  await requireSight(rt, staff, 'look', 'appointment', id);
  const row = await findAppointmentRow(rt.db, id);
  if (!row) throw new AppError('not-found');
  const { kommune } = await getOrganisation(rt);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Limen//Aftaler//DA',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${id}@limen`,
    `SEQUENCE:${row.moves}`,
    `DTSTAMP:${utc(rt.now())}`,
    `DTSTART:${utc(row.startsAt)}`,
    `DTEND:${utc(row.startsAt + row.minutes * 60_000)}`,
    `SUMMARY:${escaped(`Aftale med ${kommune}`)}`,
    ...(row.smsPlace === '' ? [] : [`LOCATION:${escaped(row.smsPlace)}`]),
    `STATUS:${row.state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
