/** The list of relatives, and registering one. */
export const relativesWords = {
  title: { da: 'Pårørende', en: 'Relatives' },
  add: { da: 'Ny pårørende', en: 'New relative' },
  importMany: { da: 'Importer fra regneark', en: 'Import from a spreadsheet' },
  search: { da: 'Søg på navn, alias eller mobilnummer', en: 'Search by name, alias or number' },
  searchHint: {
    da: 'Skriv begyndelsen af et eller flere ord i navnet, eller et helt nummer.',
    en: 'Type the beginning of one or more words of the name, or a whole number.',
  },
  doSearch: { da: 'Søg', en: 'Search' },
  found: { da: 'Fundet: {n}', en: 'Found: {n}' },
  notFound: {
    da: 'Ingen fundet. Prøv færre bogstaver, et andet ord i navnet, eller nummeret.',
    en: 'Nobody found. Try fewer letters, another word of the name, or the number.',
  },
  more: {
    da: 'Der er flere. Her er de nyeste: skriv mere af navnet for at finde de andre.',
    en: 'There are more. These are the newest: type more of the name to find the others.',
  },
  showAll: { da: 'Vis alle pårørende', en: 'Show all relatives' },
  ofCircle: { da: 'Pårørende i kredsen {code}', en: 'Relatives of the circle {code}' },
  empty: {
    da: 'Der er ingen pårørende endnu. Opret den første, eller importer et regneark.',
    en: 'There are no relatives yet. Register the first, or import a spreadsheet.',
  },
  stopped: { da: 'Vil ikke have sms', en: 'Wants no texts' },
  wrong: { da: 'Forkert nummer', en: 'Wrong number' },
  shared: { da: 'Delt telefon', en: 'Shared phone' },
  minor: { da: 'Under 18', en: 'Under 18' },
} as const;

export const newRelativeWords = {
  title: { da: 'Ny pårørende', en: 'New relative' },
  lead: {
    da: 'Skriv ikke cpr-nummer eller den syges navn nogen steder. Vi har ikke brug for dem.',
    en: 'Do not write a CPR number or the name of the person who is ill anywhere. We do not need them.',
  },
  person: { da: 'Den pårørende', en: 'The relative' },
  name: { da: 'Navn eller alias', en: 'Name or alias' },
  nameHint: { da: 'Kun medarbejdere ser det.', en: 'Only staff see it.' },
  tiltale: { da: 'Tiltale i sms', en: 'How to address in texts' },
  tiltaleHint: {
    da: 'Det navn, vi skriver efter »Hej«. Højst 20 tegn.',
    en: 'The name we write after “Hej”. At most 20 characters.',
  },
  relation: { da: 'Relation', en: 'Relation' },
  ageBand: { da: 'Alder', en: 'Age' },
  guardian: { da: 'Værge, eller hvorfor det er aftalt uden', en: 'Guardian, or why it was agreed without' },
  guardianHint: { da: 'Skal udfyldes for unge under 18 år.', en: 'Required for people under 18.' },
  language: { da: 'Sprog', en: 'Language' },
  contact: { da: 'Kontakt', en: 'Contact' },
  number: { da: 'Telefonnummer', en: 'Telephone number' },
  numberHint: {
    da: 'For eksempel 12 34 56 78 eller +45 12345678. Kan undværes, hvis I skriver breve.',
    en: 'For example 12 34 56 78 or +45 12345678. Not needed when you write letters.',
  },
  phone: { da: 'Slags telefon', en: 'Kind of telephone' },
  phoneHint: {
    da: 'Et fastnetnummer får ingen sms. I stedet får I en opgave om at ringe.',
    en: 'A landline gets no texts. Instead you get a task to call.',
  },
  channel: { da: 'Vi skriver eller ringer', en: 'We write or call' },
  shared: { da: 'Ja, flere læser denne telefon', en: 'Yes, several people read this phone' },
  sharedHint: {
    da: 'Nummeret hører også til en anden pårørende. På en delt telefon spørger vi ikke om svar på sms, og STOP gælder for alle.',
    en: 'Another relative has this number too. On a shared phone we ask for no answers by text, and STOP counts for everybody.',
  },
  consent: {
    da: 'Den pårørende har sagt ja til at få sms fra os',
    en: 'The relative has said yes to texts from us',
  },
  readAloud: { da: 'Læs højt:', en: 'Read aloud:' },
  consentHint: {
    da: 'Bliver skrevet i samtykkeloggen med dato og dit navn. Ellers spørger forløbets første side.',
    en: 'Is written into the log of consents with the date and your name. Otherwise the first page of the flow asks.',
  },
  around: { da: 'Den syge eller svækkede', en: 'The person who is ill or frail' },
  circle: { da: 'Kredsens kode', en: 'Code of the circle' },
  circleHint: {
    da: 'Hvis I allerede har andre pårørende til samme borger. Lad feltet stå tomt for at lave en ny kreds.',
    en: 'If you already have other relatives of the same resident. Leave it empty to make a new circle.',
  },
  unit: { da: 'Enhed', en: 'Unit' },
  unitHint: { da: 'Bruges til en ny kreds.', en: 'Used for a new circle.' },
  noUnit: { da: 'Vælg enhed', en: 'Choose a unit' },
  area: { da: 'Område', en: 'Area' },
  note: { da: 'Note', en: 'Note' },
  noteHint: { da: 'Kun det nødvendige. Krypteres.', en: 'Only what is needed. It is encrypted.' },
  alikeTitle: { da: 'Ligner en, I har', en: 'Looks like somebody you have' },
  alikeLead: {
    da: 'Navnet er det samme, og relationen, tiltalen eller kredsen passer. Se efter først, så den samme person ikke står to gange.',
    en: 'The name is the same, and the relation, the address or the circle fits. Look first, so that nobody is there twice.',
  },
  alikeAsk: {
    da: 'Se, om det er den samme, eller sæt kryds ved, at det er en anden.',
    en: 'See whether it is the same person, or tick that it is another.',
  },
  alike: {
    da: 'Nej, det er en anden person: opret alligevel',
    en: 'No, it is another person: register anyway',
  },
  newWindow: { da: '(nyt vindue)', en: '(new window)' },
  create: { da: 'Opret', en: 'Register' },
} as const;

