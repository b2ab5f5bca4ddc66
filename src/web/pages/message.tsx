import { raw } from 'hono/html';
import type { FC } from 'hono/jsx';
import type { PageContent } from '../../services/pages/read-page.ts';
import type { WebContext } from '../env.ts';
import { Alert } from '../layout/alert.tsx';
import { telHref } from '../layout/organisation.ts';
import { directionOf } from '../words/language.ts';
import { linkPhones } from './call-links.ts';
import { toHtml } from './markdown.ts';
import { messageWords } from './message-words.ts';
import { PostForm, Send, wordsOf } from './parts.tsx';
import { sendRelativePage } from './relative-page.tsx';

type Invite = NonNullable<PageContent['invite']>;

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
  const [heading, next] =
    state === 'declined' ? [words.declined, words.declinedNext] : [words.over, words.overNext];
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
