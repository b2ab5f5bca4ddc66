/** The public pages about arrangements. */
export const eventsWords = {
  title: { da: 'Arrangementer', en: 'Events' },
  lead: {
    da: 'Her kan du møde andre, få viden og en snak. Du er velkommen, også hvis du aldrig har været med før.',
    en: 'Meet others, learn something and have a talk. You are welcome even if you have never joined before.',
  },
  inDanish: {
    da: '',
    en: 'The events themselves are described in Danish.',
  },
  none: { da: 'Der er ingen arrangementer lige nu', en: 'There are no events right now' },
  noneLead: {
    da: 'Kig forbi igen, eller ring til os, så fortæller vi, hvad der er på vej:',
    en: 'Look again later, or call us and we will tell you what is planned:',
  },
  follow: { da: 'Følg med', en: 'Follow' },
  followLead: {
    da: 'Få nye arrangementer ind i din egen kalender eller nyhedslæser.',
    en: 'Get new events into your own calendar or news reader.',
  },
  calendar: { da: 'Alle i din kalender (ICS)', en: 'All in your calendar (ICS)' },
  rss: { da: 'Som nyheder (RSS)', en: 'As news (RSS)' },
  json: { da: 'Til programmer (JSON)', en: 'For programs (JSON)' },
  doubt: {
    da: 'Er du i tvivl, om det er noget for dig? Ring til os på',
    en: 'Not sure it is for you? Call us on',
  },
  when: { da: 'Hvornår', en: 'When' },
  where: { da: 'Hvor', en: 'Where' },
  what: { da: 'Slags', en: 'Kind' },
  forWhom: { da: 'For hvem', en: 'For whom' },
  seats: { da: 'Plads', en: 'Seats' },
  signUpUntil: { da: 'Tilmeld dig senest', en: 'Sign up by' },
  online: {
    da: 'Du kan være med på video. Vi giver dig linket.',
    en: 'You can join by video. We will give you the link.',
  },
  at: { da: 'kl.', en: 'at' },
  times: { da: '{n} gange, første gang', en: '{n} times, the first on' },
  cancelled: { da: 'Aflyst', en: 'Cancelled' },
  cancelledLead: {
    da: 'Arrangementet er aflyst. Var du tilmeldt, får du besked af os.',
    en: 'The event is cancelled. If you were signed up, we will let you know.',
  },
  roomOpen: { da: 'Der er ledige pladser', en: 'There are free seats' },
  roomFew: { da: 'Der er få ledige pladser', en: 'There are few free seats' },
  roomLine: {
    da: 'Alle pladser er optaget. Du kan komme på venteliste',
    en: 'All seats are taken. You can join the waiting list',
  },
  roomLocked: { da: 'Det er snart. Ring, hvis du vil med', en: 'It is soon. Call if you want to come' },
  roomClosed: { da: 'Tilmeldingen er slut', en: 'Sign-up has ended' },
  toAll: { da: 'Alle arrangementer', en: 'All events' },
  own: { da: 'Læg i din kalender', en: 'Put it in your calendar' },
  signUp: { da: 'Tilmeld dig', en: 'Sign up' },
  signUpLead: {
    da: 'Vi skal kun bruge dit navn og dit mobilnummer. Ingen andre deltagere kan se dem her.',
    en: 'We only need your name and your mobile number. No other participants can see them here.',
  },
  lineTitle: { da: 'Kom på venteliste', en: 'Join the waiting list' },
  lineLead: {
    da: 'Alle pladser er optaget. Skriv dig på ventelisten, så kontakter vi dig, hvis der bliver en plads.',
    en: 'All seats are taken. Join the waiting list, and we will contact you if a seat becomes free.',
  },
  lockedTitle: { da: 'Vil du med?', en: 'Do you want to come?' },
  lockedLead: {
    da: 'Arrangementet begynder snart, så du kan ikke længere melde dig til eller fra her. Ring til os på',
    en: 'The event begins soon, so you can no longer sign up or off here. Call us on',
  },
  closedLead: {
    da: 'Man kan ikke længere melde sig til her. Vil du gerne med, så ring til os på',
    en: 'One can no longer sign up here. If you would like to come, call us on',
  },
  warning: {
    da: 'Skriv ikke om sygdom, og skriv ikke cpr-nummer. Vi har ikke brug for at vide det.',
    en: 'Do not write about illness, and no civil registration number. We do not need it.',
  },
  name: { da: 'Dit navn', en: 'Your name' },
  number: { da: 'Dit mobilnummer', en: 'Your mobile number' },
  numberHint: { da: 'For eksempel 12 34 56 78', en: 'For example 12 34 56 78' },
  guests: { da: 'Hvor mange kommer I?', en: 'How many are you?' },
  alone: { da: 'Kun mig', en: 'Only me' },
  withGuests: { da: 'Mig og {n} mere', en: 'Me and {n} more' },
  consent: {
    da: 'Ja, I må gemme mit navn og nummer til dette arrangement og kontakte mig om det',
    en: 'Yes, you may keep my name and number for this event and contact me about it',
  },
  keptDays: {
    da: 'Vi sletter dit navn og nummer {n} dage efter arrangementet.',
    en: 'We erase your name and number {n} days after the event.',
  },
  keptYears: {
    da: 'Vi sletter dit nummer {n} dage efter arrangementet. Dit navn gemmer vi i {years} år til kursusbeviser.',
    en: 'We erase your number {n} days after the event. Your name is kept for {years} years for certificates.',
  },
  send: { da: 'Tilmeld mig', en: 'Sign me up' },
  sendLine: { da: 'Skriv mig på ventelisten', en: 'Put me on the waiting list' },
  printed: { da: 'Tilmeld dig her:', en: 'Sign up here:' },
  qr: { da: 'QR-kode til denne side', en: 'QR code of this page' },
  byPhone: { da: 'Vil du hellere tale med os? Ring på', en: 'Would you rather talk to us? Call' },
  problems: { da: 'Ret dette, og prøv igen', en: 'Correct this and try again' },
  failed: { da: 'Fejl: {title}', en: 'Error: {title}' },
  missing: { da: 'Skal udfyldes.', en: 'Must be filled in.' },
  tooLong: { da: 'Er for lang.', en: 'Is too long.' },
  guestsWrong: { da: 'Vælg, hvor mange I kommer.', en: 'Choose how many you are.' },
  yesMissing: {
    da: 'Sæt kryds, hvis vi må gemme dit navn og nummer.',
    en: 'Tick this if we may keep your name and number.',
  },
  late: { da: 'Du blev ikke tilmeldt', en: 'You were not signed up' },
  doneTitle: { da: 'Tak. Du er tilmeldt', en: 'Thank you. You are signed up' },
  doneLead: { da: 'Vi glæder os til at se dig.', en: 'We look forward to seeing you.' },
  waitTitle: { da: 'Tak. Du er på ventelisten', en: 'Thank you. You are on the waiting list' },
  waitLead: {
    da: 'Vi kontakter dig, hvis der bliver en plads. Var du tilmeldt i forvejen, har du stadig din plads.',
    en: 'We will contact you if a seat becomes free. If you were signed up already, you still have your seat.',
  },
  sorry: {
    da: 'Bliver du forhindret, eller har du spørgsmål, så ring til os på',
    en: 'If you cannot come, or have questions, call us on',
  },
  goneTitle: { da: 'Arrangementet er her ikke', en: 'The event is not here' },
  goneLead: {
    da: 'Det kan være slut, eller der kan mangle noget af adressen. Du har ikke gjort noget forkert.',
    en: 'It may be over, or a part of the address may be missing. You did nothing wrong.',
  },
} as const;

/** Whom an arrangement is for. */
export const forWords: Record<string, { da: string; en: string }> = {
  relatives: { da: 'Pårørende', en: 'Relatives' },
  residents: { da: 'Borgere og beboere', en: 'Citizens and residents' },
  family: { da: 'Hele familien', en: 'The whole family' },
  staff: { da: 'Medarbejdere', en: 'Staff' },
};

/** What feeds are called; they are in Danish alone, as arrangements are. */
export const feedWords = {
  title: 'Arrangementer, {kommune}',
  lead: 'Arrangementer, som alle kan melde sig til.',
  cancelled: 'Aflyst: {title}',
} as const;
