import type { Sentence } from './sentence.ts';

/** What may stand in a place of flow.yaml, as it ends the sentence "skriv …". */
export const EXPECTED = {
  text: { da: 'en tekst', en: 'a text' },
  textKey: {
    da: 'en tekstnøgle med små bogstaver og bindestreger, fx husk-samtale',
    en: 'a text key in small letters and hyphens, such as husk-samtale',
  },
  name: {
    da: 'et navn med små bogstaver og bindestreger, fx min-samtale',
    en: 'a name in small letters and hyphens, such as min-samtale',
  },
  ascii: {
    da: 'et navn med små bogstaver (a-z), tal og bindestreger, fx velkommen',
    en: 'a name in small letters (a-z), digits and hyphens, such as velkommen',
  },
  yesNo: { da: 'true eller false', en: 'true or false' },
  track: { da: 'støtte eller inddragelse', en: 'støtte or inddragelse' },
  access: { da: 'link, pin eller mitid', en: 'link, pin or mitid' },
  late: { da: 'skip, send eller next', en: 'skip, send or next' },
  person: { da: 'advisor eller coordinator', en: 'advisor or coordinator' },
  moment: {
    da: 'et tidspunkt, fx "3 days before indflytning at 09:00", "on indflytning at 08:00", "2 hours before temadag" eller "1. reminder before temadag at 10:00"',
    en: 'a moment, such as "3 days before indflytning at 09:00", "on indflytning at 08:00", "2 hours before temadag" or "1. reminder before temadag at 10:00"',
  },
  duration: { da: 'en varighed, fx "3 days"', en: 'a duration, such as "3 days"' },
  after: { da: 'en frist, fx "after 21 days"', en: 'a deadline, such as "after 21 days"' },
  repeat: {
    da: 'en gentagelse, fx "every 4 days, 2 times"',
    en: 'a repeat, such as "every 4 days, 2 times"',
  },
  until: {
    da: 'hvad der ventes på, fx "2 days", "until 3 days before indflytning at 09:00", "until next tuesday at 10:00" eller "until next opening hour"',
    en: 'what is waited for, such as "2 days", "until 3 days before indflytning at 09:00", "until next tuesday at 10:00" or "until next opening hour"',
  },
  count: { da: 'et helt tal fra 0 til 5', en: 'a whole number from 0 to 5' },
  clock: { da: 'et klokkeslæt i anførselstegn, fx "09:00"', en: 'a clock time in quotes, such as "09:00"' },
  weekdays: {
    da: 'ugedage fra 1 (mandag) til 7 (søndag), fx [1, 2, 3, 4, 5]',
    en: 'weekdays from 1 (Monday) to 7 (Sunday), such as [1, 2, 3, 4, 5]',
  },
  languages: { da: 'en liste af sprogkoder, fx [da, en]', en: 'a list of language codes, such as [da, en]' },
  anchors: {
    da: 'navne på datoer med en titel, fx { indflytning: Indflytningsdato }',
    en: 'names of dates with a title, such as { indflytning: Indflytningsdato }',
  },
  anchor: {
    da: 'en titel, fx Indflytningsdato, { title: Samtalen, time: true } eller { title: Temaeftermiddagen, event: true }',
    en: 'a title, such as Indflytningsdato, { title: Samtalen, time: true } or { title: Temaeftermiddagen, event: true }',
  },
  anchorName: {
    da: 'et navn, der begynder med et bogstav og kun har bogstaver, tal, - og _',
    en: 'a name that begins with a letter and has only letters, digits, - and _',
  },
  attend: {
    da: 'navnet på et arrangement under anchors, fx temadag, eller en liste af dem',
    en: 'the name of an event under anchors, such as temadag, or a list of them',
  },
  window: {
    da: 'et tidsrum, fx { from: "09:00", to: "17:00", weekdays: [1, 2, 3, 4, 5] }',
    en: 'a window, such as { from: "09:00", to: "17:00", weekdays: [1, 2, 3, 4, 5] }',
  },
  steps: { da: 'en liste af trin, hvert med "- " foran', en: 'a list of steps, each with "- " in front' },
  step: { da: 'et trin, fx "- say: husk-samtale"', en: 'a step, such as "- say: husk-samtale"' },
  outcome: {
    da: 'hvad der så skal ske, fx { alert: advisor, go: farvel }, eller {} for at gå videre',
    en: 'what happens then, such as { alert: advisor, go: farvel }, or {} to go on',
  },
  answers: {
    da: 'begge svar, fx { ja: { go: samtale }, nej: { go: farvel } }',
    en: 'both answers, such as { ja: { go: samtale }, nej: { go: farvel } }',
  },
  silent: {
    da: 'hvad der sker uden svar, fx { after: 3 days, remind: 1, go: farvel }',
    en: 'what happens without an answer, such as { after: 3 days, remind: 1, go: farvel }',
  },
  questions: {
    da: 'en liste af 1-12 spørgsmål, hvert med "- " foran, fx "- scale: udbytte"',
    en: 'a list of 1-12 questions, each with "- " in front, such as "- scale: udbytte"',
  },
  question: {
    da: 'ét spørgsmål, fx { scale: udbytte }, { yesno: igen }, { words: andet } eller { choice: laengde, of: [for-kort, passende] }',
    en: 'one question, such as { scale: udbytte }, { yesno: igen }, { words: andet } or { choice: laengde, of: [for-kort, passende] }',
  },
  choices: {
    da: 'en liste af 2-8 svar at vælge mellem, fx [for-kort, passende, for-lang]',
    en: 'a list of 2-8 answers to choose from, such as [for-kort, passende, for-lang]',
  },
  cases: {
    da: 'et trin for hver værdi, fx { ja: samtale, nej: farvel }',
    en: 'a step for each value, such as { ja: samtale, nej: farvel }',
  },
} as const satisfies Record<string, Sentence>;

/** A name for what may stand in a place. */
export type Expected = keyof typeof EXPECTED;
