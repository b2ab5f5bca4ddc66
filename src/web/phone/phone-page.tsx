// The pages of the simulated phones. They show what a demonstration needs and stand apart from the desk and the relatives' pages.
import type { Child, FC } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { WebContext } from '../env.ts';
import { Field, only } from '../layout/form.tsx';
import { Icon } from '../layout/icon.tsx';
import { Page } from '../layout/page.tsx';
import { sendPage } from '../layout/send-page.ts';
import { inLanguage } from '../words/language.ts';
import { BehaviourForm } from './behaviour-form.tsx';
import { Composer } from './composer.tsx';
import { phonePath, showSender } from './number-path.ts';
import type { Phones } from './phone-env.ts';
import { Screen, screenOf } from './screen.tsx';
import { listTiles, Wall } from './wall.tsx';
import { phoneWords } from './words.ts';

const Frame: FC<{ c: WebContext; title: string; children?: Child }> = ({ c, title, children }) => {
  const { language, organisation } = c.var;
  const t = inLanguage(phoneWords, language);
  const nav = [
    { href: '/phone', text: t.phones, current: c.req.path === '/phone' },
    { href: '/desk', text: t.desk },
  ];
  return (
    <Page {...{ title, language, organisation, nav }} kind="staff">
      <link rel="stylesheet" href="/assets/limen/phone.css" />
      <script src="/assets/htmx/ext/hx-sse.min.js" defer></script>
      <p class="phone-demo">
        <strong>{t.demo}</strong> {t.notReal}
      </p>
      {children}
    </Page>
  );
};

/** One phone; `typed` and `error` after something that could not be sent. */
export async function sendPhone(
  c: WebContext,
  phones: Phones,
  number: string,
  failed: { typed?: string; error?: string } = {},
): Promise<Response> {
  const t = inLanguage(phoneWords, c.var.language);
  const { language, csrf } = c.var;
  const screen = screenOf(c, phones, number);
  const name = (await phones.nameOf(number)) ?? t.unknownOwner;
  return sendPage(
    c,
    <Frame c={c} title={`${name}, ${showSender(number)}`}>
      <div class="phone-desk">
        <div class="phone-about">
          <a href="/phone" class="back-link">
            <Icon name="chevron-left" />
            {t.allPhones}
          </a>
          <h1>{name}</h1>
        </div>
        <section class="phone-body" aria-label={t.phone}>
          <div
            class="phone-live"
            {...{ 'hx-sse:connect': `${phonePath(number)}/live`, 'hx-swap': 'innerMorph' }}
          >
            <Screen {...screen} />
          </div>
          <Composer {...{ number, language, csrf, ...failed }} />
        </section>
        <BehaviourForm {...{ number, language, csrf, behaviour: screen.behaviour }} />
      </div>
    </Frame>,
    failed.error ? 422 : 200,
  );
}

const OpenOther: FC<{ c: WebContext; typed?: string; error?: string }> = ({ c, typed, error }) => {
  const t = inLanguage(phoneWords, c.var.language);
  return (
    <form method="get" action="/phone" class="phone-open">
      <h2>{t.openOther}</h2>
      <Field
        name="nummer"
        label={t.number}
        type="tel"
        inputmode="tel"
        width="m"
        hint={t.numberHint}
        language={c.var.language}
        value={typed ?? ''}
        {...only({ error })}
      />
      <button type="submit" class="button button-secondary mt-4">
        {t.open}
      </button>
    </form>
  );
};

/** All phones; `typed` and `error` after a number that could not be read. */
export async function sendWall(
  c: WebContext,
  phones: Phones,
  failed: { typed?: string; error?: string } = {},
): Promise<Response> {
  const t = inLanguage(phoneWords, c.var.language);
  const tiles = await listTiles(phones);
  const status: ContentfulStatusCode = failed.error ? 422 : 200;
  return sendPage(
    c,
    <Frame c={c} title={t.phones}>
      <h1>{t.phones}</h1>
      <p class="font-lead">{t.lead}</p>
      <div {...{ 'hx-sse:connect': '/phone/live', 'hx-swap': 'innerMorph' }}>
        <Wall tiles={tiles} now={c.var.rt.now()} language={c.var.language} />
      </div>
      <OpenOther c={c} {...failed} />
    </Frame>,
    status,
  );
}
