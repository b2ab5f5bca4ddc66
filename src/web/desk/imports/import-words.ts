/** Importing relatives from a spreadsheet. */
export const importWords = {
  title: { da: 'Importer pårørende', en: 'Import relatives' },
  lead: {
    da: 'Tag en liste fra et regneark ind på én gang. Intet bliver gemt, før du har set det hele igennem og sagt ja.',
    en: 'Take in a list from a spreadsheet at once. Nothing is saved before you have looked it through and said yes.',
  },
  rules: {
    da: 'Første række er overskrifter, og hver række under er én pårørende. Navn, tiltale og telefonnummer skal være der. Fjern cpr-numre og den syges navn først: vi har ikke brug for dem.',
    en: 'The first row is headings, and each row below is one relative. Name, how to address, and telephone number must be there. Remove CPR numbers and the name of the person who is ill first: we do not need them.',
  },
  file: { da: 'Regneark', en: 'Spreadsheet' },
  fileHint: {
    da: '.xlsx eller .csv. Højst 2 MB, 5.000 rækker og 60 kolonner.',
    en: '.xlsx or .csv. At most 2 MB, 5,000 rows and 60 columns.',
  },
  read: { da: 'Læs filen', en: 'Read the file' },
  columnsTitle: { da: 'Hvad står i kolonnerne?', en: 'What is in the columns?' },
  columnsLead: {
    da: 'Vi har læst {rows} rækker og gættet efter overskrifterne. Ret det, der er forkert. Kolonner, du ikke vælger, kommer ikke med. Filen bliver slettet igen inden for to timer.',
    en: 'We have read {rows} rows and guessed by the headings. Correct what is wrong. Columns you do not choose are left behind. The file is deleted again within two hours.',
  },
  none: { da: 'Ingen kolonne', en: 'No column' },
  column: { da: 'Kolonne {n}', en: 'Column {n}' },
  example: { da: '{heading} (fx »{example}«)', en: '{heading} (e.g. “{example}”)' },
  needed: { da: 'Skal vælges', en: 'Must be chosen' },
  more: { da: 'Kan vælges', en: 'May be chosen' },
  defaults: { da: 'Når der ikke står noget', en: 'When nothing is said' },
  unit: { da: 'Enhed for nye kredse', en: 'Unit of new circles' },
  noUnit: { da: 'Vælg enhed', en: 'Choose a unit' },
  area: { da: 'Område', en: 'Area' },
  consents: { da: 'Samtykke til sms', en: 'Consent to texts' },
  consentsHint: {
    da: 'Et samtykke kommer kun med, når der står både hvordan (samtale, telefon eller papir) og hvilken dag, og du bekræfter det her. Ellers spørger forløbets første side.',
    en: 'A consent is taken in only when both how (conversation, telephone or paper) and which day are there, and you confirm it here. Otherwise the first page of the flow asks.',
  },
  confirmConsents: {
    da: 'Ja, de to kolonner viser samtykker, som de pårørende selv har givet os',
    en: 'Yes, the two columns show consents the relatives themselves gave us',
  },
  see: { da: 'Se, hvad der sker', en: 'See what will happen' },
  drop: { da: 'Slet filen nu', en: 'Delete the file now' },
  previewTitle: { da: 'Se importen igennem', en: 'Look the import through' },
  good: { da: 'Klar til at blive oprettet: {n}', en: 'Ready to be registered: {n}' },
  bad: { da: 'Rækker med fejl: {n}', en: 'Rows with errors: {n}' },
  alike: { da: 'Rækker, der ligner en, I har: {n}', en: 'Rows that look like somebody you have: {n}' },
  withConsent: { da: 'Med samtykke til sms: {n}', en: 'With consent to texts: {n}' },
  errors: { da: 'Rækker med fejl', en: 'Rows with errors' },
  errorsHint: {
    da: 'Ret dem i regnearket, og læs det igen, eller lad dem ude og tag dem bagefter.',
    en: 'Correct them in the spreadsheet and read it again, or leave them out and take them afterwards.',
  },
  row: { da: 'Række', en: 'Row' },
  cell: { da: 'Kolonne', en: 'Column' },
  wrong: { da: 'Hvad skal rettes', en: 'What to correct' },
  others: {
    da: 'og {n} rækker til: hent dem alle som fil',
    en: 'and {n} more rows: fetch them all as a file',
  },
  fetch: { da: 'Hent rækkerne med fejl (CSV)', en: 'Fetch the rows with errors (CSV)' },
  alikeTitle: { da: 'Ligner en, I har', en: 'Look like somebody you have' },
  alikeHint: {
    da: 'Samme navn og samme relation, tiltale eller kreds. Er det samme person, så lad rækken ude.',
    en: 'The same name and the same relation, address or circle. If it is the same person, leave the row out.',
  },
  looksLike: { da: 'Række {row}, {name}, ligner', en: 'Row {row}, {name}, looks like' },
  newWindow: { da: '(nyt vindue)', en: '(new window)' },
  leaveBad: { da: 'Lad de {n} rækker med fejl ude', en: 'Leave out the {n} rows with errors' },
  leaveBadNeeded: {
    da: 'Sæt kryds for at lade rækkerne med fejl ude, eller ret dem i regnearket først.',
    en: 'Tick to leave out the rows with errors, or correct them in the spreadsheet first.',
  },
  leaveAlike: {
    da: 'Lad også de {n} rækker, der ligner nogen, ude',
    en: 'Leave out the {n} rows that look like somebody, too',
  },
  run: { da: 'Opret pårørende', en: 'Register relatives' },
  again: { da: 'Ret kolonnerne', en: 'Change the columns' },
  nobody: {
    da: 'Ingen rækker kan oprettes. Ret regnearket, og læs det igen.',
    en: 'No row can be registered. Correct the spreadsheet and read it again.',
  },
  changed: {
    da: 'Noget er ændret, siden du så det. Se det igennem igen.',
    en: 'Something changed since you saw it. Look it through again.',
  },
  doneTitle: { da: 'Importen er færdig', en: 'The import is done' },
  done: { da: 'Oprettet: {n} pårørende.', en: 'Registered: {n} relatives.' },
  left: {
    da: 'Disse rækker kom ikke med, fordi en anden fik nummeret imens: {rows}.',
    en: 'These rows were left out, since somebody else got their number meanwhile: {rows}.',
  },
  toList: { da: 'Se de pårørende', en: 'See the relatives' },
  runningTitle: { da: 'Importen er i gang', en: 'The import is under way' },
  running: {
    da: 'Den bliver gjort færdig, også selv om du lukker siden.',
    en: 'It is finished even if you close the page.',
  },
  goOn: { da: 'Gør den færdig nu', en: 'Finish it now' },
} as const;

