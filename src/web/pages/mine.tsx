import type { FC } from 'hono/jsx';
import type { Consent } from '../../services/pages/list-consents.ts';
import type { OwnEvent } from '../../services/pages/own-events.ts';
import type { WebContext } from '../env.ts';
import { directionOf, type Language } from '../words/language.ts';
import { OwnEvents } from './own-events.tsx';
import { BackLink, PostForm, Send, wordsOf } from './parts.tsx';
import { sendRelativePage } from './relative-page.tsx';

const dateIn = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(language === 'da' ? 'da-DK' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'Europe/Copenhagen',
  }).format(at);

const Given: FC<{ c: WebContext; consent: Consent }> = ({ c, consent }) => {
  const words = wordsOf(c);
  const { language } = c.var;
  return (
    <li>
      <blockquote class="limen-consent" lang={consent.language} dir={directionOf(consent.language)}>
        {consent.wording || words.plainSms}
      </blockquote>
      <p>
        {words.givenOn} {dateIn(consent.givenAt, language)}.
        {consent.withdrawnAt === undefined
          ? null
          : ` ${words.withdrawnOn} ${dateIn(consent.withdrawnAt, language)}.`}
      </p>
    </li>
  );
};

type OwnGroup = { id: string; title: string };

/** The groups one is in, each with a way out. */
const Groups: FC<{ c: WebContext; groups: readonly OwnGroup[] }> = ({ c, groups }) => {
  const words = wordsOf(c);
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby="grupper">
      <h2 id="grupper">{words.groupsTitle}</h2>
      <p>{words.groupsHint}</p>
      <ul class="unstyled-list">
        {groups.map(({ id, title }) => (
          <li>
            <PostForm action="/mit/gruppe" csrf={c.var.csrf}>
              <input type="hidden" name="gruppe" value={id} />
              <p>{title}</p>
              <Send variant="secondary">
                {words.leaveGroup}
                <span class="sr-only"> {title}</span>
              </Send>
            </PostForm>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** What the relative said yes to, with one button that takes it back, the arrangements they are signed up for, and the groups they are in. */
export function sendMine(
  c: WebContext,
  {
    consents,
    groups,
    events,
    endsInMs,
  }: {
    consents: readonly Consent[];
    groups: readonly OwnGroup[];
    events: readonly OwnEvent[];
    endsInMs: number;
  },
): Promise<Response> {
  const words = wordsOf(c);
  const open = consents.some((one) => one.withdrawnAt === undefined);
  return sendRelativePage(
    c,
    { title: words.mineTitle, endsInMs },
    <>
      <BackLink href="/mit/besked">{words.toMessage}</BackLink>
      <h1>{words.mineTitle}</h1>
      {consents.length === 0 ? <p class="font-lead">{words.mineNone}</p> : null}
      <ul class="unstyled-list limen-consents">
        {consents.map((consent) => (
          <Given c={c} consent={consent} />
        ))}
      </ul>
      <OwnEvents c={c} events={events} />
      <Groups c={c} groups={groups} />
      {open ? (
        <PostForm action="/mit/samtykke" csrf={c.var.csrf} class="d-print-none">
          <p>{words.withdrawHint}</p>
          <p class="limen-actions">
            <Send variant="primary">{words.withdraw}</Send>
          </p>
        </PostForm>
      ) : null}
      {open ? null : (
        <p class="d-print-none">
          <a href="/mit/ingen-sms">{words.noSms}</a>
        </p>
      )}
    </>,
  );
}
