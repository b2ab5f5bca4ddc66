// One public arrangement: what, when and where, whether there is room, and the form to sign up while one can.
import type { Child, FC } from 'hono/jsx';
import type { PublicEvent } from '../../services/events/list-public.ts';
import { getOrganisation } from '../../services/organisation.ts';
import type { WebContext } from '../env.ts';
import { Alert } from '../layout/alert.tsx';
import { QrCode } from '../layout/qr-code.tsx';
import { BackLink, BigPhone, CallUs } from '../pages/parts.tsx';
import { sendRelativePage } from '../pages/relative-page.tsx';
import { errorWords } from '../words/errors.ts';
import { fill } from '../words/fill.ts';
import { inLanguage } from '../words/language.ts';
import { roomIn } from './event-parts.tsx';
import { eventsWords, forWords } from './events-words.ts';
import { type Kept, ProblemList, type Problems, SignUpForm, type Typed } from './sign-up-form.tsx';
import { momentIn, sessionIn } from './when.ts';

const wordsOf = (c: WebContext) => inLanguage(eventsWords, c.var.language);

const Row: FC<{ label: string; danish?: boolean; children?: Child }> = ({ label, danish, children }) => (
  <>
    <dt>{label}</dt>
    <dd {...(danish ? { lang: 'da' } : {})}>{children}</dd>
  </>
);

/** When and where, as a list of terms. */
const Essentials: FC<{ c: WebContext; event: PublicEvent }> = ({ c, event }) => {
  const t = wordsOf(c);
  const { language, rt } = c.var;
  const sessions = event.sessions.map((one) => sessionIn(one, rt.now(), language));
  return (
    <>
      <Row label={t.when}>
        {sessions.length === 1 ? (
          sessions[0]
        ) : (
          <ol class="limen-sessions">
            {sessions.map((text) => (
              <li>{text}</li>
            ))}
          </ol>
        )}
      </Row>
      {event.place ? (
        <Row label={t.where} danish>
          {event.place}
        </Row>
      ) : null}
    </>
  );
};

const Facts: FC<{ c: WebContext; event: PublicEvent }> = ({ c, event }) => {
  const t = wordsOf(c);
  const { language, rt } = c.var;
  const canSignUp = event.door === 'open' || event.door === 'line';
  return (
    <dl class="limen-facts">
      <Essentials c={c} event={event} />
      <Row label={t.what} danish>
        {event.kind}
      </Row>
      <Row label={t.forWhom}>{forWords[event.audience]?.[language] ?? event.audience}</Row>
      {event.door === 'cancelled' ? null : <Row label={t.seats}>{roomIn(event, language)}</Row>}
      {canSignUp && event.signUpUntil !== null ? (
        <Row label={t.signUpUntil}>{momentIn(event.signUpUntil, rt.now(), language)}</Row>
      ) : null}
    </dl>
  );
};

const Details: FC<{ text: string }> = ({ text }) => (
  <div lang="da" class="limen-details">
    {text.split(/\n\s*\n/).map((part) => (part.trim() === '' ? null : <p>{part.trim()}</p>))}
  </div>
);

/** What one can do: the form, or why not and whom to call. */
const Door: FC<{ c: WebContext; event: PublicEvent; typed: Typed; problems: Problems; kept: Kept }> = (
  props,
) => {
  const { c, event } = props;
  const t = wordsOf(c);
  if (event.door === 'cancelled') return null;
  if (event.door === 'locked' || event.door === 'closed')
    return (
      <section aria-labelledby="tilmeld">
        <h2 id="tilmeld">{event.door === 'locked' ? t.lockedTitle : t.roomClosed}</h2>
        <BigPhone c={c}>{event.door === 'locked' ? t.lockedLead : t.closedLead}</BigPhone>
      </section>
    );
  return (
    <section aria-labelledby="tilmeld" class="limen-question d-print-none">
      <h2 id="tilmeld">{event.door === 'line' ? t.lineTitle : t.signUp}</h2>
      <p>{event.door === 'line' ? t.lineLead : t.signUpLead}</p>
      <SignUpForm {...props} />
    </section>
  );
};

