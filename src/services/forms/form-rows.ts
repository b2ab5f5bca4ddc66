// The rows of questionnaires in a turn: what was asked, what was answered, and what cannot wait.
import type { Fact } from '../../journey/engine/facts.ts';
import type { Flow, Form } from '../../journey/flow/flow.ts';
import { isoDate } from '../../journey/time/format.ts';
import { type AskedForm, answerId, type FilledForm } from '../../store/journeys/about-forms.ts';
import type { TurnRows } from '../../store/journeys/turns.ts';
import { type AlertRow, alertRow } from '../../store/messages/alerts.ts';
import { seal, tokenHash } from '../../store/seal.ts';
import type { Subject } from '../journeys/message-rows.ts';
import type { Runtime } from '../runtime.ts';

/** What was answered, by question; `danger` are words that a person must see with the name of who wrote them. */
export type Answers = { step: string; answers: Readonly<Record<string, string>>; danger?: string };

const formAt = ({ steps }: Flow, id: string): Form | undefined =>
  steps.find((step): step is Form => step.kind === 'form' && step.id === id);

/** What one asks about, and the day it is counted under: the arrangement's, or the first of the month. */
function askedOf({ flowName, state }: Subject, { id, about }: Form, at: number): AskedForm {
  const event = about === undefined ? undefined : state.events?.[about];
  const day =
    event && about !== undefined
      ? (state.anchors[about] ?? '').slice(0, 10)
      : `${isoDate(at).slice(0, 7)}-01`;
  return { eventId: event?.id ?? '', flow: flowName, step: id, day };
}

/** A random whole number below 2^48: a row's place tells nothing of when it came. */
const randomLine = (rt: Runtime): number => Buffer.from(tokenHash(rt.newId()), 'base64url').readUIntBE(0, 6);

function filledOf(rt: Runtime, asked: AskedForm, { questions }: Form, given: Answers): FilledForm {
  const line = randomLine(rt);
  const answers = questions.flatMap(({ id: question, kind }) => {
    const value = given.answers[question];
    if (value === undefined) return [];
    const wordsSealed =
      kind === 'words' ? seal(rt.db.keys, `form_answers.words:${answerId(line, question)}`, value) : null;
    return [{ line: randomLine(rt), question, value: wordsSealed === null ? value : null, wordsSealed }];
  });
  return { ...asked, line, answers };
}

/** Words that sound like danger go to a person, and not among the answers. */
function alertOf(rt: Runtime, subject: Subject, { step, danger }: Answers, at: number): AlertRow[] {
  if (danger === undefined) return [];
  const { id, relativeId, version } = subject;
  const about = { relativeId, journeyId: id, step, raisedAt: at };
  const text = `Skrev i et spørgeskema: »${danger}« Ring nu.`;
  return [
    alertRow(rt.db.keys, {
      id: `distress.form.${id}.${step}.${version}`,
      kind: 'distress',
      audience: 'advisor',
      urgent: 1,
      text,
      ...about,
    }),
  ];
}

type Rows = Pick<TurnRows, 'askedForms' | 'filledForm'> & { alerts: AlertRow[]; over?: string };

/**
 * What a turn writes of questionnaires, by the state the turn leads to. `over` is the step of one that was answered or given
 * up: what it composed and has not left is taken back. Each is counted as asked once for an arrangement.
 */
export function formRows(
  rt: Runtime,
  subject: Subject,
  flow: Flow,
  facts: readonly Fact[],
  given: Answers | undefined,
): Rows {
  const rows: Rows = { alerts: [] };
  const asked: AskedForm[] = [];
  for (const fact of facts) {
    const form = 'step' in fact && fact.step !== undefined ? formAt(flow, fact.step) : undefined;
    if (!form) continue;
    if (fact.kind === 'answerRecorded') rows.over = form.id;
    const isAgain = form.about !== undefined && Object.hasOwn(subject.state.answers, form.id);
    if (fact.kind === 'waitingBegan' && !isAgain) asked.push(askedOf(subject, form, fact.at));
    if (fact.kind !== 'answerRecorded' || fact.answer !== 'answered' || given?.step !== form.id) continue;
    rows.filledForm = filledOf(rt, askedOf(subject, form, fact.at), form, given);
    rows.alerts.push(...alertOf(rt, subject, given, fact.at));
  }
  return asked.length > 0 ? { ...rows, askedForms: asked } : rows;
}
