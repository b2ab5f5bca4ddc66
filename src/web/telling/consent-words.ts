/** How a consent was given or withdrawn, and what for. */
export const consentWords = {
  page: { da: 'på siden', en: 'on the page' },
  sms: { da: 'på sms', en: 'by text message' },
  staff: { da: 'noteret af en medarbejder', en: 'noted by staff' },
  talk: { da: 'sagt i en samtale', en: 'said in a conversation' },
  phone: { da: 'sagt i telefonen', en: 'said on the telephone' },
  paper: { da: 'på papir', en: 'on paper' },
} as const;
