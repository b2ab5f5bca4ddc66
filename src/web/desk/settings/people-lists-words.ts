export const peopleListNames = {
  relations: { da: 'Relation', en: 'Relation' },
  areas: { da: 'Område', en: 'Area' },
  ageBands: { da: 'Alder', en: 'Age' },
  foundBy: { da: 'Hvordan fandt den pårørende os', en: 'How the relative found us' },
} as const;

/** The form of a list of what is chosen of a relative. */
export const peopleListWords = {
  lead: {
    da: 'Ret ordene, rækkefølgen og hvad der kan vælges. Det, der er registreret, beholder sin plads i tallene, også når ordene bliver andre.',
    en: 'Change the words, the order and what can be chosen. What is registered keeps its place in the figures, also when the words become others.',
  },
  ages: {
    da: 'Skriv en ny aldersgruppe som 18-24 eller 80+. Alle under 18 er i gruppen under 18, fordi reglerne for unge gælder for den.',
    en: 'Write a new age band as 18-24 or 80+. Everybody under 18 is in the band under 18, since the rules of minors are about it.',
  },
  sources: {
    da: 'Henvisningskilderne står efter listen af sig selv.',
    en: 'The sources of referrals follow the list by themselves.',
  },
  da: { da: 'På dansk', en: 'In Danish' },
  en: { da: 'På engelsk', en: 'In English' },
  place: { da: 'Plads', en: 'Place' },
  state: { da: 'Kan vælges', en: 'Can be chosen' },
  open: { da: 'Ja', en: 'Yes' },
  closed: { da: 'Nej, lukket', en: 'No, closed' },
  remove: { da: 'Fjern fra listen', en: 'Remove from the list' },
  used: {
    da: 'Bruges {n} gange: kan lukkes, ikke fjernes.',
    en: 'Used {n} times: can be closed, not removed.',
  },
  usedOnce: { da: 'Bruges 1 gang: kan lukkes, ikke fjernes.', en: 'Used once: can be closed, not removed.' },
  unused: { da: 'Bruges ikke.', en: 'Not used.' },
  minors: {
    da: 'Skal blive: reglerne for unge under 18 spørger efter den.',
    en: 'Must stay: the rules of people under 18 ask for it.',
  },
  unsaid: {
    da: 'Skal blive: den står, hvor ingen har sagt noget.',
    en: 'Must stay: it stands where nobody has said anything.',
  },
  flows: {
    da: 'Skal blive: forløb spørger efter den ({titles}).',
    en: 'Must stay: flows ask for it ({titles}).',
  },
  newOne: { da: 'Ny på listen', en: 'New on the list' },
  newHint: {
    da: 'Lad felterne stå tomme, hvis der ikke skal en til.',
    en: 'Leave the fields empty when none is to be added.',
  },
  closedMark: { da: 'lukket', en: 'closed' },
} as const;
