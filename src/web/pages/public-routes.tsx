import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import type { WebEnv } from '../env.ts';
import { inLanguage } from '../words/language.ts';
import { publicWords } from '../words/public.ts';
import { CallUs, Phone, wordsOf } from './parts.tsx';
import { sendRelativePage } from './relative-page.tsx';

/** Pages for everybody: the front page, goodbyes, the accessibility statement and the cookie notice. */
export const publicRoutes = new Hono<WebEnv>();

publicRoutes.get('/', (c) => {
  const words = wordsOf(c);
  const { organisation } = c.var;
  const title = `${words.frontTitle} ${organisation.kommune}`;
  return sendRelativePage(
    c,
    { title },
    <>
      <h1>{title}</h1>
      <p class="font-lead">{words.frontLead}</p>
      <p>{words.frontTrust}</p>
      <p>
        <a href="/events">{words.frontEvents}</a>
      </p>
      <CallUs c={c}>{words.doubt}</CallUs>
    </>,
  );
});

const goodbyes = {
  'ikke-mig': ['doneNotMe', 'doneNotMeLead'],
  'ingen-sms': ['doneNoSms', 'doneNoSmsLead'],
  trukket: ['doneWithdrawn', 'doneWithdrawnLead'],
} as const;

const isGoodbye = (what: string): what is keyof typeof goodbyes => Object.hasOwn(goodbyes, what);

publicRoutes.get('/farvel/:what', (c) => {
  const what = c.req.param('what');
  if (!isGoodbye(what)) return c.notFound();
  const words = wordsOf(c);
  const [title, lead] = goodbyes[what];
  return sendRelativePage(
    c,
    { title: words[title] },
    <>
      <h1>{words[title]}</h1>
      <p class="font-lead">{words[lead]}</p>
      <CallUs c={c}>{words.callUs}</CallUs>
    </>,
  );
});

publicRoutes.get('/was', (c) => {
  const words = inLanguage(publicWords, c.var.language);
  return sendRelativePage(
    c,
    { title: words.wasTitle },
    <>
      <h1>{words.wasTitle}</h1>
      <p class="font-lead">{words.wasLead}</p>
      <h2>{words.wasStatus}</h2>
      <p>{words.wasStatusText}</p>
      <h2>{words.wasHelp}</h2>
      <p>
        {words.wasHelpText} <Phone organisation={c.var.organisation} />.
      </p>
      <h2>{words.wasComplaint}</h2>
      <p>{words.wasComplaintText}</p>
    </>,
  );
});

const Cookies: FC<{ words: Record<keyof typeof publicWords, string> }> = ({ words }) => {
  const rows = [
    ['limen_page', words.cookiePage, words.cookiePageLife],
    ['limen_form', words.cookieForm, words.untilClosed],
    ['limen_sprog', words.cookieLanguage, words.untilClosed],
    ['limen_staff', words.cookieStaff, words.cookieStaffLife],
  ];
  return (
    <dl class="limen-cookies">
      {rows.map(([name, use, life]) => (
        <>
          <dt>{name}</dt>
          <dd>
            {use}. {words.cookieLife}: {life}.
          </dd>
        </>
      ))}
    </dl>
  );
};

publicRoutes.get('/cookies', (c) => {
  const words = inLanguage(publicWords, c.var.language);
  return sendRelativePage(
    c,
    { title: words.cookiesTitle },
    <>
      <h1>{words.cookiesTitle}</h1>
      <p class="font-lead">{words.cookiesLead}</p>
      <Cookies words={words} />
    </>,
  );
});
