/** What stands on the pages of what will be sent. */
export const sendingsWords = {
  title: { da: 'Udsendelser', en: 'Outgoing messages' },
  lead: {
    da: 'Det, der er på vej til pårørende, dag for dag. Tryk på en dag for at se, hvad der sendes.',
    en: 'What is on its way to relatives, day by day. Choose a day to see what is sent.',
  },
  howHeading: { da: 'Hvad tallene betyder', en: 'What the numbers mean' },
  howSure: {
    da: 'Skrevne beskeder, der venter på at blive sendt, og bestilte gruppebeskeder, er talt én for én. En gruppebesked tæller dem, der er i gruppen nu og ville få den, som dens egen side siger. Det afgøres endeligt, når den går i gang.',
    en: 'Messages that are written and wait to be sent, and ordered group messages, are counted one by one. A group message counts those who are in the group now and would get it, as its own page says. It is settled for good when it begins.',
  },
  howForeseen: {
    da: 'Resten er det, de igangværende forløb og påmindelser vil sende, hvis ingen svarer og intet bliver ændret. Forløb, der står samme sted med samme datoer, regnes ens. Svarer en pårørende, kan det blive flere eller færre.',
    en: 'The rest is what running flows and reminders will send if nobody answers and nothing is changed. Flows at the same place with the same dates are reckoned alike. When a relative answers there may be more or fewer.',
  },
  howNot: {
    da: 'Svar på det, pårørende skriver, kan ikke ses på forhånd. Det, der er på pause, står for sig. Du ser kun dem, du har adgang til.',
    en: 'Answers to what relatives write cannot be foreseen. What is paused stands apart. You see only those you have access to.',
  },
  held: {
    da: '{n} er på pause og sendes først, når nogen genoptager det. De er ikke talt med.',
    en: '{n} are paused and leave only when somebody resumes them. They are not counted.',
  },
  part: {
    da: 'Der er mere, end siden tæller på én gang, så tallene er mindst det, der bliver sendt.',
    en: 'There is more than the page counts at a time, so the numbers are the least that will be sent.',
  },
  partFrom: {
    da: 'Der er flere igangværende forløb, end siden regner på ad gangen. Fra {date} er tallene mindst det, der bliver sendt.',
    en: 'There are more running flows than the page reckons at a time. From {date} the numbers are the least that will be sent.',
  },
  limit: {
    da: 'Grænsen er {n} sms om dagen til samme telefon. Resten venter til næste dag, der må sendes, medmindre de så ville komme for sent. Svar, kvitteringer, flytninger, aflysninger og det, I selv skriver, venter aldrig.',
    en: 'The limit is {n} texts a day to the same phone. The rest waits for the next day on which texts may leave, unless that would be too late. Answers, receipts, moves, cancellations and what you write yourselves never wait.',
  },
  noLimit: {
    da: 'Der er ingen grænse for, hvor mange sms der går til samme telefon på en dag.',
    en: 'There is no limit to how many texts go to the same phone in a day.',
  },
  changeLimit: { da: 'Ret grænsen', en: 'Change the limit' },
  crowdedHeading: { da: 'Mange på én dag', en: 'Many on one day' },
  crowdedOne: { da: 'Får {n} sms {day}.', en: 'Gets {n} texts on {day}.' },
  putOffOne: {
    da: '1 af dem udskydes til {until}, fordi grænsen er {limit} om dagen.',
    en: '1 of them is put off to {until}, since the limit is {limit} a day.',
  },
  putOffMany: {
    da: '{n} af dem udskydes, den første til {until}, fordi grænsen er {limit} om dagen.',
    en: '{n} of them are put off, the first to {until}, since the limit is {limit} a day.',
  },
  nobodyCrowded: {
    da: 'Ingen får {n} sms eller flere på en dag i perioden.',
    en: 'Nobody gets {n} texts or more on a day in this time.',
  },
  more: { da: 'Og {n} mere. Åbn en dag for at se flere.', en: 'And {n} more. Open a day to see more.' },
  moreOfDay: { da: 'Og {n} mere.', en: 'And {n} more.' },
  week: { da: 'Uge {n}', en: 'Week {n}' },
  weeks: { da: '{n} uger', en: '{n} weeks' },
  weeksLabel: { da: 'Hvor langt frem', en: 'How far ahead' },
  day: { da: 'Dag', en: 'Day' },
  name: { da: 'Sms fra navn', en: 'Texts by name' },
  number: { da: 'Sms fra nummer', en: 'Texts by number' },
  ring: { da: 'Opkald', en: 'Calls' },
  brev: { da: 'Breve', en: 'Letters' },
  note: { da: 'Bemærk', en: 'Note' },
  nothing: { da: 'Intet', en: 'Nothing' },
  crowdedShort: { da: 'Mange på én dag: {n}', en: 'Many on one day: {n}' },
  putOffShort: { da: 'Udskydes: {n}', en: 'Put off: {n}' },
  back: { da: 'Alle dage', en: 'All days' },
  dayBefore: { da: 'Dagen før', en: 'The day before' },
  dayAfter: { da: 'Dagen efter', en: 'The day after' },
  whatHeading: { da: 'Hvad der sendes', en: 'What is sent' },
  what: { da: 'Hvad', en: 'What' },
  how: { da: 'Hvordan', en: 'How' },
  count: { da: 'Antal', en: 'Count' },
  why: { da: 'Grundlag', en: 'Basis' },
  emptyDay: {
    da: 'Der er intet at sende den dag. Skriv en pårørende ind i et forløb, eller se en anden dag.',
    en: 'There is nothing to send that day. Enrol a relative into a flow, or look at another day.',
  },
  staff: { da: 'Skrevet af en medarbejder', en: 'Written by a member of staff' },
  house: { da: 'Besked fra systemet', en: 'Message of the system' },
  broadcast: { da: 'Gruppebesked: {title}', en: 'Group message: {title}' },
  event: { da: 'Arrangement: {title}', en: 'Event: {title}' },
} as const;

/** On what a count rests. */
export const basisWords = {
  due: { da: 'Skrevet, venter', en: 'Written, waits' },
  foreseen: { da: 'Ventes, hvis ingen svarer', en: 'Expected if nobody answers' },
  broadcast: { da: 'Bestilt', en: 'Ordered' },
} as const;
