/** The limit of SMS to one phone a day. */
export const dayLimitWords = {
  title: { da: 'Grænse for sms om dagen', en: 'Limit of texts a day' },
  lead: {
    da: 'Hvor mange sms der højst går til samme telefon på en dag.',
    en: 'How many texts go to the same phone in a day at most.',
  },
  effect: {
    da: 'Er der flere, venter resten til næste dag, der må sendes, i samme rækkefølge. En besked, der så ville komme for sent, sendes alligevel. Svar, kvitteringer, besked om en flyttet eller aflyst aftale og det, I selv skriver, venter aldrig.',
    en: 'When there are more, the rest waits for the next day on which texts may leave, in the same order. A message that would then be too late leaves nevertheless. Answers, receipts, news of a moved or cancelled appointment and what you write yourselves never wait.',
  },
  advice: {
    da: 'Fra start er der ingen grænse. Tre om dagen giver ro uden at forsinke ret meget. I Udsendelser kan I se, hvem den rammer.',
    en: 'There is no limit to begin with. Three a day is calm and delays little. Outgoing messages shows whom it falls on.',
  },
  calendar: { da: 'Se udsendelser', en: 'See outgoing messages' },
  limit: { da: 'Højst om dagen', en: 'At most a day' },
  none: { da: 'Ingen grænse', en: 'No limit' },
  one: { da: '1 sms', en: '1 text' },
  many: { da: '{n} sms', en: '{n} texts' },
} as const;
