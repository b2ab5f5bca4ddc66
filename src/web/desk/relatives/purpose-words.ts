/** Why a record is opened, asked only when no task tells. */
export const purposeWords = {
  title: { da: 'Hvorfor åbner du den pårørende?', en: 'Why do you open this relative?' },
  lead: {
    da: 'Hvert opslag bliver skrevet ned med et formål. Åbner du fra en opgave, et varsel, et svar eller en søgning, følger formålet af sig selv. Den pårørende kan få at se, hvornår og hvorfor der er slået op.',
    en: 'Each look is written down with a purpose. When you open from a task, an alert, a reply or a search, the purpose follows by itself. The relative may be told when and why somebody looked.',
  },
  called: { da: 'Den pårørende har henvendt sig', en: 'The relative got in touch' },
  prepare: { da: 'Jeg forbereder en samtale', en: 'I prepare a conversation' },
  'follow-up': { da: 'Jeg følger op på noget aftalt', en: 'I follow up on something agreed' },
  asked: { da: 'En kollega har bedt mig om hjælp', en: 'A colleague asked me for help' },
  correct: { da: 'Jeg skal rette oplysninger', en: 'I am to correct the record' },
  other: { da: 'Andet i mit arbejde', en: 'Other work of mine' },
} as const;
