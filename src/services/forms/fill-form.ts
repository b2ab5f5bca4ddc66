// A questionnaire that staff fill in with a relative who is called.
import { openFields } from '../../journey/engine/fields.ts';
import type { Form } from '../../journey/flow/flow.ts';
import { findListedMessage, type ListedMessage } from '../../store/messages/desk-lists.ts';
import { AppError } from '../app-error.ts';
import { knownOf } from '../journeys/known.ts';
import { getFlow } from '../journeys/load-flow.ts';
import { takeTurn } from '../journeys/take-turn.ts';
import { getOrganisation } from '../organisation.ts';
import { openName } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';
import { type FormProblems, readAnswers, type Typed } from './read-answers.ts';
import { type QuestionView, viewQuestions } from './view-questions.ts';

/** The questionnaire the journey of a call now waits for; undefined when it waits for none. */
export async function openFormOf(rt: Runtime, row: ListedMessage): Promise<Form | undefined> {
  if (!row.journeyId || !row.flowId || row.openStep !== row.step || row.awaiting !== 'form') return undefined;
  const step = (await getFlow(rt, row.flowId)).steps.find(({ id }) => id === row.step);
  return step?.kind === 'form' ? step : undefined;
}

type Asked = { row: ListedMessage; form: Form; journeyId: string; flowId: string };

async function findAsked(rt: Runtime, staff: Staff, task: string): Promise<Asked> {
  await requireSight(rt, staff, 'care', 'message', task);
  const row = await findListedMessage(rt.db, task);
  if (row?.channel !== 'ring' || !row.journeyId || !row.flowId) throw new AppError('not-found');
  const form = await openFormOf(rt, row);
  if (row.status !== 'todo' || !form) throw new AppError('already-done');
  return { row, form, journeyId: row.journeyId, flowId: row.flowId };
}

export type FormTask = { id: string; name: string | undefined; questions: QuestionView[] };

/** The questionnaire of a call in the flow's first language, which is the staff's. Throws `not-found`, and `already-done` when it was answered or is over. */
export async function showFormTask(rt: Runtime, staff: Staff, task: string): Promise<FormTask> {
  const { row, form, journeyId, flowId } = await findAsked(rt, staff, task);
  const [flow, journey, organisation] = await Promise.all([
    getFlow(rt, flowId),
    rt.db.findJourney(journeyId),
    getOrganisation(rt),
  ]);
  if (!journey) throw new AppError('not-found');
  const language = flow.languages[0] ?? 'da';
  const fields = openFields(knownOf(rt, organisation, journey), journey.state.anchors, language);
  const questions = viewQuestions(flow, form, language, fields);
  return { id: task, name: openName(rt, row.relativeId, row.nameSealed), questions };
}

const entryOf = (staff: Staff, { row }: Asked, outcome: string) => ({
  kind: 'task.done',
  actor: staff.id,
  ...(row.relativeId ? { relativeId: row.relativeId } : {}),
  subject: row.id,
  body: { channel: row.channel, outcome },
});

async function settle(
  rt: Runtime,
  staff: Staff,
  asked: Asked,
  answers?: Record<string, string>,
): Promise<void> {
  const step = asked.form.id;
  const answer = answers ? 'answered' : 'silent';
  const input = { kind: 'filled', at: rt.now(), step, answer, by: staff.id } as const;
  const { facts } = await takeTurn(rt, asked.journeyId, input, {
    task: asked.row.id,
    entry: entryOf(staff, asked, answers ? 'filled' : 'declined'),
    ...(answers ? { filled: { step, answers } } : {}),
  });
  if (facts.some(({ kind }) => kind === 'inputIgnored')) throw new AppError('already-done');
}

/** Keeps what a relative who was called answered, without a name, and settles the call; with problems nothing is kept. Throws as `showFormTask`. */
export async function fillForm(
  rt: Runtime,
  staff: Staff,
  task: string,
  typed: Typed,
): Promise<FormProblems | undefined> {
  const asked = await findAsked(rt, staff, task);
  const read = readAnswers(asked.form, typed);
  if (!read.ok) return read;
  await settle(rt, staff, asked, read.answers);
  return undefined;
}

/** Notes that the relative does not want to answer, and settles the call. Throws as `showFormTask`. */
export const declineForm = async (rt: Runtime, staff: Staff, task: string): Promise<void> =>
  settle(rt, staff, await findAsked(rt, staff, task));
