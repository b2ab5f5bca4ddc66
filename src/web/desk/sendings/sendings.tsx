// What will be sent: a calendar of the next weeks, and each of its days.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { dayOf } from '../../../journey/time/calendar.ts';
import { weekOf } from '../../../journey/time/week.ts';
import { wallAt } from '../../../journey/time/zone.ts';
import { WAYS } from '../../../services/overview/sending.ts';
import { type CalendarDay, showCalendar } from '../../../services/overview/show-calendar.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { showDate } from '../../words/when.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Badge } from '../frame/parts.tsx';
import { CrowdedList, countText, HowCounted, Reservations } from './sendings-parts.tsx';
import { sendingsWords } from './sendings-words.ts';

const REACHES = [2, 4, 6] as const;

const isQuiet = ({ ways }: CalendarDay): boolean => WAYS.every((way) => ways[way] === 0);

const Day: FC<{ c: DeskContext; day: CalendarDay }> = ({ c, day }) => {
  const { language, rt } = c.var;
  const t = inLanguage(sendingsWords, language);
  const date = showDate(day.at, rt.now(), language);
  return (
    <tr>
      <th scope="row">
        <a href={`/desk/udsendelser/${day.date}`}>{date}</a>
      </th>
      {isQuiet(day) ? (
        <td colspan={WAYS.length + 1}>{t.nothing}</td>
      ) : (
        <>
          {WAYS.map((way) => (
            <td>{countText(day.ways[way], language)}</td>
          ))}
          <td>
            {day.crowded > 0 ? (
              <Badge tone="warning">{fill(t.crowdedShort, { n: countText(day.crowded, language) })}</Badge>
            ) : null}{' '}
            {day.putOff > 0 ? (
              <Badge tone="info">{fill(t.putOffShort, { n: countText(day.putOff, language) })}</Badge>
            ) : null}
          </td>
        </>
      )}
    </tr>
  );
};

const Week: FC<{ c: DeskContext; week: number; days: readonly CalendarDay[] }> = ({ c, week, days }) => {
  const t = inLanguage(sendingsWords, c.var.language);
  const id = `uge-${week}`;
  return (
    <div class="desk-section">
      <h2 id={id}>{fill(t.week, { n: week })}</h2>
      <section class="desk-scroll" tabindex={0} aria-labelledby={id}>
        <table class="table table--compact">
          <thead>
            <tr>
              <th scope="col">{t.day}</th>
              {WAYS.map((way) => (
                <th scope="col">{t[way]}</th>
              ))}
              <th scope="col">{t.note}</th>
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <Day c={c} day={day} />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
};

/** The days by ISO week, in their order. */
function byWeek(days: readonly CalendarDay[]): { week: number; days: CalendarDay[] }[] {
  const weeks: { week: number; days: CalendarDay[] }[] = [];
  for (const day of days) {
    const week = weekOf(dayOf(wallAt(day.at)));
    const last = weeks.at(-1);
    if (last?.week === week) last.days.push(day);
    else weeks.push({ week, days: [day] });
  }
  return weeks;
}

const Reach: FC<{ c: DeskContext; weeks: number }> = ({ c, weeks }) => {
  const t = inLanguage(sendingsWords, c.var.language);
  return (
    <nav class="desk-buttons d-print-none" aria-label={t.weeksLabel}>
      {REACHES.map((n) => (
        <a href={`/desk/udsendelser?uger=${n}`} {...(n === weeks ? { 'aria-current': 'true' as const } : {})}>
          {fill(t.weeks, { n })}
        </a>
      ))}
    </nav>
  );
};

export const sendingsRoutes = new Hono<DeskEnv>();

sendingsRoutes.get('/udsendelser', async (c) => {
  const { rt, staff, language } = c.var;
  const t = inLanguage(sendingsWords, language);
  const weeks = REACHES.find((n) => String(n) === c.req.query('uger')) ?? REACHES[0];
  const calendar = await showCalendar(rt, staff, { weeks });
  return sendDesk(
    c,
    { title: t.title, section: 'sendings' },
    <>
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <Reservations c={c} shown={calendar} />
      <HowCounted c={c} />
      <Reach c={c} weeks={weeks} />
      <CrowdedList c={c} shown={calendar} />
      {byWeek(calendar.days).map(({ week, days }) => (
        <Week c={c} week={week} days={days} />
      ))}
    </>,
  );
});
