/** One journey's page, and why a message was written. */
export const journeyWords = {
  of: { da: '{name}: {title}', en: '{name}: {title}' },
  state: { da: 'Tilstand', en: 'State' },
  running: { da: 'I gang', en: 'Running' },
  ended: { da: 'Slut {when}: {reason}', en: 'Ended {when}: {reason}' },
  begun: { da: 'Begyndt', en: 'Begun' },
  at: { da: 'Er nu ved', en: 'Is now at' },
  awaits: { da: 'Venter på', en: 'Waits for' },
  seat: { da: 'om der er en plads', en: 'whether there is a seat' },
  acceptance: { da: 'et ja eller nej på siden', en: 'a yes or no on the page' },
  answer: { da: 'JA eller NEJ på sms', en: 'JA or NEJ by text' },
  form: { da: 'spørgeskemaet', en: 'the questionnaire' },
  next: { da: 'Det næste, der sker', en: 'What happens next' },
  nothingNext: {
    da: 'Der sker ikke mere af sig selv, før nogen gør noget.',
    en: 'Nothing more happens by itself until somebody acts.',
  },
  over: { da: 'Forløbet er slut.', en: 'The journey is over.' },
  timeline: { da: 'Det er sket', en: 'What has happened' },
  cut: { da: 'Kun begyndelsen vises.', en: 'Only the beginning is shown.' },
  why: { da: 'Hvorfor denne besked?', en: 'Why this message?' },
  written: { da: 'Skrevet', en: 'Written' },
  sentAt: { da: 'sendt {when}', en: 'sent {when}' },
  deliveredAt: { da: 'leveret {when}', en: 'delivered {when}' },
  dueAt: { da: 'skal sendes {when}', en: 'to be sent {when}' },
  end: { da: 'Afslut forløbet', en: 'End the journey' },
  endHint: {
    da: 'Det, der ikke er sendt endnu, bliver taget tilbage. Det kan ikke gøres om.',
    en: 'What has not been sent yet is taken back. It cannot be undone.',
  },
  reason: { da: 'Hvorfor?', en: 'Why?' },
  doEnd: { da: 'Afslut', en: 'End' },
  toRelative: { da: 'Tilbage til {name}', en: 'Back to {name}' },
  toJourney: { da: 'Hele forløbet', en: 'The whole journey' },
} as const;

export const endReasonWords = {
  'aftalt med den pårørende': { da: 'Aftalt med den pårørende', en: 'Agreed with the relative' },
  'andet tilbud': { da: 'Den pårørende har fået et andet tilbud', en: 'The relative has another offer' },
  fejl: { da: 'Tilmeldt ved en fejl', en: 'Enrolled by mistake' },
  'ikke længere relevant': { da: 'Ikke længere relevant', en: 'No longer relevant' },
} as const;

export const whyWords = {
  title: { da: 'Hvorfor denne besked?', en: 'Why this message?' },
  message: { da: 'Beskeden', en: 'The message' },
  status: { da: 'Status', en: 'Status' },
  because: { da: 'Det førte til den', en: 'What led to it' },
  becauseHint: {
    da: 'Kun det, der havde betydning for beskeden, det ældste først.',
    en: 'Only what mattered for the message, the oldest first.',
  },
  rule: { da: 'Reglen i forløbet', en: 'The rule in the flow' },
  says: { da: 'Den siger', en: 'It says' },
  checked: { da: 'Tjekket, da den gik ud', en: 'Checked when it left' },
  checkedAt: {
    da: 'Sms’en gik ud {when}. I samme øjeblik blev dette tjekket:',
    en: 'The text left {when}. In the same moment this was checked:',
  },
  version: { da: 'Forløbets udgave', en: 'Version of the flow' },
  step: { da: 'Trin', en: 'Step' },
  text: { da: 'Godkendt tekst', en: 'Approved text' },
  byStaff: {
    da: '{name} skrev beskeden selv her i systemet, som svar på en sms.',
    en: '{name} wrote the message here in person, in answer to a text.',
  },
  receipt: {
    da: 'Huset svarede selv på en sms fra nummeret med den faste tekst »{text}«.',
    en: 'The house itself answered a text from the number with the fixed text “{text}”.',
  },
} as const;

/** What is looked at in the moment an SMS leaves. */
export const checkedWords = {
  consent: {
    da: 'Nummeret havde ikke sagt stop og var ikke meldt forkert.',
    en: 'The number had not said stop and was not reported wrong.',
  },
  circle: { da: 'Kredsen stod ikke stille.', en: 'The circle did not stand still.' },
  window: { da: 'Tidsrummet for sms var åbent.', en: 'The hours for texts were open.' },
  answer: {
    da: 'Den er et svar: den må gå ud lige efter den pårørendes egen sms, ellers kun når tidsrummet er åbent.',
    en: 'It is an answer: it may leave right after the relative’s own text, otherwise only within the hours.',
  },
} as const;
