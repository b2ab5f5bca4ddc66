import { LONGEST_LINK } from '../../text/fields.ts';
import { countSegments, type Segments, segmentsWithLink } from '../../text/segments.ts';
import { VARIANT_LIMIT } from '../../text/variants.ts';
import type { Check, DraftText } from '../draft.ts';
import { longestVariants, smsTexts } from '../draft-texts.ts';
import { needsOwnLetters } from '../languages.ts';
import type { Problem } from '../problem.ts';
import { problemAt } from '../sentences.ts';
import { placeIn } from '../template-places.ts';

const LIMIT = { gsm7: { segments: 2, part: 153 }, ucs2: { segments: 3, part: 67 } } as const;

const INSTEAD: readonly (readonly [characters: string, instead: string])[] = [
  ['’‘‛ʼ´`′', "'"],
  ['“”„‟«»″', '"'],
  ['–—‐‑‒―−•·', '-'],
  ['…', '...'],
];

/** An SMS stays within its parts with the longest values, and within the SMS alphabet where its language does. */
export const checkLength: Check = (draft) =>
  smsTexts(draft).flatMap((text) => {
    const messages = longestVariants(draft, text);
    if (messages === 'unreadable') return [];
    if (messages === 'many')
      return [problemAt(placeIn(text, 0, 0), 'too-many-variants', { limit: VARIANT_LIMIT })];
    if (messages.every((message) => message === '')) return [];
    return checkMessages(
      text,
      messages.map((message) => segmentsWithLink(message, LONGEST_LINK)),
    );
  });

function checkMessages(text: DraftText, counted: readonly Segments[]): Problem[] {
  const offending = [...new Set(counted.flatMap((segments) => segments.offending))];
  if (offending.length > 0 && !mayHaveOwnLetters(text.language, offending)) {
    return offending.map((character) => outside(text, character));
  }
  const tooLong = counted
    .map((segments) => ({ segments, over: excess(segments) }))
    .reduce((worst, next) => (next.over > worst.over ? next : worst));
  if (tooLong.over <= 0) return [];
  const { count, encoding } = tooLong.segments;
  const details = { key: text.key, segments: count, limit: LIMIT[encoding].segments, over: tooLong.over };
  return [problemAt(placeIn(text, 0, 0), 'too-many-segments', details)];
}

/** A language with other letters pays for them; a curly quote alone is no reason to. */
function mayHaveOwnLetters(language: string, offending: readonly string[]): boolean {
  return needsOwnLetters(language) && offending.some((character) => /\p{L}/u.test(character));
}

function excess({ count, encoding, characters }: Segments): number {
  const { segments, part } = LIMIT[encoding];
  return count <= segments ? 0 : Math.max(1, characters - segments * part);
}

function outside(text: DraftText, character: string): Problem {
  const code = [...character].map(
    (point) => `U+${(point.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  const at = Math.max(0, text.read.template.indexOf(character));
  const details = { character, code: code.join(' '), instead: insteadOf(character) };
  return problemAt(placeIn(text, at, character.length), 'outside-sms-alphabet', details);
}

function insteadOf(character: string): string | undefined {
  const known = INSTEAD.find(([characters]) => characters.includes(character))?.[1];
  if (known !== undefined) return known;
  const bare = character.normalize('NFD').replace(/\p{M}/gu, '');
  return bare !== character && countSegments(bare).encoding === 'gsm7' ? bare : undefined;
}