export const relativeWords = {
  facts: { da: 'Om den pårørende', en: 'About the relative' },
  number: { da: 'Telefon', en: 'Telephone' },
  noNumber: { da: 'Intet nummer', en: 'No number' },
  landline: { da: 'fastnet', en: 'landline' },
  shared: { da: 'delt telefon', en: 'shared phone' },
  changeNumber: { da: 'Skift nummer eller kontakt', en: 'Change number or contact' },
  since: { da: 'Oprettet', en: 'Registered' },
  channel: { da: 'Kontakt', en: 'Contact' },
  stopped: {
    da: 'Har sagt stop til sms {when}. Der går ingen sms til nummeret.',
    en: 'Said stop to texts {when}. No texts go to the number.',
  },
  stoppedNow: {
    da: 'Skift kontakten til opkald eller brev.',
    en: 'Change the contact to calls or letters.',
  },
  wrong: {
    da: 'Nogen har svaret {when}, at nummeret er forkert. Find det rigtige, og skift det her.',
    en: 'Somebody answered {when} that the number is wrong. Find the right one and change it here.',
  },
  minor: {
    da: 'Under 18 år. Børnetelefonen: 116 111.',
    en: 'Under 18. The children’s helpline: 116 111.',
  },
  circle: { da: 'Kreds', en: 'Circle' },
  alone: {
    da: 'Ingen andre i kredsen. Hører flere til samme borger, så skriv kredsens kode, når I opretter dem.',
    en: 'Nobody else in the circle. If others belong to the same resident, type the circle’s code when you register them.',
  },
  others: { da: 'Andre i kredsen', en: 'Others in the circle' },
  apart: {
    da: 'Hver for sig: de må ikke høre om hinanden.',
    en: 'Kept apart: they must not hear of each other.',
  },
  toCircle: { da: 'Mere om kredsen', en: 'More about the circle' },
  pin: { da: 'PIN-kode', en: 'PIN' },
  pinHas: { da: 'Den pårørende har en PIN-kode.', en: 'The relative has a PIN.' },
  pinReplaces: {
    da: 'En ny kode erstatter den med det samme: den gamle virker så ikke mere. Det kan ikke fortrydes.',
    en: 'A new code replaces it at once: the old one does not work any more. This cannot be undone.',
  },
  pinNone: {
    da: 'Den pårørende har ingen PIN-kode og kan ikke åbne sider, der kræver den.',
    en: 'The relative has no PIN and cannot open pages that ask for it.',
  },
  pinLocked: {
    da: 'Der er tastet forkert for mange gange, så adgangen er lukket. Tjek, hvem du taler med, og lav en ny kode.',
    en: 'It was mistyped too many times, so access is closed. Check who you are talking to and make a new code.',
  },
  codeOpen: {
    da: 'Der er givet en engangskode. Den gælder i {length} endnu.',
    en: 'A one-time code has been given. It holds for another {length}.',
  },
  pinRule: {
    da: 'Giv aldrig koden på sms. Sig den, når I sidder sammen eller taler i telefon, eller giv den på papir.',
    en: 'Never give the code by text. Say it when you sit together or talk on the telephone, or give it on paper.',
  },
  makePin: { da: 'Lav PIN-kode', en: 'Make a PIN' },
  makeVoice: { da: 'Engangskode, jeg siger nu (10 minutter)', en: 'One-time code, said now (10 minutes)' },
  makePaper: { da: 'Engangskode på papir (14 dage)', en: 'One-time code on paper (14 days)' },
  consents: { da: 'Samtykker', en: 'Consents' },
  noConsents: {
    da: 'Intet er noteret endnu. Forløbets første side spørger, når den pårørende bliver tilmeldt.',
    en: 'Nothing has been noted yet. The first page of a flow asks once the relative is enrolled.',
  },
  noteConsent: { da: 'Notér et ja til sms', en: 'Note a yes to texts' },
  noteConsentHint: {
    da: 'Bliver skrevet i samtykkeloggen med dato og dit navn. Den pårørende kan altid trække det tilbage.',
    en: 'Is written into the log of consents with the date and your name. The relative can always withdraw it.',
  },
  noteConsentDo: { da: 'Den pårørende har sagt ja', en: 'The relative has said yes' },
  given: { da: 'Sagt ja', en: 'Said yes' },
  givenOn: { da: 'givet {day}', en: 'given {day}' },
  withdrawn: { da: 'Sagt nej igen', en: 'Said no again' },
  journeys: { da: 'Forløb', en: 'Journeys' },
  enrol: { da: 'Tilmeld et forløb', en: 'Enrol in a flow' },
  noJourneys: {
    da: 'Ikke tilmeldt noget forløb. Tilmeld et, så bliver beskederne sendt på de rigtige tidspunkter.',
    en: 'Not enrolled in any flow. Enrol in one, and the messages leave at the right moments.',
  },
  running: { da: 'I gang', en: 'Running' },
  ended: { da: 'Slut: {reason}', en: 'Ended: {reason}' },
  nextAt: { da: 'Går videre {when}', en: 'Goes on {when}' },
  messages: { da: 'Seneste beskeder til den pårørende', en: 'Latest messages to the relative' },
  noMessages: {
    da: 'Ingen beskeder endnu. Skriv den første, eller tilmeld et forløb.',
    en: 'No messages yet. Write the first, or enrol in a flow.',
  },
  why: { da: 'Hvorfor denne besked?', en: 'Why this message?' },
} as const;

