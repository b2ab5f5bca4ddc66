import { dateText } from '../../journey/time/calendar.ts';
import { DAY_MS } from '../../journey/time/zone.ts';

/** A wall clock as a form has it: "2027-03-02T17:00". */
export const wallText = (wall: number): string =>
  `${dateText(Math.floor(wall / DAY_MS))}T${new Date(wall).toISOString().slice(11, 16)}`;
