import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** One thing in a calendar: neutral words only, nothing of whom or why. Instants UTC ms. */
export type CalendarEntry = {
  /** Stays the same however often the entry changes (UID). */
  id: string;
  /** How often it was changed (SEQUENCE). */
  moves: number;
  startsAt: number;
  minutes: number;
  title: string;
  /** Where an SMS may say it is; empty for none. */
  place: string;
  isCancelled: boolean;
  changedAt: number;
};

/** A calendar file (RFC 5545) in UTC, which every calendar shows by the wall clock, also across the change of the clocks. */
export function writeCalendar({
  name,
  entries,
}: {
  name?: string;
  entries: readonly CalendarEntry[];
}): string {
  const calendar = ical({
    prodId: { company: 'Limen', product: 'Limen', language: 'DA' },
    method: ICalCalendarMethod.PUBLISH,
    ...(name ? { name } : {}),
  });
  for (const { id, moves, startsAt, minutes, title, place, isCancelled, changedAt } of entries)
    calendar.createEvent({
      id: `${id}@limen`,
      sequence: moves,
      start: new Date(startsAt),
      end: new Date(startsAt + minutes * 60_000),
      stamp: new Date(changedAt),
      summary: title,
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...(place === '' ? {} : { location: place }),
    });
  return `${calendar.toString()}\r\n`;
}
