// What is known of a relative, with the ways to change it.

import type { Child, FC } from 'hono/jsx';
import { telHref } from '../../layout/organisation.ts';
import { contactWords, languageWords } from '../../words/choices.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { choiceText } from '../../words/people-choices.ts';
import { showDate } from '../../words/when.ts';
import { Section } from '../frame/lists.tsx';
import { Facts, mayCare } from '../frame/parts.tsx';
import { changeWords, genderWords } from './change-words.ts';
import { hoursWords } from './hours-words.ts';
import type { RelativeProps } from './relative-parts.tsx';
import { newRelativeWords, relativeWords } from './relatives-words.ts';

const Telephone: FC<RelativeProps & { still?: boolean }> = ({ c, view: { id, number }, still }) => {
  const t = inLanguage(relativeWords, c.var.language);
  const marks = [number?.landline ? t.landline : '', number?.shared ? t.shared : ''].filter(Boolean);
  return (
    <>
      {number ? <a href={telHref(number.text)}>{number.text}</a> : t.noNumber}
      {marks.length > 0 ? ` (${marks.join(', ')})` : ''}{' '}
      {mayCare(c) && !still ? (
        <a class="d-print-none" href={`/desk/paaroerende/${id}/nummer`}>
          {t.changeNumber}
        </a>
      ) : null}
    </>
  );
};

/** The facts of one record; `still` without ways to change them. */
export const Known: FC<RelativeProps & { still?: boolean }> = ({ c, view, still = false }) => {
  const { language, rt } = c.var;
  const t = inLanguage(relativeWords, language);
  const labels = inLanguage(newRelativeWords, language);
  const more = inLanguage(changeWords, language);
  const channel = view.onlyCall ? more.onlyCall : wordOf(contactWords, view.channel, language);
  return (
    <Facts
      rows={[
        [t.number, <Telephone c={c} view={view} still={still} />],
        [t.channel, channel],
        [more.hours, view.hours && fill(more.hoursTold, hoursWords(view.hours))],
        [more.advisor, view.advisor],
        [labels.tiltale, view.tiltale],
        [labels.relation, choiceText(c, 'relations', view.relation)],
        [labels.area, choiceText(c, 'areas', view.area)],
        [labels.language, wordOf(languageWords, view.language, language)],
        [labels.ageBand, choiceText(c, 'ageBands', view.ageBand)],
        [more.gender, view.gender === 'ukendt' ? undefined : wordOf(genderWords, view.gender, language)],
        [more.foundBy, view.foundBy && choiceText(c, 'foundBy', view.foundBy)],
        [labels.guardian, view.guardian],
        [labels.note, view.note],
        [t.since, showDate(view.createdAt, rt.now(), language)],
      ]}
    />
  );
};

/** What is known of the relative; `ways` are the buttons that close the number. */
export const About: FC<RelativeProps & { ways: Child }> = ({ c, view, ways }) => {
  const { language } = c.var;
  const t = inLanguage(changeWords, language);
  const at = `/desk/paaroerende/${view.id}`;
  return (
    <Section id="om" heading={relativeWords.facts[language]}>
      <Known c={c} view={view} />
      {mayCare(c) ? (
        <div class="desk-buttons d-print-none">
          <a class="button button-secondary" href={`${at}/ret`}>
            {t.title}
          </a>
          <a href={`${at}/skaerm`}>{view.shielded ? t.changeShield : t.shield}</a>
          <a href={`${at}/flet`}>{t.merge}</a>
        </div>
      ) : null}
      {ways}
    </Section>
  );
};
