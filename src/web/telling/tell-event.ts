import type { Entry } from '../../services/timeline/timeline.ts';
import { fill } from '../words/fill.ts';
import type { Language, Words } from '../words/language.ts';
import { showMoment } from '../words/when.ts';
import { eventStateWords, timelineWords as w } from './timeline-words.ts';

type Place = Extract<Entry, { kind: 'event' }>['event'];

/** Whether they came, where somebody noted it: by sessions for a course. */
function presence({ sessions, came, missed }: Place, language: Language): string | undefined {
  if (came + missed === 0) return undefined;
  if (sessions > 1) return fill(w.cameOf[language], { came, of: sessions });
  return came > 0 ? w.came[language] : w.missed[language];
}

const SEATS: Record<string, Words> = {
  invited: w.seat_invited,
  yes: w.seat_yes,
  waiting: w.seat_waiting,
  no: w.seat_no,
};

/** Tells of an event: invited, what was answered, moved or cancelled, and who came. */
export function tellEvent(
  { event: e }: Extract<Entry, { kind: 'event' }>,
  language: Language,
): { what: string; lines: string[]; href?: string } {
  const at = (instant: number): string => showMoment(instant, language);
  const { title, place, state, seat } = e;
  const what =
    place === '' ? fill(w.event[language], { title }) : fill(w.eventAt[language], { title, place });
  const became = Object.hasOwn(eventStateWords, state)
    ? `: ${eventStateWords[state as keyof typeof eventStateWords][language]}`
    : '';
  const lines = [
    fill(w.invited[language], { when: at(e.invitedAt) }),
    fill(SEATS[seat]?.[language] ?? '', { when: at(e.since) }),
    e.guests > 0 ? fill(w.withGuests[language], { n: e.guests }) : undefined,
    e.moves > 0 ? fill(w.moved[language], { n: e.moves }) : undefined,
    presence(e, language),
  ];
  return {
    what: `${what}${became}`,
    lines: lines.flatMap((line) => (line ? [line] : [])),
    ...(e.isSeen === 1 ? { href: `/desk/arrangementer/${e.eventId}` } : {}),
  };
}
