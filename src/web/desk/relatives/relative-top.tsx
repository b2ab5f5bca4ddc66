// What is done most with a relative, at the top of the page: each an address of its own, and the way to the page's sections.
import type { Child, FC } from 'hono/jsx';
import { telHref } from '../../layout/organisation.ts';
import { contactWords as channelWords } from '../../words/choices.ts';
import { inLanguage } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { appointmentWords } from '../appointments/appointment-words.ts';
import { contactWords } from '../contacts/contact-words.ts';
import { commonWords } from '../frame/common-words.ts';
import { mayCare } from '../frame/parts.tsx';
import { groupWords } from '../groups/group-words.ts';
import { changeWords } from './change-words.ts';
import type { RelativeProps } from './relative-parts.tsx';
import { relativeWords, topWords } from './relatives-words.ts';

/** How to reach the relative, on one line. */
const Reached: FC<RelativeProps> = ({ c, view }) => {
  const { language } = c.var;
  const { number, channel, onlyCall, circle } = view;
  return (
    <p class="desk-meta">
      {number ? (
        <a href={telHref(number.text)}>{number.text}</a>
      ) : (
        <span>{relativeWords.noNumber[language]}</span>
      )}
      <span>{onlyCall ? changeWords.onlyCall[language] : wordOf(channelWords, channel, language)}</span>
      {circle.unitName ? <span>{circle.unitName}</span> : null}
    </p>
  );
};

/** Write, book, register, enrol; whoever may only look is led to what was written. */
const Acts: FC<RelativeProps> = ({ c, view: { id } }) => {
  const t = inLanguage(topWords, c.var.language);
  const at = `/desk/paaroerende/${id}`;
  if (!mayCare(c))
    return (
      <p class="d-print-none">
        <a class="button button-secondary" href={`/desk/indbakke/${id}`}>
          {t.read}
        </a>
      </p>
    );
  return (
    <nav class="desk-acts d-print-none" aria-label={t.acts}>
      <a class="button button-primary" href={`/desk/indbakke/${id}`}>
        {t.write}
      </a>
      <a class="button button-secondary" href={`${at}/aftale`}>
        {t.book}
      </a>
      <a class="button button-secondary" href={`${at}/samtale`}>
        {t.register}
      </a>
      <a class="button button-secondary" href={`${at}/tilmeld`}>
        {t.enrol}
      </a>
    </nav>
  );
};

/** The sections of the page, where they stand below each other. */
const Below: FC<RelativeProps> = ({ c }) => {
  const { language } = c.var;
  const sections: readonly (readonly [string, { da: string; en: string }])[] = [
    ['forloeb', relativeWords.journeys],
    ['aftaler', appointmentWords.title],
    ['samtaler', contactWords.title],
    ['beskeder', topWords.messages],
    ['samtykker', relativeWords.consents],
    ['om', relativeWords.facts],
    ['kreds', relativeWords.circle],
    ['pin', relativeWords.pin],
    ['vejviser', commonWords.offers],
    ['grupper', groupWords.title],
  ];
  return (
    <nav class="desk-below d-print-none" aria-label={topWords.below[language]}>
      {sections.map(([id, words]) => (
        <a href={`#${id}`}>{words[language]}</a>
      ))}
    </nav>
  );
};

/** The top of a relative's page: who, what to know first, what is done most, and the way further down. */
export const Top: FC<RelativeProps & { children?: Child }> = ({ c, view, children }) => (
  <>
    <h1>{view.name}</h1>
    <Reached c={c} view={view} />
    {children}
    <Acts c={c} view={view} />
    <Below c={c} view={view} />
  </>
);
