import { Hono } from 'hono';
import { AppError } from '../../../services/app-error.ts';
import { assignConversation, listColleagues } from '../../../services/inbox/assign-conversation.ts';
import { measureText } from '../../../services/inbox/follow-conversation.ts';
import { openConversation } from '../../../services/inbox/open-conversation.ts';
import { fillSavedAnswer, listSavedAnswers } from '../../../services/inbox/saved-answers.ts';
import { closeConversation, reopenConversation } from '../../../services/inbox/settle-conversation.ts';
import { snoozeConversation } from '../../../services/inbox/snooze-conversation.ts';
import type { Leaves } from '../../../services/inbox/when-leaves.ts';
import { type Written, writeSecure, writeSms } from '../../../services/inbox/write-in-conversation.ts';
import { mayStaff } from '../../../services/staff/staff.ts';
import { Alert } from '../../layout/alert.tsx';
import { BackLink } from '../../pages/parts.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Section } from '../frame/lists.tsx';
import { attempt, sentenceOf } from '../frame/problems.tsx';
import { About } from './about.tsx';
import { conversationWords, writeWords } from './conversation-words.ts';
import { LiveThread, Questions } from './thread.tsx';
import { type Draft, Size, WriteForm } from './write-form.tsx';

type Shown = { draft?: Draft; dateError?: string; error?: string };

async function sendConversation(c: DeskContext, id: string, shown: Shown = {}): Promise<Response> {
  const { language, rt, staff } = c.var;
  const t = inLanguage(conversationWords, language);
  const talk = await openConversation(rt, staff, id);
  const [answers, colleagues] = await Promise.all([
    listSavedAnswers(rt, staff),
    mayStaff(staff, 'care') ? listColleagues(rt, talk.party) : [],
  ]);
  const who = talk.people.map(({ name }) => name).join(', ') || commonWords.unknownNumber[language];
  const title = fill(t.with, { who });
  const { draft = { text: '' } } = shown;
  const error = draft.error ?? shown.error;
  return sendDesk(
    c,
    { title, section: 'inbox', failed: error !== undefined || shown.dateError !== undefined },
    <>
      {error ? (
        <Alert variant="error" heading={commonWords.problems[language]} language={language}>
          <a href={draft.error ? '#text' : '#om'}>{error}</a>
        </Alert>
      ) : null}
      {draft.confidential ? (
        <Alert variant="warning" language={language}>
          {writeWords.confidential[language]}
        </Alert>
      ) : null}
      <BackLink href="/desk/indbakke">{t.back}</BackLink>
      <h1>{title}</h1>
      <div class="desk-beside">
        <div>
          <Section id="skrevet" heading={t.said}>
            <LiveThread c={c} talk={talk} />
          </Section>
          <Questions c={c} talk={talk} />
          <WriteForm c={c} talk={talk} draft={draft} answers={answers} />
        </div>
        <div>
          <About c={c} talk={talk} colleagues={colleagues} dateError={shown.dateError} />
        </div>
      </div>
    </>,
  );
}

/** One conversation: reading and writing, who has it, until when. `:id` is a relative's, a number's, or a message's. */
export const conversationRoutes = new Hono<DeskEnv>();

conversationRoutes.get('/indbakke/:id', (c) => sendConversation(c, c.req.param('id')));

const seenOf = (c: DeskContext): number => {
  const set = c.var.form.get('set') ?? '';
  return /^\d{1,9}$/.test(set) ? Number(set) : -1;
};

/** Puts a saved answer below what is written already. */
async function insert(c: DeskContext, id: string, text: string): Promise<Response> {
  const { rt, staff, form } = c.var;
  const chosen = form.get('gemt') ?? '';
  if (chosen === '') return sendConversation(c, id, { draft: { text } });
  const answer = await fillSavedAnswer(rt, staff, id, chosen);
  const before = text.trim() === '' ? '' : `${text.trimEnd()}\n`;
  return sendConversation(c, id, { draft: { text: `${before}${answer}` } });
}

/** Writes, and gives what the next page tells of it: an SMS that waits is told with its time. */
async function write(c: DeskContext, id: string, how: string, order: Written): Promise<string> {
  const { rt, staff } = c.var;
  const told = ({ at, why }: Leaves, kind: 'answered' | 'secure'): string =>
    why === 'now' || why === 'answer' ? kind : `${kind}Later&naar=${at}`;
  if (how !== 'sikker') return told(await writeSms(rt, staff, id, order), 'answered');
  const written = await writeSecure(rt, staff, id, order);
  return written.told === 'sms' ? told(written.leaves, 'secure') : 'secureCall';
}

conversationRoutes.post('/indbakke/:id/skriv', async (c) => {
  const { form, language } = c.var;
  const id = c.req.param('id');
  const text = form.get('text') ?? '';
  const how = form.get('knap') ?? 'sms';
  if (how === 'indsaet') return insert(c, id, text);
  const order = { text, seen: seenOf(c), form: form.get('form') ?? '' };
  const outcome = await attempt(() => write(c, id, how, order));
  if ('value' in outcome) return c.redirect(`/desk/indbakke?gemt=${outcome.value}`, 303);
  const { code, detail } = outcome.error;
  return sendConversation(c, id, {
    draft: {
      text: code === 'cpr-typed' ? '' : text,
      error: sentenceOf(code, detail ?? '', language),
      confidential: code === 'text-confidential',
    },
  });
});

conversationRoutes.post('/indbakke/:id/maal', async (c) => {
  const { rt, staff, form } = c.var;
  const measured = await measureText(rt, staff, c.req.param('id'), form.get('text') ?? '');
  return c.html(<Size c={c} measured={measured} />);
});

conversationRoutes.post('/indbakke/:id/luk', async (c) => {
  const { rt, staff, language } = c.var;
  const id = c.req.param('id');
  const outcome = await attempt(() => closeConversation(rt, staff, id, seenOf(c)));
  if ('value' in outcome) return c.redirect(`/desk/indbakke?gemt=closed&sidst=${id}`, 303);
  return sendConversation(c, id, { error: sentenceOf(outcome.error.code, '', language) });
});

conversationRoutes.post('/indbakke/:id/genaabn', async (c) => {
  const id = c.req.param('id');
  await reopenConversation(c.var.rt, c.var.staff, id);
  return c.redirect(`/desk/indbakke/${id}?gemt=reopened`, 303);
});

conversationRoutes.post('/indbakke/:id/tildel', async (c) => {
  const id = c.req.param('id');
  await assignConversation(c.var.rt, c.var.staff, id, c.var.form.get('hvem') ?? '');
  return c.redirect(`/desk/indbakke/${id}?gemt=assigned`, 303);
});

conversationRoutes.post('/indbakke/:id/udsaet', async (c) => {
  const { rt, staff, form, language } = c.var;
  const id = c.req.param('id');
  const til = form.get('til');
  if (til === null) throw new AppError('field-unreadable', 'til');
  const choice = til === 'dato' ? form.get('dato') || 'dato' : til;
  const outcome = await attempt(() => snoozeConversation(rt, staff, id, choice));
  if ('value' in outcome)
    return c.redirect(choice === '' ? `/desk/indbakke/${id}?gemt=woken` : '/desk/indbakke?gemt=snoozed', 303);
  return sendConversation(c, id, { dateError: conversationWords.badDate[language] });
});
