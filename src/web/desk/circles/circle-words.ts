export const circleWords = {
  title: { da: 'Kredsen {code}', en: 'The circle {code}' },
  lead: {
    da: 'Kredsen er de pårørende omkring samme borger. Borgerens navn står ingen steder.',
    en: 'The circle is the relatives around the same resident. The resident’s name is written nowhere.',
  },
  people: { da: 'Pårørende i kredsen', en: 'Relatives in the circle' },
  add: { da: 'Ny pårørende i kredsen', en: 'New relative in the circle' },
  unit: { da: 'Enhed', en: 'Unit' },
  state: { da: 'Tilstand', en: 'State' },
  known: { da: 'Det ved vi om kredsen', en: 'What we know of the circle' },
  apart: {
    da: 'Hver for sig: de må ikke høre om hinanden',
    en: 'Kept apart: they must not hear of each other',
  },
  apartHint: {
    da: 'Vi advarer, når to af dem er ved at komme i det samme forløb.',
    en: 'We warn you when two of them are about to walk the same flow.',
  },
  consent: {
    da: 'Borgeren er indforstået med, at vi inddrager de pårørende. Kontrolleret den',
    en: 'The resident agrees that we involve the relatives. Checked on',
  },
  consentHint: {
    da: 'Skal kun udfyldes til forløb om inddragelse. Lad feltet stå tomt, hvis borgeren ikke er indforstået.',
    en: 'Only needed for flows about involvement. Leave it empty when the resident does not agree.',
  },
  stop: { da: 'Stop eller start', en: 'Stop or go on' },
  pause: { da: 'Sæt på pause', en: 'Pause' },
  dead: { da: 'Borgeren er død', en: 'The resident has died' },
  release: { da: 'Sæt i gang igen', en: 'Let it go on' },
  pauseTitle: { da: 'Sæt kredsen {code} på pause?', en: 'Pause the circle {code}?' },
  deadTitle: { da: 'Er borgeren bag kredsen {code} død?', en: 'Has the resident of the circle {code} died?' },
  releaseTitle: { da: 'Sæt kredsen {code} i gang igen?', en: 'Let the circle {code} go on?' },
  stopsJourneys: { da: 'Forløb, der stopper: {n}', en: 'Journeys that stop: {n}' },
  stopsMessages: {
    da: 'Beskeder, opkald og breve, der ikke bliver sendt: {n}',
    en: 'Messages, calls and letters that are not sent: {n}',
  },
  touches: { da: 'Det gælder for', en: 'It applies to' },
  pauseText: {
    da: 'Intet bliver sendt, før I selv sætter kredsen i gang igen.',
    en: 'Nothing is sent until you let the circle go on.',
  },
  deadText: {
    da: 'Alt stopper nu for alle i kredsen, og intet begynder igen af sig selv. Ring til de pårørende, når I er klar.',
    en: 'Everything stops now for everybody in the circle, and nothing begins again by itself. Call the relatives when you are ready.',
  },
  releaseText: {
    da: 'Forløbene regner deres tider ud igen fra nu. Det, der er blevet for sent, følger forløbets egen regel.',
    en: 'The journeys reckon their times anew from now. What has become too late follows the flow’s own rule.',
  },
  doPause: { da: 'Ja, sæt på pause', en: 'Yes, pause' },
  doDead: { da: 'Ja, stop alt', en: 'Yes, stop everything' },
  doRelease: { da: 'Ja, sæt i gang igen', en: 'Yes, let it go on' },
} as const;
