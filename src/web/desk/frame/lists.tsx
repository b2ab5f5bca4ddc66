// Lists of what waits: the same lines on the overview and on their own pages.
import type { Child, FC } from 'hono/jsx';
import type { ConversationLine } from '../../../services/inbox/list-conversations.ts';
import { mayStaff } from '../../../services/staff/staff.ts';
import type { AlertLine } from '../../../services/waiting/list-alerts.ts';
import type { MessageItem } from '../../../services/waiting/list-tasks.ts';
import { alertWords } from '../../telling/alert-words.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { showInstant, showLength } from '../../words/when.ts';
import { overviewWords } from '../waiting/overview-words.ts';
import { commonWords } from './common-words.ts';
import type { DeskContext } from './desk-env.ts';
import { Badge, Do, mayCare, SmsText } from './parts.tsx';

/** A section with a heading, left out when it has nothing in it. */
export const Section: FC<{
  id: string;
  heading: string;
  empty?: boolean;
  hint?: string;
  children?: Child;
}> = (props) =>
  props.empty ? null : (
    <section aria-labelledby={props.id} class="desk-section">
      <h2 id={props.id}>{props.heading}</h2>
      {props.hint ? <p class="form-hint">{props.hint}</p> : null}
      {props.children}
    </section>
  );

/** One thing that waits: who, what, since when, and what to do about it. */
export const Item: FC<{
  id?: string;
  who: Child;
  urgent?: boolean;
  meta?: Child;
  action?: Child;
  children?: Child;
}> = (props) => (
  <li {...(props.id ? { id: props.id } : {})} class={props.urgent ? 'desk-item desk-urgent' : 'desk-item'}>
    <div class="desk-item-body">
      <p class="desk-who">{props.who}</p>
      {props.children}
      {props.meta ? <p class="desk-meta">{props.meta}</p> : null}
    </div>
    {props.action ? <div class="desk-item-action d-print-none">{props.action}</div> : null}
  </li>
);

/** The name of a relative, as a link to the record when there is one; `from` is the purpose of the look. */
export const Who: FC<{ id: string | null; name: string | undefined; from: string; c: DeskContext }> = (
  props,
) =>
  props.id && props.name ? (
    <a href={`/desk/paaroerende/${props.id}?fra=${props.from}`}>{props.name}</a>
  ) : (
    <span>{commonWords.unknownNumber[props.c.var.language]}</span>
  );

/** Kinds whose text is the title their words speak of. */
const TITLED = new Set(['offer', 'delivery', 'emergency', 'sender-stopped']);

/** What an alert is about that is about no relative. */
const HOUSE: Record<string, { da: string; en: string }> = {
  offer: commonWords.offers,
  emergency: overviewWords.emergencyLogin,
  'event-calls': commonWords.events,
  'broadcast-failed': commonWords.broadcasts,
  'broadcast-doubt': commonWords.broadcasts,
  'broadcast-draft-doubt': commonWords.broadcasts,
  'broadcast-broken': commonWords.broadcasts,
  'sender-stopped': overviewWords.sender,
};

/** What an alert says: its own words, or those of its kind. */
export const alertText = (c: DeskContext, { kind, text }: AlertLine): string =>
  TITLED.has(kind) || text === '' ? fill(wordOf(alertWords, kind, c.var.language), { title: text }) : text;

/** Whom or what an alert is about: the relative, or a part of the house. */
export const aboutAlert = (c: DeskContext, { kind, relativeId, name }: AlertLine): Child =>
  HOUSE[kind]?.[c.var.language] ?? <Who id={relativeId} name={name} from="alert" c={c} />;

function alertHref(c: DeskContext, alert: AlertLine): string | undefined {
  const administers = mayStaff(c.var.staff, 'administer');
  if (alert.kind === 'offer') return `/desk/vejviser/${alert.step}`;
  if (alert.kind === 'event-calls') return `/desk/arrangementer/${alert.step}#ring`;
  if (alert.kind.startsWith('broadcast-')) return `/desk/gruppebeskeder/${alert.step}`;
  if (alert.kind === 'emergency') return administers ? `/desk/brugere/${alert.step}` : undefined;
  if (alert.kind === 'sender-stopped') return administers ? '/desk/indstillinger/afsendere' : undefined;
  if (alert.replyId) return `/desk/indbakke/${alert.replyId}`;
  if (alert.relativeId && alert.journeyId)
    return `/desk/paaroerende/${alert.relativeId}/forloeb/${alert.journeyId}`;
  return alert.relativeId ? `/desk/paaroerende/${alert.relativeId}?fra=alert` : undefined;
}

