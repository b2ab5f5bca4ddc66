/** What to do about a row, where the sentence of the error itself does not say it. */
export const rowWords = {
  'choice-unknown': {
    da: 'Kendes ikke. Skriv det, som det hedder i formularen, eller lad cellen stå tom.',
    en: 'Not known. Write it as the form calls it, or leave the cell empty.',
  },
  'unit-unknown': {
    da: 'Enheden findes ikke hos jer. Skriv navnet, som det står i listen, eller lad cellen stå tom.',
    en: 'You have no such unit. Write its name as in the list, or leave the cell empty.',
  },
  'circle-unknown': {
    da: 'Der er ingen kreds med den kode. Ret koden, eller lad cellen stå tom.',
    en: 'There is no circle with that code. Correct the code or leave the cell empty.',
  },
  'consent-half': {
    da: 'Skriv både hvordan og hvilken dag, eller lad begge stå tomme.',
    en: 'Write both how and which day, or leave both empty.',
  },
  'consent-date': {
    da: 'Skriv en dag, der har været, for eksempel 1.3.2026.',
    en: 'Write a day in the past, for example 2026-03-01.',
  },
  'number-repeated': {
    da: 'Nummeret står også i række {other}. Deler de telefon, så opret den anden med formularen.',
    en: 'The number is also in row {other}. If they share a phone, register the other by the form.',
  },
  'number-taken': {
    da: 'Nummeret er allerede registreret. Er det samme person, så lad rækken ude.',
    en: 'The number is already registered. If it is the same person, leave the row out.',
  },
} as const;
