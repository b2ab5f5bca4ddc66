export const settingsWords = {
  title: { da: 'Indstillinger', en: 'Settings' },
  lead: {
    da: 'Hvad kommunen hedder, hvornår der må sendes, og hvad systemet selv siger. Enhver ændring står i loggen.',
    en: 'What the municipality is called, when texts may leave, and what the system says itself. Every change is in the log.',
  },
  organisation: { da: 'Kommunen', en: 'The municipality' },
  organisationHint: {
    da: 'Navn, telefon og åbningstid, som de står i sms og på sider.',
    en: 'Name, telephone and opening hours as they stand in texts and on pages.',
  },
  hours: { da: 'Sendetid og åbningstid', en: 'Send window and opening hours' },
  hoursHint: {
    da: 'Hvornår sms må sendes, helligdage og lukkedage.',
    en: 'When texts may leave, public holidays and closed days.',
  },
  texts: { da: 'Sms fra systemet', en: 'Texts from the system' },
  textsHint: {
    da: 'Svar på STOP, HJÆLP og det, der ikke kan læses.',
    en: 'Answers to STOP, HELP and what cannot be read.',
  },
  consent: { da: 'Samtykke til sms', en: 'Consent to texts' },
  consentHint: {
    da: 'Det, der læses højt, når en pårørende siger ja.',
    en: 'What is read aloud when a relative says yes.',
  },
  lists: { da: 'Lister', en: 'Lists' },
  listsHint: {
    da: 'Relation, område, temaer, steder og andet, der vælges imellem.',
    en: 'Relation, area, themes, places and other choices.',
  },
  keeping: { da: 'Opbevaring', en: 'Retention' },
  keepingHint: {
    da: 'Hvor længe ordene i sms og navne fra arrangementer gemmes.',
    en: 'How long the words of texts and names from events are kept.',
  },
  log: { da: 'Log', en: 'Log' },
  logHint: { da: 'Hvem gjorde hvad, og hvornår.', en: 'Who did what, and when.' },
  back: { da: 'Alle indstillinger', en: 'All settings' },
  kommune: { da: 'Kommunens navn i sms', en: 'The municipality’s name in texts' },
  kommuneHint: { da: 'Højst 20 tegn.', en: 'At most 20 characters.' },
  authority: { da: 'Myndighedens navn på sider', en: 'The authority’s name on pages' },
  telefon: { da: 'Telefon', en: 'Telephone' },
  telefonHint: {
    da: 'Et hovednummer, aldrig en enheds nummer: det står i hver sms.',
    en: 'A main number, never that of a unit: it stands in every text.',
  },
  akut: { da: 'Telefon hele døgnet', en: 'Telephone around the clock' },
  akutHint: {
    da: 'Læses af den, der skriver, at noget er helt galt.',
    en: 'Read by someone who writes that something is very wrong.',
  },
  aabningstid: { da: 'Åbningstid i sms', en: 'Opening hours in texts' },
  segmentPrice: { da: 'Pris for en sms-del, i øre', en: 'Price of a text segment, in øre' },
  segmentPriceHint: {
    da: 'Så viser en gruppebesked, hvad den koster, før den sendes. Lad feltet stå tomt, hvis I ikke vil se priser.',
    en: 'A group message then shows what it costs before it is sent. Leave it empty to see no prices.',
  },
  aabningstidHint: { da: 'For eksempel: hverdage 8-15', en: 'For example: hverdage 8-15' },
  window: { da: 'Sms må sendes', en: 'Texts may leave' },
  windowHint: {
    da: 'Mellem 07.00 og 21.00. Svar på en sms, der lige er kommet, sendes straks.',
    en: 'Between 07:00 and 21:00. An answer to a text that has just come leaves at once.',
  },
  opening: { da: 'Åbent for opkald', en: 'Open for calls' },
  openingHint: {
    da: 'Bruges af trin, der venter på næste åbningstid.',
    en: 'Used by steps that wait for the next opening.',
  },
  from: { da: 'Fra', en: 'From' },
  to: { da: 'Til', en: 'Until' },
  weekdays: { da: 'Dage', en: 'Days' },
  holidays: { da: 'Også på helligdage', en: 'On public holidays too' },
  closed: { da: 'Lukkedage', en: 'Closed days' },
  closedHint: {
    da: 'En dato på hver linje, for eksempel 24.12.2026.',
    en: 'One date a line, for example 24.12.2026.',
  },
  effectHours: {
    da: 'Det gælder med det samme, også for det, der allerede er planlagt.',
    en: 'It holds at once, also for what is planned already.',
  },
  own: { da: 'egne ord', en: 'own words' },
  builtIn: { da: 'indbygget', en: 'built in' },
  change: { da: 'Ret', en: 'Change' },
  text: { da: 'Tekst', en: 'Text' },
  textHint: {
    da: 'Skal kunne være i én sms. Kan bruge {{ kommune }}, {{ telefon }}, {{ akut }} og {{ aabningstid }}. Telefonen skal være med.',
    en: 'Must fit in one text. May use {{ kommune }}, {{ telefon }}, {{ akut }} and {{ aabningstid }}. The telephone must be in it.',
  },
  versions: { da: 'Tidligere versioner', en: 'Earlier versions' },
  version: { da: 'Version {n}', en: 'Version {n}' },
  consentLead: {
    da: 'Ordene læses højt af medarbejderen. Hvert ja bliver gemt sammen med den version, der gjaldt.',
    en: 'The words are read aloud by staff. Every yes is kept with the version that held.',
  },
  da: { da: 'På dansk', en: 'In Danish' },
  en: { da: 'På engelsk', en: 'In English' },
  months: {
    da: 'Ordene i sms, sikre beskeder og spørgeskemaer slettes efter',
    en: 'The words of texts, secure messages and questionnaires go after',
  },
  monthsHint: {
    da: 'At beskeden er sendt, og hvad der skete, bliver stående. Det, der er slettet, kan ikke hentes tilbage.',
    en: 'That the message left, and what came of it, stays. What is erased cannot be brought back.',
  },
  never: { da: 'slettes ikke', en: 'are not erased' },
  days: {
    da: 'Navne og numre fra tilmeldinger til arrangementer slettes',
    en: 'Names and numbers of sign-ups for events go',
  },
  daysHint: {
    da: 'Det gælder dem, der kun er kendt ved navn. At de kom, bliver stående som et antal.',
    en: 'This is of those known by name alone. That they came stays as a count.',
  },
  daysN: { da: '{n} dage efter', en: '{n} days after' },
  years: {
    da: 'Navne på medarbejdere, der kom til noget for medarbejdere, slettes',
    en: 'Names of staff who came to what was for staff go',
  },
  yearsHint: { da: 'De står på listen til kursusbeviser.', en: 'They are on the list for certificates.' },
  yearOne: { da: '1 år efter', en: '1 year after' },
  yearsN: { da: '{n} år efter', en: '{n} years after' },
  monthsN: { da: '{n} måneder', en: '{n} months' },
  language: { da: 'Sprog', en: 'Language' },
  danish: { da: 'Dansk', en: 'Danish' },
  english: { da: 'Engelsk', en: 'English' },
  listHint: { da: 'Én på hver linje.', en: 'One a line.' },
  listKeeps: {
    da: 'Det, der er registreret før, beholder sit ord.',
    en: 'What was registered before keeps its word.',
  },
} as const;

