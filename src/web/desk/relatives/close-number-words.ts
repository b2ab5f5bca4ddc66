/** What staff hear on the telephone about a number: no more texts, or that it is another's. */
export const closeNumberWords = {
  stopped: { da: 'STOP sagt i telefonen', en: 'STOP said on the telephone' },
  wrong: { da: 'Forkert nummer', en: 'Wrong number' },
  stoppedTitle: { da: 'Ingen flere sms’er til {number}?', en: 'No more texts to {number}?' },
  wrongTitle: { da: 'Er {number} et forkert nummer?', en: 'Is {number} a wrong number?' },
  stoppedText: {
    da: 'Vælg det, når den pårørende har sagt til dig, at vi ikke må skrive mere. Det gælder alle, der læser telefonen. Der går ingen kvittering ud.',
    en: 'Choose it when the relative has told you that we may not write any more. It applies to everybody who reads the phone. No receipt is sent.',
  },
  wrongText: {
    da: 'Vælg det, når den, der tog telefonen, ikke er den pårørende. Vi skriver ikke mere til nummeret.',
    en: 'Choose it when the person who answered is not the relative. We do not write to the number any more.',
  },
  ends: { da: 'Forløb, der slutter: {n}', en: 'Journeys that end: {n}' },
  takesBack: {
    da: 'Beskeder, opkald og breve, der bliver taget tilbage: {n}',
    en: 'Messages, calls and letters that are taken back: {n}',
  },
  touches: { da: 'Det gælder for', en: 'It applies to' },
  next: { da: 'Det sker bagefter', en: 'What happens next' },
  stoppedNext: {
    da: 'Der kommer et varsel for hver pårørende: aftal, hvordan I så skal holde kontakten. Vil den pårørende have breve eller opkald, så skift kontakten, og tilmeld forløbet igen. Kun den pårørende selv kan sige ja til sms igen, ved at sende START.',
    en: 'An alert comes for each relative: agree on how to stay in touch. If the relative wants letters or calls, change the contact and enrol again. Only the relative can say yes to texts again, by sending START.',
  },
  wrongNext: {
    da: 'Der kommer et varsel for hver pårørende: find det rigtige nummer. Skift det, og tilmeld forløbet igen. Breve, der ikke er sendt, bliver også taget tilbage.',
    en: 'An alert comes for each relative: find the right number. Change it and enrol again. Letters that were not posted are taken back too.',
  },
  doStopped: { da: 'Ja, ingen flere sms’er', en: 'Yes, no more texts' },
  doWrong: { da: 'Ja, nummeret er forkert', en: 'Yes, the number is wrong' },
} as const;
