// Browsers are asked not to keep these digits: a PIN the phone remembers would not be independent of the phone.
import type { FC } from 'hono/jsx';
import type { WebContext } from '../env.ts';
import { Alert } from '../layout/alert.tsx';
import { Field } from '../layout/form.tsx';
import { BigPhone, CallUs, PostForm, Send, wordsOf } from './parts.tsx';
import { sendRelativePage } from './relative-page.tsx';

type Fault = { field: string; sentence: string };
type Shown = { endsInMs: number; fault?: Fault; notice?: string };

const Digits: FC<{
  c: WebContext;
  name: string;
  label: string;
  hint?: string;
  fault?: Fault | undefined;
}> = ({ c, name, label, hint, fault }) => (
  <Field
    {...{ name, label }}
    autocomplete="off"
    language={c.var.language}
    inputmode="numeric"
    maxlength={12}
    width="s"
    {...(hint ? { hint } : {})}
    {...(fault?.field === name ? { error: fault.sentence } : {})}
  />
);

/** Asks for the PIN. */
export function sendPinForm(c: WebContext, { endsInMs, fault }: Shown): Promise<Response> {
  const words = wordsOf(c);
  return sendRelativePage(
    c,
    { title: words.pinTitle, endsInMs, ...(fault ? { status: 422 } : {}) },
    <>
      <h1>{words.pinTitle}</h1>
      <PostForm action="/mit/pin" csrf={c.var.csrf}>
        <Digits {...{ c, name: 'pin', label: words.pinLabel, hint: words.pinHint, fault }} />
        <p class="limen-actions">
          <Send variant="primary">{words.pinGo}</Send>
        </p>
      </PostForm>
      <p>
        <a href="/mit/pin/ny">{words.noPin}</a>
      </p>
      <CallUs c={c}>{words.forgotPin}</CallUs>
    </>,
  );
}

/** Lets a PIN be chosen with a one-time code. */
export function sendChooseForm(c: WebContext, { endsInMs, fault, notice }: Shown): Promise<Response> {
  const words = wordsOf(c);
  const { csrf, language } = c.var;
  return sendRelativePage(
    c,
    { title: words.chooseTitle, endsInMs, ...(fault ? { status: 422 } : {}) },
    <>
      <h1>{words.chooseTitle}</h1>
      {notice ? (
        <Alert variant="info" language={language}>
          {notice}
        </Alert>
      ) : null}
      <p class="font-lead">{words.chooseLead}</p>
      <CallUs c={c}>{words.chooseCall}</CallUs>
      <PostForm action="/mit/pin/ny" csrf={csrf}>
        <Digits {...{ c, name: 'kode', label: words.codeLabel, hint: words.codeHint, fault }} />
        <Digits {...{ c, name: 'pin', label: words.newPinLabel, hint: words.newPinHint, fault }} />
        <Digits {...{ c, name: 'igen', label: words.againLabel, fault }} />
        <p class="limen-actions">
          <Send variant="primary">{words.chooseGo}</Send>
        </p>
      </PostForm>
    </>,
  );
}

/** Says that access is closed, and that a call opens it. */
export function sendLocked(c: WebContext, endsInMs: number): Promise<Response> {
  const words = wordsOf(c);
  return sendRelativePage(
    c,
    { title: words.lockedTitle, endsInMs, status: 423 },
    <>
      <h1>{words.lockedTitle}</h1>
      <p class="font-lead">{words.lockedLead}</p>
      <BigPhone c={c}>{words.lockedCall}</BigPhone>
    </>,
  );
}

/** Says honestly that MitID cannot be used yet. */
export function sendMitid(c: WebContext, endsInMs: number): Promise<Response> {
  const words = wordsOf(c);
  return sendRelativePage(
    c,
    { title: words.mitidTitle, endsInMs },
    <>
      <h1>{words.mitidTitle}</h1>
      <p class="font-lead">{words.mitidLead}</p>
      <BigPhone c={c}>{words.mitidCall}</BigPhone>
    </>,
  );
}
