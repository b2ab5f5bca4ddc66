// What can be chosen of an arrangement; its kind is a list of the organisation's own (contacts/choices.ts).

/** Whom it is for. */
export const AUDIENCES = ['relatives', 'residents', 'family', 'staff'] as const;
/** To which side of the work it belongs. */
export const TRACKS = ['støtte', 'inddragelse'] as const;

export type Audience = (typeof AUDIENCES)[number];
export type EventState = 'draft' | 'open' | 'held' | 'cancelled';
/** How one stands (invited → yes | waiting | no), in the order in which lists show it. */
export const ATTENDANCE_STATES = ['yes', 'waiting', 'invited', 'no'] as const;
export type AttendanceState = (typeof ATTENDANCE_STATES)[number];

/** Characters of the longest title an SMS may have. */
export const LONGEST_SMS_TITLE = 40;