/** What a printed page has in place of its form. */
const Printed: FC<{ c: WebContext; event: PublicEvent }> = ({ c, event }) => {
  const t = wordsOf(c);
  const address = `${c.var.rt.config.publicUrl}/events/${event.id}`;
  return (
    <div class="d-none d-print-block limen-qr">
      <p>
        {t.printed} {address}
      </p>
      <QrCode text={address} label={t.qr} />
      <CallUs c={c}>{t.byPhone}</CallUs>
    </div>
  );
};

/** Why a form that was filled in rightly was not taken. */
export type Refusal = 'sign-up-closed' | 'too-many';

const Refused: FC<{ c: WebContext; why: Refusal }> = ({ c, why }) => (
  <Alert variant="warning" language={c.var.language} heading={wordsOf(c).late}>
    {why === 'too-many' ? errorWords[why].text[c.var.language] : null}
  </Alert>
);

/** Answers with one arrangement; `problems` are of the form that was sent, `refused` why it was not taken. */
export async function sendEvent(
  c: WebContext,
  event: PublicEvent,
  { typed, problems = {}, refused }: { typed: Typed; problems?: Problems; refused?: Refusal },
): Promise<Response> {
  const t = wordsOf(c);
  const { language } = c.var;
  const kept = await getOrganisation(c.var.rt);
  const status = refused ? errorWords[refused].status : 422;
  const failed = refused !== undefined || Object.keys(problems).length > 0;
  const page = failed
    ? { title: fill(t.failed, { title: event.title }), status }
    : { title: event.title, findable: true };
  return sendRelativePage(
    c,
    page,
    <>
      <BackLink href="/events">{t.toAll}</BackLink>
      <h1 lang="da">{event.title}</h1>
      {refused ? <Refused c={c} why={refused} /> : null}
      <ProblemList c={c} problems={problems} />
      {event.door === 'cancelled' ? (
        <Alert variant="warning" language={language} heading={t.cancelled}>
          {t.cancelledLead}
        </Alert>
      ) : null}
      <Facts c={c} event={event} />
      <Details text={event.details} />
      {event.isOnline ? <p>{t.online}</p> : null}
      <p class="d-print-none">
        <a href={`/events/${event.id}/event.ics`}>{t.own}</a>
      </p>
      <Door c={c} event={event} typed={typed} problems={problems} kept={kept} />
      {event.door === 'open' || event.door === 'line' ? <Printed c={c} event={event} /> : null}
    </>,
  );
}

/** Answers that somebody is signed up, or stands in line; it is the same page for everybody and knows nobody. */
export function sendSignedUp(c: WebContext, event: PublicEvent, seat: 'yes' | 'waiting'): Promise<Response> {
  const t = wordsOf(c);
  const title = seat === 'yes' ? t.doneTitle : t.waitTitle;
  return sendRelativePage(
    c,
    { title },
    <>
      <h1>{title}</h1>
      <p class="font-lead">{seat === 'yes' ? t.doneLead : t.waitLead}</p>
      <h2 lang="da">{event.title}</h2>
      <dl class="limen-facts">
        <Essentials c={c} event={event} />
      </dl>
      <p class="d-print-none">
        <a href={`/events/${event.id}/event.ics`}>{t.own}</a>
      </p>
      <CallUs c={c}>{t.sorry}</CallUs>
      <BackLink href="/events">{t.toAll}</BackLink>
    </>,
  );
}

/** The answer to an address that opens nothing: the same for what is over, not public, or never was. */
export function sendGone(c: WebContext): Promise<Response> {
  const t = wordsOf(c);
  return sendRelativePage(
    c,
    { title: t.goneTitle, status: 404 },
    <>
      <h1>{t.goneTitle}</h1>
      <p class="font-lead">{t.goneLead}</p>
      <p>
        <a href="/events">{t.toAll}</a>
      </p>
      <BigPhone c={c}>{t.byPhone}</BigPhone>
    </>,
  );
}
