export const unitsWords = {
  title: { da: 'Enheder', en: 'Units' },
  lead: {
    da: 'Plejehjem, botilbud og andre steder, i et træ. Den, der arbejder i en enhed, ser også dem under den.',
    en: 'Nursing homes, residences and other places, in a tree. Whoever works in a unit also sees those under it.',
  },
  empty: {
    da: 'Der er ingen enheder endnu. Tilføj den første herunder.',
    en: 'There are no units yet. Add the first one below.',
  },
  used: { da: 'Bruges af', en: 'Used by' },
  circles: { da: 'Kredse: {n}', en: 'Circles: {n}' },
  staff: { da: 'Medarbejdere: {n}', en: 'Members of staff: {n}' },
  closed: { da: 'Lukket', en: 'Closed' },
  add: { da: 'Tilføj en enhed', en: 'Add a unit' },
  doAdd: { da: 'Tilføj', en: 'Add' },
  name: { da: 'Navn', en: 'Name' },
  nameHint: { da: 'Navnet kommer aldrig i en sms.', en: 'The name never goes into a text message.' },
  area: { da: 'Område', en: 'Area' },
  areaHint: {
    da: 'For eksempel Nord, Syd eller Socialpsykiatri.',
    en: 'For example North, South or Social psychiatry.',
  },
  parentId: { da: 'Hører under', en: 'Belongs under' },
  top: { da: 'Ingen (øverst)', en: 'None (at the top)' },
  change: { da: 'Navn og plads', en: 'Name and place' },
  moveHint: {
    da: 'Flyttes enheden, ser medarbejderne i den nye overenhed dens pårørende, og dem i den gamle gør ikke.',
    en: 'If the unit is moved, staff of its new parent see its relatives, and those of the old one do not.',
  },
  close: { da: 'Luk enheden', en: 'Close the unit' },
  closeTitle: { da: 'Luk {name}?', en: 'Close {name}?' },
  closeText: {
    da: 'Enheden kan ikke vælges mere. Det, der er registreret på den, bliver. Du kan åbne den igen, men kredsene bliver dér, hvor de er flyttet hen.',
    en: 'The unit can no longer be chosen. What is registered on it stays. You can open it again, but circles stay where they were moved.',
  },
  effectReferrals: {
    da: 'Henvisninger, der venter, og åbne kilder, der skal flyttes: {n}',
    en: 'Waiting referrals and open sources to be moved: {n}',
  },
  effectGatherings: {
    da: 'Grupper og kommende arrangementer, der skal flyttes: {n}',
    en: 'Groups and coming events to be moved: {n}',
  },
  effectCircles: { da: 'Kredse, der skal flyttes: {n}', en: 'Circles to be moved: {n}' },
  effectStaff: { da: 'Medarbejdere, der har enheden: {n}', en: 'Members of staff who have the unit: {n}' },
  effectBelow: {
    da: 'Åbne enheder under den: {n}. Luk eller flyt dem først.',
    en: 'Open units under it: {n}. Close or move them first.',
  },
  to: { da: 'Flyt det til', en: 'Move it to' },
  toHint: {
    da: 'Medarbejderne dér kan se de pårørende fra nu af.',
    en: 'Staff there can see the relatives from now on.',
  },
  choose: { da: 'Vælg en enhed', en: 'Choose a unit' },
  reopen: { da: 'Åbn enheden igen', en: 'Open the unit again' },
} as const;
