// Secure messages on the relative's own page: read here and answered here, behind the PIN.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { formatDate, formatTime } from '../../journey/time/format.ts';
import { AppError } from '../../services/app-error.ts';
import { type PageMessage, readMessages } from '../../services/pages/read-messages.ts';
import { MOST_WRITTEN, writeMessage } from '../../services/pages/write-message.ts';
import type { WebContext, WebEnv } from '../env.ts';
import { Alert } from '../layout/alert.tsx';
import { described, FieldFrame, only } from '../layout/form.tsx';
import { telHref } from '../layout/organisation.ts';
import { errorWords } from '../words/errors.ts';
import { inLanguage } from '../words/language.ts';
import { messageWords } from './message-words.ts';
import { CallUs, PostForm, Send } from './parts.tsx';
import { sendRelativePage } from './relative-page.tsx';
import { endsIn } from './visit.ts';

const One: FC<{ c: WebContext; message: PageMessage }> = ({ c, message }) => {
  const { language } = c.var;
  const t = inLanguage(messageWords, language);
  const { at, mine, text, masked } = message;
  const when = t.when.replace('{day}', formatDate(at, language)).replace('{time}', formatTime(at, language));
  return (
    <li class={mine ? 'limen-said limen-said-mine' : 'limen-said'}>
      <p>
        <strong>{mine ? t.you : t.us}</strong>, {when}
      </p>
      <p class="limen-said-text" dir="auto">
        {text}
      </p>
      {masked ? <p class="form-hint">{t.masked}</p> : null}
    </li>
  );
};

const Night: FC<{ c: WebContext }> = ({ c }) => {
  const { akut } = c.var.organisation;
  const t = inLanguage(messageWords, c.var.language);
  return (
    <p>
      {t.night}{' '}
      <a href={telHref(akut)} class="limen-tel">
        {akut}
      </a>
      . {t.danger}{' '}
      <a href="tel:112" class="limen-tel">
        112
      </a>
      .
    </p>
  );
};

const Write: FC<{ c: WebContext; text: string; error?: string }> = ({ c, text, error }) => {
  const { language, csrf, rt } = c.var;
  const t = inLanguage(messageWords, language);
  const hint = t.hint.replace('{n}', String(MOST_WRITTEN));
  return (
    <section class="d-print-none" aria-labelledby="skriv">
      <h2 id="skriv">{t.write}</h2>
      <PostForm action="/mit/beskeder" csrf={csrf}>
        <input type="hidden" name="form" value={rt.newId()} />
        <FieldFrame name="tekst" label={t.text} hint={hint} language={language} {...only({ error })}>
          <textarea
            id="tekst"
            name="tekst"
            class="form-input"
            rows={5}
            dir="auto"
            {...described({ name: 'tekst', hint, error })}
          >
            {text}
          </textarea>
        </FieldFrame>
        <p class="limen-actions">
          <Send variant="primary">{t.send}</Send>
        </p>
      </PostForm>
      <CallUs c={c}>{t.slow}</CallUs>
      <Night c={c} />
    </section>
  );
};

async function sendMessages(c: WebContext, typed = '', error?: string): Promise<Response> {
  const { language, rt, visit } = c.var;
  const t = inLanguage(messageWords, language);
  const messages = await readMessages(rt, visit);
  const sent = c.req.query('sendt') !== undefined && !error;
  return sendRelativePage(
    c,
    { title: t.title, endsInMs: endsIn(c), ...(error ? { status: 422 } : {}) },
    <>
      {error ? (
        <Alert variant="error" heading={t.refused} language={language}>
          <a href="#tekst">{error}</a>
        </Alert>
      ) : null}
      {sent ? (
        <Alert variant="success" language={language}>
          {t.sent}
        </Alert>
      ) : null}
      <h1>{t.title}</h1>
      <p class="font-lead">{messages.length === 0 ? t.none : t.lead}</p>
      <ol class="unstyled-list limen-thread">
        {messages.map((message) => (
          <One c={c} message={message} />
        ))}
      </ol>
      <Write c={c} text={typed} {...only({ error })} />
    </>,
  );
}

/** `/mit/beskeder`: behind the PIN; others are led to where it is entered. */
export const messageRoutes = new Hono<WebEnv>();

messageRoutes.use(async (c, next) => {
  const { link, session } = c.var.visit;
  return session.verified && link.access === 'pin' ? next() : c.redirect('/mit/besked', 303);
});

messageRoutes.get('/', (c) => sendMessages(c));

messageRoutes.post('/', async (c) => {
  const { rt, visit, form, address, language } = c.var;
  const text = form.get('tekst') ?? '';
  try {
    await writeMessage(rt, visit, { text, form: form.get('form') ?? '', address });
    return c.redirect('/mit/beskeder?sendt', 303);
  } catch (error) {
    if (!(error instanceof AppError) || !['text-empty', 'text-too-long'].includes(error.code)) throw error;
    return sendMessages(c, text, errorWords[error.code].text[language]);
  }
});
