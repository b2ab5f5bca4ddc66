// Who is in an event, in line, invited or off; with what staff do for each, and first of all whom to call.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { ATTENDANCE_STATES } from '../../../services/events/event-choices.ts';
import type { AttendanceLine } from '../../../services/events/list-attendances.ts';
import type { EventView } from '../../../services/events/list-events.ts';
import { giveSeat, noteTold, signOff } from '../../../services/events/sign-up.ts';
import { inLanguage } from '../../words/language.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { Section } from '../frame/lists.tsx';
import { More, mayCare } from '../frame/parts.tsx';
import { AttendanceItem } from './attendance-line.tsx';
import { placeWords } from './place-words.ts';

type Props = { c: DeskContext; view: EventView; lines: readonly AttendanceLine[] };

const Lines: FC<Props & { calling?: boolean }> = ({ c, view, lines, calling }) => (
  <ul class="desk-list no-max-width">
    {lines.map((line) => (
      <AttendanceItem c={c} view={view} line={line} calling={calling === true} />
    ))}
  </ul>
);

/** Whom staff must speak with, and then everyone, by how they stand; `next` is where the list goes on. */
export const Attendances: FC<Props & { calls: readonly AttendanceLine[]; next: string | undefined }> = (
  props,
) => {
  const { c, view, lines, calls, next } = props;
  const { language } = c.var;
  const t = inLanguage(placeWords, language);
  const mayAdd = mayCare(c) && view.state === 'open';
  return (
    <>
      <Section id="ring" heading={t.toCall} hint={t.toCallHint} empty={calls.length === 0}>
        <Lines c={c} view={view} lines={calls} calling />
      </Section>
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
      {ATTENDANCE_STATES.map((state) => {
        const some = lines.filter((line) => line.state === state);
        return (
          <Section id={`d-${state}`} heading={`${t[state]}: ${view[state]}`} empty={some.length === 0}>
            <Lines c={c} view={view} lines={some} />
          </Section>
        );
      })}
      <More href={next} language={language} />
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
