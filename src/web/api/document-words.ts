export const documentWords = {
  title: { da: 'Limens API', en: 'The API of Limen' },
  lead: {
    da: 'For fagsystemer, der skal arbejde sammen med Limen. Alt er JSON i UTF-8, og tidspunkter er i UTC.',
    en: 'For systems that work together with Limen. Everything is JSON in UTF-8, and instants are in UTC.',
  },
  key: {
    da: 'En nøgle, som en administrator laver under Nøgler. Den handler med sin rolle, i sine enheder og inden for det, den har adgang til.',
    en: 'A key that an administrator makes under Keys. It acts with its role, within its units and its scopes.',
  },
} as const;

export const tagWords = {
  relatives: { da: 'Pårørende', en: 'Relatives' },
  imports: { da: 'Import af pårørende', en: 'Import of relatives' },
  circles: { da: 'Kredse', en: 'Circles' },
  journeys: { da: 'Forløb', en: 'Journeys' },
  messages: { da: 'Beskeder', en: 'Messages' },
  inbox: { da: 'Indbakke', en: 'Inbox' },
  answers: { da: 'Gemte svar', en: 'Saved answers' },
  alerts: { da: 'Varsler', en: 'Alerts' },
  tasks: { da: 'Opkald og breve', en: 'Calls and letters' },
  appointments: { da: 'Aftaler', en: 'Appointments' },
  contacts: { da: 'Samtaler', en: 'Contacts' },
  groups: { da: 'Grupper', en: 'Groups' },
  broadcasts: { da: 'Gruppebeskeder', en: 'Group messages' },
  events: { da: 'Arrangementer', en: 'Events' },
  offers: { da: 'Vejviser', en: 'Signpost' },
  referrals: { da: 'Henvisninger', en: 'Referrals' },
  settings: { da: 'Indstillinger', en: 'Settings' },
  units: { da: 'Enheder', en: 'Units' },
  staff: { da: 'Brugere', en: 'Users' },
  administration: { da: 'Administration', en: 'Administration' },
} as const;
