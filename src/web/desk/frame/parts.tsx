// Small things the pages of the desk are put together from.
import type { Child, FC } from 'hono/jsx';
import type { MessageLine } from '../../../services/relatives/show-relative.ts';
import { mayStaff } from '../../../services/staff/staff.ts';
import { CsrfField, only } from '../../layout/form.tsx';
import { fill } from '../../words/fill.ts';
import type { Language } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { statusWords, tellingWords } from '../../words/message-words.ts';
import { reasonWords } from '../../words/reasons-words.ts';
import { commonWords } from './common-words.ts';
import type { DeskContext } from './desk-env.ts';

/** Whether the one who is logged in may change things. */
export const mayCare = (c: DeskContext): boolean => mayStaff(c.var.staff, 'care');

/** A form with a token that posts; a reader gets nothing. */
export const DeskForm: FC<{
  c: DeskContext;
  action: string;
  class?: string;
  id?: string;
  children?: Child;
}> = (props) =>
  mayCare(props.c) ? (
    <form
      method="post"
      action={props.action}
      class={props.class ?? 'desk-form'}
      {...only({ id: props.id })}
      novalidate
    >
      <CsrfField token={props.c.var.csrf} />
      {props.children}
    </form>
  ) : null;

/** A button that posts and does one thing. */
export const Do: FC<{
  c: DeskContext;
  action: string;
  name?: string;
  value?: string;
  variant?: 'primary' | 'secondary' | 'tertiary';
  about?: string;
  children?: Child;
}> = ({ c, action, name, value, variant = 'secondary', about, children }) => (
  <DeskForm c={c} action={action} class="desk-do">
    <button type="submit" class={`button button-${variant}`} {...(name ? { name, value } : {})}>
      {children}
      {about ? <span class="sr-only"> {about}</span> : null}
    </button>
  </DeskForm>
);

/** What is known of something, name by name; rows without a value are left out. */
export const Facts: FC<{ rows: readonly (readonly [string, Child])[] }> = ({ rows }) => (
  <dl class="desk-facts">
    {rows
      .filter(([, value]) => value !== undefined && value !== null && value !== '')
      .map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);

export type Tone = 'success' | 'info' | 'warning' | 'error';

/** A short state in a frame of its own. */
export const Badge: FC<{ tone?: Tone; children?: Child }> = ({ tone, children }) => (
  <span class={tone ? `badge badge-${tone}` : 'badge'}>{children}</span>
);

const TONES: Record<string, Tone> = {
  delivered: 'success',
  done: 'success',
  sent: 'info',
  sending: 'info',
  todo: 'warning',
  held: 'warning',
  unknown: 'warning',
  failed: 'error',
  undelivered: 'error',
  expired: 'error',
};

/** The status of a message, call or letter. */
export const Status: FC<{ status: string; language: Language }> = ({ status, language }) => (
  <Badge {...only({ tone: TONES[status] })}>{wordOf(statusWords, status, language)}</Badge>
);

/** "1 sms-del", "2 sms-dele". */
export const segmentsText = (n: number, language: Language): string =>
  n === 1 ? commonWords.segment[language] : fill(commonWords.segments[language], { n });

/** The words of an SMS as they were sent, whichever way they are written. */
export const SmsText: FC<{ text: string; language: Language }> = ({ text, language }) => (
  <p class="desk-sms" dir="auto">
    {text.replaceAll('{link}', tellingWords.thePage[language])}
  </p>
);

const hasWords = (reason: string): reason is keyof typeof reasonWords => Object.hasOwn(reasonWords, reason);

/** A message's words, status with its reason, and length. */
export const MessageBody: FC<{ message: MessageLine; language: Language }> = ({ message, language }) => (
  <>
    <SmsText text={message.text} language={language} />
    <p class="desk-meta">
      <Status status={message.status} language={language} />
      {message.reason && hasWords(message.reason) ? (
        <span>{reasonWords[message.reason][language]}</span>
      ) : null}
      {message.channel === 'sms' ? <span>{segmentsText(message.segments, language)}</span> : null}
    </p>
  </>
);

/** Where a list goes on. */
export const More: FC<{ href: string | undefined; language: Language }> = ({ href, language }) =>
  href ? (
    <p class="d-print-none">
      <a class="button button-secondary" href={href}>
        {commonWords.next[language]}
      </a>
    </p>
  ) : null;
