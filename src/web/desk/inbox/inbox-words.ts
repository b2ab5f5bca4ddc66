export const inboxWords = {
  title: { da: 'Indbakke', en: 'Inbox' },
  lead: {
    da: 'Sms’er og beskeder, som et menneske skal læse, samlet efter hvem de er fra. Det, der haster, står øverst, og derefter det, der har ventet længst.',
    en: 'Texts and messages that a person must read, gathered by whom they are from. What is urgent comes first, then what has waited longest.',
  },
  show: { da: 'Vis', en: 'Show' },
  all: { da: 'Alle', en: 'All' },
  mine: { da: 'Mine', en: 'Mine' },
  unassigned: { da: 'Ikke fordelt', en: 'Unassigned' },
  snoozed: { da: 'Udsat', en: 'Put off' },
  cut: {
    da: 'Der venter flere, end der kan vises. De kommer frem, når de ældste er besvaret.',
    en: 'More wait than can be shown. They appear when the oldest have been answered.',
  },
  saved: { da: 'Gemte svar', en: 'Saved answers' },
  undo: { da: 'Fortryd', en: 'Undo' },
  meaning: { da: 'Er det et JA eller NEJ?', en: 'Is it a YES or a NO?' },
  meaningHint: {
    da: 'Vi spurgte i disse forløb. Er svaret klart for dig, så noter det her, og forløbet går videre.',
    en: 'We asked in these flows. If the answer is clear to you, note it here and the journey goes on.',
  },
  question: { da: '{flow}, trinnet »{step}«', en: '{flow}, the step “{step}”' },
} as const;

/** What an empty list says, by filter. */
export const emptyWords = {
  all: {
    da: 'Ingen venter på svar lige nu. Nye svar kommer her af sig selv.',
    en: 'Nobody waits for an answer right now. New replies appear here by themselves.',
  },
  mine: {
    da: 'Du har ingen samtaler, der venter. Se under »Ikke fordelt«.',
    en: 'You have no conversations waiting. Look under “Unassigned”.',
  },
  unassigned: { da: 'Alle samtaler, der venter, har en.', en: 'Every waiting conversation has somebody.' },
  snoozed: {
    da: 'Ingen samtaler er udsat. En samtale udsættes på dens egen side.',
    en: 'No conversation is put off. A conversation is put off on its own page.',
  },
} as const;

export const taskWords = {
  title: { da: 'Opgaver', en: 'Tasks' },
  lead: {
    da: 'Pårørende uden mobil: sig eller send de samme ord, som andre får på sms. Tryk, når det er gjort: så går forløbet videre, og det kan ikke fortrydes.',
    en: 'Relatives without a mobile: say or send the same words that others get by text. Press when it is done: then the journey goes on, and it cannot be undone.',
  },
  empty: {
    da: 'Ingen opkald eller breve venter. De kommer her, når en pårørende uden mobil skal have besked.',
    en: 'No calls or letters wait. They appear here when a relative without a mobile must be told something.',
  },
  everybody: { da: 'Alles opgaver', en: 'Everybody’s tasks' },
  mine: { da: 'Mine pårørende', en: 'My relatives' },
  noneMine: {
    da: 'Ingen opkald eller breve venter hos de pårørende, du har kontakten til. Se også »Alles opgaver«.',
    en: 'No calls or letters wait for the relatives you have the contact with. See also “Everybody’s tasks”.',
  },
  letters: { da: 'Udskriv alle breve i dag', en: 'Print all letters of today' },
  lettersTitle: { da: 'Breve, der skal sendes i dag', en: 'Letters to be posted today' },
  lettersNone: {
    da: 'Der er ingen breve at sende i dag. De næste kommer under Opgaver.',
    en: 'There are no letters to post today. The next appear under Tasks.',
  },
  lettersHint: {
    da: 'Udskriv siden: hvert brev kommer på sit eget ark. Vi gemmer ingen adresser, så skriv dem selv på kuverterne.',
    en: 'Print the page: each letter comes on a sheet of its own. We keep no addresses, so write them on the envelopes.',
  },
  lettersPosted: { da: 'Alle brevene er sendt', en: 'All letters have been posted' },
  lettersAsk: {
    da: 'Breve, der beder om et svar, bliver stående under opgaverne, til den pårørende har svaret.',
    en: 'Letters that ask for an answer stay among the tasks until the relative has answered.',
  },
  call: { da: 'Ring', en: 'Call' },
  letter: { da: 'Brev', en: 'Letter' },
  since: { da: 'Siden {when}', en: 'Since {when}' },
  page: { da: 'Siden bag linket: »{title}«', en: 'The page behind the link: “{title}”' },
  triedOnce: { da: 'Forsøgt 1 gang', en: 'Tried once' },
  tried: { da: 'Forsøgt {n} gange', en: 'Tried {n} times' },
  print: { da: 'Vis brevet', en: 'Show the letter' },
  posted: { da: 'Sendt', en: 'Posted' },
  told: { da: 'Sagt', en: 'Said' },
  yes: { da: 'Svarede ja', en: 'Answered yes' },
  no: { da: 'Svarede nej', en: 'Answered no' },
  missed: { da: 'Fik ikke fat', en: 'Not reached' },
  letterTitle: { da: 'Brev til {name}', en: 'Letter to {name}' },
  letterHint: {
    da: 'Udskriv siden. Kun brevet kommer med. Vi gemmer ingen adresse, så skriv den selv på kuverten.',
    en: 'Print the page. Only the letter comes out. We keep no address, so write it on the envelope yourself.',
  },
  letterNext: {
    da: 'Når brevet er sendt, så tryk »Sendt« under opgaverne. Forløbet går selv videre.',
    en: 'When the letter has been posted, press “Posted” under the tasks. The journey goes on by itself.',
  },
  letterAsks: {
    da: 'Brevet beder om et svar. Lad opgaven stå, når brevet er sendt, og tryk »Svarede ja« eller »Svarede nej«, når den pårørende svarer.',
    en: 'The letter asks for an answer. Let the task stand when the letter has been posted, and press “Answered yes” or “Answered no” when the relative answers.',
  },
  back: { da: 'Tilbage til opgaverne', en: 'Back to the tasks' },
} as const;

export const alertsWords = {
  title: { da: 'Varsler', en: 'Alerts' },
  lead: {
    da: 'Ting, et menneske skal se på. Luk et varsel, når du har gjort noget ved det.',
    en: 'Things a person must look at. Close an alert when you have done something about it.',
  },
  empty: {
    da: 'Ingen varsler lige nu. Her kommer det, et menneske skal se på: nogen, der har det svært, et nummer, der ikke virker, et forløb, der er gået i stå.',
    en: 'No alerts right now. Here comes what a person must look at: somebody in distress, a number that does not work, a journey that is stuck.',
  },
  closed: { da: 'Lukket det seneste døgn', en: 'Closed within the last day' },
  closedHint: {
    da: 'Blev et varsel lukket ved en fejl, så åbn det igen her.',
    en: 'If an alert was closed by mistake, open it again here.',
  },
  closedBy: { da: 'Lukket af {name} {when}', en: 'Closed by {name} {when}' },
  reopen: { da: 'Åbn igen', en: 'Open again' },
  urgent: { da: 'Haster', en: 'Urgent' },
  others: { da: 'De andre', en: 'The others' },
} as const;
