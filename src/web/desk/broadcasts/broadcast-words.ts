/** The words of group messages. */
export const broadcastWords = {
  title: { da: 'Gruppebeskeder', en: 'Group messages' },
  lead: {
    da: 'Én besked til alle i en gruppe. Hver får sin egen, og ingen ser, hvem der ellers får den.',
    en: 'One message to everyone in a group. Each gets their own, and nobody sees who else gets it.',
  },
  empty: {
    da: 'I har ikke skrevet nogen gruppebeskeder endnu. En koordinator skriver den første.',
    en: 'You have written no group messages yet. A coordinator writes the first one.',
  },
  toList: { da: 'Til gruppebeskederne', en: 'To the group messages' },
  add: { da: 'Ny gruppebesked', en: 'New group message' },
  addTitle: { da: 'Ny gruppebesked', en: 'New group message' },
  changeTitle: { da: 'Ret {title}', en: 'Change {title}' },
  change: { da: 'Ret', en: 'Change' },
  noGroups: {
    da: 'Lav først den gruppe, I vil skrive til.',
    en: 'First make the group you want to write to.',
  },
  makeGroup: { da: 'Til grupperne', en: 'To the groups' },
  name: { da: 'Hvad kalder I beskeden?', en: 'What do you call the message?' },
  nameHint: { da: 'Kun til jer selv. Ingen pårørende ser det.', en: 'For yourselves. No relative sees it.' },
  group: { da: 'Hvem skal have den?', en: 'Who is to get it?' },
  way: { da: 'Hvordan?', en: 'How?' },
  wayHint: {
    da: 'En sms kan læses af alle, der ser telefonen. En sikker besked læses på siden med PIN-kode; en neutral sms fører derhen.',
    en: 'A text can be read by everyone who sees the phone. A secure message is read on the page with the PIN; a neutral text leads there.',
  },
  badField: {
    da: '»{word}« kan ikke stå her. En sms kan ikke have et link, og kun det i listen »Det kan I flette ind« kan flettes ind.',
    en: '“{word}” cannot stand here. A text can have no link, and only what is in the list “What you can merge in” can be merged in.',
  },
  short_sms: { da: 'Sms', en: 'Text message' },
  short_page: { da: 'Sikker besked', en: 'Secure message' },
  text: { da: 'Besked på {language}', en: 'Message in {language}' },
  textHint: {
    da: 'Den, der ikke har en tekst på sit eget sprog, får den danske.',
    en: 'Whoever has no text in their own language gets the Danish one.',
  },
  otherLanguages: { da: 'Andre sprog', en: 'Other languages' },
  otherHint: {
    da: 'Skriv kun det, som et menneske har godkendt på det sprog.',
    en: 'Only write what a person has approved in that language.',
  },
  fields: { da: 'Det kan I flette ind', en: 'What you can merge in' },
  fieldsSms: { da: 'I sms og på siden:', en: 'In texts and on the page:' },
  fieldsPage: { da: 'Kun i en sikker besked:', en: 'Only in a secure message:' },
  goOn: { da: 'Gem, og se hvem der får hvad', en: 'Save, and see who gets what' },
  drop: { da: 'Slet udkastet', en: 'Delete the draft' },
  dropHint: {
    da: 'Udkastet er ikke sendt til nogen. Det kan ikke hentes igen.',
    en: 'The draft was sent to nobody. It cannot be brought back.',
  },
  draftOf: { da: 'Udkast af {name}', en: 'Draft by {name}' },
  ordered: { da: 'Bestilt', en: 'Ordered' },
  from: { da: 'Sendes fra', en: 'Sent from' },
  ended: { da: 'Færdig', en: 'Finished' },
  state: { da: 'Tilstand', en: 'State' },
  theText: { da: 'Beskeden', en: 'The message' },
} as const;

