// The sections of one relative's page.
import type { FC } from 'hono/jsx';
import type { RelativeView } from '../../../services/relatives/show-relative.ts';
import { Alert } from '../../layout/alert.tsx';
import { BackLink } from '../../pages/parts.tsx';
import { consentWords } from '../../telling/consent-words.ts';
import { timelineWords } from '../../telling/timeline-words.ts';
import { stateWords } from '../../words/choices.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { showAnchor, showDate, showInstant } from '../../words/when.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { Item, Section } from '../frame/lists.tsx';
import { Badge, MessageBody, mayCare } from '../frame/parts.tsx';
import { takeOverWords } from '../staff/take-over-words.ts';
import { changeWords } from './change-words.ts';
import { hoursWords } from './hours-words.ts';
import { NoteConsent } from './note-consent.tsx';
import { relativeWords } from './relatives-words.ts';

export type RelativeProps = { c: DeskContext; view: RelativeView };

/** What somebody must know before doing anything. */
export const Warnings: FC<RelativeProps> = ({
  c,
  view: { number, minor, circle, channel, onlyCall, hours, shielded },
}) => {
  const { language, rt } = c.var;
  const t = inLanguage(relativeWords, language);
  const when = (at: number): string => showDate(at, rt.now(), language);
  return (
    <>
      {circle.state === 'alive' ? null : (
        <Alert variant="warning" heading={wordOf(stateWords, circle.state, language)} language={language} />
      )}
      {onlyCall ? (
        <Alert variant="warning" heading={changeWords.onlyCallTold[language]} language={language}>
          {hours ? fill(changeWords.onlyCallHours[language], hoursWords(hours)) : null}
        </Alert>
      ) : null}
      {shielded ? (
        <Alert variant="info" language={language}>
          {fill(changeWords.shielded[language], { names: shielded.join(', ') })}
        </Alert>
      ) : null}
      {number?.stoppedAt ? (
        <Alert variant="warning" language={language}>
          {fill(t.stopped, { when: when(number.stoppedAt) })} {channel === 'sms' ? t.stoppedNow : null}
        </Alert>
      ) : null}
      {number?.wrongAt ? (
        <Alert variant="warning" language={language}>
          {fill(t.wrong, { when: when(number.wrongAt) })}
        </Alert>
      ) : null}
      {minor ? (
        <Alert variant="info" language={language}>
          {t.minor}
        </Alert>
      ) : null}
    </>
  );
};

export const Consents: FC<RelativeProps> = ({ c, view }) => {
  const { consents } = view;
  const { language, rt } = c.var;
  const t = inLanguage(relativeWords, language);
  return (
    <Section id="samtykker" heading={t.consents}>
      {consents.length === 0 ? <p>{t.noConsents}</p> : null}
      <NoteConsent c={c} view={view} />
      <ul class="desk-list no-max-width">
        {consents.map((consent) => (
          <Item
            who={consent.given ? t.given : t.withdrawn}
            meta={
              <span>
                {showInstant(consent.at, rt.now(), language)}
                {consent.how ? `, ${wordOf(consentWords, consent.how, language)}` : ''}
                {consent.on ? `, ${fill(t.givenOn, { day: showAnchor(consent.on, language) })}` : ''}
              </span>
            }
          >
            {consent.wording ? <p>{consent.wording}</p> : null}
          </Item>
        ))}
      </ul>
    </Section>
  );
};

export const Journeys: FC<RelativeProps> = ({ c, view: { id, journeys } }) => {
  const { language, rt } = c.var;
  const t = inLanguage(relativeWords, language);
  return (
    <Section id="forloeb" heading={t.journeys}>
      {journeys.length === 0 ? <p>{t.noJourneys}</p> : null}
      <ul class="desk-list no-max-width">
        {journeys.map((journey) => (
          <Item
            who={<a href={`/desk/paaroerende/${id}/forloeb/${journey.id}`}>{journey.title}</a>}
            meta={
              <>
                <Badge {...(journey.hold ? { tone: 'warning' as const } : {})}>
                  {journey.status === 'ended'
                    ? fill(t.ended, { reason: journey.endedBecause ?? '' })
                    : journey.hold
                      ? wordOf(stateWords, journey.hold, language)
                      : t.running}
                </Badge>
                <span>{showDate(journey.startedAt, rt.now(), language)}</span>
                {journey.nextAt ? (
                  <span>{fill(t.nextAt, { when: showInstant(journey.nextAt, rt.now(), language) })}</span>
                ) : null}
              </>
            }
          />
        ))}
      </ul>
      <p class="desk-buttons d-print-none">
        {mayCare(c) ? (
          <a class="button button-secondary" href={`/desk/paaroerende/${id}/tilmeld`}>
            {t.enrol}
          </a>
        ) : null}
        <a href={`/desk/paaroerende/${id}/forloebslinje`}>{timelineWords.link[language]}</a>
        {mayCare(c) ? <a href={`/desk/paaroerende/${id}/overtag`}>{takeOverWords.link[language]}</a> : null}
      </p>
    </Section>
  );
};

export const Messages: FC<RelativeProps> = ({ c, view: { id, messages } }) => {
  const { language, rt } = c.var;
  const t = inLanguage(relativeWords, language);
  return (
    <Section id="beskeder" heading={t.messages}>
      {messages.length === 0 ? <p>{t.noMessages}</p> : null}
      <ul class="desk-list no-max-width">
        {messages.map((message) => (
          <Item
            who={showInstant(message.sentAt ?? message.dueAt, rt.now(), language)}
            action={
              <a href={`/desk/paaroerende/${id}/hvorfor/${message.id}`}>
                {t.why}
                <span class="sr-only"> {showInstant(message.dueAt, rt.now(), language)}</span>
              </a>
            }
          >
            <MessageBody message={message} language={language} />
          </Item>
        ))}
      </ul>
    </Section>
  );
};

/** What stands under the heading: the people and the code around this relative are shown to staff only. */
export const BackToList: FC<{ c: DeskContext }> = ({ c }) => (
  <BackLink href="/desk/paaroerende">{commonWords.relatives[c.var.language]}</BackLink>
);
