/** An oracle apart from the code under test: instants and wall clocks by Temporal. */
import { Temporal } from 'temporal-polyfill';

const ZONE = 'Europe/Copenhagen';

/** The instant of a Copenhagen wall clock such as '2027-03-01T09:00'. */
export function wall(text: string, disambiguation: 'compatible' | 'later' = 'compatible'): number {
  return Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE, { disambiguation }).epochMilliseconds;
}

/** The Copenhagen wall clock of an instant, to the minute: '2027-03-01T09:00'. */
export function shown(at: number): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE);
  return zoned.toPlainDateTime().toString({ smallestUnit: 'minute' });
}
