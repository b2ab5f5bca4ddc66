/** A questionnaire on a relative's page: what is promised about the answers is what really happens to them. */
export const formWords = {
  free: {
    da: 'Du bestemmer selv, hvad du svarer på. Du kan lade spørgsmål stå tomme.',
    en: 'You decide what to answer. You can leave questions empty.',
  },
  toForm: { da: 'Gå til spørgsmålene', en: 'Go to the questions' },
  questions: { da: 'Spørgsmål', en: 'Questions' },
  kept: { da: 'Sådan gemmer vi dine svar', en: 'How we keep your answers' },
  nameless: {
    da: 'Vi gemmer dine svar uden dit navn. Vi kan se, at du har svaret, men ikke hvad.',
    en: 'We keep your answers without your name. We can see that you have answered, but not what.',
  },
  least: {
    da: 'Vi ser først svarene, når mindst 5 har svaret.',
    en: 'We see the answers only when at least 5 people have answered.',
  },
  asWritten: {
    da: 'Det, du skriver med dine egne ord, kan vi læse, som du skriver det.',
    en: 'What you write in your own words we can read as you write it.',
  },
  danger: {
    da: 'Skriver du, at nogen er i fare, får en af os besked med dit navn og det, du har skrevet.',
    en: 'If you write that somebody is in danger, one of us is told your name and what you wrote.',
  },
  notToday: {
    da: 'Ingen læser svarene med det samme. Har du brug for nogen at tale med nu, så ring',
    en: 'Nobody reads the answers at once. If you need somebody to talk to now, call',
  },
  inDanger: { da: 'Ved fare: ring', en: 'In danger: call' },
  send: { da: 'Send svarene', en: 'Send the answers' },
  thanks: { da: 'Tak for dine svar', en: 'Thank you for your answers' },
  thanksMore: {
    da: 'Svarene er sendt og kan ikke ændres. Vil du sige mere, så ring til os på',
    en: 'The answers have been sent and cannot be changed. If you want to say more, call us on',
  },
  over: { da: 'Der kan ikke svares længere', en: 'It is too late to answer' },
  overMore: {
    da: 'Skemaet er lukket, men vi vil stadig gerne høre fra dig. Ring til os på',
    en: 'The questionnaire is closed, but we would still like to hear from you. Call us on',
  },
} as const;
