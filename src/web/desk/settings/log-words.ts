/** What an entry of the log carries, by its name there; what is not here is shown under the whole entry. */
export const carriedWords = {
  how: { da: 'Hvordan', en: 'How' },
  by: { da: 'Hvordan', en: 'How' },
  reason: { da: 'Hvorfor', en: 'Why' },
  why: { da: 'Hvorfor', en: 'Why' },
  step: { da: 'Ved', en: 'At' },
  flow: { da: 'Forløb', en: 'Flow' },
  chosen: { da: 'Valgt', en: 'Chosen' },
  going: { da: 'Begynder', en: 'Begin' },
  fields: { da: 'Felter', en: 'Fields' },
  changed: { da: 'Ændret', en: 'Changed' },
  channel: { da: 'Kontakt', en: 'Contact' },
  outcome: { da: 'Udfald', en: 'Outcome' },
  answer: { da: 'Svar', en: 'Answer' },
  wording: { da: 'Ordlyd', en: 'Wording' },
  role: { da: 'Rolle', en: 'Role' },
  units: { da: 'Enheder', en: 'Units' },
  unit: { da: 'Enhed', en: 'Unit' },
  parentId: { da: 'Under', en: 'Under' },
  source: { da: 'Kilde', en: 'Source' },
  from: { da: 'Fra', en: 'From' },
  to: { da: 'Til', en: 'To' },
  staff: { da: 'Medarbejdere', en: 'Staff' },
  journeys: { da: 'Forløb, det gælder', en: 'Journeys' },
  messages: { da: 'Beskeder, det gælder', en: 'Messages' },
  rows: { da: 'Rækker', en: 'Rows' },
  imported: { da: 'Oprettet', en: 'Registered' },
  left: { da: 'Ikke oprettet', en: 'Left out' },
  entries: { da: 'Poster', en: 'Entries' },
  erased: { da: 'Slettet', en: 'Erased' },
  guests: { da: 'Gæster', en: 'Guests' },
  locked: { da: 'Låst', en: 'Locked' },
} as const;

/** The fields of a record, as a change names them. */
export const recordFieldWords = {
  name: { da: 'navn', en: 'name' },
  tiltale: { da: 'tiltale', en: 'how to address' },
  relation: { da: 'relation', en: 'relation' },
  area: { da: 'område', en: 'area' },
  language: { da: 'sprog', en: 'language' },
  ageBand: { da: 'alder', en: 'age' },
  gender: { da: 'køn', en: 'gender' },
  guardian: { da: 'værge', en: 'guardian' },
  channel: { da: 'kontakt', en: 'contact' },
  onlyCall: { da: 'kun ring', en: 'calls only' },
  hoursFrom: { da: 'tider fra', en: 'hours from' },
  hoursTo: { da: 'tider til', en: 'hours to' },
  foundBy: { da: 'hvordan de fandt os', en: 'how they found us' },
  advisor: { da: 'rådgiver', en: 'advisor' },
  note: { da: 'note', en: 'note' },
} as const;

/** Values that are words of the house and of no person. */
export const valueWords = {
  sms: { da: 'på sms', en: 'by text' },
  page: { da: 'på siden', en: 'on the page' },
  staff: { da: 'af en medarbejder', en: 'by staff' },
  import: { da: 'ved import', en: 'by import' },
  desk: { da: 'på skrivebordet', en: 'at the desk' },
  oidc: { da: 'kommunens login', en: 'the municipality’s login' },
  password: { da: 'adgangskode', en: 'password' },
  code: { da: 'engangskode', en: 'one-time code' },
  emergency: { da: 'nødadgang', en: 'emergency login' },
  demo: { da: 'demo', en: 'demo' },
  voice: { da: 'i telefonen', en: 'by telephone' },
  paper: { da: 'på papir', en: 'on paper' },
  ring: { da: 'opkald', en: 'call' },
  brev: { da: 'brev', en: 'letter' },
  number: { da: 'nummeret', en: 'the number' },
  contact: { da: 'kontakten', en: 'the contact' },
  advisor: { da: 'rådgiver', en: 'advisor' },
  coordinator: { da: 'koordinator', en: 'coordinator' },
  administrator: { da: 'administrator', en: 'administrator' },
  reader: { da: 'læser', en: 'reader' },
  all: { da: 'alle', en: 'all' },
  true: { da: 'ja', en: 'yes' },
  false: { da: 'nej', en: 'no' },
} as const;

/** Who did it, where it is no member of staff. */
export const actorWords = {
  house: { da: 'Systemet', en: 'The system' },
  self: { da: 'Den pårørende selv', en: 'The relative' },
  staff: { da: 'Personale uden login', en: 'Staff without a login' },
  relative: { da: 'Den pårørende selv', en: 'The relative' },
  unknown: { da: 'Ukendt', en: 'Unknown' },
} as const;

/** What an entry is about where it has no name, as the way to it. */
export const thingWords = {
  appointment: { da: 'Se aftalen', en: 'See the appointment' },
  contact: { da: 'Se samtalen', en: 'See the conversation' },
  counselling: { da: 'Se rådgivningen', en: 'See the counselling' },
  referral: { da: 'Se henvisningen', en: 'See the referral' },
} as const;

/** The page of the log beside what it lists. */
export const logPageWords = {
  everything: { da: 'Alt', en: 'Everything' },
  everybody: { da: 'Alle', en: 'Everybody' },
  who: { da: 'Hvem', en: 'Who' },
  ofOne: {
    da: 'Kun det, der er gjort og set om én pårørende.',
    en: 'Only what was done and looked at about one relative.',
  },
  ofAll: { da: 'Vis for alle', en: 'Show for everybody' },
  onlyOne: { da: 'Alt om den pårørende', en: 'Everything about the relative' },
  about: { da: 'Om', en: 'About' },
  whole: { da: 'Hele posten', en: 'The whole entry' },
  number: { da: 'Nummer', en: 'Number' },
  kind: { da: 'Slags', en: 'Kind' },
  actor: { da: 'Hvem (id)', en: 'Who (id)' },
  relative: { da: 'Pårørende (id)', en: 'Relative (id)' },
  subject: { da: 'Om (id)', en: 'About (id)' },
  carried: { da: 'Indhold', en: 'Content' },
  none: {
    da: 'Intet passer til søgningen. Vælg »Alt« og »Alle«, eller flere dage.',
    en: 'Nothing matches. Choose “Everything” and “Everybody”, or more days.',
  },
} as const;
