/** What can be chosen of a relative, as staff read it. */
export const relationWords = {
  ægtefælle: { da: 'Ægtefælle eller partner', en: 'Spouse or partner' },
  'voksent barn': { da: 'Voksent barn', en: 'Adult child' },
  forælder: { da: 'Forælder', en: 'Parent' },
  søskende: { da: 'Søskende', en: 'Sibling' },
  barnebarn: { da: 'Barnebarn', en: 'Grandchild' },
  ven: { da: 'Ven eller nabo', en: 'Friend or neighbour' },
  anden: { da: 'Anden', en: 'Other' },
} as const;

export const areaWords = {
  'ældre hjemmeboende': { da: 'Ældre, der bor hjemme', en: 'Elderly people at home' },
  plejehjem: { da: 'Plejehjem', en: 'Nursing home' },
  socialpsykiatri: { da: 'Socialpsykiatri', en: 'Social psychiatry' },
  handicap: { da: 'Handicap', en: 'Disability' },
  demens: { da: 'Demens', en: 'Dementia' },
  palliation: { da: 'Palliation', en: 'Palliative care' },
  andet: { da: 'Andet', en: 'Other' },
} as const;

export const ageWords = {
  ukendt: { da: 'Ukendt', en: 'Unknown' },
  '0-17': { da: 'Under 18 år', en: 'Under 18' },
  '18-29': { da: '18–29 år', en: '18–29' },
  '30-49': { da: '30–49 år', en: '30–49' },
  '50-66': { da: '50–66 år', en: '50–66' },
  '67-79': { da: '67–79 år', en: '67–79' },
  '80+': { da: '80 år eller mere', en: '80 or more' },
} as const;

export const foundByWords = {
  personale: { da: 'Personalet', en: 'Staff' },
  læge: { da: 'Egen læge', en: 'General practitioner' },
  bibliotek: { da: 'Biblioteket', en: 'The library' },
  hjemmeside: { da: 'Hjemmesiden', en: 'The website' },
  folder: { da: 'En folder', en: 'A leaflet' },
  arrangement: { da: 'Et arrangement', en: 'An event' },
  pårørende: { da: 'En anden pårørende', en: 'Another relative' },
  andet: { da: 'Andet', en: 'Other' },
} as const;

export const languageWords = {
  da: { da: 'Dansk', en: 'Danish' },
  en: { da: 'Engelsk', en: 'English' },
  ar: { da: 'Arabisk', en: 'Arabic' },
  tr: { da: 'Tyrkisk', en: 'Turkish' },
  so: { da: 'Somali', en: 'Somali' },
  ur: { da: 'Urdu', en: 'Urdu' },
  pl: { da: 'Polsk', en: 'Polish' },
  uk: { da: 'Ukrainsk', en: 'Ukrainian' },
} as const;

export const contactWords = {
  sms: { da: 'Sms', en: 'Text messages' },
  ring: { da: 'Vi ringer (hver sms bliver til et opkald)', en: 'We call (each text becomes a call)' },
  brev: { da: 'Brev (hver sms bliver til et brev)', en: 'Letter (each text becomes a letter)' },
} as const;

export const phoneWords = {
  auto: { da: 'Se det på nummeret', en: 'Tell by the number' },
  mobile: { da: 'Mobil', en: 'Mobile' },
  landline: { da: 'Fastnet', en: 'Landline' },
} as const;

export const stateWords = {
  alive: { da: 'I gang', en: 'Running' },
  paused: { da: 'På pause', en: 'Paused' },
  dead: { da: 'Borgeren er død', en: 'The resident has died' },
} as const;