/** What an order would do. */
export const effectWords = {
  effect: { da: 'Det sker der', en: 'What happens' },
  nobody: {
    da: 'Ingen får beskeden, som den er nu.',
    en: 'Nobody gets the message as it is now.',
  },
  gets: { da: '{n} af {all} får beskeden.', en: '{n} of {all} get the message.' },
  sms: { da: 'Får en sms', en: 'Get a text' },
  calls: { da: 'Bliver til et opkald, I foretager', en: 'Become a call you make' },
  letters: { da: 'Bliver til et brev, I sender', en: 'Become a letter you send' },
  leftOut: { da: 'Får den ikke', en: 'Do not get it' },
  leftOutNone: { da: 'Alle, du kan se i gruppen, får den.', en: 'All you can see in the group get it.' },
  unseen: { da: 'I gruppen, men uden for det, du ser', en: 'In the group, but out of your sight' },
  languages: { da: 'Sprog', en: 'Languages' },
  segments: { da: 'Sms-dele i alt', en: 'SMS parts in all' },
  each: { da: '{n} til hver', en: '{n} each' },
  between: { da: '{fewest} til {most} til hver', en: '{fewest} to {most} each' },
  price: { da: 'Pris', en: 'Price' },
  kroner: { da: '{n} kr.', en: 'DKK {n}' },
  leaves: { da: 'Den første sendes', en: 'The first leaves' },
  until: { da: 'Den sidste er sendt', en: 'The last has left' },
  aboutUntil: { da: 'omkring {when}', en: 'about {when}' },
  samples: { da: 'Sådan ser den ud', en: 'What it looks like' },
  samplesHint: {
    da: 'Op til fem eksempler med rigtige tiltaler, ord for ord.',
    en: 'Up to five examples with real forms of address, word for word.',
  },
  behindPin: { da: 'På siden, bag PIN-koden:', en: 'On the page, behind the PIN:' },
  plan: { da: 'Hvornår, og til hvem først?', en: 'When, and to whom first?' },
  when: { da: 'Hvornår?', en: 'When?' },
  whenHint: {
    da: 'For eksempel »i morgen 10.00« eller »25/9 kl. 14«. Tomt er med det samme. Der sendes kun i sendetiden.',
    en: 'For example “tomorrow 10.00” or “25/9 kl. 14”. Empty is at once. Nothing leaves outside the sending hours.',
  },
  sample: { da: 'Send først til så mange', en: 'First send to so many' },
  sampleHint: {
    da: 'Så holder den pause, til I har set, at den er, som den skal være. Tomt er til alle.',
    en: 'Then it pauses until you have seen that it is as it should be. Empty is to everyone.',
  },
  show: { da: 'Vis, hvad der så sker', en: 'Show what happens then' },
  twiceHeading: { da: 'Det samme er sendt det sidste døgn', en: 'The same was sent within a day' },
  twice: { da: 'Beskeden siger det samme som:', en: 'The message says the same as:' },
  twiceLine: {
    da: '{title}, bestilt {when}: {n} får den to gange',
    en: '{title}, ordered {when}: {n} get it twice',
  },
  twiceOk: { da: 'Send den alligevel', en: 'Send it all the same' },
  doubtedHeading: { da: 'Den kan være sendt', en: 'It may have been sent' },
  doubted: {
    da: 'En sikkerhedskopi er lagt tilbage, og det, udkastet siger, er sendt til nogen, siden den blev taget. Spørg den, der skrev det, før du bestiller.',
    en: 'A backup was put back, and what the draft says was sent to somebody since it was taken. Ask whoever wrote it before you order.',
  },
  apartHeading: { da: 'Hver for sig', en: 'Kept apart' },
  apart: {
    da: 'I disse kredse må de ikke høre om hinanden, og flere får beskeden: {codes}',
    en: 'In these circles they must not hear of each other, and several get the message: {codes}',
  },
  apartOk: {
    da: 'Beskeden røber ikke, hvem der ellers får den',
    en: 'The message does not tell who else gets it',
  },
  order: { da: 'Send til {n}', en: 'Send to {n}' },
  orderSample: { da: 'Send til de første {n}', en: 'Send to the first {n}' },
  orderLater: { da: 'Bestil til {when}', en: 'Order for {when}' },
  confirm: {
    da: 'Sæt kryds, hvis det er i orden.',
    en: 'Tick the box if it is all right.',
  },
  orderHint: {
    da: 'Hvem der er med, afgøres i det øjeblik den går i gang. Den kan sættes på pause og stoppes, så længe noget ikke er sendt.',
    en: 'Who is in the group is settled at the moment it begins. It can be paused and stopped as long as something has not left.',
  },
} as const;