export const weekdayWords = {
  1: { da: 'mandag', en: 'Monday' },
  2: { da: 'tirsdag', en: 'Tuesday' },
  3: { da: 'onsdag', en: 'Wednesday' },
  4: { da: 'torsdag', en: 'Thursday' },
  5: { da: 'fredag', en: 'Friday' },
  6: { da: 'lørdag', en: 'Saturday' },
  7: { da: 'søndag', en: 'Sunday' },
} as const;

/** When each text of the house leaves. */
export const houseTextWords = {
  stop: { da: 'Kvittering for STOP', en: 'Receipt of STOP' },
  'start-ask': { da: 'Svar på START: spørger, om det er meningen', en: 'Answer to START: asks to confirm' },
  'start-done': { da: 'Sms er slået til igen', en: 'Texts are on again' },
  'start-running': { da: 'START, når der ikke var stoppet', en: 'START when nothing was stopped' },
  help: { da: 'Svar på HJÆLP', en: 'Answer to HELP' },
  'wrong-number': { da: 'Svar på FORKERT', en: 'Answer to WRONG' },
  'free-text': {
    da: 'Svar på andet, højst én gang i døgnet',
    en: 'Answer to anything else, at most once a day',
  },
  cpr: { da: 'Svar på en sms med cpr-nummer', en: 'Answer to a text with a CPR number' },
  distress: { da: 'Svar til en, der har det meget svært', en: 'Answer to somebody in distress' },
  death: { da: 'Svar på, at nogen er død', en: 'Answer to a death' },
  'number-changed': { da: 'Besked til det gamle nummer', en: 'Notice to the old number' },
} as const;

export const logWords = {
  title: { da: 'Log', en: 'Log' },
  lead: {
    da: 'Alt, der er gjort og set, i den rækkefølge, det skete. Loggen kan ikke rettes.',
    en: 'Everything that was done and looked at, in order. The log cannot be changed.',
  },
  kind: { da: 'Hvad', en: 'What' },
  from: { da: 'Fra og med', en: 'From' },
  until: { da: 'Til og med', en: 'Until' },
  search: { da: 'Søg', en: 'Search' },
  export: { da: 'Hent som regneark (CSV)', en: 'Download as a spreadsheet (CSV)' },
  theRelative: { da: 'den pårørende', en: 'the relative' },
} as const;

export const listNameWords = {
  contactKinds: { da: 'Slags samtale', en: 'Kinds of contact' },
  contactPlaces: { da: 'Sted', en: 'Places' },
  initiatives: { da: 'Hvem tog initiativet', en: 'Who took the initiative' },
  levels: { da: 'Niveau', en: 'Levels' },
  themes: { da: 'Temaer', en: 'Themes' },
  outcomes: { da: 'Fik den pårørende det, der var brug for', en: 'Whether the relative got what was needed' },
  followUps: { da: 'Opfølgning', en: 'Follow-up' },
  counsellingKinds: { da: 'Slags rådgivning af enheder', en: 'Kinds of counselling of units' },
  staffGroups: { da: 'Personalegrupper', en: 'Groups of staff' },
  counsellingFollowUps: { da: 'Opfølgning på rådgivning', en: 'Follow-up of counselling' },
  eventKinds: { da: 'Slags arrangement', en: 'Kinds of event' },
} as const;
