/** The words of what holds for a whole series. */
export const seriesWords = {
  scope: { da: 'Hvad gælder det for?', en: 'What does it hold for?' },
  scopeHint: {
    da: 'De senere får de samme rettelser, og de flyttes lige så meget som denne.',
    en: 'The later ones get the same changes, and are moved by as much as this one.',
  },
  one: { da: 'Kun denne', en: 'Only this one' },
  later: { da: 'Denne og de {n} senere i rækken', en: 'This one and the {n} later ones of the series' },
  laterOne: { da: 'Denne og den ene senere i rækken', en: 'This one and the one later in the series' },
  effect: { da: 'Det sker der i {n} arrangementer', en: 'What happens in {n} events' },
  total: {
    da: '{n} får det at vide, én gang for hvert arrangement.',
    en: '{n} are told, once for each event.',
  },
  nobody: {
    da: 'Tid og sted er de samme, eller ingen er med endnu, så ingen får besked.',
    en: 'Time and place are the same, or nobody is in them yet, so nobody is told.',
  },
  movedTo: { da: '{from} flyttes til {to}', en: '{from} is moved to {to}' },
  cancelOne: { da: 'Vis kun denne', en: 'Show only this one' },
  cancelLater: {
    da: 'Aflys også de {n} senere i rækken',
    en: 'Cancel the {n} later ones of the series, too',
  },
  cancelLaterOne: { da: 'Aflys også den ene senere i rækken', en: 'Cancel the one later in the series, too' },
  cancelTitle: { da: 'Aflys {title} og de senere', en: 'Cancel {title} and the later ones' },
  cancelEffect: {
    da: 'Det kan ikke gøres om. Hver får det at vide én gang for hvert arrangement. Udkast bliver slettet; dem har ingen hørt om.',
    en: 'It cannot be undone. Each is told once for each event. Drafts are deleted; nobody has heard of them.',
  },
  cancelOk: { da: 'Aflys {n} for altid', en: 'Cancel {n} for good' },
  cancelAndDrop: { da: 'Aflys {n} og slet {drafts} udkast', en: 'Cancel {n} and delete {drafts} drafts' },
  openAll: {
    da: 'Åbn dette og de {n} senere udkast i rækken',
    en: 'Open this and the {n} later drafts of the series',
  },
  deleted: { da: 'Udkastet slettes', en: 'The draft is deleted' },
  more: { da: 'Føj flere gange til rækken', en: 'Add more times to the series' },
  moreTitle: { da: 'Flere gange: {title}', en: 'More times: {title}' },
  moreLead: {
    da: 'De nye gange bliver udkast som dette arrangement, efter den sidste i rækken {day}. Ingen hører om dem, før I åbner dem.',
    en: 'The new times become drafts like this event, after the last of the series {day}. Nobody hears of them before you open them.',
  },
  weeks: { da: 'Hver så mange uger', en: 'Every so many weeks' },
  times: { da: 'Så mange gange mere', en: 'So many times more' },
  add: { da: 'Føj dem til som udkast', en: 'Add them as drafts' },
} as const;
