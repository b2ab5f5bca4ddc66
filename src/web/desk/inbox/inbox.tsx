import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { AppError } from '../../../services/app-error.ts';
import { answerQuestion } from '../../../services/inbox/answer-question.ts';
import { FILTERS, type Filter, listConversations } from '../../../services/inbox/list-conversations.ts';
import { inLanguage } from '../../words/language.ts';
import { readCursor, writeCursor } from '../frame/cursor.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Conversations } from '../frame/lists.tsx';
import { live } from '../frame/live.tsx';
import { Do, More } from '../frame/parts.tsx';
import { emptyWords, inboxWords } from './inbox-words.ts';

const filterOf = (c: DeskContext): Filter => FILTERS.find((known) => known === c.req.query('vis')) ?? 'all';

const Filters: FC<{ c: DeskContext; now: Filter }> = ({ c, now }) => {
  const t = inLanguage(inboxWords, c.var.language);
  return (
    <nav aria-label={t.show} class="desk-filters d-print-none">
      <ul>
        {FILTERS.map((filter) => (
          <li>
            <a href={`/desk/indbakke?vis=${filter}`} {...(filter === now ? { 'aria-current': 'page' } : {})}>
              {t[filter]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

async function listPart(c: DeskContext) {
  const { rt, staff, language } = c.var;
  const t = inLanguage(inboxWords, language);
  const filter = filterOf(c);
  const after = readCursor(c.req.query('efter'));
  const { lines, next, isCut } = await listConversations(rt, staff, { filter, ...(after ? { after } : {}) });
  return (
    <>
      <p>{lines.length === 0 ? emptyWords[filter][language] : t.lead}</p>
      <Conversations c={c} lines={lines} />
      {isCut && !next ? <p class="form-hint">{t.cut}</p> : null}
      <More href={next && `/desk/indbakke?vis=${filter}&efter=${writeCursor(next)}`} language={language} />
    </>
  );
}

/** What waits, by conversation: the part of the page that is live. */
export async function inboxPart(c: DeskContext) {
  const after = readCursor(c.req.query('efter'));
  const asked = `vis=${filterOf(c)}${after ? `&efter=${writeCursor(after)}` : ''}`;
  return live(c, { part: 'indbakke', asked }, await listPart(c));
}

/** What was just put away can be taken back. */
const Undo: FC<{ c: DeskContext }> = ({ c }) => {
  const id = c.req.query('sidst') ?? '';
  return /^[\w-]{1,60}$/.test(id) ? (
    <Do c={c} action={`/desk/indbakke/${id}/genaabn`}>
      {inboxWords.undo[c.var.language]}
    </Do>
  ) : null;
};

/** What waits for a person: by conversation. */
export const inboxRoutes = new Hono<DeskEnv>();

inboxRoutes.get('/indbakke', async (c) => {
  const t = inLanguage(inboxWords, c.var.language);
  return sendDesk(
    c,
    { title: t.title, section: 'inbox' },
    <>
      <div class="desk-head">
        <h1>{t.title}</h1>
        <a class="d-print-none" href="/desk/indbakke/svar">
          {t.saved}
        </a>
      </div>
      <Undo c={c} />
      <Filters c={c} now={filterOf(c)} />
      {await inboxPart(c)}
    </>,
  );
});

inboxRoutes.post('/indbakke/:id/mening', async (c) => {
  const { rt, staff, form } = c.var;
  const answer = (['ja', 'nej'] as const).find((known) => known === form.get('svar'));
  if (!answer) throw new AppError('field-unreadable', 'svar');
  await answerQuestion(rt, staff, c.req.param('id'), { journeyId: form.get('forloeb') ?? '', answer });
  return c.redirect('/desk/indbakke?gemt=question', 303);
});