/** What is done most with a relative, and the sections of the page. */
export const topWords = {
  acts: { da: 'Det, I gør mest', en: 'What you do most' },
  write: { da: 'Skriv eller læs', en: 'Write or read' },
  read: { da: 'Læs samtalen', en: 'Read the conversation' },
  book: { da: 'Book aftale', en: 'Book a time' },
  register: { da: 'Registrer samtale', en: 'Register a talk' },
  enrol: { da: 'Tilmeld forløb', en: 'Enrol' },
  below: { da: 'Længere nede på siden', en: 'Further down the page' },
  messages: { da: 'Beskeder', en: 'Messages' },
} as const;

export const pinWords = {
  pinTitle: { da: 'Ny PIN-kode', en: 'New PIN' },
  codeTitle: { da: 'Ny engangskode', en: 'New one-time code' },
  once: {
    da: 'Koden vises kun denne ene gang. Den gamle virker ikke mere.',
    en: 'The code is shown this once only. The old one does not work any more.',
  },
  hand: { da: 'Giv den til {name} selv.', en: 'Give it to {name} in person.' },
  choose: {
    da: 'Med engangskoden vælger {name} selv sin PIN-kode på siden bag linket. Koden gælder i {length}.',
    en: 'With the one-time code {name} chooses a PIN on the page behind the link. The code holds for {length}.',
  },
  written: { da: 'Jeg har givet koden videre', en: 'I have passed the code on' },
} as const;

export const numberWords = {
  title: { da: 'Skift nummer eller kontakt', en: 'Change number or contact' },
  now: { da: 'Nummeret er nu {number}.', en: 'The number is now {number}.' },
  check: {
    da: 'Vær sikker på, hvem du taler med, før du skifter nummeret. Det gamle nummer får en kort sms om, at et nummer er skiftet. Har nogen sagt stop på det, følger det ikke med.',
    en: 'Be sure who you are talking to before you change the number. The old number gets a short text that a number was changed. A stop on it does not follow.',
  },
  keep: {
    da: 'Skal nummeret være det samme, så ret kun, om vi skriver, ringer eller sender brev.',
    en: 'To keep the number, only change whether we write, call or send letters.',
  },
  countries: {
    da: 'Vi kan ikke sende sms til numre fra det land. Vi sender til numre fra {countries}.',
    en: 'We cannot send text messages to numbers from that country. We send to numbers from {countries}.',
  },
  same: {
    da: 'Sådan er det allerede. Skriv et andet nummer, eller vælg en anden kontakt.',
    en: 'It is so already. Write another number or choose another contact.',
  },
  change: { da: 'Gem', en: 'Save' },
} as const;
