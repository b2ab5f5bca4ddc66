/** The answers of a questionnaire that are the same for every flow, and what can be wrong with one. */
export const questionWords = {
  yes: { da: 'Ja', en: 'Yes' },
  no: { da: 'Nej', en: 'No' },
  least: { da: '1 (mindst)', en: '1 (least)' },
  most: { da: '5 (mest)', en: '5 (most)' },
  wordsHint: {
    da: 'Højst 1.000 tegn. Skriv ikke navne eller cpr-nummer.',
    en: 'At most 1,000 characters. Write no names and no CPR number.',
  },
  refused: { da: 'Svarene er ikke sendt endnu', en: 'The answers have not been sent yet' },
  empty: {
    da: 'Der er ikke svaret på noget endnu. Svar på ét spørgsmål eller flere, og send igen.',
    en: 'Nothing has been answered yet. Answer one question or more, and send again.',
  },
  tooLong: {
    da: 'Svaret er for langt. Hold det under 1.000 tegn.',
    en: 'The answer is too long. Keep it under 1,000 characters.',
  },
  unreadable: { da: 'Vælg et af svarene.', en: 'Choose one of the answers.' },
} as const;