/** What stands while a sender is stopped goes when it is started; a use of the emergency login is for another administrator. */
function mayClose({ var: { staff } }: DeskContext, { kind, step }: AlertLine): boolean {
  if (kind === 'emergency') return mayStaff(staff, 'administer') && step !== staff.id;
  return kind !== 'sender-stopped';
}

/** Alerts with the way to what they are about, and the buttons that try again and that close them. */
export const Alerts: FC<{ c: DeskContext; lines: readonly AlertLine[] }> = ({ c, lines }) => {
  const { language, rt } = c.var;
  const from = { name: 'tilbage', value: c.req.path === '/desk' ? 'overblik' : 'varsler' };
  return (
    <ul class="desk-list no-max-width">
      {lines.map((alert) => {
        const href = alertHref(c, alert);
        return (
          <Item
            id={`v-${alert.id}`}
            who={aboutAlert(c, alert)}
            urgent={alert.urgent === 1}
            meta={
              <>
                {alert.urgent === 1 ? <Badge tone="error">{overviewWords.urgent[language]}</Badge> : null}
                {alert.audience === 'coordinator' || alert.audience === 'administrator' ? (
                  <Badge tone="info">{overviewWords[alert.audience][language]}</Badge>
                ) : null}
                <span>{showInstant(alert.raisedAt, rt.now(), language)}</span>
              </>
            }
            action={
              <>
                {href ? (
                  <a class={`button button-${alert.urgent === 1 ? 'primary' : 'secondary'}`} href={href}>
                    {overviewWords.look[language]}
                    <span class="sr-only"> {alert.name}</span>
                  </a>
                ) : null}
                {alert.mayRetry ? (
                  <Do {...from} c={c} action={`/desk/varsler/${alert.id}/igen`} about={alert.name ?? ''}>
                    {overviewWords.retry[language]}
                  </Do>
                ) : null}
                {mayClose(c, alert) ? (
                  <Do
                    {...from}
                    c={c}
                    action={`/desk/varsler/${alert.id}`}
                    variant="tertiary"
                    about={alert.name ?? ''}
                  >
                    {commonWords.done[language]}
                  </Do>
                ) : null}
              </>
            }
          >
            <p>{alertText(c, alert)}</p>
          </Item>
        );
      })}
    </ul>
  );
};

const MOST_SHOWN = 300;

/** The beginning of a long text; the whole stands on its own page. */
function beginningOf(text: string): string {
  const characters = Array.from(text);
  return characters.length <= MOST_SHOWN ? text : `${characters.slice(0, MOST_SHOWN).join('').trimEnd()}…`;
}

/** Conversations with how long they have waited. */
export const Conversations: FC<{ c: DeskContext; lines: readonly ConversationLine[] }> = ({ c, lines }) => {
  const { language, rt } = c.var;
  const t = inLanguage(overviewWords, language);
  return (
    <ul class="desk-list no-max-width">
      {lines.map((line) => (
        <Item
          id={`s-${line.id}`}
          who={<Who id={line.relativeId} name={line.name} from="reply" c={c} />}
          urgent={line.urgent}
          meta={
            <>
              {line.urgent ? <Badge tone="error">{t.urgent}</Badge> : null}
              <span>{fill(t.waited, { length: showLength(line.waitedMs, language) })}</span>
              {line.count > 1 ? <span>{fill(t.several, { n: line.count })}</span> : null}
              {line.onPage ? <span>{t.onPage}</span> : null}
              {line.mine ? <span>{t.withMe}</span> : null}
              {line.assignedTo && !line.mine ? <span>{fill(t.with, { name: line.assignedTo })}</span> : null}
              {line.snoozedUntil ? (
                <span>{fill(t.until, { when: showInstant(line.snoozedUntil, rt.now(), language) })}</span>
              ) : null}
            </>
          }
          action={
            <a class="button button-primary" href={`/desk/indbakke/${line.id}`} id={`s-${line.id}-til`}>
              {mayCare(c) ? t.answer : t.read}
              <span class="sr-only"> {line.name ?? commonWords.unknownNumber[language]}</span>
            </a>
          }
        >
          <SmsText text={beginningOf(line.text)} language={language} />
        </Item>
      ))}
    </ul>
  );
};

/** Messages of a list, each with its own words at the side. */
export const Messages: FC<{
  c: DeskContext;
  lines: readonly MessageItem[];
  about: (item: MessageItem) => Child;
  action?: (item: MessageItem) => Child;
}> = ({ c, lines, about, action }) => (
  <ul class="desk-list no-max-width">
    {lines.map((item) => (
      <Item
        id={`m-${item.id}`}
        who={<Who id={item.relativeId} name={item.name} from="task" c={c} />}
        meta={about(item)}
        action={action?.(item)}
      >
        <SmsText text={item.text} language={c.var.language} />
      </Item>
    ))}
  </ul>
);
