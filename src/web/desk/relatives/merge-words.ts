/** Merging two records of one person. */
export const mergeWords = {
  title: { da: 'Flet {name} med en anden', en: 'Merge {name} with another' },
  lead: {
    da: 'Når den samme person er oprettet to gange, kan du samle alt på ét sted. Find den anden. {name} bliver stående.',
    en: 'When the same person was registered twice, you can gather everything in one place. Find the other. {name} is kept.',
  },
  search: { da: 'Navn, alias eller nummer på den anden', en: 'Name, alias or number of the other' },
  find: { da: 'Find', en: 'Find' },
  nobody: {
    da: 'Ingen andre fundet. Prøv et andet ord i navnet, eller nummeret.',
    en: 'Nobody else found. Try another word of the name, or the number.',
  },
  compare: { da: 'Sammenlign', en: 'Compare' },
  compareTitle: { da: 'Er det samme person?', en: 'Is this the same person?' },
  keeps: { da: 'Bliver stående: {name}', en: 'Is kept: {name}' },
  goes: { da: 'Går op i den: {name}', en: 'Goes into it: {name}' },
  swap: { da: 'Byt om', en: 'Swap' },
  moves: { da: 'Det flytter med', en: 'What moves' },
  journeys: { da: 'Forløb: {n}', en: 'Journeys: {n}' },
  messages: { da: 'Beskeder, opkald og breve: {n}', en: 'Messages, calls and letters: {n}' },
  replies: { da: 'Svar: {n}', en: 'Replies: {n}' },
  alerts: { da: 'Varsler: {n}', en: 'Alerts: {n}' },
  contacts: { da: 'Samtaler: {n}', en: 'Conversations: {n}' },
  appointments: { da: 'Aftaler: {n}', en: 'Appointments: {n}' },
  consents: {
    da: 'Samtykker, der bliver i loggen og vises på den, der bliver stående: {n}',
    en: 'Consents, which stay in the log and are shown with the one that is kept: {n}',
  },
  nothing: { da: 'Der er ikke noget at flytte.', en: 'There is nothing to move.' },
  rest: { da: 'Sådan bliver oplysningerne', en: 'What the record will say' },
  pin: {
    da: 'PIN-koden til {name} virker ikke mere, og åbne sider lukkes.',
    en: 'The PIN of {name} does not work any more, and open pages are closed.',
  },
  circle: {
    da: 'Kredsen er {code}, som den var for {name}.',
    en: 'The circle is {code}, as it was for {name}.',
  },
  facts: {
    da: 'Navn, tiltale, relation, område og sprog er dem, der bliver stående. Det, der mangler, tages fra den anden, og begge noter bliver.',
    en: 'Name, address, relation, area and language are those of the one that is kept. What is missing there is taken from the other, and both notes stay.',
  },
  number: { da: 'Hvilket nummer gælder?', en: 'Which number counts?' },
  numberHint: {
    da: 'Sms’er fra det andet nummer kommer så fra et ukendt nummer.',
    en: 'Texts from the other number then come from an unknown number.',
  },
  clash: {
    da: 'Begge er i gang med »{flow}«. Afslut det ene forløb først.',
    en: 'Both are walking “{flow}”. End one of the two journeys first.',
  },
  notesTooLong: {
    da: 'Noterne er for lange til at stå sammen. Forkort den ene først.',
    en: 'The notes are too long to stand together. Shorten one of them first.',
  },
  forever: { da: 'Det kan ikke laves om.', en: 'It cannot be undone.' },
  merge: { da: 'Ja, flet de to', en: 'Yes, merge the two' },
} as const;
