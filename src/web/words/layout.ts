/** What the frame around every page says. */
export const layoutWords = {
  skip: { da: 'Gå til sidens indhold', en: 'Skip to the content' },
  info: { da: 'Information', en: 'Information' },
  success: { da: 'Succes', en: 'Success' },
  warning: { da: 'Advarsel', en: 'Warning' },
  error: { da: 'Fejl', en: 'Error' },
  optional: { da: 'frivilligt', en: 'optional' },
  menu: { da: 'Hovedmenu', en: 'Main menu' },
  chooseLanguage: { da: 'Vælg sprog', en: 'Choose language' },
  call: { da: 'Ring til os på', en: 'Call us on' },
  openingHours: { da: 'Telefonen er åben', en: 'The phone is open' },
  emergency: { da: 'Brug for hjælp nu?', en: 'Need help now?' },
  danger: { da: 'Ved fare for liv: 112', en: 'If life is in danger: 112' },
  responsible: { da: 'Ansvarlig myndighed', en: 'Responsible authority' },
  accessibility: { da: 'Tilgængelighedserklæring', en: 'Accessibility statement' },
  cookies: { da: 'Cookies', en: 'Cookies' },
  privacy: { da: 'Sådan passer vi på dine oplysninger', en: 'How we look after your data' },
  leave: { da: 'Forlad siden hurtigt', en: 'Leave this page quickly' },
  leaveHint: {
    da: 'Lukker siden her og viser vejret i stedet.',
    en: 'Closes this page and shows the weather instead.',
  },
  demo: {
    da: 'Demo: alle personer, numre og beskeder her er opdigtede.',
    en: 'Demo: every person, number and message here is made up.',
  },
  endingSoon: {
    da: 'Af hensyn til din sikkerhed lukker siden om 5 minutter.',
    en: 'For your security this page closes in 5 minutes.',
  },
  stay: { da: 'Jeg vil blive her', en: 'I want to stay here' },
} as const;
