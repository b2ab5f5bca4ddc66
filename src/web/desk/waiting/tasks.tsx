import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { AppError } from '../../../services/app-error.ts';
import { listTasks, type TaskLine } from '../../../services/waiting/list-tasks.ts';
import { settleTask, TASK_OUTCOMES } from '../../../services/waiting/settle-task.ts';
import { telHref } from '../../layout/organisation.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { showInstant } from '../../words/when.ts';
import { evaluationWords } from '../forms/evaluation-words.ts';
import { readCursor, writeCursor } from '../frame/cursor.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Item, Who } from '../frame/lists.tsx';
import { Badge, DeskForm, More, mayCare, SmsText } from '../frame/parts.tsx';
import { taskWords } from '../inbox/inbox-words.ts';
import { changeWords } from '../relatives/change-words.ts';
import { hoursWords } from '../relatives/hours-words.ts';

/** A task with the one after it, which the press leads to. */
type TaskProps = { c: DeskContext; task: TaskLine; next: string | undefined; mine: boolean };

/** What can become of a task: an answer only where one is asked for, "not reached" only for a call. */
const Outcomes: FC<TaskProps> = ({ c, task, next, mine }) => {
  const t = inLanguage(taskWords, c.var.language);
  const isCall = task.channel === 'ring';
  const waits = task.asks || task.form;
  const buttons = [
    ...(task.asks ? ([['ja', t.yes] as const, ['nej', t.no] as const] as const) : []),
    ...(task.form ? [['nej', evaluationWords.declined[c.var.language]] as const] : []),
    ...(waits && isCall ? [] : [['done', isCall ? t.told : t.posted] as const]),
    ...(isCall ? [['missed', t.missed] as const] : []),
  ];
  return (
    <DeskForm c={c} action={`/desk/opgaver/${task.id}`} class="desk-buttons">
      {next ? <input type="hidden" name="naeste" value={next} /> : null}
      {mine ? <input type="hidden" name="mine" value="ja" /> : null}
      {buttons.map(([outcome, text]) => (
        <button type="submit" name="udfald" value={outcome} class="button button-secondary">
          {text}
          <span class="sr-only"> {task.name}</span>
        </button>
      ))}
    </DeskForm>
  );
};

const Task: FC<TaskProps> = (props) => {
  const { c, task } = props;
  const { language, rt } = c.var;
  const t = inLanguage(taskWords, language);
  const isCall = task.channel === 'ring';
  return (
    <Item
      who={
        <span id={`o-${task.id}`} tabindex={-1} class="desk-target">
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
          {isCall || !mayCare(c) ? null : <a href={`/desk/opgaver/${task.id}/brev`}>{t.print}</a>}
          {task.form && mayCare(c) ? (
            <a class="button button-primary" href={`/desk/opgaver/${task.id}/skema`}>
              {evaluationWords.fill[language]}
              <span class="sr-only"> {task.name}</span>
            </a>
          ) : null}
          <Outcomes {...props} />
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

/** Mine or everybody's, and all letters of today at once. */
const Ways: FC<{ c: DeskContext; mine: boolean }> = ({ c, mine }) => {
  const t = inLanguage(taskWords, c.var.language);
  const current = (is: boolean) => (is ? { 'aria-current': 'page' as const } : {});
  return (
    <div class="desk-buttons">
      <a href="/desk/opgaver" {...current(!mine)}>
        {t.everybody}
      </a>
      <a href="/desk/opgaver?mine=ja" {...current(mine)}>
        {t.mine}
      </a>
      {mayCare(c) ? (
        <a class="button button-secondary" href={`/desk/opgaver/breve${mine ? '?mine=ja' : ''}`}>
          {t.letters}
        </a>
      ) : null}
    </div>
  );
};

taskRoutes.get('/opgaver', async (c) => {
  const { rt, staff, language } = c.var;
  const t = inLanguage(taskWords, language);
  const mine = c.req.query('mine') === 'ja';
  const { lines, next } = await listTasks(rt, staff, readCursor(c.req.query('efter')), undefined, { mine });
  return sendDesk(
    c,
    { title: t.title, section: 'tasks' },
    <>
      <h1>{t.title}</h1>
      <p>{lines.length === 0 ? (mine ? t.noneMine : t.empty) : t.lead}</p>
      <Ways c={c} mine={mine} />
      <ul class="desk-list no-max-width">
        {lines.map((task, i) => (
          <Task c={c} task={task} mine={mine} next={lines[i + 1]?.id} />
        ))}
      </ul>
      <More
        href={next && `/desk/opgaver?efter=${writeCursor(next)}${mine ? '&mine=ja' : ''}`}
        language={language}
      />
    </>,
  );
});

/** Back to the list at the next task, so that one goes on where one was. */
function nextOf(form: URLSearchParams): string {
  const next = form.get('naeste') ?? '';
  const mine = form.get('mine') === 'ja' ? '&mine=ja' : '';
  return `${mine}${/^[\w.-]{1,120}$/.test(next) ? `#o-${next}` : ''}`;
}

taskRoutes.post('/opgaver/:id', async (c) => {
  const { rt, staff, form } = c.var;
  const outcome = TASK_OUTCOMES.find((known) => known === form.get('udfald'));
  if (!outcome) throw new AppError('field-unreadable', 'udfald');
  await settleTask(rt, staff, c.req.param('id'), outcome);
  return c.redirect(`/desk/opgaver?gemt=${outcome === 'missed' ? 'missed' : 'task'}${nextOf(form)}`, 303);
});
