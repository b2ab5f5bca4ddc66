import type { Check, DraftText } from '../draft.ts';
import { smsTexts } from '../draft-texts.ts';
import type { Problem } from '../problem.ts';
import { type Place, problemAt } from '../sentences.ts';
import { literalText, placeIn } from '../template-places.ts';
import { type Told, toldBy } from '../told-by.ts';

/** No SMS says in plain words what a confidential field would have said: a unit, an address, an event, an illness. */
export const checkTelling: Check = (draft) => {
  const find = toldBy(draft.against);
  return smsTexts(draft).flatMap((text) =>
    find(literalText(text.read.template)).map((told) => problemOf(text, told)),
  );
};

function problemOf(text: DraftText, told: Told): Problem {
  const { at, end } = told;
  const said = text.read.template.slice(at, end).replace(/\s+/g, ' ');
  return sentenceOf(placeIn(text, at, end - at), said, told);
}

function sentenceOf(place: Place, word: string, { kind, name }: Told): Problem {
  if (kind === 'unit') return problemAt(place, 'names-unit', { word, name });
  if (kind === 'address') return problemAt(place, 'names-address', { word, name });
  if (kind === 'event') return problemAt(place, 'names-event', { word, name });
  return problemAt(place, 'telling-word', { word });
}
