/** Counselling of units. */
export const counsellingWords = {
  title: { da: 'Rådgivning', en: 'Counselling' },
  lead: {
    da: 'Samtaler med medarbejdere og ledere i en enhed. Hver tæller som én medarbejdersamtale.',
    en: 'Conversations with staff and managers of a unit. Each counts as one conversation with staff.',
  },
  empty: { da: 'Ingen rådgivning registreret endnu.', en: 'No counselling registered yet.' },
  newTitle: { da: 'Registrer rådgivning', en: 'Register counselling' },
  date: { da: 'Dato', en: 'Date' },
  unit: { da: 'Enhed', en: 'Unit' },
  choose: { da: 'Vælg', en: 'Choose' },
  kind: { da: 'Slags', en: 'Kind' },
  staffGroups: { da: 'Hvem deltog', en: 'Who took part' },
  participants: { da: 'Antal deltagere', en: 'How many' },
  minutes: { da: 'Minutter', en: 'Minutes' },
  themes: { da: 'Temaer', en: 'Themes' },
  material: { da: 'Materiale', en: 'Material' },
  followUp: { da: 'Opfølgning', en: 'Follow-up' },
  note: { da: 'Notat', en: 'Note' },
  noteHint: {
    da: 'Krypteret og aldrig i statistik. Ingen navne og ikke cpr-nummer.',
    en: 'Encrypted and never in statistics. No names and no CPR number.',
  },
  save: { da: 'Gem rådgivningen', en: 'Save the counselling' },
  took: { da: '{n} deltagere, {m} minutter', en: '{n} people, {m} minutes' },
} as const;
