// One person at an event as lists show them, with what staff do for them.
import type { FC } from 'hono/jsx';
import type { AttendanceLine } from '../../../services/events/list-attendances.ts';
import type { EventView } from '../../../services/events/list-events.ts';
import { mostGuests } from '../../../services/events/most-guests.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage, type Language } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { Item, Who } from '../frame/lists.tsx';
import { Badge, Do, mayCare } from '../frame/parts.tsx';
import { whyWords } from '../journeys/many-words.ts';
import { placeWords } from './place-words.ts';

/** `calling`: the line stands in the list of calls, where one notes that they were made. */
type Props = { c: DeskContext; view: EventView; line: AttendanceLine; calling?: boolean };

/** A relative is told by their journey; somebody known by a name alone is told by staff. */
export const isToTell = ({ relativeId, pending }: AttendanceLine): boolean =>
  relativeId === null && pending !== null;

/** What somebody is called; of a relative of another unit, and of one whose name was erased, that it is so. */
export const nameText = (
  { name, relativeId }: Pick<AttendanceLine, 'name' | 'relativeId'>,
  language: Language,
): string => name ?? (relativeId === null ? placeWords.forgotten : placeWords.other)[language];

/** With how many they come. */
export const guestsText = (n: number, language: Language): string =>
  n === 1 ? placeWords.withGuest[language] : fill(placeWords.withGuests[language], { n });

const Meta: FC<Props> = ({ c, line }) => {
  const t = inLanguage(placeWords, c.var.language);
  return (
    <>
      {line.place === null ? null : <span>{fill(t.place, { n: line.place })}</span>}
      {line.guests === 0 ? null : <span>{guestsText(line.guests, c.var.language)}</span>}
      {line.contact === '' ? null : <span>{line.contact}</span>}
      {line.circleCode ? <span>{line.circleCode}</span> : null}
      {isToTell(line) ? <Badge tone="warning">{t.tellThem}</Badge> : null}
      {line.isTooLarge ? <Badge tone="warning">{t.tooLarge}</Badge> : null}
      {line.why ? (
        <span>
          {line.why === 'unasked'
            ? t.unasked
            : fill(t.toldNot, { why: wordOf(whyWords, line.why, c.var.language) })}
        </span>
      ) : null}
    </>
  );
};

/** Somebody known by a name alone, which was not erased. */
export const isNamed = ({ relativeId, name }: AttendanceLine): boolean =>
  relativeId === null && name !== undefined;

const holdsPlace = (view: EventView, { state }: AttendanceLine): boolean =>
  view.state === 'open' && (state === 'yes' || state === 'waiting');

/** Whether there are guests to change of a place: that some may be brought, or are. */
export const mayChangeGuests = (view: EventView, line: AttendanceLine): boolean =>
  holdsPlace(view, line) && (mostGuests(view) > 0 || line.guests > 0);

/** Whether there is something to change of a place: its guests, or whose it is. */
const mayChangePlace = (view: EventView, line: AttendanceLine): boolean =>
  mayChangeGuests(view, line) || (holdsPlace(view, line) && isNamed(line));

const Ways: FC<Props> = ({ c, view, line, calling }) => {
  const t = inLanguage(placeWords, c.var.language);
  const at = `/desk/arrangementer/${view.id}`;
  const one = { c, name: 'deltager', value: line.id, about: line.name ?? '' };
  const told =
    calling && isToTell(line) ? (
      <Do {...one} action={`${at}/fortalt/${line.pending}`}>
        {t.isTold}
      </Do>
    ) : null;
  const isOver = view.state !== 'open' || (calling && !line.isTooLarge);
  if (isOver || (line.relativeId !== null && line.name === undefined)) return told;
  return (
    <>
      {told}
      {line.state === 'waiting' && view.isLocked ? (
        <Do {...one} action={`${at}/plads`}>
          {t.give}
        </Do>
      ) : null}
      {mayCare(c) && mayChangePlace(view, line) ? (
        <a class="button button-tertiary" href={`${at}/deltager/${line.id}`}>
          {t.one}
          <span class="sr-only"> {line.name}</span>
        </a>
      ) : null}
      {line.state === 'no' ? null : (
        <Do {...one} action={`${at}/afmeld`} variant="tertiary">
          {t.signOff}
        </Do>
      )}
    </>
  );
};

/** One line of a list. */
export const AttendanceItem: FC<Props> = ({ c, view, line, calling }) => (
  <Item
    who={
      line.name && line.relativeId ? (
        <Who c={c} id={line.relativeId} name={line.name} from="event" />
      ) : (
        nameText(line, c.var.language)
      )
    }
    meta={<Meta c={c} view={view} line={line} />}
    action={<Ways c={c} view={view} line={line} calling={calling === true} />}
  />
);
