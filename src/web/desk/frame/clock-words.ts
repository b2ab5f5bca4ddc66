/** The demo's clock, a bar on every page of the desk. */
export const clockWords = {
  label: { da: 'Demo-ur', en: 'Demo clock' },
  next: { da: 'Til det næste, der sker', en: 'To the next thing that happens' },
  day: { da: 'En dag frem', en: 'A day forward' },
  week: { da: 'En uge frem', en: 'A week forward' },
  moved: {
    da: 'Uret gik fra {from} til {to}. Det satte {n} ting i gang undervejs.',
    en: 'The clock went from {from} to {to}. It set off {n} things on the way.',
  },
} as const;
