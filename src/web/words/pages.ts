/** What the relatives' pages say around the texts of the flows. Plain Danish, as to a worried 70-year-old. */
export const pageWords = {
  callUs: { da: 'Du kan altid ringe til os på', en: 'You can always call us on' },
} as const;
