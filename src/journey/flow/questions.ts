// What a question of a questionnaire can be answered with.
import type { Question } from './flow.ts';

/** The steps of a scale, the least first. */
export const SCALE = ['1', '2', '3', '4', '5'] as const;

/** The most characters of an answer in words. */
export const MOST_WORDS = 1000;

/** The answers one chooses from; none for words. */
export function choicesOf(question: Question): readonly string[] {
  if (question.kind === 'scale') return SCALE;
  if (question.kind === 'yesno') return ['ja', 'nej'];
  return question.kind === 'choice' ? question.of : [];
}

/** Whether this answers the question. */
export const fitsQuestion = (question: Question, value: string): boolean =>
  question.kind === 'words' ? value.length <= MOST_WORDS : choicesOf(question).includes(value);
