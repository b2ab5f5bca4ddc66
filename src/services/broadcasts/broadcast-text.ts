// The text of a broadcast: what stands in it for whom, and what may not.
import { TELLING_WORDS } from '../../journey/flow/against.ts';
import { toldBy } from '../../journey/flow/told-by.ts';
import { type Fields, longestFields } from '../../journey/text/fields.ts';
import { readTemplate } from '../../journey/text/read-template.ts';
import { renderText } from '../../journey/text/render.ts';
import { countSegments, LINK, segmentsWithLink } from '../../journey/text/segments.ts';
import type { ErrorCode } from '../app-error.ts';
import { linkOf } from '../journeys/known.ts';
import type { Organisation } from '../organisation.ts';
import { looksLikeCpr } from '../relatives/looks-like-cpr.ts';
import type { Runtime } from '../runtime.ts';
import { SECURE_NOTICE } from '../sending/house-texts.ts';

/** sms: the text itself, from the number; page: an SMS with a link from the name, and the text behind the PIN. */
export type Way = 'sms' | 'page';

export const WAYS: readonly Way[] = ['sms', 'page'];

/** Language → text with merge fields. */
export type Texts = Readonly<Record<string, string>>;

/** Merge fields that may stand in an SMS. */
export const SMS_FIELDS = ['tiltale', 'kommune', 'telefon', 'akut', 'aabningstid'] as const;

/** Merge fields that may stand on the page as well. */
export const PAGE_FIELDS = [...SMS_FIELDS, 'enhed', 'relation', 'omraade', 'vejleder'] as const;

/** The most segments an SMS may have with the longest names, and the most characters of a text. */
export const MOST_SEGMENTS = 3;
export const MOST_CHARACTERS: Record<Way, number> = { sms: 480, page: 4_000 };

/** What is wrong with the text in a language; `word` is the field or the word that may not stand in it. */
export type TextProblem = { language: string; code: ErrorCode; word?: string };

const ADDRESS = /(?:https?:\/\/|www\.)/i;

/** The texts as a renderer takes them; Danish is what the others fall back on. */
export const bookOf = (texts: Texts) => {
  const languages = Object.keys(texts).sort((a, b) => Number(b === 'da') - Number(a === 'da'));
  const book = Object.fromEntries(languages.map((language) => [language, { text: texts[language] ?? '' }]));
  return { languages, texts: book };
};

export type Book = ReturnType<typeof bookOf>;

/** Who a text is filled in for. */
export type Reader = Readonly<Record<'tiltale' | 'language', string>> & { confidential?: Fields };

/** The broadcast's own text to one reader; on the page confidential fields have their values, empty where there is none. */
export function textFor(
  organisation: Organisation,
  book: Book,
  { tiltale, language, confidential = {} }: Reader,
): { text: string; language: string } {
  const { kommune, telefon, akut, aabningstid } = organisation;
  return renderText(book, 'text', language, {
    ...confidential,
    tiltale,
    kommune,
    telefon,
    akut,
    aabningstid,
  });
}

/** The SMS that tells of a text on the page and nothing of what it says. */
export const noticeFor = (
  { kommune, telefon }: Organisation,
  { tiltale, language }: Reader,
): { text: string; language: string } =>
  renderText(SECURE_NOTICE, 'secure', language, { tiltale, kommune, telefon, link: LINK });

/** The segments of a notice with its link. */
export const noticeSegments = (rt: Runtime, text: string): number =>
  segmentsWithLink(text, linkOf(rt, 'x'.repeat(22)).length).count;

function templateProblem(way: Way, language: string, text: string): TextProblem | undefined {
  const read = readTemplate(text);
  if (!read.ok) return { language, code: 'template-wrong', word: read.fault.word };
  const fields: readonly string[] = way === 'sms' ? SMS_FIELDS : PAGE_FIELDS;
  const wrong = read.uses.find(({ path }) => !fields.includes(path));
  return wrong && { language, code: 'template-wrong', word: wrong.path };
}

function smsProblem(
  language: string,
  text: string,
  tells: (text: string) => string | undefined,
): TextProblem | undefined {
  const told = tells(text);
  if (told !== undefined) return { language, code: 'text-confidential', word: told };
  const [address] = ADDRESS.exec(text) ?? [];
  if (address) return { language, code: 'template-wrong', word: address };
  const book = bookOf({ [language]: text });
  const longest = renderText(book, 'text', language, longestFields(language, {}));
  if (countSegments(longest.text).count > MOST_SEGMENTS) return { language, code: 'text-too-long' };
  return undefined;
}

/** Everything that is wrong with the texts, at most one problem a language; `against` are names that may not stand in an SMS. */
export function checkTexts(
  way: Way,
  texts: Texts,
  against: { units: readonly string[]; eventTitles: readonly string[] },
): TextProblem[] {
  const told = toldBy({ ...against, addresses: [], tellingWords: TELLING_WORDS });
  const tells = (text: string): string | undefined => told(text)[0]?.name;
  return Object.entries(texts).flatMap(([language, text]): TextProblem[] => {
    if (text.length > MOST_CHARACTERS[way]) return [{ language, code: 'text-too-long' }];
    if (looksLikeCpr(text)) return [{ language, code: 'cpr-typed' }];
    const wrong =
      templateProblem(way, language, text) ?? (way === 'sms' && smsProblem(language, text, tells));
    return wrong ? [wrong] : [];
  });
}
