// A questionnaire on the relative's page: the flow's words, the questions, and what becomes of the answers.
import { Hono } from 'hono';
import { raw } from 'hono/html';
import type { FC } from 'hono/jsx';
import { answerForm } from '../../services/forms/answer-form.ts';
import type { FormProblems, Typed } from '../../services/forms/read-answers.ts';
import { type PageContent, readPage } from '../../services/pages/read-page.ts';
import type { WebContext, WebEnv } from '../env.ts';
import { only } from '../layout/form.tsx';
import { telHref } from '../layout/organisation.ts';
import { QuestionFields, QuestionProblems, typedOf } from '../layout/question-fields.tsx';
import { directionOf, inLanguage } from '../words/language.ts';
import { linkPhones } from './call-links.ts';
import { formWords } from './form-words.ts';
import { toHtml } from './markdown.ts';
import { BigPhone, PostForm, Send, wordsOf } from './parts.tsx';
import { sendRelativePage } from './relative-page.tsx';
import { endsIn, speak } from './visit.ts';

type Form = NonNullable<PageContent['form']>;
type Sent = { typed: Typed; problems?: FormProblems };

/** What is kept, who reads it and when, and what is not anonymous. */
const Kept: FC<{ c: WebContext; form: Form }> = ({ c, form }) => {
  const { language, organisation } = c.var;
  const t = inLanguage(formWords, language);
  const hasWords = form.questions.some(({ kind }) => kind === 'words');
  return (
    <section class="mt-7" aria-labelledby="gemt">
      <h2 id="gemt">{t.kept}</h2>
      <ul>
        <li>{t.nameless}</li>
        <li>{t.least}</li>
        {hasWords ? <li>{t.asWritten}</li> : null}
        {hasWords ? <li>{t.danger}</li> : null}
      </ul>
      <p>
        {t.notToday}{' '}
        <a href={telHref(organisation.akut)} class="limen-tel">
          {organisation.akut}
        </a>
        . {t.inDanger}{' '}
        <a href="tel:112" class="limen-tel">
          112
        </a>
        .
      </p>
    </section>
  );
};

const Over: FC<{ c: WebContext; state: 'answered' | 'over' }> = ({ c, state }) => {
  const t = inLanguage(formWords, c.var.language);
  return (
    <>
      <h1>{state === 'answered' ? t.thanks : t.over}</h1>
      <BigPhone c={c}>{state === 'answered' ? t.thanksMore : t.overMore}</BigPhone>
    </>
  );
};

const Questions: FC<{ c: WebContext; form: Form; content: PageContent; sent: Sent }> = (props) => {
  const { c, form, content, sent } = props;
  const { language, csrf, organisation } = c.var;
  const t = inLanguage(formWords, language);
  const { title, html } = toHtml(content.markdown);
  const fields = {
    questions: form.questions,
    content: content.language,
    language,
    typed: sent.typed,
    ...only({ problems: sent.problems }),
  };
  return (
    <>
      <QuestionProblems {...fields} />
      <article class="limen-article" lang={content.language} dir={directionOf(content.language)}>
        <h1>{title === undefined ? `${wordsOf(c).pageTitle} ${organisation.kommune}` : raw(title)}</h1>
        <p class="d-print-none" lang={language} dir="ltr">
          <a href="#skema">{t.toForm}</a>
        </p>
        {raw(linkPhones(html, [organisation.telefon, organisation.akut, '112']))}
      </article>
      <section class="limen-question d-print-none" id="skema" aria-labelledby="skema-titel">
        <h2 id="skema-titel">{t.questions}</h2>
        <p>{t.free}</p>
        <PostForm action="/mit/skema" csrf={csrf}>
          <QuestionFields {...fields} />
          <Kept c={c} form={form} />
          <p class="limen-actions">
            <Send variant="primary">{t.send}</Send>
          </p>
        </PostForm>
      </section>
    </>
  );
};

/** Answers with the page of a questionnaire: open with what was typed, or that it was answered or is over. */
export function sendForm(
  c: WebContext,
  content: PageContent & { form: Form },
  sent: Sent = { typed: {} },
): Promise<Response> {
  const words = wordsOf(c);
  const { form, language, languages } = content;
  const title = `${words.pageTitle} ${c.var.organisation.kommune}`;
  const page = { title, languages, endsInMs: endsIn(c), ...(sent.problems ? { status: 422 as const } : {}) };
  const isOpen = form.state === 'open';
  return sendRelativePage(
    c,
    { ...page, ...(isOpen ? { content: language } : {}) },
    <>
      {form.state === 'open' ? (
        <Questions c={c} form={form} content={content} sent={sent} />
      ) : (
        <Over c={c} state={form.state} />
      )}
      <p class="limen-more d-print-none">
        <a href="/mit">{words.toMine}</a>
      </p>
    </>,
  );
}

/** `/mit/skema`: what was filled in is sent once; with something wrong the page comes again as it was typed. */
export const formRoutes = new Hono<WebEnv>();

formRoutes.post('/', async (c) => {
  const { rt, visit, form, address } = c.var;
  const typed = typedOf(form);
  const { problems } = await answerForm(rt, visit, { typed, address });
  if (!problems) return c.redirect('/mit/besked', 303);
  const content = await readPage(rt, visit, speak(c, visit.link));
  if (!content.form) return c.redirect('/mit/besked', 303);
  return sendForm(c, { ...content, form: content.form }, { typed, problems });
});

/** Reloading after a mistake shows the page again. */
formRoutes.get('/', (c) => c.redirect('/mit/besked', 303));
