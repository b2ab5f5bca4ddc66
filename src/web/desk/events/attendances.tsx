// Who is in an event, in line, invited or off; with what staff do for each.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import type { AttendanceState } from '../../../services/events/event-choices.ts';
import type { AttendanceLine } from '../../../services/events/list-attendances.ts';
import type { EventView } from '../../../services/events/list-events.ts';
import { giveSeat, noteTold, signOff } from '../../../services/events/sign-up.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { Item, Section, Who } from '../frame/lists.tsx';
import { Badge, Do, mayCare } from '../frame/parts.tsx';
import { whyWords } from '../journeys/many-words.ts';
import { placeWords } from './event-words.ts';

const STATES: readonly AttendanceState[] = ['yes', 'waiting', 'invited', 'no'];

type Props = { c: DeskContext; view: EventView; line: AttendanceLine };

/** A relative is told by their journey; somebody known by a name alone is told by staff. */
const isToTell = ({ relativeId, pending }: AttendanceLine): boolean =>
  relativeId === null && pending !== null;

const Meta: FC<Props> = ({ c, line }) => {
  const t = inLanguage(placeWords, c.var.language);
  return (
    <>
      {line.place === null ? null : <span>{fill(t.place, { n: line.place })}</span>}
      {line.guests === 0 ? null : (
        <span>{line.guests === 1 ? t.withGuest : fill(t.withGuests, { n: line.guests })}</span>
      )}
      {line.contact === '' ? null : <span>{line.contact}</span>}
      {line.circleCode ? <span>{line.circleCode}</span> : null}
      {isToTell(line) ? <Badge tone="warning">{t.tellThem}</Badge> : null}
      {line.why && line.why !== 'unasked' ? (
        <span>{fill(t.toldNot, { why: wordOf(whyWords, line.why, c.var.language) })}</span>
      ) : null}
    </>
  );
};

const Ways: FC<Props> = ({ c, view, line }) => {
  const t = inLanguage(placeWords, c.var.language);
  const at = `/desk/arrangementer/${view.id}`;
  if (view.state !== 'open' || (line.relativeId !== null && line.name === undefined)) return null;
  const one = { c, name: 'deltager', value: line.id, about: line.name ?? '' };
  return (
    <>
      {isToTell(line) ? (
        <Do {...one} action={`${at}/fortalt/${line.pending}`}>
          {t.isTold}
        </Do>
      ) : null}
      {line.state === 'waiting' && view.isLocked ? (
        <Do {...one} action={`${at}/plads`}>
          {t.give}
        </Do>
      ) : null}
      {line.state === 'no' ? null : (
        <Do {...one} action={`${at}/afmeld`} variant="tertiary">
          {t.signOff}
        </Do>
      )}
    </>
  );
};

/** Everyone, by how they stand. */
export const Attendances: FC<{ c: DeskContext; view: EventView; lines: readonly AttendanceLine[] }> = (
  props,
) => {
  const { c, view, lines } = props;
  const { language } = c.var;
  const t = inLanguage(placeWords, language);
  const mayAdd = mayCare(c) && view.state === 'open';
  return (
    <>
      <Section id="deltagere" heading={t.people}>
        {mayAdd ? (
          <p class="d-print-none">
            <a class="button button-primary" href={`/desk/arrangementer/${view.id}/tilmeld`}>
              {t.signUp}
            </a>
          </p>
        ) : null}
        {lines.length === 0 ? <p>{t.nobody}</p> : null}
      </Section>
      {STATES.map((state) => {
        const some = lines.filter((line) => line.state === state);
        return (
          <Section id={`d-${state}`} heading={`${t[state]}: ${some.length}`} empty={some.length === 0}>
            <ul class="desk-list no-max-width">
              {some.map((line) => (
                <Item
                  who={
                    line.name && line.relativeId ? (
                      <Who c={c} id={line.relativeId} name={line.name} from="event" />
                    ) : (
                      (line.name ?? t.other)
                    )
                  }
                  meta={<Meta c={c} view={view} line={line} />}
                  action={<Ways c={c} view={view} line={line} />}
                />
              ))}
            </ul>
          </Section>
        );
      })}
    </>
  );
};

/** What staff do for one who is in it. */
export const attendanceRoutes = new Hono<DeskEnv>();

for (const [path, act] of [
  ['afmeld', signOff],
  ['plads', giveSeat],
] as const)
  attendanceRoutes.post(`/arrangementer/:id/${path}`, async (c) => {
    const id = c.req.param('id');
    await act(c.var.rt, c.var.staff, id, c.var.form.get('deltager') ?? '');
    return c.redirect(`/desk/arrangementer/${id}?gemt=eventPlace`, 303);
  });

attendanceRoutes.post('/arrangementer/:id/fortalt/:telling', async (c) => {
  const id = c.req.param('id');
  const attendanceId = c.var.form.get('deltager') ?? '';
  await noteTold(c.var.rt, c.var.staff, id, { attendanceId, telling: Number(c.req.param('telling')) });
  return c.redirect(`/desk/arrangementer/${id}?gemt=eventPlace`, 303);
});
