import { isoWithOffset } from '../../journey/time/format.ts';
import type { CheckedEvent, EventForm } from './check-event.ts';

/** The wall clock of an instant, as a field takes it. */
const clock = (at: number): string => isoWithOffset(at).slice(0, 16).replace('T', ' ');

/** An arrangement as the fields of its form show it. */
export const formOfEvent = (event: CheckedEvent): EventForm => ({
  title: event.title,
  smsTitle: event.smsTitle,
  kind: event.kind,
  audience: event.audience,
  track: event.track,
  unit: event.unitId ?? '',
  place: event.place,
  smsPlace: event.smsPlace,
  video: event.video,
  details: event.details,
  sessions: event.sessions.map(({ startsAt, minutes }) => ({
    when: clock(startsAt),
    minutes: String(minutes),
  })),
  capacity: event.capacity === null ? '' : String(event.capacity),
  guests: String(event.guests),
  signUpUntil: event.signUpUntil === null ? '' : clock(event.signUpUntil),
  lockHours: String(event.lockHours),
  remindDays: event.remindDays.join(', '),
  isPublic: event.isPublic ? 'yes' : '',
});
