/** The rules of a flow in whole sentences. */
export const ruleWords = {
  atOnce: { da: 'Så snart trinnet nås.', en: 'As soon as the step is reached.' },
  before: { da: '{length} før {anchor}', en: '{length} before {anchor}' },
  after: { da: '{length} efter {anchor}', en: '{length} after {anchor}' },
  on: { da: 'på dagen for {anchor}', en: 'on the day of {anchor}' },
  reminder: { da: '{n}. påmindelse før {anchor}', en: 'reminder no. {n} before {anchor}' },
  at: { da: '{moment} kl. {clock}', en: '{moment} at {clock}' },
  start: { da: 'forløbets start', en: 'the start of the journey' },
  due: { da: 'Skal ske {moment}.', en: 'Due {moment}.' },
  skip: { da: 'Er det for sent, springes det over.', en: 'When that has passed, it is left out.' },
  send: { da: 'Er det for sent, sendes det med det samme.', en: 'When that has passed, it is sent at once.' },
  next: {
    da: 'Er det for sent, sendes det samme klokkeslæt på den næste åbne dag.',
    en: 'When that has passed, it is sent at the same time on the next open day.',
  },
  remind: {
    da: 'Minder om det hver gang, der er gået {length}, højst {times}.',
    en: 'Reminds every {length}, at most {times}.',
  },
  expires: { da: 'Udløber efter {length}.', en: 'Expires after {length}.' },
  silence: {
    da: 'Venter {length} på svar; minder om det {times}.',
    en: 'Waits {length} for an answer; reminds {times}.',
  },
  silenceOnly: { da: 'Venter {length} på svar.', en: 'Waits {length} for an answer.' },
  becauseAnswer: {
    da: 'Skrives med det samme, fordi der blev svaret {answer}.',
    en: 'Written at once because the answer was {answer}.',
  },
  becauseSeat_yes: {
    da: 'Skrives, fordi der er en plads.',
    en: 'Written because there is a seat.',
  },
  becauseSeat_waiting: {
    da: 'Skrives, fordi alle pladser er taget.',
    en: 'Written because all seats are taken.',
  },
  becauseSeat_closed: {
    da: 'Skrives, fordi der ikke kan tilmeldes længere.',
    en: 'Written because nobody can sign up any more.',
  },
  becauseSeat_no: {
    da: 'Skrives, fordi pladsen blev givet fri.',
    en: 'Written because the seat was given up.',
  },
  becauseSilent: {
    da: 'Skrives, fordi der ikke blev svaret i tide.',
    en: 'Written because no answer came in time.',
  },
  becauseReminder: {
    da: 'Det er påmindelse nummer {n}, fordi der ikke var svaret.',
    en: 'It is reminder number {n}, because there was no answer.',
  },
  wait: { da: 'Venter {until}.', en: 'Waits {until}.' },
  untilMoment: { da: 'til {moment}', en: 'until {moment}' },
  untilWeekday: { da: 'til næste {weekday} kl. {clock}', en: 'until next {weekday} at {clock}' },
  untilOpening: { da: 'til telefonen åbner', en: 'until the telephone opens' },
} as const;

const many = (da1: string, daN: string, en1: string, enN: string) => ({
  one: { da: da1, en: en1 },
  many: { da: daN, en: enN },
});

export const timesWords = many('{n} gang', '{n} gange', '{n} time', '{n} times');

export const lengthWords = {
  minutes: many('{n} minut', '{n} minutter', '{n} minute', '{n} minutes'),
  hours: many('{n} time', '{n} timer', '{n} hour', '{n} hours'),
  days: many('{n} dag', '{n} dage', '{n} day', '{n} days'),
  weeks: many('{n} uge', '{n} uger', '{n} week', '{n} weeks'),
  months: many('{n} måned', '{n} måneder', '{n} month', '{n} months'),
} as const;

export const weekdayWords = [
  { da: 'mandag', en: 'Monday' },
  { da: 'tirsdag', en: 'Tuesday' },
  { da: 'onsdag', en: 'Wednesday' },
  { da: 'torsdag', en: 'Thursday' },
  { da: 'fredag', en: 'Friday' },
  { da: 'lørdag', en: 'Saturday' },
  { da: 'søndag', en: 'Sunday' },
] as const;

/** What kind of step it is. */
export const kindWords = {
  invite: { da: 'Invitation med link', en: 'Invitation with a link' },
  say: { da: 'Besked', en: 'Message' },
  ask: { da: 'Spørgsmål', en: 'Question' },
  form: { da: 'Spørgeskema med link', en: 'Questionnaire with a link' },
  wait: { da: 'Pause', en: 'Wait' },
  branch: { da: 'Vejvalg', en: 'Branch' },
  alert: { da: 'Varsel til jer', en: 'Alert to you' },
  join: { da: 'Ind i en gruppe', en: 'Into a group' },
  leave: { da: 'Ud af en gruppe', en: 'Out of a group' },
  end: { da: 'Slut', en: 'End' },
  gone: { da: 'Fra en tidligere udgave', en: 'From an earlier version' },
} as const;