/** How far it has come, and what can be done. */
export const progressWords = {
  heading: { da: 'Så langt er den', en: 'How far it is' },
  bar: { da: '{n} af {all} er færdige', en: '{n} of {all} are finished' },
  notBegun: { da: 'Ikke skrevet til endnu', en: 'Not written to yet' },
  never: { da: 'Blev der aldrig skrevet til', en: 'Were never written to' },
  pause: { da: 'Hold pause', en: 'Pause' },
  pauseHint: {
    da: 'Intet mere bliver sendt, før I lader den fortsætte.',
    en: 'Nothing more leaves until you let it go on.',
  },
  resume: { da: 'Lad den fortsætte', en: 'Let it go on' },
  sampledHint: {
    da: 'De første har fået den. Se efter, og lad den fortsætte til resten.',
    en: 'The first have got it. Look it over, and let it go on to the rest.',
  },
  cancel: { da: 'Stop den for altid', en: 'Stop it for good' },
  cancelHint: {
    da: '{n} får den så ikke. Det, der er sendt, kan ikke kaldes tilbage, og den kan ikke sættes i gang igen.',
    en: '{n} will not get it. What has left cannot be called back, and it cannot be started again.',
  },
  retry: { da: 'Prøv de {n} igen', en: 'Try those {n} again' },
  retryHint: {
    da: 'Kun dem, hvor det er sikkert, at den ikke kom frem.',
    en: 'Only those where it is certain that it did not arrive.',
  },
  failed: { da: 'Kom ikke frem', en: 'Did not arrive' },
  callsAndLetters: { da: 'Opkald og breve står under Opgaver.', en: 'Calls and letters stand under Tasks.' },
  replies: { da: 'Svar', en: 'Replies' },
  noReplies: {
    da: 'Ingen har svaret endnu. Svar står også i indbakken.',
    en: 'Nobody has replied yet. Replies are in the inbox as well.',
  },
  allReplies: { da: 'Læs svarene', en: 'Read the replies' },
  answer: { da: 'Åbn samtalen', en: 'Open the conversation' },
  report: { da: 'Rapport', en: 'Report' },
  reportLead: {
    da: 'Opgjort {when}. Det, der stadig er undervejs, kan ændre sig.',
    en: 'As of {when}. What is still under way may change.',
  },
  asCsv: { da: 'Hent som regneark', en: 'Download as a spreadsheet' },
  audience: { da: 'I gruppen', en: 'In the group' },
  what: { da: 'Hvad', en: 'What' },
  count: { da: 'Antal', en: 'Number' },
  stops: { da: 'Sagde stop inden for et døgn', en: 'Said stop within a day' },
  first: { da: 'Første sms sendt', en: 'First text left' },
  last: { da: 'Sidste sms sendt', en: 'Last text left' },
} as const;

export const broadcastStatusWords = {
  draft: { da: 'Udkast', en: 'Draft' },
  scheduled: { da: 'Venter på sit tidspunkt', en: 'Waits for its time' },
  filling: { da: 'Gør klar', en: 'Getting ready' },
  running: { da: 'Sendes', en: 'Being sent' },
  sampled: { da: 'Prøven er sendt: se efter', en: 'The sample is sent: look it over' },
  paused: { da: 'På pause', en: 'Paused' },
  done: { da: 'Færdig', en: 'Finished' },
  cancelled: { da: 'Stoppet', en: 'Stopped' },
  broken: { da: 'Gik i stå: se varslerne', en: 'Stuck: see the alerts' },
} as const;

/** Why somebody gets none. */
export const whyNotWords = {
  'circle-held': {
    da: 'kredsen er på pause, eller borgeren er død',
    en: 'the circle is paused, or the resident has died',
  },
  minor: { da: 'under 18 år', en: 'under 18' },
  quiet: { da: 'vil ikke have gruppebeskeder for tiden', en: 'wants no group messages for now' },
  'left-group': { da: 'er gået ud af gruppen', en: 'has left the group' },
  'had-one': {
    da: 'har fået en gruppebesked i dag, eller en er på vej',
    en: 'got a group message today, or one is on its way',
  },
  language: { da: 'ingen tekst på deres sprog eller dansk', en: 'no text in their language or Danish' },
  'no-number': { da: 'intet mobilnummer', en: 'no mobile number' },
  wrong: { da: 'nummeret er forkert', en: 'the number is wrong' },
  stopped: { da: 'nummeret har sagt stop til sms', en: 'the number has said stop to texts' },
  'no-consent': {
    da: 'intet samtykke til sms er noteret (det kan I gøre på den pårørendes side), eller det er trukket tilbage',
    en: 'no consent to texts is noted (you can do so on the page of the relative), or it was withdrawn',
  },
  broken: { da: 'noget gik galt hos os', en: 'something failed on our side' },
  failed: { da: 'er forsøgt, men kom ikke frem', en: 'was tried and did not arrive' },
} as const;

/** What was answered. */
export const meaningWords = {
  yes: { da: 'Ja', en: 'Yes' },
  no: { da: 'Nej', en: 'No' },
  stop: { da: 'Stop', en: 'Stop' },
  start: { da: 'Start', en: 'Start' },
  help: { da: 'Hjælp', en: 'Help' },
  place: { da: 'Hvor', en: 'Where' },
  wrongNumber: { da: 'Forkert nummer', en: 'Wrong number' },
  distress: { da: 'Har det svært', en: 'In distress' },
  death: { da: 'Dødsfald', en: 'A death' },
  unclear: { da: 'Andet', en: 'Something else' },
  empty: { da: 'Tom sms', en: 'Empty text' },
} as const;
