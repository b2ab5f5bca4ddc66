/** The four figures of the seeds, as they are defined. */
export const figureWords = {
  heading: { da: 'I år, {year}', en: 'This year, {year}' },
  hint: { da: 'Tallene dækker de enheder, du kan se.', en: 'The figures cover the units you can see.' },
  events: { da: 'Annoncerede arrangementer', en: 'Announced events' },
  eventsMeans: {
    da: 'Arrangementer, der er offentlige eller sendt til en gruppe, også dem, der blev aflyst.',
    en: 'Events made public or sent to a group, cancelled ones included.',
  },
  staffConversations: { da: 'Medarbejdersamtaler', en: 'Conversations with staff' },
  staffConversationsMeans: {
    da: 'Rådgivning af enheder, hver samtale én gang.',
    en: 'Counselling of units, each conversation once.',
  },
  conversations: { da: 'Pårørendesamtaler', en: 'Conversations with relatives' },
  conversationsMeans: { da: 'Kontakter på 20 minutter eller mere.', en: 'Contacts of 20 minutes or more.' },
  relatives: { da: 'Unikke pårørende', en: 'Individual relatives' },
  relativesMeans: {
    da: 'Mennesker med mindst én kontakt, uanset længde.',
    en: 'People with at least one contact of any length.',
  },
} as const;
