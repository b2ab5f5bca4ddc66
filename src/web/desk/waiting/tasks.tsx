import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { AppError } from '../../../services/app-error.ts';
import { listTasks, type TaskLine } from '../../../services/waiting/list-tasks.ts';
import { settleTask, TASK_OUTCOMES } from '../../../services/waiting/settle-task.ts';
import { showLetter } from '../../../services/waiting/show-letter.ts';
import { telHref } from '../../layout/organisation.ts';
import { inLanguage } from '../../words/language.ts';
import { readCursor, writeCursor } from '../frame/cursor.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { fill } from '../frame/fill.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Item, Who } from '../frame/lists.tsx';
import { Badge, DeskForm, More, SmsText } from '../frame/parts.tsx';
import { showDay, showInstant } from '../frame/when.ts';
import { taskWords } from '../inbox/inbox-words.ts';
import { changeWords } from '../relatives/change-words.ts';
import { hoursWords } from '../relatives/hours-words.ts';

/** What can become of a task: an answer only where one is asked for, "not reached" only for a call. */
const Outcomes: FC<{ c: DeskContext; task: TaskLine }> = ({ c, task }) => {
  const t = inLanguage(taskWords, c.var.language);
  const isCall = task.channel === 'ring';
  const buttons = [
    ...(task.asks ? ([['ja', t.yes] as const, ['nej', t.no] as const] as const) : []),
    ...(task.asks && isCall ? [] : [['done', isCall ? t.told : t.posted] as const]),
    ...(isCall ? [['missed', t.missed] as const] : []),
  ];
  return (
    <DeskForm c={c} action={`/desk/opgaver/${task.id}`} class="desk-buttons">
      {buttons.map(([outcome, text]) => (
        <button type="submit" name="udfald" value={outcome} class="button button-secondary">
          {text}
          <span class="sr-only"> {task.name}</span>
        </button>
      ))}
    </DeskForm>
  );
};

const Task: FC<{ c: DeskContext; task: TaskLine }> = ({ c, task }) => {
  const { language, rt } = c.var;
  const t = inLanguage(taskWords, language);
  const isCall = task.channel === 'ring';
  return (
    <Item
      who={
        <span id={`o-${task.id}`}>
          <Who id={task.relativeId} name={task.name} from="task" c={c} />
        </span>
      }
      meta={
        <>
          <Badge tone="warning">{isCall ? t.call : t.letter}</Badge>
          {task.number ? <a href={telHref(task.number)}>{task.number}</a> : null}
          {isCall && task.hoursFrom !== null && task.hoursTo !== null ? (
            <strong>
              {fill(
                changeWords.onlyCallHours[language],
                hoursWords({ from: task.hoursFrom, to: task.hoursTo }),
              )}
            </strong>
          ) : null}
          <span>{fill(t.since, { when: showInstant(task.dueAt, rt.now(), language) })}</span>
          {task.attempts > 0 ? (
            <span>{task.attempts === 1 ? t.triedOnce : fill(t.tried, { n: task.attempts })}</span>
          ) : null}
        </>
      }
      action={
        <>
          {isCall ? null : <a href={`/desk/opgaver/${task.id}/brev`}>{t.print}</a>}
          <Outcomes c={c} task={task} />
        </>
      }
    >
      <SmsText text={task.text} language={language} />
      {task.page ? <p class="form-hint">{fill(t.page, { title: task.page })}</p> : null}
    </Item>
  );
};

/** Calls and letters for those whom no SMS reaches. */
export const taskRoutes = new Hono<DeskEnv>();

taskRoutes.get('/opgaver', async (c) => {
  const { rt, staff, language } = c.var;
  const t = inLanguage(taskWords, language);
  const { lines, next } = await listTasks(rt, staff, readCursor(c.req.query('efter')));
  return sendDesk(
    c,
    { title: t.title, section: 'tasks' },
    <>
      <h1>{t.title}</h1>
      <p>{lines.length === 0 ? t.empty : t.lead}</p>
      <ul class="desk-list no-max-width">
        {lines.map((task) => (
          <Task c={c} task={task} />
        ))}
      </ul>
      <More href={next && `/desk/opgaver?efter=${writeCursor(next)}`} language={language} />
    </>,
  );
});

taskRoutes.post('/opgaver/:id', async (c) => {
  const { rt, staff, form } = c.var;
  const outcome = TASK_OUTCOMES.find((known) => known === form.get('udfald'));
  if (!outcome) throw new AppError('field-unreadable', 'udfald');
  await settleTask(rt, staff, c.req.param('id'), outcome);
  return c.redirect(`/desk/opgaver?gemt=${outcome === 'missed' ? 'missed' : 'task'}`, 303);
});

taskRoutes.get('/opgaver/:id/brev', async (c) => {
  const { rt, staff, language, organisation } = c.var;
  const letter = await showLetter(rt, staff, c.req.param('id'));
  const t = inLanguage(taskWords, language);
  const title = fill(t.letterTitle, { name: letter.name ?? '' });
  return sendDesk(
    c,
    { title, section: 'tasks' },
    <div class="desk-narrow">
      <h1 class="d-print-none">{title}</h1>
      <p class="d-print-none">{t.letterHint}</p>
      <p class="d-print-none">{letter.asks ? t.letterAsks : t.letterNext}</p>
      <article class="desk-letter" lang={letter.language} dir="auto">
        <p>{organisation.authority}</p>
        <p>{showDay(rt.now(), letter.language)}</p>
        <p class="desk-sms">{letter.text}</p>
        <p>
          {organisation.telefon}, {organisation.aabningstid}
        </p>
      </article>
      <p class="d-print-none">
        <a href="/desk/opgaver">{t.back}</a>
      </p>
    </div>,
  );
});
