// The form of a conversation, for registering it and for changing it.
import type { FC } from 'hono/jsx';
import { type ContactForm, checkContact } from '../../../services/contacts/check-contact.ts';
import type { Choices } from '../../../services/contacts/choices.ts';
import { Select, TextArea } from '../../layout/choose.tsx';
import { Field, only } from '../../layout/form.tsx';
import { inLanguage, type Language } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { CheckGroup } from '../frame/check-group.tsx';
import { fieldSentence, type Problems } from '../frame/problems.tsx';
import { choiceWords, contactWords } from './contact-words.ts';

type Text = Exclude<keyof ContactForm, 'themes'>;

/** A form with the first choice of each list, for a light conversation today. */
export const blankContact = (today: string, choices: Choices): ContactForm => ({
  date: today,
  minutes: '',
  kind: choices.contactKinds[0] ?? '',
  level: choices.levels[0] ?? '',
  place: choices.contactPlaces[0] ?? '',
  initiative: choices.initiatives[0] ?? '',
  outcome: choices.outcomes.at(-1) ?? '',
  followUp: choices.followUps[0] ?? '',
  handedTo: '',
  nextStep: '',
  note: '',
  themes: [],
});

/** The fields of a form that was sent. */
export function readContact(fields: URLSearchParams, blank: ContactForm): ContactForm {
  const texts = (Object.keys(blank) as (keyof ContactForm)[]).filter(
    (name): name is Text => name !== 'themes',
  );
  const read = texts.map((name) => [name, fields.get(name) ?? '']);
  return { ...(Object.fromEntries(read) as Record<Text, string>), themes: fields.getAll('themes') };
}

/** What is wrong with a form, by field; a CPR number that was typed is taken out of it. */
export function contactProblems(
  form: ContactForm,
  choices: Choices,
  now: number,
  language: Language,
): { form: ContactForm; problems: Problems } {
  const found = checkContact(form, choices, now);
  const problems: Problems = {};
  let kept = form;
  for (const { field, code } of found) {
    problems[field] ??= fieldSentence(code, language);
    if (code === 'cpr-typed') kept = { ...kept, [field]: '' };
  }
  return { form: kept, problems };
}

/** The values of a list in words. */
export const optionsOf = (values: readonly string[], language: Language) =>
  values.map((value) => [value, wordOf(choiceWords, value, language)] as const);

type Props = { form: ContactForm; problems: Problems; choices: Choices; language: Language };

export const ContactFields: FC<Props> = ({ form, problems, choices, language }) => {
  const t = inLanguage(contactWords, language);
  const at = (name: Text) => ({ name, language, value: form[name], ...only({ error: problems[name] }) });
  const list = (values: readonly string[]) => ({ options: optionsOf(values, language) });
  return (
    <>
      <div class="desk-pair">
        <Field {...at('date')} label={t.date} type="date" />
        <Field {...at('minutes')} label={t.minutes} hint={t.minutesHint} inputmode="numeric" maxlength={3} />
      </div>
      <div class="desk-pair">
        <Select {...at('kind')} label={t.kind} {...list(choices.contactKinds)} />
        <Select {...at('level')} label={t.level} {...list(choices.levels)} />
        <Select {...at('place')} label={t.place} {...list(choices.contactPlaces)} />
        <Select {...at('initiative')} label={t.initiative} {...list(choices.initiatives)} />
      </div>
      <CheckGroup
        name="themes"
        legend={t.themes}
        options={optionsOf([...new Set([...choices.themes, ...form.themes])], language)}
        chosen={form.themes}
        {...only({ error: problems.themes })}
      />
      <div class="desk-pair">
        <Select {...at('outcome')} label={t.outcome} {...list(choices.outcomes)} />
        <Select {...at('followUp')} label={t.followUp} {...list(choices.followUps)} />
      </div>
      <Field {...at('handedTo')} label={t.handedTo} hint={t.handedToHint} maxlength={100} optional />
      <Field {...at('nextStep')} label={t.nextStep} maxlength={300} optional />
      <TextArea {...at('note')} label={t.note} hint={t.noteHint} maxlength={5000} optional />
    </>
  );
};
