/** What stands on every page of the desk: menu, buttons, states. */
export const commonWords = {
  overview: { da: 'Overblik', en: 'Overview' },
  relatives: { da: 'Pårørende', en: 'Relatives' },
  inbox: { da: 'Indbakke', en: 'Inbox' },
  tasks: { da: 'Opgaver', en: 'Tasks' },
  alerts: { da: 'Varsler', en: 'Alerts' },
  appointments: { da: 'Aftaler', en: 'Appointments' },
  counselling: { da: 'Rådgivning', en: 'Counselling' },
  referrals: { da: 'Henvisninger', en: 'Referrals' },
  offers: { da: 'Vejviser', en: 'Signpost' },
  events: { da: 'Arrangementer', en: 'Events' },
  groups: { da: 'Grupper', en: 'Groups' },
  broadcasts: { da: 'Gruppebeskeder', en: 'Group messages' },
  sendings: { da: 'Udsendelser', en: 'Outgoing' },
  flows: { da: 'Forløb', en: 'Flows' },
  operations: { da: 'Drift', en: 'Operations' },
  settings: { da: 'Indstillinger', en: 'Settings' },
  findRelative: { da: 'Find pårørende', en: 'Find a relative' },
  search: { da: 'Søg', en: 'Search' },
  logOut: { da: 'Log af', en: 'Log out' },
  next: { da: 'Vis flere', en: 'Show more' },
  back: { da: 'Tilbage', en: 'Back' },
  cancel: { da: 'Fortryd', en: 'Cancel' },
  save: { da: 'Gem', en: 'Save' },
  open: { da: 'Åbn', en: 'Open' },
  done: { da: 'Gjort', en: 'Done' },
  none: { da: 'Ingen', en: 'None' },
  yes: { da: 'Ja', en: 'Yes' },
  no: { da: 'Nej', en: 'No' },
  unknownNumber: { da: 'Ukendt nummer', en: 'Unknown number' },
  segments: { da: '{n} sms-dele', en: '{n} SMS parts' },
  segment: { da: '1 sms-del', en: '1 SMS part' },
  problems: { da: 'Ret dette, og prøv igen', en: 'Correct this and try again' },
  problemTitle: { da: 'Fejl: {title}', en: 'Error: {title}' },
  readOnly: {
    da: 'Du har læseadgang. Du kan se det hele, men ikke ændre noget.',
    en: 'You have read access. You can see everything but change nothing.',
  },
} as const;

/** What is said at a field of a form. */
export const fieldWords = {
  'field-missing': { da: 'Skal udfyldes.', en: 'Must be filled in.' },
  'field-unreadable': { da: 'Findes ikke. Prøv noget andet.', en: 'Does not exist. Try something else.' },
  'text-too-long': { da: 'Er for lang.', en: 'Is too long.' },
} as const;

export const roleWords = {
  advisor: { da: 'Rådgiver', en: 'Advisor' },
  coordinator: { da: 'Koordinator', en: 'Coordinator' },
  administrator: { da: 'Administrator', en: 'Administrator' },
  reader: { da: 'Læser', en: 'Reader' },
} as const;
