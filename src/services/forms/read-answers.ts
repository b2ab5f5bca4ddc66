// From what somebody typed into a questionnaire to what is kept of it.
import type { Form } from '../../journey/flow/flow.ts';
import { fitsQuestion, MOST_WORDS } from '../../journey/flow/questions.ts';
import { maskCpr } from '../../journey/reply/mask-cpr.ts';

/** What was typed or chosen, by question. */
export type Typed = Readonly<Record<string, string>>;

/** What is wrong: with one question, or that nothing at all was answered. */
export type FormProblems = {
  empty: boolean;
  wrong: Readonly<Record<string, 'text-too-long' | 'field-unreadable'>>;
};

export type ReadAnswers = { ok: true; answers: Record<string, string> } | ({ ok: false } & FormProblems);

/** Reads a questionnaire: no question must be answered, but one. CPR numbers are masked. */
export function readAnswers({ questions }: Form, typed: Typed): ReadAnswers {
  const answers: Record<string, string> = {};
  const wrong: Record<string, 'text-too-long' | 'field-unreadable'> = {};
  for (const question of questions) {
    const { id, kind } = question;
    const value = (typed[id] ?? '').replace(/\r\n?/g, '\n').trim();
    if (value === '') continue;
    if (kind === 'words' && value.length > MOST_WORDS) wrong[id] = 'text-too-long';
    else if (!fitsQuestion(question, value)) wrong[id] = 'field-unreadable';
    else answers[id] = kind === 'words' ? maskCpr(value).text : value;
  }
  const empty = Object.keys(answers).length === 0 && Object.keys(wrong).length === 0;
  return empty || Object.keys(wrong).length > 0 ? { ok: false, empty, wrong } : { ok: true, answers };
}
