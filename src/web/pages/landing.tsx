// The first thing whoever holds the phone sees: neutral, the same for every flow, and nothing happens before a button is pressed.
import type { OpenLink } from '../../services/pages/find-link.ts';
import type { WebContext } from '../env.ts';
import { CallUs, PostForm, Send, wordsOf } from './parts.tsx';
import { sendRelativePage } from './relative-page.tsx';

/** What the landing page's buttons are called in its form. */
export const choices = { read: 'laes', notMe: 'ikke-mig', noSms: 'ingen-sms' } as const;

/** The landing page of a link; its form posts to `action`. */
export function sendLanding(
  c: WebContext,
  link: OpenLink,
  action: string,
  endsInMs?: number,
): Promise<Response> {
  const words = wordsOf(c);
  const { organisation, csrf } = c.var;
  const title = `${words.messageFrom} ${organisation.kommune}`;
  return sendRelativePage(
    c,
    { title, ...(endsInMs === undefined ? {} : { endsInMs }) },
    <>
      <h1>{title}</h1>
      <p class="font-lead">{words.onlyYou}</p>
      {link.access === 'pin' ? <p>{words.needsPin}</p> : null}
      <PostForm action={action} csrf={csrf}>
        <p class="limen-actions">
          <Send variant="primary" name="valg" value={choices.read}>
            {words.read}
          </Send>
        </p>
        <CallUs c={c}>{words.doubt}</CallUs>
        {link.numberId === undefined ? null : (
          <section class="limen-aside">
            <h2>{words.notForYou}</h2>
            <p class="limen-actions">
              <Send variant="secondary" name="valg" value={choices.notMe}>
                {words.notMe}
              </Send>
              <Send variant="secondary" name="valg" value={choices.noSms}>
                {words.noSms}
              </Send>
            </p>
          </section>
        )}
      </PostForm>
    </>,
  );
}

/** The page of `/mit` for a browser that came without a link. */
export function sendWithoutLink(c: WebContext): Promise<Response> {
  const words = wordsOf(c);
  return sendRelativePage(
    c,
    { title: words.coldTitle, status: 403 },
    <>
      <h1>{words.coldTitle}</h1>
      <p class="font-lead">{words.coldLead}</p>
      <CallUs c={c}>{words.coldHelp}</CallUs>
    </>,
  );
}

/** The page of a link that opens nothing: the same for unknown, expired and misdirected ones. */
export function sendGone(c: WebContext): Promise<Response> {
  const words = wordsOf(c);
  return sendRelativePage(
    c,
    { title: words.goneTitle, status: 404 },
    <>
      <h1>{words.goneTitle}</h1>
      <p class="font-lead">{words.goneLead}</p>
      <CallUs c={c}>{words.goneHelp}</CallUs>
    </>,
  );
}