/** What a column can be. */
export const fieldNames = {
  name: { da: 'Navn eller alias', en: 'Name or alias' },
  tiltale: { da: 'Tiltale i sms', en: 'How to address in texts' },
  number: { da: 'Telefonnummer', en: 'Telephone number' },
  relation: { da: 'Relation', en: 'Relation' },
  area: { da: 'Område', en: 'Area' },
  language: { da: 'Sprog', en: 'Language' },
  ageBand: { da: 'Alder', en: 'Age' },
  guardian: { da: 'Værge', en: 'Guardian' },
  channel: { da: 'Kontakt (sms, ring, brev)', en: 'Contact (sms, ring, brev)' },
  circle: {
    da: 'Kreds (kode, eller samme mærke for samme kreds)',
    en: 'Circle (code, or the same mark for the same circle)',
  },
  unit: { da: 'Enhed', en: 'Unit' },
  note: { da: 'Note', en: 'Note' },
  consentHow: { da: 'Samtykke: hvordan', en: 'Consent: how' },
  consentOn: { da: 'Samtykke: hvilken dag', en: 'Consent: which day' },
} as const;

/** What to do about a row, where the sentence of the error itself does not say it. */
export const rowWords = {
  'choice-unknown': {
    da: 'Kendes ikke. Skriv det, som det hedder i formularen, eller lad cellen stå tom.',
    en: 'Not known. Write it as the form calls it, or leave the cell empty.',
  },
  'unit-unknown': {
    da: 'Enheden findes ikke hos jer. Skriv navnet, som det står i listen, eller lad cellen stå tom.',
    en: 'You have no such unit. Write its name as in the list, or leave the cell empty.',
  },
  'circle-unknown': {
    da: 'Der er ingen kreds med den kode. Ret koden, eller lad cellen stå tom.',
    en: 'There is no circle with that code. Correct the code or leave the cell empty.',
  },
  'consent-half': {
    da: 'Skriv både hvordan og hvilken dag, eller lad begge stå tomme.',
    en: 'Write both how and which day, or leave both empty.',
  },
  'consent-date': {
    da: 'Skriv en dag, der har været, for eksempel 1.3.2026.',
    en: 'Write a day in the past, for example 2026-03-01.',
  },
  'number-repeated': {
    da: 'Nummeret står også i række {other}. Deler de telefon, så opret den anden med formularen.',
    en: 'The number is also in row {other}. If they share a phone, register the other by the form.',
  },
  'number-taken': {
    da: 'Nummeret er allerede registreret. Er det samme person, så lad rækken ude.',
    en: 'The number is already registered. If it is the same person, leave the row out.',
  },
} as const;
