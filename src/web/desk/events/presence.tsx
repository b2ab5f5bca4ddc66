// On the day: who came, by pressing; and, for a course, who came how often.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import {
  type AttendanceLine,
  certificateList,
  listAttendances,
} from '../../../services/events/list-attendances.ts';
import { type EventView, showEvent } from '../../../services/events/list-events.ts';
import { notePresence } from '../../../services/events/note-presence.ts';
import { requireRight } from '../../../services/staff/staff.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { showMoment } from '../../words/when.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Item } from '../frame/lists.tsx';
import { Badge, Do } from '../frame/parts.tsx';
import { guestsText, nameText } from './attendance-line.tsx';
import { eventWords } from './event-words.ts';
import { placeWords } from './place-words.ts';

const EARLY_MS = 3 * 3_600_000;
const MOST = 1_000;

/** What is noted, as the address of a press has it. */
const noted = (came: boolean | undefined): string =>
  came === undefined ? 'intet' : came ? 'kom' : 'kom-ikke';
const readNoted = (text: string | undefined): boolean | null =>
  text === 'kom' ? true : text === 'kom-ikke' ? false : null;

const Line: FC<{ c: DeskContext; view: EventView; n: number; line: AttendanceLine }> = (props) => {
  const { c, view, n, line } = props;
  const t = inLanguage(placeWords, c.var.language);
  const came = line.presences.get(n);
  const press = (to: boolean | undefined, text: string) => (
    <Do
      c={c}
      action={`/desk/arrangementer/${view.id}/fremmoede/${n}/${noted(came)}/${noted(to)}`}
      name="deltager"
      value={line.id}
      variant={to === true && came === undefined ? 'primary' : 'tertiary'}
      about={line.name ?? ''}
    >
      {text}
    </Do>
  );
  return (
    <Item
      id={`f-${line.id}`}
      who={nameText(line, c.var.language)}
      meta={
        <>
          {came === undefined ? null : (
            <Badge tone={came ? 'success' : 'warning'}>{came ? t.came : t.absent}</Badge>
          )}
          {line.guests === 0 ? null : <span>{guestsText(line.guests, c.var.language)}</span>}
        </>
      }
      action={
        <>
          {came === true ? null : press(true, t.came)}
          {came === false ? null : press(false, t.absent)}
          {came === undefined ? null : press(undefined, t.unnoted)}
        </>
      }
    />
  );
};

/** Who came, and the list of a course. */
export const presenceRoutes = new Hono<DeskEnv>();

/** The session that is noted: the one asked for, or the latest that has begun, or the first. */
function sessionOf({ sessions }: EventView, asked: string | undefined, now: number): number {
  const wanted = sessions.find(({ n }) => String(n) === asked);
  const begun = sessions.filter(({ startsAt }) => startsAt - EARLY_MS <= now).at(-1);
  return (wanted ?? begun ?? sessions[0])?.n ?? 1;
}

presenceRoutes.get('/arrangementer/:id/fremmoede', async (c) => {
  const { rt, staff, language } = c.var;
  requireRight(staff, 'care');
  const id = c.req.param('id');
  const t = inLanguage(placeWords, language);
  const view = await showEvent(rt, staff, id);
  const n = sessionOf(view, c.req.query('gang'), rt.now());
  const session = view.sessions.find((one) => one.n === n);
  const { lines } = await listAttendances(rt, staff, id, { states: ['yes'], most: MOST });
  const isNow = (session?.startsAt ?? 0) - EARLY_MS <= rt.now();
  const title = `${eventWords.presence[language]}: ${view.title}`;
  return sendDesk(
    c,
    { title, section: 'events' },
    <>
      <p class="d-print-none">
        <a href={`/desk/arrangementer/${id}`}>{view.title}</a>
      </p>
      <h1>{title}</h1>
      <p>{session ? showMoment(session.startsAt, language) : null}</p>
      {view.sessions.length > 1 ? (
        <p class="d-print-none desk-buttons">
          {view.sessions.map((one, i) => (
            <a
              href={`/desk/arrangementer/${id}/fremmoede?gang=${one.n}`}
              {...(one.n === n ? { 'aria-current': 'page' } : {})}
            >
              {fill(t.session, { n: i + 1 })}
            </a>
          ))}
        </p>
      ) : null}
      <p>{isNow ? t.presenceLead : t.notYet}</p>
      {lines.length === 0 ? <p>{t.noSeats}</p> : null}
      {isNow ? (
        <ul class="desk-list no-max-width">
          {lines.map((line) => (
            <Line c={c} view={view} n={n} line={line} />
          ))}
        </ul>
      ) : null}
    </>,
  );
});

presenceRoutes.post('/arrangementer/:id/fremmoede/:n/:var/:bliver', async (c) => {
  const { rt, staff, form } = c.var;
  const { id, n, var: was, bliver: to } = c.req.param();
  const attendanceId = form.get('deltager') ?? '';
  const presence = { n: Number(n), attendanceId, came: readNoted(to), seen: readNoted(was) };
  await notePresence(rt, staff, id, presence);
  return c.redirect(`/desk/arrangementer/${id}/fremmoede?gang=${presence.n}#f-${attendanceId}`, 303);
});

presenceRoutes.get('/arrangementer/:id/kursusbevis', async (c) => {
  const { rt, staff, language } = c.var;
  const id = c.req.param('id');
  const t = inLanguage(placeWords, language);
  const [view, list] = await Promise.all([showEvent(rt, staff, id), certificateList(rt, staff, id)]);
  const title = `${eventWords.certificates[language]}: ${view.title}`;
  return sendDesk(
    c,
    { title, section: 'events' },
    <>
      <p class="d-print-none">
        <a href={`/desk/arrangementer/${id}`}>{view.title}</a>
      </p>
      <h1>{title}</h1>
      {list.length === 0 ? <p>{t.noSeats}</p> : null}
      <ul class="desk-list no-max-width">
        {list.map(({ name, relativeId, came, of, reached }) => (
          <Item
            who={nameText({ name, relativeId }, language)}
            meta={
              <>
                <Badge {...(reached === 'less' ? {} : { tone: 'success' as const })}>{t[reached]}</Badge>
                <span>{fill(t.of, { came, of })}</span>
              </>
            }
          />
        ))}
      </ul>
    </>,
  );
});
