import { LINK } from '../../text/segments.ts';
import type { Check, Draft, DraftText } from '../draft.ts';
import { isFor, markedVariants, smsTexts } from '../draft-texts.ts';
import type { Problem } from '../problem.ts';
import { problemAt } from '../sentences.ts';
import { literalText, placeIn } from '../template-places.ts';

const PHONE = '{telefon}';

/** How a text says that it cannot be answered, in the languages that are held to it. */
const CANNOT_ANSWER: Readonly<Record<string, { pattern: RegExp; words: string }>> = {
  da: { pattern: /kan ikke besvares/i, words: 'Kan ikke besvares' },
  en: {
    pattern: /(cannot|can't) (be answered|be replied to|reply|answer)|do not reply/i,
    words: 'You cannot reply',
  },
};

/** "Svar JA", "reply STOP", "svar på denne sms"; never "kan ikke besvares". */
const VERB = String.raw`(?<![\p{L}]|ikke |not )(?:[Ss]var|SVAR|[Ss]kriv|[Ss]end|[Rr]eply|[Aa]nswer|[Tt]ext)`;
const KEYWORD = '(?:JA|NEJ|STOP|START|HJÆLP|AFBUD|YES|NO|HELP|OK)';
const ASKS_FOR_REPLY = new RegExp(
  String.raw`${VERB}(?![\p{L}])(?:[^.!?\n]{0,25}(?<![\p{L}])${KEYWORD}(?![\p{L}])|\s+(?:på|til|to)\s+(?:denne|this)(?![\p{L}]))`,
  'u',
);
const ADDRESS =
  /(?:https?:\/\/|www\.)\S*[\p{L}\p{N}/]|(?<![\p{L}\p{N}@.-])[a-z0-9-]+\.(?:dk|com|org|net|eu)(?![\p{L}\p{N}])/iu;

/** An SMS with a link has one, cannot be answered and says so; one that can be answered carries no link of any kind. */
export const checkLinks: Check = (draft) =>
  smsTexts(draft).flatMap((text) => [
    ...(isFor(text, 'link') ? checkLinkText(draft, text) : []),
    ...(isFor(text, 'question') || isFor(text, 'notice') ? checkAddress(text) : []),
  ]);

function checkLinkText(draft: Draft, text: DraftText): Problem[] {
  const { key, language } = text;
  const messages = markedVariants(draft, text);
  if (!Array.isArray(messages)) return [];
  const always = (fits: (message: string) => boolean): boolean => messages.every(fits);
  const start = placeIn(text, 0, 0);
  const problems: Problem[] = [];
  if (!always((message) => message.includes(LINK))) problems.push(problemAt(start, 'link-missing', { key }));
  if (!always((message) => message.includes(PHONE)))
    problems.push(problemAt(start, 'phone-missing', { key }));
  const hint = CANNOT_ANSWER[language];
  if (hint && !always((message) => hint.pattern.test(message))) {
    problems.push(problemAt(start, 'no-reply-hint-missing', { key, words: hint.words }));
  }
  const asks = ASKS_FOR_REPLY.exec(literalText(text.read.template));
  if (asks) problems.push(problemAt(placeIn(text, asks.index, 4), 'link-and-reply', { key }));
  return problems;
}

function checkAddress(text: DraftText): Problem[] {
  const found = ADDRESS.exec(literalText(text.read.template));
  if (!found) return [];
  return [problemAt(placeIn(text, found.index, found[0].length), 'literal-address', { address: found[0] })];
}
