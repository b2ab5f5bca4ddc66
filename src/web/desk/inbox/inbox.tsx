import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { AppError } from '../../../services/app-error.ts';
import { answerQuestion } from '../../../services/inbox/answer-question.ts';
import { answerReply, MOST_CHARACTERS } from '../../../services/inbox/answer-reply.ts';
import { closeReply } from '../../../services/inbox/close-reply.ts';
import { listReplies } from '../../../services/inbox/list-replies.ts';
import { type Conversation, type Said, showConversation } from '../../../services/inbox/show-conversation.ts';
import { Alert } from '../../layout/alert.tsx';
import { only } from '../../layout/form.tsx';
import { inLanguage } from '../../words/language.ts';
import { commonWords } from '../frame/common-words.ts';
import { readCursor, writeCursor } from '../frame/cursor.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { fill } from '../frame/fill.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Item, Replies, Section, Who } from '../frame/lists.tsx';
import { DeskForm, Do, Facts, More, mayCare, SmsText, Status, TextArea } from '../frame/parts.tsx';
import { attempt, sentenceOf } from '../frame/problems.tsx';
import { showInstant, showLength } from '../frame/when.ts';
import { inboxWords } from './inbox-words.ts';

type Props = { c: DeskContext; talk: Conversation };

const Line: FC<{ c: DeskContext; said: Said; here: boolean }> = ({ c, said, here }) => {
  const { language, rt } = c.var;
  const t = inLanguage(inboxWords, language);
  return (
    <li class={`desk-said desk-said-${said.from}${here ? ' desk-said-here' : ''}`}>
      <p class="desk-meta">
        <strong>{said.from === 'us' ? t.us : t.them}</strong>
        <span>{showInstant(said.at, rt.now(), language)}</span>
        {said.from === 'us' ? <Status status={said.status} language={language} /> : null}
      </p>
      <SmsText text={said.text} language={language} />
      {said.masked ? <p class="form-hint">{t.masked}</p> : null}
    </li>
  );
};

/** The questions that are open at this number: staff may give one of them the answer. */
const Questions: FC<Props> = ({ c, talk }) => {
  const { language } = c.var;
  const t = inLanguage(inboxWords, language);
  if (talk.questions.length === 0 || !mayCare(c)) return null;
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
                <DeskForm c={c} action={`/desk/indbakke/${talk.id}/mening`} class="desk-buttons">
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

const Write: FC<Props & { text: string; error?: string }> = ({ c, talk, text, error }) => {
  const { language } = c.var;
  const t = inLanguage(inboxWords, language);
  if (talk.status !== 'waiting') return <p>{t.settled}</p>;
  const at = `/desk/indbakke/${talk.id}`;
  return (
    <Section id="svar" heading={t.write}>
      {talk.stopped || talk.wrong ? (
        <Alert variant="warning" language={language}>
          {t.stopped}
        </Alert>
      ) : (
        <DeskForm c={c} action={`${at}/svar`}>
          <TextArea
            name="text"
            label={t.text}
            hint={fill(t.writeHint, { n: MOST_CHARACTERS })}
            value={text}
            language={language}
            {...only({ error })}
          />
          <button type="submit" class="button button-primary">
            {t.send}
          </button>
        </DeskForm>
      )}
      <Do c={c} action={`${at}/luk`} variant="tertiary">
        {t.close}
      </Do>
    </Section>
  );
};

function sendTalk(c: DeskContext, talk: Conversation, text: string, error?: string): Promise<Response> {
  const { language } = c.var;
  const t = inLanguage(inboxWords, language);
  const who = talk.people.map(({ name }) => name).join(', ') || commonWords.unknownNumber[language];
  const title = fill(t.conversation, { who });
  return sendDesk(
    c,
    { title, section: 'inbox', failed: error !== undefined },
    <div class="desk-narrow">
      <h1>{title}</h1>
      <Facts
        rows={[
          [t.number, talk.number],
          [
            t.readers,
            talk.people.map((person, i) => (
              <>
                {i > 0 ? ', ' : ''}
                <Who id={person.id} name={person.name} from="reply" c={c} />
              </>
            )),
          ],
          [talk.status === 'waiting' ? t.waited : t.took, showLength(talk.waitedMs, language)],
        ]}
      />
      <Section id="skrevet" heading={t.said}>
        <ol class="desk-talk no-max-width">
          {talk.said.map((said) => (
            <Line c={c} said={said} here={said.id === talk.id} />
          ))}
        </ol>
      </Section>
      {talk.status === 'waiting' ? <Questions c={c} talk={talk} /> : null}
      <Write c={c} talk={talk} text={text} {...only({ error })} />
    </div>,
  );
}

/** Replies that wait for a person: reading them, answering, saying what they mean. */
export const inboxRoutes = new Hono<DeskEnv>();

inboxRoutes.get('/indbakke', async (c) => {
  const { rt, staff, language } = c.var;
  const t = inLanguage(inboxWords, language);
  const { lines, next } = await listReplies(rt, staff, readCursor(c.req.query('efter')));
  return sendDesk(
    c,
    { title: t.title, section: 'inbox' },
    <>
      <h1>{t.title}</h1>
      <p>{lines.length === 0 ? t.empty : t.lead}</p>
      <Replies c={c} lines={lines} />
      <More href={next && `/desk/indbakke?efter=${writeCursor(next)}`} language={language} />
    </>,
  );
});

inboxRoutes.get('/indbakke/:id', async (c) =>
  sendTalk(c, await showConversation(c.var.rt, c.var.staff, c.req.param('id')), ''),
);

inboxRoutes.post('/indbakke/:id/svar', async (c) => {
  const { rt, staff, form, language } = c.var;
  const id = c.req.param('id');
  const text = form.get('text') ?? '';
  const outcome = await attempt(() => answerReply(rt, staff, id, text));
  if ('value' in outcome) return c.redirect('/desk/indbakke?gemt=answered', 303);
  const { code, detail } = outcome.error;
  const kept = code === 'cpr-typed' ? '' : text;
  return sendTalk(c, await showConversation(rt, staff, id), kept, sentenceOf(code, detail ?? '', language));
});

inboxRoutes.post('/indbakke/:id/luk', async (c) => {
  await closeReply(c.var.rt, c.var.staff, c.req.param('id'));
  return c.redirect('/desk/indbakke?gemt=closed', 303);
});

inboxRoutes.post('/indbakke/:id/mening', async (c) => {
  const { rt, staff, form } = c.var;
  const answer = (['ja', 'nej'] as const).find((known) => known === form.get('svar'));
  if (!answer) throw new AppError('field-unreadable', 'svar');
  await answerQuestion(rt, staff, c.req.param('id'), { journeyId: form.get('forloeb') ?? '', answer });
  return c.redirect('/desk/indbakke?gemt=question', 303);
});
