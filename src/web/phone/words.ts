import type { DeliveryStatus } from '../../gateways/gateway.ts';
import type { PhoneBehaviour } from '../../gateways/phone/phone.ts';
import type { Words } from '../words/language.ts';

/** What the simulated phones say. */
export const phoneWords = {
  demo: { da: 'Demo', en: 'Demo' },
  phones: { da: 'Telefoner', en: 'Phones' },
  desk: { da: 'Skrivebord', en: 'Desk' },
  notReal: {
    da: "Telefonerne er simulerede. Der bliver ikke sendt nogen rigtige sms'er.",
    en: 'The phones are simulated. No real text messages are sent.',
  },
  lead: {
    da: 'Vælg en telefon for at læse dens beskeder og svare på dem.',
    en: 'Choose a phone to read its messages and answer them.',
  },
  noPhones: {
    da: 'Ingen telefoner endnu. En telefon kommer til syne, når den får sin første sms.',
    en: 'No phones yet. A phone appears when it gets its first text message.',
  },
  openOther: { da: 'En anden telefon', en: 'Another phone' },
  number: { da: 'Mobilnummer', en: 'Mobile number' },
  numberHint: {
    da: 'For eksempel nummeret på en, vi ikke kender.',
    en: 'For example the number of someone we do not know.',
  },
  open: { da: 'Åbn telefonen', en: 'Open the phone' },
  unread: { da: '{n} ulæste', en: '{n} unread' },
  nothingYet: { da: "Ingen sms'er", en: 'No messages' },
  you: { da: 'Du', en: 'You' },
  unknownOwner: { da: 'Ukendt ejer', en: 'Unknown owner' },
  phone: { da: 'Telefon', en: 'Phone' },
  conversation: { da: 'Samtale', en: 'Conversation' },
  allPhones: { da: 'Alle telefoner', en: 'All phones' },
  from: { da: 'Fra {sender}', en: 'From {sender}' },
  cannotReply: { da: 'kan ikke besvares', en: 'cannot be answered' },
  newTab: { da: '(åbner i en ny fane)', en: '(opens in a new tab)' },
  emptyTalk: {
    da: "Ingen sms'er endnu. Skriv en nederst, hvis du vil prøve.",
    en: 'No messages yet. Write one below to try.',
  },
  write: { da: 'Skriv sms', en: 'Write a text message' },
  send: { da: 'Send', en: 'Send' },
  quick: { da: 'Hurtige svar', en: 'Quick answers' },
  empty: { da: 'Skriv noget først.', en: 'Write something first.' },
  tooLong: { da: 'Teksten er for lang til en sms.', en: 'The text is too long for a message.' },
  isOff: {
    da: "Telefonen er slukket og kan ikke sende sms'er. Tænd den først.",
    en: 'The phone is off and cannot send messages. Turn it on first.',
  },
  markRead: { da: 'Markér som læst', en: 'Mark as read' },
  behaviour: { da: 'Sådan opfører telefonen sig', en: 'How the phone behaves' },
  behaviourHint: {
    da: 'Prøv, hvad der sker, når en besked ikke når frem.',
    en: 'Try what happens when a message does not arrive.',
  },
  change: { da: 'Skift', en: 'Change' },
} as const satisfies Record<string, Words>;

/** The quick answers, as they are sent. */
export const quickAnswers = ['JA', 'NEJ', 'STOP', 'HJÆLP', 'START'] as const;

/** How a phone can behave, in the order they are offered. */
export const behaviourWords: Record<PhoneBehaviour, Words> = {
  normal: { da: 'Normal', en: 'Normal' },
  slow: { da: 'Langsom: et minut forsinket', en: 'Slow: one minute late' },
  off: { da: 'Slukket', en: 'Switched off' },
  invalid: { da: 'Ugyldigt nummer', en: 'Invalid number' },
  unreachable: { da: 'Kan ikke nås', en: 'Cannot be reached' },
};

/** What became of an SMS to the phone. */
export const toPhoneWords: Record<DeliveryStatus, Words> = {
  queued: { da: 'på vej', en: 'on its way' },
  sent: { da: 'sendt', en: 'sent' },
  delivered: { da: 'leveret', en: 'delivered' },
  undelivered: { da: 'ikke leveret', en: 'not delivered' },
  failed: { da: 'fejlet', en: 'failed' },
};

/** What became of an SMS from the phone: the municipality has taken it or has not. */
export const fromPhoneWords: Record<DeliveryStatus, Words> = {
  ...toPhoneWords,
  sent: { da: 'på vej', en: 'on its way' },
  delivered: { da: 'modtaget af kommunen', en: 'received by the municipality' },
};
