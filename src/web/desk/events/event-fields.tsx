// The fields of an event.
import type { FC } from 'hono/jsx';
import type { EventForm } from '../../../services/events/check-event.ts';
import { AUDIENCES, TRACKS } from '../../../services/events/event-choices.ts';
import { Check, Select, TextArea } from '../../layout/choose.tsx';
import { Field, only } from '../../layout/form.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import type { Problems } from '../frame/problems.tsx';
import { audienceWords, eventFormWords, eventWords } from './event-words.ts';

/** Lines there are for sessions of a new event: more come when these are filled. */
const FEWEST_LINES = 3;
const MOST_LINES = 30;

export const BLANK: EventForm = {
  title: '',
  smsTitle: '',
  kind: '',
  audience: 'relatives',
  track: 'støtte',
  unit: '',
  place: '',
  smsPlace: '',
  video: '',
  details: '',
  sessions: [],
  capacity: '',
  guests: '0',
  signUpUntil: '',
  lockHours: '24',
  remindDays: '5, 1',
  isPublic: '',
};

/** The fields of a form that was sent; lines of sessions that stand empty do not count. */
export function readEvent(fields: URLSearchParams): EventForm {
  const names = Object.keys(BLANK).filter((name) => name !== 'sessions');
  const read = Object.fromEntries(names.map((name) => [name, fields.get(name) ?? '']));
  const sessions = Array.from({ length: MOST_LINES }, (_, i) => ({
    when: fields.get(`when-${i}`) ?? '',
    minutes: fields.get(`minutes-${i}`) ?? '',
  })).filter(({ when }) => when.trim() !== '');
  return { ...BLANK, ...read, sessions };
}

type Props = { c: DeskContext; form: EventForm; problems: Problems };
type Options = readonly (readonly [string, string])[];

const Sessions: FC<Props> = ({ c, form, problems }) => {
  const { language } = c.var;
  const t = inLanguage(eventFormWords, language);
  const lines = Math.min(MOST_LINES, Math.max(FEWEST_LINES, form.sessions.length + 1));
  return (
    <fieldset id="sessions">
      <legend class="form-label">{t.sessions}</legend>
      <p class="form-hint">{t.sessionsHint}</p>
      {problems.sessions ? <p class="form-error-message">{problems.sessions}</p> : null}
      {Array.from({ length: lines }, (_, i) => (
        <div class="desk-pair">
          <Field
            name={`when-${i}`}
            label={fill(t.sessionN, { n: i + 1 })}
            language={language}
            value={form.sessions[i]?.when ?? ''}
            maxlength={60}
            autocomplete="off"
            {...(i === 0 ? { hint: t.whenHint } : { optional: true })}
            {...only({ error: problems[`sessions.${i}`] })}
          />
          <Field
            name={`minutes-${i}`}
            label={t.minutes}
            language={language}
            value={form.sessions[i]?.minutes ?? '120'}
            inputmode="numeric"
            maxlength={4}
            width="xs"
          />
        </div>
      ))}
    </fieldset>
  );
};

/** Every field but those of a series. */
export const EventFields: FC<Props & { kinds: Options; units: Options }> = (props) => {
  const { c, form, problems, kinds, units } = props;
  const { language, staff } = c.var;
  const t = inLanguage(eventFormWords, language);
  const house = staff.units === 'all' ? ([['', eventWords.wholeHouse[language]]] as const) : [];
  const at = (name: Exclude<keyof EventForm, 'sessions'>) => ({
    name,
    language,
    value: form[name],
    ...only({ error: problems[name] }),
  });
  return (
    <>
      <Field {...at('title')} label={t.title} hint={t.titleHint} maxlength={120} />
      <Field {...at('smsTitle')} label={t.smsTitle} hint={t.smsTitleHint} maxlength={40} />
      <div class="desk-pair">
        <Select {...at('kind')} label={t.kind} options={kinds} />
        <Select
          {...at('audience')}
          label={t.audience}
          options={AUDIENCES.map((one) => [one, audienceWords[one][language]])}
        />
      </div>
      <div class="desk-pair">
        <Select {...at('unit')} label={t.unit} options={[...house, ...units]} />
        <Select {...at('track')} label={t.track} options={TRACKS.map((one) => [one, one])} />
      </div>
      <Sessions c={c} form={form} problems={problems} />
      <div class="desk-pair">
        <Field {...at('place')} label={t.place} maxlength={200} optional />
        <Field {...at('smsPlace')} label={t.smsPlace} hint={t.smsPlaceHint} maxlength={40} optional />
      </div>
      <Field {...at('video')} label={t.video} maxlength={500} optional />
      <TextArea {...at('details')} label={t.details} maxlength={4000} optional />
      <div class="desk-pair">
        <Field
          {...at('capacity')}
          label={t.capacity}
          hint={t.capacityHint}
          inputmode="numeric"
          maxlength={6}
          width="s"
          optional
        />
        <Field {...at('guests')} label={t.guests} inputmode="numeric" maxlength={2} width="xs" />
      </div>
      <div class="desk-pair">
        <Field
          {...at('signUpUntil')}
          label={t.signUpUntil}
          hint={t.signUpHint}
          maxlength={60}
          autocomplete="off"
          optional
        />
        <Field {...at('lockHours')} label={t.lockHours} inputmode="numeric" maxlength={4} width="xs" />
      </div>
      <Field
        {...at('remindDays')}
        label={t.remindDays}
        hint={t.remindHint}
        maxlength={20}
        width="s"
        optional
      />
      <Check name="isPublic" label={t.isPublic} checked={form.isPublic === 'yes'} />
    </>
  );
};
