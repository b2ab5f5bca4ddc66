/** The conversation guide: what a conversation goes through, in our own words. */
export const guideWords = {
  heading: { da: 'Samtaleguide', en: 'Conversation guide' },
  begin: { da: 'Begynd', en: 'Begin' },
  beginText: {
    da: 'Sig, hvor lang tid I har, at samtalen er fortrolig, og hvad du kan hjælpe med. Det er vejledning, ikke behandling.',
    en: 'Say how long you have, that it is in confidence, and what you can help with. It is guidance, not treatment.',
  },
  listen: { da: 'Lyt', en: 'Listen' },
  listenText: {
    da: 'Hvordan har du det selv? Hvad fylder mest lige nu? Hvad får du hjælp til, og af hvem? Hvad giver dig kræfter?',
    en: 'How are you yourself? What weighs most right now? What do you get help with, and from whom? What gives you strength?',
  },
  light: { da: 'Let: vis vej', en: 'Light: show the way' },
  lightText: {
    da: 'Fortæl om tilbud, og find sammen det, der passer. Vejviseren har dem.',
    en: 'Tell of offers, and find together what fits. The signpost has them.',
  },
  moderate: { da: 'Moderat: flyt sten', en: 'Moderate: clear stones' },
  moderateText: {
    da: 'Tal om, hvad der letter hverdagen, og hvad den pårørende kan sige fra over for.',
    en: 'Talk about what eases daily life, and what the relative can say no to.',
  },
  extensive: { da: 'Omfattende: tag i hånden', en: 'Extensive: take by the hand' },
  extensiveText: {
    da: 'Skab selv kontakten til andre, og slip ikke, før de har sagt, at de tager over. Registrer det som overdraget.',
    en: 'Make the contact to others yourself, and do not let go before they have said they take over. Register it as handed over.',
  },
  end: { da: 'Rund af', en: 'Round off' },
  endText: {
    da: 'Fik du det ud af samtalen, som du ønskede? Er der mere, vi skal tale om? Aftal det næste skridt.',
    en: 'Did you get what you wanted from it? Is there more to talk about? Agree on the next step.',
  },
} as const;
