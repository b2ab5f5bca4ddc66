import { nextOpen, STANDARD_WINDOW } from '../../journey/time/window.ts';

/** When every flow of the demo may write, with an hour to look around before it closes. */
const OFFICE = { ...STANDARD_WINDOW, from: '09:00', to: '16:00', weekdays: [1, 2, 3, 4, 5] };

/**
 * How far ahead the clock of a new demo is set, ms: 0 in office hours. Nobody is texted at night, so a demo that is first
 * started then would have nothing to show; it begins at the next opening instead.
 */
export const openingLeadMs = (now: number): number => nextOpen(OFFICE, now) - now;
