// What was said in a conversation, live: a message that comes while somebody writes appears by itself.
import type { FC } from 'hono/jsx';
import type { LiveConversation } from '../../../services/inbox/open-conversation.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { reasonWords } from '../../words/reasons-words.ts';
import { showInstant } from '../../words/when.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { Item, Section, Who } from '../frame/lists.tsx';
import { KEEP } from '../frame/live.tsx';
import { Badge, DeskForm, mayCare, SmsText, Status } from '../frame/parts.tsx';
import { conversationWords } from './conversation-words.ts';
import { inboxWords } from './inbox-words.ts';

type Props = { c: DeskContext; talk: LiveConversation };
type Said = LiveConversation['said'][number];

const reasonOf = (reason: string | null): keyof typeof reasonWords | undefined =>
  reason !== null && Object.hasOwn(reasonWords, reason) ? (reason as keyof typeof reasonWords) : undefined;

/** How a secure message fares: whether it was read, and the SMS or call that tells of it. */
const Notice: FC<{ c: DeskContext; said: Said }> = ({ c, said }) => {
  const { language } = c.var;
  const t = inLanguage(conversationWords, language);
  const { notice, status, from } = said;
  if (from !== 'us') return null;
  const why = reasonOf(notice?.reason ?? null);
  return (
    <p class="desk-meta">
      <Badge tone={status === 'read' ? 'success' : 'info'}>{status === 'read' ? t.read : t.unread}</Badge>
      {notice ? (
        <>
          <span>{notice.channel === 'sms' ? t.notice : t.noticeCall}</span>
          <Status status={notice.status} language={language} />
          {why ? <span>{reasonWords[why][language]}</span> : null}
        </>
      ) : null}
    </p>
  );
};

const Line: FC<{ c: DeskContext; said: Said }> = ({ c, said }) => {
  const { language, rt } = c.var;
  const t = inLanguage(conversationWords, language);
  return (
    <li id={`b-${said.id}`} class={`desk-said desk-said-${said.from}${said.waits ? ' desk-said-here' : ''}`}>
      <p class="desk-meta">
        <strong>{said.from === 'us' ? (said.writer ?? t.us) : t.them}</strong>
        <span>{showInstant(said.at, rt.now(), language)}</span>
        <span>{said.by === 'sms' ? t.bySms : t.byPage}</span>
        {said.from === 'us' && said.by === 'sms' ? <Status status={said.status} language={language} /> : null}
        {said.waits ? <Badge tone="warning">{t.waits}</Badge> : null}
      </p>
      <SmsText text={said.text} language={language} />
      {said.by === 'page' ? <Notice c={c} said={said} /> : null}
      {said.masked ? <p class="form-hint">{t.masked}</p> : null}
    </li>
  );
};

/** Who else is here. */
const Others: FC<Props> = ({ c, talk }) => {
  const t = inLanguage(conversationWords, c.var.language);
  return (
    <div role="status" class="desk-others">
      {talk.others.map(({ name, writes }) => (
        <p>{fill(writes ? t.writes : t.here, { name })}</p>
      ))}
    </div>
  );
};

/** The live part: who is here, what was said, and (for the form beside it) how much that is. `since` is how much there was when the page was opened. */
export const Thread: FC<Props & { since: number }> = ({ c, talk, since }) => {
  const t = inLanguage(conversationWords, c.var.language);
  return (
    <>
      <Others c={c} talk={talk} />
      <div role="status" class="desk-news">
        {talk.seen > since ? <p>{t.news}</p> : null}
      </div>
      {talk.said.length === 0 ? <p>{t.nothing}</p> : null}
      <ol class="desk-talk no-max-width">
        {talk.said.map((said) => (
          <Line c={c} said={said} />
        ))}
      </ol>
      <input type="hidden" name="set" value={String(talk.seen)} form="skriv-form" id="set" />
      <input type="hidden" name="set" value={String(talk.seen)} form="luk-form" id="set-luk" />
    </>
  );
};

/** What keeps a conversation live: asked for every few seconds, and what is being written stays. */
export const LiveThread: FC<Props> = ({ c, talk }) => (
  <div
    id="traad"
    {...{
      'hx-post': `/desk/live/samtale/${talk.id}`,
      'hx-trigger': 'every 5s',
      'hx-swap': 'innerMorph',
      ...KEEP,
      'hx-vals': JSON.stringify({ csrf: c.var.csrf, fra: String(talk.seen) }),
    }}
  >
    <Thread c={c} talk={talk} since={talk.seen} />
  </div>
);

/** The questions that are open with the relative or at this number: staff may give one of them the answer. */
export const Questions: FC<Props> = ({ c, talk }) => {
  const t = inLanguage(inboxWords, c.var.language);
  if (talk.questions.length === 0 || !talk.reply || !mayCare(c)) return null;
  return (
    <Section id="mening" heading={t.meaning} hint={t.meaningHint}>
      <ul class="desk-list no-max-width">
        {talk.questions.map(({ journeyId, relativeId, title, step }) => {
          const person = talk.people.find(({ id }) => id === relativeId);
          const about = fill(t.question, { flow: title, step });
          return (
            <Item
              who={<Who id={relativeId} name={person?.name} from="reply" c={c} />}
              action={
                <DeskForm c={c} action={`/desk/indbakke/${talk.reply}/mening`} class="desk-buttons">
                  <input type="hidden" name="forloeb" value={journeyId} />
                  {(['ja', 'nej'] as const).map((answer) => (
                    <button type="submit" name="svar" value={answer} class="button button-secondary">
                      {answer.toUpperCase()}
                      <span class="sr-only">
                        {' '}
                        {person?.name}, {about}
                      </span>
                    </button>
                  ))}
                </DeskForm>
              }
            >
              <p>{about}</p>
            </Item>
          );
        })}
      </ul>
    </Section>
  );
};
