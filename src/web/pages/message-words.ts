/** The secure messages on a relative's own page. */
export const messageWords = {
  title: { da: 'Beskeder mellem dig og os', en: 'Messages between you and us' },
  lead: {
    da: 'Kun du og medarbejderne hos os kan læse dem.',
    en: 'Only you and our staff can read them.',
  },
  none: {
    da: 'Der er ingen beskeder endnu. Skriv den første herunder.',
    en: 'There are no messages yet. Write the first below.',
  },
  us: { da: 'Os', en: 'Us' },
  you: { da: 'Dig', en: 'You' },
  when: { da: '{day} kl. {time}', en: '{day} at {time}' },
  masked: {
    da: 'Vi har skjult dit cpr-nummer. Vi har ikke brug for det.',
    en: 'We have hidden your CPR number. We do not need it.',
  },
  write: { da: 'Skriv til os', en: 'Write to us' },
  text: { da: 'Din besked', en: 'Your message' },
  hint: {
    da: 'Højst {n} tegn. Skriv ikke dit cpr-nummer.',
    en: 'At most {n} characters. Do not write your CPR number.',
  },
  slow: {
    da: 'Vi svarer inden 2 hverdage, og ingen læser beskeder om natten. Haster det, så ring til os på',
    en: 'We answer within 2 working days, and nobody reads messages at night. If it is urgent, call us on',
  },
  night: {
    da: 'Har du brug for nogen at tale med nu, så ring',
    en: 'If you need somebody to talk to now, call',
  },
  danger: { da: 'Ved fare: ring', en: 'In danger: call' },
  send: { da: 'Send beskeden', en: 'Send the message' },
  sent: {
    da: 'Tak. Vi har fået din besked.',
    en: 'Thank you. We have received your message.',
  },
  refused: { da: 'Beskeden er ikke sendt', en: 'The message was not sent' },
  toMessages: { da: 'Beskeder mellem dig og os', en: 'Messages between you and us' },
} as const;
