/** What group messages ask for. */
export const groupMessagesWords = {
  title: { da: 'Samtykke til gruppebeskeder', en: 'Consent to group messages' },
  lead: {
    da: 'Om en gruppebesked på sms kun går til dem, hvis samtykke er noteret.',
    en: 'Whether a group message by text only goes to those whose consent is noted.',
  },
  effect: {
    da: 'En gruppebesked er et tilbud, ingen har bedt om: derfor går den fra start kun til dem, der har sagt ja til sms. Hvem der mangler et ja, står i gruppebeskeden, før I bestiller den. Et opkald eller et brev kræver intet samtykke til sms. Er et samtykke trukket tilbage, får den pårørende den aldrig.',
    en: 'A group message is an offer nobody has asked for: so to begin with it only goes to those who have said yes to texts. Who lacks a yes stands in the group message before you order it. A call or a letter needs no consent to texts. Where a consent was withdrawn, the relative never gets it.',
  },
  advice: {
    da: 'Slå det kun fra, hvis I har et andet grundlag for at skrive til alle. Det gælder fra næste besked, også i det, der er i gang.',
    en: 'Only switch it off if you have another basis for writing to everyone. It holds from the next message on, also in what is under way.',
  },
  asks: {
    da: 'Gruppebeskeder kræver et noteret samtykke',
    en: 'Group messages need a noted consent',
  },
} as const;
