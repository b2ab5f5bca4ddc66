export const enrolWords = {
  chooseEvent: { da: 'Vælg et arrangement', en: 'Choose an event' },
  noEvents: {
    da: 'Der er ingen arrangementer, man kan melde sig til. Opret et, og åbn det for tilmelding.',
    en: 'There are no events one can sign up for. Make one and open it.',
  },
  title: { da: 'Tilmeld {name}', en: 'Enrol {name}' },
  chooseLead: {
    da: 'Vælg et forløb. Før noget sker, ser du hver besked med dato og tekst.',
    en: 'Choose a flow. Before anything happens you see every message with its date and text.',
  },
  choose: { da: 'Vælg et forløb', en: 'Choose a flow' },
  flow: { da: 'Forløb', en: 'Flow' },
  on: { da: 'Videre', en: 'Go on' },
  otherFlow: { da: 'Vælg et andet forløb', en: 'Choose another flow' },
  dates: { da: 'Datoer', en: 'Dates' },
  date: { da: '{anchor}, dato', en: '{anchor}, date' },
  time: { da: '{anchor}, klokkeslæt', en: '{anchor}, time' },
  language: { da: 'Sprog', en: 'Language' },
  languageHint: {
    da: 'Den pårørende bliver skrevet til på dette sprog fra nu af. Kun godkendte tekster kan vælges.',
    en: 'The relative is written to in this language from now on. Only approved texts can be chosen.',
  },
  noLanguage: {
    da: 'Forløbet findes ikke på {wanted}. Det bliver sendt på {used}.',
    en: 'The flow does not exist in {wanted}. It is sent in {used}.',
  },
  byRing: {
    da: 'Kontakten er opkald: hver sms bliver til et opkald, I foretager med de samme ord.',
    en: 'The contact is by telephone: each text becomes a call you make with the same words.',
  },
  byLetter: {
    da: 'Kontakten er brev: hver sms bliver til et brev, I udskriver med de samme ord.',
    en: 'The contact is by letter: each text becomes a letter you print with the same words.',
  },
  movedFrom: {
    da: 'Planlagt til {when}. Flyttet, fordi der ikke sendes sms på det tidspunkt.',
    en: 'Planned for {when}. Moved, since no texts leave at that hour.',
  },
  putOff: {
    da: 'Udskydes til {until}, fordi der allerede er {limit} sms til telefonen den dag. Det er jeres grænse.',
    en: 'Put off to {until}, since there are {limit} texts to the phone already that day. That is your limit.',
  },
  outsideHours: {
    da: 'Uden for den pårørendes tidspunkter: de ligger uden for sendetiden, eller de kommer først, når det er for sent.',
    en: 'Outside the relative’s hours: they lie outside the send window, or come only when it is too late.',
  },
  byHours: {
    da: 'Sms sendes kl. {from}–{to}, som den pårørende ønsker. Svar på den pårørendes egne sms sendes straks.',
    en: 'Texts leave from {from} to {to}, as the relative wishes. Answers to the relative’s own texts leave at once.',
  },
  preview: { da: 'Se, hvad der bliver sendt', en: 'See what will be sent' },
  planned: { da: 'Det bliver sendt', en: 'This will be sent' },
  plannedHint: {
    da: 'Planen regner med, at ingen siger stop, og at intet bliver flyttet.',
    en: 'The plan reckons that nobody says stop and nothing is moved.',
  },
  yes: { da: 'Hvis {name} svarer ja', en: 'If {name} answers yes' },
  silent: { da: 'Hvis {name} ikke svarer', en: 'If {name} does not answer' },
  no: { da: 'Hvis {name} svarer nej', en: 'If {name} answers no' },
  countOne: { da: '1 besked, {segments}', en: '1 message, {segments}' },
  count: { da: '{n} beskeder, {segments}', en: '{n} messages, {segments}' },
  fromName: {
    da: 'Fra kommunens navn. Kan ikke besvares.',
    en: 'From the municipality’s name. Cannot be answered.',
  },
  fromNumber: { da: 'Fra nummeret. Kan besvares.', en: 'From the number. Can be answered.' },
  leftOut: { da: 'Bliver sprunget over', en: 'Left out' },
  late: {
    da: '{step}: skulle være sendt {when}, og det er for sent.',
    en: '{step}: should have been sent {when}, which has passed.',
  },
  ends: { da: 'Slutter {when}: {reason}', en: 'Ends {when}: {reason}' },
  nothing: { da: 'Ingen beskeder.', en: 'No messages.' },
  targetHeading: { da: 'Er det den rette målgruppe?', en: 'Is this the right target group?' },
  elsewhere: { da: 'Ellers vis vej til et andet tilbud', en: 'Otherwise show the way to another offer' },
  apartHeading: { da: 'Hver for sig', en: 'Kept apart' },
  apart: {
    da: 'I denne kreds må de ikke høre om hinanden, og her er en anden allerede i samme forløb: {names}.',
    en: 'In this circle they must not hear of each other, and another is already in the same flow: {names}.',
  },
  apartConfirm: { da: 'Jeg ved det, og det er i orden', en: 'I know, and it is all right' },
  pastHeading: { da: 'En dato er passeret', en: 'A date has passed' },
  past: {
    da: 'Denne dato ligger før i dag: {dates}. Se i planen, hvad der bliver sprunget over eller sendt med det samme, og ret datoen, hvis den er forkert.',
    en: 'This date is before today: {dates}. See in the plan what is left out or sent at once, and correct the date if it is wrong.',
  },
  pastConfirm: {
    da: 'Datoen er rigtig, selv om den er passeret',
    en: 'The date is right although it has passed',
  },
  toConfirm: { da: 'Gå til afkrydsningen', en: 'Go to the tick box' },
  pinHeading: { da: 'Mangler PIN-kode', en: 'The PIN is missing' },
  pin: {
    da: 'Forløbet har sider bag en PIN-kode, og {name} har ingen. Lav den på den pårørendes side, og giv den videre, før I tilmelder.',
    en: 'The flow has pages behind a PIN, and {name} has none. Make it on the relative’s page and pass it on before you enrol.',
  },
  enrol: { da: 'Tilmeld {name}', en: 'Enrol {name}' },
  noFlows: { da: 'Der er ingen forløb at tilmelde.', en: 'There is no flow to enrol in.' },
} as const;

/** Why somebody cannot be enrolled, where the desk knows more than the error tells. */
export const refusalWords = {
  dead: {
    da: 'Det er registreret, at borgeren er død, så alt er stoppet for hele kredsen.',
    en: 'It is registered that the resident has died, so everything has stopped for the whole circle.',
  },
  wrong: {
    da: 'Det er meldt, at nummeret er forkert. Find det rigtige nummer, eller skift kontakten til opkald eller brev.',
    en: 'The number was reported wrong. Find the right one, or change the contact to calls or letters.',
  },
  noNumber: {
    da: 'Der er ikke noget mobilnummer. Skriv et nummer, eller skift kontakten til opkald eller brev.',
    en: 'There is no mobile number. Write one, or change the contact to calls or letters.',
  },
  stopped: {
    da: 'Nummeret har sagt stop til sms. Skift kontakten til opkald eller brev, så kan I tilmelde.',
    en: 'The number has said stop to text messages. Change the contact to calls or letters, and you can enrol.',
  },
  unconfirmed: {
    da: 'Sæt kryds under planen, hvis det er i orden, eller ret det først.',
    en: 'Tick the box below the plan if it is all right, or correct it first.',
  },
} as const;
