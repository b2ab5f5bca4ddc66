import type { Flow, Form, Question } from '../../journey/flow/flow.ts';
import type { Fields } from '../../journey/text/fields.ts';
import { renderText } from '../../journey/text/render.ts';

/** A question as it is read; `choices` are those the flow words itself: a scale and a yes or no have the words of the page. */
export type QuestionView = {
  kind: Question['kind'];
  id: string;
  text: string;
  choices: readonly { value: string; text: string }[];
};

/** The questions of a form in words. */
export function viewQuestions(
  flow: Flow,
  { questions }: Pick<Form, 'questions'>,
  language: string,
  fields: Fields,
): QuestionView[] {
  const say = (key: string): string => renderText(flow, key, language, fields).text;
  return questions.map((question) => ({
    kind: question.kind,
    id: question.id,
    text: say(question.id),
    choices: question.kind === 'choice' ? question.of.map((value) => ({ value, text: say(value) })) : [],
  }));
}
