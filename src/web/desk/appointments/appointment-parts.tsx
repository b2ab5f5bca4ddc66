// Appointments as lists show them, wherever they stand.
import type { Child, FC } from 'hono/jsx';
import type { AppointeeLine, AppointmentLine } from '../../../services/appointments/list-appointments.ts';
import { appointmentStateWords } from '../../telling/appointment-state-words.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage, type Language } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { showInstant } from '../../words/when.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { Item, Section } from '../frame/lists.tsx';
import { Badge, mayCare, type Tone } from '../frame/parts.tsx';
import { appointeeWords, appointmentPlaceWords, appointmentWords } from './appointment-words.ts';

const TONES: Record<string, Tone> = {
  confirmed: 'success',
  held: 'success',
  agreed: 'info',
  moved: 'info',
  declined: 'warning',
  missed: 'warning',
  cancelled: 'error',
};

/** The state of an appointment. */
export const StateBadge: FC<{ state: string; language: Language }> = ({ state, language }) => {
  const tone = TONES[state];
  return <Badge {...(tone ? { tone } : {})}>{wordOf(appointmentStateWords, state, language)}</Badge>;
};

/** What is known of one who comes: the answer, or why nobody tells them. */
export function appointeeText({ answer, pending, why }: AppointeeLine, language: Language): string {
  if (answer === 'ja' || answer === 'nej') return appointeeWords[answer][language];
  if (pending !== null) return appointeeWords.pending[language];
  if (why === null) return appointeeWords.none[language];
  const known = Object.hasOwn(appointeeWords, why) ? why : 'why';
  return wordOf(appointeeWords, known, language);
}

const namesOf = ({ appointees }: AppointmentLine, language: Language): string =>
  appointees.map(({ name }) => name ?? appointmentWords.other[language]).join(', ');

/** Appointments with the way to each. */
export const AppointmentItems: FC<{ c: DeskContext; lines: readonly AppointmentLine[] }> = ({ c, lines }) => {
  const { language, rt } = c.var;
  const t = inLanguage(appointmentWords, language);
  return (
    <ul class="desk-list no-max-width">
      {lines.map((line) => (
        <Item
          who={<a href={`/desk/aftaler/${line.id}`}>{showInstant(line.startsAt, rt.now(), language)}</a>}
          meta={
            <>
              <StateBadge state={line.state} language={language} />
              <span>{wordOf(appointmentPlaceWords, line.place, language)}</span>
              <span>{fill(t.lasts, { n: line.minutes })}</span>
              <span>{line.advisor}</span>
            </>
          }
        >
          <p>{namesOf(line, language)}</p>
        </Item>
      ))}
    </ul>
  );
};

/** The way to book for a relative, wherever one meets them; `talk` is the conversation that booking comes back to. */
export const BookLink: FC<{ c: DeskContext; relativeId: string; talk?: string; children?: Child }> = (
  props,
) => {
  const { c, relativeId, talk, children } = props;
  if (!mayCare(c)) return null;
  const back = talk === undefined ? '' : `?samtale=${talk}`;
  return (
    <a class="button button-secondary" href={`/desk/paaroerende/${relativeId}/aftale${back}`}>
      {appointmentWords.newTitle[c.var.language]}
      {children}
    </a>
  );
};

/** The appointments of one relative, on their page. */
export const AppointmentsOf: FC<{ c: DeskContext; id: string; lines: readonly AppointmentLine[] }> = (
  props,
) => {
  const { c, id, lines } = props;
  const t = inLanguage(appointmentWords, c.var.language);
  return (
    <Section id="aftaler" heading={t.title}>
      {lines.length === 0 ? <p>{t.none}</p> : <AppointmentItems c={c} lines={lines} />}
      <div class="desk-buttons d-print-none">
        <BookLink c={c} relativeId={id} />
      </div>
    </Section>
  );
};
