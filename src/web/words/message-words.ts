/** The state of a message, and by what it goes. */
export const statusWords = {
  due: { da: 'Venter på at blive sendt', en: 'Waits to be sent' },
  held: { da: 'På pause', en: 'Paused' },
  sending: { da: 'Sendes nu', en: 'Being sent' },
  sent: { da: 'Sendt', en: 'Sent' },
  delivered: { da: 'Leveret', en: 'Delivered' },
  undelivered: { da: 'Ikke leveret', en: 'Not delivered' },
  failed: { da: 'Kunne ikke sendes', en: 'Could not be sent' },
  unknown: { da: 'Uafklaret', en: 'Unclear' },
  cancelled: { da: 'Taget tilbage', en: 'Taken back' },
  expired: { da: 'Nåede ikke frem i tide', en: 'Too late to be sent' },
  todo: { da: 'Venter på jer', en: 'Waits for you' },
  done: { da: 'Gjort', en: 'Done' },
} as const;

export const channelWords = {
  sms: { da: 'Sms', en: 'Text message' },
  ring: { da: 'Opkald', en: 'Call' },
  brev: { da: 'Brev', en: 'Letter' },
} as const;

/** What stands where a link stood, and who sent or did something. */
export const tellingWords = {
  thePage: { da: '[link til siden]', en: '[link to the page]' },
  by: { da: 'af {name}', en: 'by {name}' },
  someone: { da: 'en medarbejder', en: 'a member of staff' },
} as const;
