/** Taking over from another advisor. */
export const takeOverWords = {
  title: { da: 'Overtag fra en kollega', en: 'Take over from a colleague' },
  titleOne: { da: 'Overtag {name}', en: 'Take over {name}' },
  link: { da: 'Overtag fra en kollega', en: 'Take over from a colleague' },
  lead: {
    da: 'Når en kollega er syg eller stopper: de pårørende, de tildelte samtaler og de kommende aftaler flytter med det samme.',
    en: 'When a colleague is ill or leaves: relatives, assigned conversations and appointments to come move at once.',
  },
  from: { da: 'Fra', en: 'From' },
  to: { da: 'Til', en: 'To' },
  see: { da: 'Se, hvad der flytter', en: 'See what moves' },
  effect: { da: 'Det flytter', en: 'This moves' },
  relatives: { da: 'Pårørende: {n}', en: 'Relatives: {n}' },
  journeys: {
    da: 'Deres igangværende forløb følger med: {n}',
    en: 'Their running journeys come along: {n}',
  },
  alerts: { da: 'Deres åbne varsler følger med: {n}', en: 'Their open alerts come along: {n}' },
  conversations: { da: 'Tildelte samtaler i indbakken: {n}', en: 'Assigned conversations in the inbox: {n}' },
  appointments: { da: 'Kommende aftaler: {n}', en: 'Appointments to come: {n}' },
  unseen: {
    da: '{n} bliver, hvor de er: modtageren må ikke se dem (en anden enhed, eller skærmet).',
    en: '{n} stay where they are: the receiver may not see them (another unit, or shielded).',
  },
  nothing: {
    da: 'Der er ikke noget at overtage. Vælg en anden kollega.',
    en: 'There is nothing to take over. Choose another colleague.',
  },
  undo: {
    da: 'Det kan gøres om: overtag den anden vej. De, modtageren havde i forvejen, flytter så med.',
    en: 'It can be undone: take over the other way. What the receiver had before then comes along.',
  },
  do: { da: 'Overtag nu', en: 'Take over now' },
} as const;
