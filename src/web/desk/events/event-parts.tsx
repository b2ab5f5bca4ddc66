// What lists and pages of events have in common.
import type { FC } from 'hono/jsx';
import type { ToTell } from '../../../services/events/change-event.ts';
import type { EventLine, EventView } from '../../../services/events/list-events.ts';
import { mayStaff } from '../../../services/staff/staff.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage, type Language } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { channelWords } from '../../words/message-words.ts';
import { showMoment } from '../../words/when.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { Badge, type Tone } from '../frame/parts.tsx';
import { eventFormWords, eventStateWords, eventWords } from './event-words.ts';
import { placeWords } from './place-words.ts';

const TONES: Record<string, Tone> = { open: 'info', held: 'success', cancelled: 'warning' };

/** The state of an event. */
export const EventState: FC<{ state: string; language: Language }> = ({ state, language }) => {
  const tone = TONES[state];
  return <Badge {...(tone ? { tone } : {})}>{wordOf(eventStateWords, state, language)}</Badge>;
};

/** Whether this member of staff makes and changes events; those of the whole organisation only with all units. */
export const mayKeep = ({ var: { staff } }: DeskContext, unitId?: string | null): boolean =>
  mayStaff(staff, 'coordinate') && (unitId !== null || staff.units === 'all');

/** When it takes place, each session. */
export const whenText = ({ sessions }: EventLine, language: Language): string =>
  sessions.map(({ startsAt }) => showMoment(startsAt, language)).join(' · ');

/** "5 og 1 dage før"; undefined where nobody is reminded. */
export function remindText({ remindDays }: EventView, language: Language): string | undefined {
  if (remindDays.length === 0) return undefined;
  const days = new Intl.ListFormat(language, { type: 'conjunction' }).format(remindDays.map(String));
  const t = inLanguage(eventWords, language);
  return remindDays.length === 1 && remindDays[0] === 1 ? t.remindOne : fill(t.remindText, { days });
}

/** How many seats are taken. */
export function seatsText({ seats, capacity }: EventLine, language: Language): string {
  const t = inLanguage(eventWords, language);
  return capacity === null
    ? fill(t.seatsFree, { taken: seats })
    : fill(t.seatsText, { taken: seats, all: capacity });
}

/** Whom a change is told, by how they stand and how they are reached. */
export const Tells: FC<{ tells: readonly ToTell[]; language: Language }> = ({ tells, language }) => (
  <ul>
    {tells.map(({ state, channel, count }) => (
      <li>
        {count}: {wordOf(placeWords, state, language).toLocaleLowerCase(language)} (
        {channel === null
          ? eventFormWords.byStaff[language]
          : wordOf(channelWords, channel, language).toLocaleLowerCase(language)}
        )
      </li>
    ))}
  </ul>
);
