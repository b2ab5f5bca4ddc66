// The form of a record that is changed.

import type { FC } from 'hono/jsx';
import type { ChangeField, ChangeForm } from '../../../services/relatives/check-change.ts';
import { CHANNELS, GENDERS, LANGUAGES } from '../../../services/relatives/relative-choices.ts';
import { Check, Select, TextArea } from '../../layout/choose.tsx';
import { Field, only } from '../../layout/form.tsx';
import { contactWords, languageWords } from '../../words/choices.ts';
import { inLanguage, type Language, type Words } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { choiceOptions } from '../../words/people-choices.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import type { Problems } from '../frame/problems.tsx';
import { changeWords, genderWords } from './change-words.ts';
import { newRelativeWords } from './relatives-words.ts';

export type ChangeProps = {
  c: DeskContext;
  form: ChangeForm;
  /** What the record says now: it may stay, also where it can be chosen no longer. */
  known: ChangeForm;
  problems: Problems;
  advisors: readonly { id: string; name: string }[];
  sources: readonly { id: string; title: string }[];
  landline: boolean;
};

/** Values as a list to choose from. */
export const options = (values: readonly string[], words: Record<string, Words>, language: Language) =>
  values.map((value) => [value, wordOf(words, value, language)] as const);

const at = ({ c, form, problems }: ChangeProps, name: ChangeField) => ({
  name,
  language: c.var.language,
  value: form[name],
  ...only({ error: problems[name] }),
});

export const Person: FC<ChangeProps> = (props) => {
  const { language } = props.c.var;
  const t = inLanguage(newRelativeWords, language);
  return (
    <fieldset>
      <legend class="h3">{t.person}</legend>
      <Field {...at(props, 'name')} label={t.name} hint={t.nameHint} maxlength={60} autocomplete="off" />
      <Field
        {...at(props, 'tiltale')}
        label={t.tiltale}
        hint={t.tiltaleHint}
        maxlength={20}
        autocomplete="off"
      />
      <Select
        {...at(props, 'relation')}
        label={t.relation}
        options={choiceOptions(props.c, 'relations', props.known.relation)}
      />
      <Select
        {...at(props, 'area')}
        label={t.area}
        options={choiceOptions(props.c, 'areas', props.known.area)}
      />
      <Select
        {...at(props, 'language')}
        label={t.language}
        options={options(LANGUAGES, languageWords, language)}
      />
      <Select
        {...at(props, 'ageBand')}
        label={t.ageBand}
        options={choiceOptions(props.c, 'ageBands', props.known.ageBand)}
      />
      <Field
        {...at(props, 'guardian')}
        label={t.guardian}
        hint={t.guardianHint}
        maxlength={200}
        autocomplete="off"
        optional
      />
      <Select
        {...at(props, 'gender')}
        label={changeWords.gender[language]}
        options={options(GENDERS, genderWords, language)}
      />
    </fieldset>
  );
};

export const Contact: FC<ChangeProps> = (props) => {
  const { c, form, landline } = props;
  const { language } = c.var;
  const t = inLanguage(changeWords, language);
  return (
    <fieldset>
      <legend class="h3">{newRelativeWords.contact[language]}</legend>
      <Select
        {...at(props, 'channel')}
        label={t.channel}
        options={options(CHANNELS, contactWords, language)}
        {...only({ hint: landline ? t.landline : undefined })}
      />
      <Check name="onlyCall" label={t.onlyCall} hint={t.onlyCallHint} checked={form.onlyCall === 'yes'} />
      <p class="form-label">{t.hours}</p>
      <p class="form-hint">{t.hoursHint}</p>
      <Field {...at(props, 'hoursFrom')} label={t.hoursFrom} type="time" width="s" optional />
      <Field {...at(props, 'hoursTo')} label={t.hoursTo} type="time" width="s" optional />
    </fieldset>
  );
};

export const Ours: FC<ChangeProps> = (props) => {
  const { c, advisors, sources } = props;
  const { language } = c.var;
  const t = inLanguage(changeWords, language);
  return (
    <fieldset>
      <legend class="h3">{t.ours}</legend>
      <Select
        {...at(props, 'advisor')}
        label={t.advisor}
        options={[['', t.noAdvisor] as const, ...advisors.map(({ id, name }) => [id, name] as const)]}
      />
      <Select
        {...at(props, 'foundBy')}
        label={t.foundBy}
        options={[
          ['', t.unknown] as const,
          ...choiceOptions(c, 'foundBy', props.known.foundBy),
          ...sources.map(({ id, title }) => [id, title] as const),
        ]}
      />
      <TextArea
        {...at(props, 'note')}
        label={newRelativeWords.note[language]}
        hint={newRelativeWords.noteHint[language]}
        maxlength={2000}
        optional
      />
    </fieldset>
  );
};
