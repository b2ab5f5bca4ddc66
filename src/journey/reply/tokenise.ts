// Cuts a folded reply into words and emoji, and remembers what stood between them.
import { fold } from './fold.ts';

/** `soft` is a comma, a dash or a dot after an abbreviation; `sentence` ends a sentence or a line. */
export type Gap = 'none' | 'soft' | 'sentence';

/** One word or emoji, folded, with what stood before it. */
export type Token = { word: string; gap: Gap };

/** The words of a reply, and whether a question mark stood anywhere. */
export type Tokens = { tokens: readonly Token[]; question: boolean };

const PIECE =
  /[:;=]-?[()dp*/|](?![\p{L}\p{N}])|<3|[\p{L}\p{N}]+|\p{Extended_Pictographic}|\p{RI}|[?؟]|\.{2,}|…|[.!\n\r\u2028\u2029]|[^\s]/gu;
const APOSTROPHES = /(?<=\p{L})['’‘`´](?=\p{L})/gu;
const WORD = /^(?:[\p{L}\p{N}]|\p{Extended_Pictographic}|\p{RI})/u;
const SMILEY = /^(?:[:;=]-?[()dp*/|]|<3)$/;
const ENDS_SENTENCE = /^[.!\n\r\u2028\u2029]$/;
const ABBREVIATED = new Set(['den', 'kl', 'nr', 'tlf', 'ca', 'evt', 'dvs', 'pga', 'mvh', 'vh']);

/** Cuts a reply into folded words and emoji in time linear in its length. */
export function tokenise(text: string): Tokens {
  const folded = fold(text).replace(APOSTROPHES, '');
  const tokens: Token[] = [];
  let gap: Gap = 'none';
  let question = false;
  for (const [piece] of folded.matchAll(PIECE)) {
    if (SMILEY.test(piece)) {
      tokens.push({ word: smileyWord(piece), gap });
      gap = 'none';
    } else if (WORD.test(piece)) {
      tokens.push({ word: piece, gap });
      gap = 'none';
    } else {
      if (piece === '?' || piece === '؟') question = true;
      gap = widen(gap, piece, tokens.at(-1)?.word);
    }
  }
  return { tokens, question };
}

function widen(gap: Gap, piece: string, before: string | undefined): Gap {
  if (gap === 'sentence') return gap;
  if (piece === '?' || piece === '؟') return 'sentence';
  if (!ENDS_SENTENCE.test(piece)) return 'soft';
  return piece === '.' && isAbbreviated(before) ? 'soft' : 'sentence';
}

function isAbbreviated(word: string | undefined): boolean {
  return word !== undefined && (ABBREVIATED.has(word) || /^(?:\p{L}|\p{N}+)$/u.test(word));
}

function smileyWord(piece: string): string {
  return piece.endsWith('(') || piece.endsWith('/') || piece.endsWith('|') ? '☹' : '🙂';
}
