// What a booking and a move ask for alike: when, how long, where.
import type { FC } from 'hono/jsx';
import {
  APPOINTMENT_PLACES,
  checkTime,
  type TimeForm,
} from '../../../services/appointments/check-appointment.ts';
import type { Runtime } from '../../../services/runtime.ts';
import { Select, TextArea } from '../../layout/choose.tsx';
import { Field, only } from '../../layout/form.tsx';
import { inLanguage, type Language } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { fieldSentence, type Problems, sentenceOf } from '../frame/problems.tsx';
import { appointmentPlaceWords, appointmentWords } from './appointment-words.ts';

export const BLANK_TIME: TimeForm = {
  when: '',
  minutes: '60',
  place: 'kommunens lokaler',
  smsPlace: '',
  details: '',
};

/** The fields of a form that was sent. */
export function readTime(fields: URLSearchParams): TimeForm {
  const read = Object.keys(BLANK_TIME).map((name) => [name, fields.get(name) ?? '']);
  return Object.fromEntries(read) as TimeForm;
}

/** What is wrong with the fields; a CPR number that was typed is taken out of the form. */
export async function timeProblems(rt: Runtime, form: TimeForm, language: Language): Promise<Problems> {
  const checked = await checkTime(rt, form);
  if (!('problems' in checked)) return {};
  return Object.fromEntries(
    checked.problems.map(({ field, code, told }) => {
      if (code === 'cpr-typed') form[field] = '';
      return [field, told ? sentenceOf(code, told, language) : fieldSentence(code, language)];
    }),
  );
}

export const TimeFields: FC<{ form: TimeForm; problems: Problems; language: Language }> = (props) => {
  const { form, problems, language } = props;
  const t = inLanguage(appointmentWords, language);
  const at = (name: keyof TimeForm) => ({
    name,
    language,
    value: form[name],
    ...only({ error: problems[name] }),
  });
  const places = APPOINTMENT_PLACES.map(
    (key) => [key, wordOf(appointmentPlaceWords, key, language)] as const,
  );
  return (
    <>
      <div class="desk-pair">
        <Field {...at('when')} label={t.when} hint={t.whenHint} maxlength={60} autocomplete="off" />
        <Field {...at('minutes')} label={t.minutes} inputmode="numeric" maxlength={3} width="xs" />
      </div>
      <div class="desk-pair">
        <Select {...at('place')} label={t.place} options={places} />
        <Field {...at('smsPlace')} label={t.smsPlace} hint={t.smsPlaceHint} maxlength={40} optional />
      </div>
      <TextArea {...at('details')} label={t.details} hint={t.detailsHint} rows={2} maxlength={500} optional />
    </>
  );
};
