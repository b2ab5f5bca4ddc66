import { raw } from 'hono/html';
import type { FC } from 'hono/jsx';
import { formatDate, formatTime } from '../../journey/time/format.ts';
import type { PageContent } from '../../services/pages/read-page.ts';
import type { WebContext } from '../env.ts';
import { Alert } from '../layout/alert.tsx';
import { Select } from '../layout/choose.tsx';
import { telHref } from '../layout/organisation.ts';
import { directionOf, type Language } from '../words/language.ts';
import { linkPhones } from './call-links.ts';
import { toHtml } from './markdown.ts';
import { messageWords } from './message-words.ts';
import { PostForm, Send, wordsOf } from './parts.tsx';
import { sendRelativePage } from './relative-page.tsx';

type Invite = NonNullable<PageContent['invite']>;

type Events = NonNullable<Invite['events']>;

const whenAndWhere = ({ title, at, place }: Events[number], language: Language): string =>
  `${title}, ${formatDate(at, language)} ${language === 'da' ? 'kl.' : 'at'} ${formatTime(at, language)}, ${place}`;

/** Which of several arrangements, and how many come along. */
const Wish: FC<{ c: WebContext; events: Events; missing: boolean }> = ({ c, events, missing }) => {
  const words = wordsOf(c);
  const { language } = c.var;
  const most = Math.max(0, ...events.map(({ guests }) => guests));
  return (
    <>
      {missing ? (
        <Alert variant="error" language={language}>
          {words.chooseEventFirst}
        </Alert>
      ) : null}
      {events.length > 1 ? (
        <fieldset class="form-group">
          <legend class="form-label">{words.chooseEvent}</legend>
          {events.map((event) => (
            <div class="form-group-radio">
              <input
                type="radio"
                id={`valg-${event.anchor}`}
                name="arrangement"
                value={event.anchor}
                class="form-radio radio-large"
              />
              <label for={`valg-${event.anchor}`}>{whenAndWhere(event, language)}</label>
            </div>
          ))}
        </fieldset>
      ) : (
        events.map((event) => <p>{whenAndWhere(event, language)}</p>)
      )}
      {most > 0 ? (
        <Select
          name="gaester"
          label={words.guests}
          language={language}
          value="0"
          options={Array.from({ length: most + 1 }, (_, n) => [
            String(n),
            n === 0 ? words.guestsNone : String(n),
          ])}
        />
      ) : null}
    </>
  );
};

/** Signing off again from an arrangement. */
const SignOff: FC<{ c: WebContext }> = ({ c }) => {
  const words = wordsOf(c);
  return (
    <PostForm action="/mit/svar" csrf={c.var.csrf} class="d-print-none">
      <p>{words.signOffLead}</p>
      <p class="limen-actions">
        <Send variant="secondary" name="svar" value="nej">
          {words.signOff}
        </Send>
      </p>
    </PostForm>
  );
};

const Question: FC<{ c: WebContext; invite: Invite }> = ({ c, invite }) => {
  const words = wordsOf(c);
  const { consent } = invite;
  return (
    <section class="limen-question d-print-none" id="svar" aria-labelledby="svar-titel">
      <h2 id="svar-titel">{words.answerTitle}</h2>
      {consent ? (
        <>
          <p>{words.consentIntro}</p>
          <blockquote class="limen-consent" lang={consent.language} dir={directionOf(consent.language)}>
            {consent.wording}
          </blockquote>
          <p>{words.consentFree}</p>
        </>
      ) : null}
      <PostForm action="/mit/svar" csrf={c.var.csrf}>
        {consent ? <input type="hidden" name="sprog" value={consent.language} /> : null}
        {invite.events ? (
          <Wish c={c} events={invite.events} missing={c.req.query('mangler') === 'valg'} />
        ) : null}
        <p class="limen-actions">
          <Send variant="primary" name="svar" value="ja">
            {words.yes}
          </Send>
          <Send variant="secondary" name="svar" value="nej">
            {words.no}
          </Send>
        </p>
      </PostForm>
    </section>
  );
};

type Said = ReturnType<typeof wordsOf>;

const SAID: Partial<Record<Invite['state'], (words: Said) => readonly [string, string]>> = {
  declined: (words) => [words.declined, words.declinedNext],
  waiting: (words) => [words.waiting, words.waitingNext],
  tooLate: (words) => [words.tooLate, words.tooLateNext],
  asked: (words) => [words.asked, words.askedNext],
};

const Answered: FC<{ c: WebContext; state: Exclude<Invite['state'], 'open'> }> = ({ c, state }) => {
  const words = wordsOf(c);
  const { language, organisation } = c.var;
  const phone = <a href={telHref(organisation.telefon)}>{organisation.telefon}</a>;
  if (state === 'accepted')
    return (
      <Alert variant="success" language={language} heading={words.accepted}>
        {words.acceptedNext}
      </Alert>
    );
  const [heading, next] = SAID[state]?.(words) ?? [words.over, words.overNext];
  return (
    <Alert variant="info" language={language} heading={heading}>
      {next} {phone}.
    </Alert>
  );
};

/** The opened page: what the flow wrote, and, on an invitation, the question or what was answered. */
export function sendMessage(c: WebContext, content: PageContent, endsInMs: number): Promise<Response> {
  const words = wordsOf(c);
  const { invite, language, languages } = content;
  const { organisation } = c.var;
  const { title, html } = toHtml(content.markdown);
  const plain = `${words.pageTitle} ${organisation.kommune}`;
  return sendRelativePage(
    c,
    { title: plain, content: language, languages, endsInMs },
    <>
      {invite && invite.state !== 'open' ? (
        <div id="svar" class="limen-answered">
          <Answered c={c} state={invite.state} />
          {invite.events && (invite.state === 'accepted' || invite.state === 'waiting') ? (
            <SignOff c={c} />
          ) : null}
        </div>
      ) : null}
      <article class="limen-article" lang={language} dir={directionOf(language)}>
        <h1>{title === undefined ? plain : raw(title)}</h1>
        {invite?.state === 'open' ? (
          <p class="d-print-none" lang={c.var.language} dir="ltr">
            <a href="#svar">{words.toAnswer}</a>
          </p>
        ) : null}
        {raw(linkPhones(html, [organisation.telefon, organisation.akut, '112']))}
      </article>
      {invite?.state === 'open' ? <Question c={c} invite={invite} /> : null}
      <p class="limen-more d-print-none">
        <a href="/mit">{words.toMine}</a>
      </p>
      {c.var.visit.link.access === 'pin' ? (
        <p class="d-print-none">
          <a href="/mit/beskeder">{messageWords.toMessages[c.var.language]}</a>
        </p>
      ) : null}
    </>,
  );
}
