export { placeWords } from './place-words.ts';

/** The words of events: lists and the page of one. */
export const eventWords = {
  title: { da: 'Arrangementer', en: 'Events' },
  coming: { da: 'Kommende', en: 'To come' },
  past: { da: 'Tidligere', en: 'Past' },
  empty: {
    da: 'Ingen arrangementer er planlagt. En koordinator laver det første.',
    en: 'No events are planned. A coordinator makes the first one.',
  },
  thisWeek: { da: 'Arrangementer de næste syv dage', en: 'Events of the next seven days' },
  emptyPast: { da: 'Ingen arrangementer er forbi endnu.', en: 'No events are over yet.' },
  add: { da: 'Nyt arrangement', en: 'New event' },
  toList: { da: 'Til arrangementerne', en: 'To the events' },
  wholeHouse: { da: 'Hele organisationen', en: 'The whole organisation' },
  when: { da: 'Hvornår', en: 'When' },
  where: { da: 'Hvor', en: 'Where' },
  inSms: { da: 'I sms', en: 'In texts' },
  inSmsText: { da: '{title}, {place}', en: '{title}, {place}' },
  video: { da: 'Video', en: 'Video' },
  kind: { da: 'Slags', en: 'Kind' },
  audience: { da: 'For', en: 'For' },
  unit: { da: 'Enhed', en: 'Unit' },
  seats: { da: 'Pladser', en: 'Seats' },
  seatsText: { da: '{taken} af {all} er taget', en: '{taken} of {all} are taken' },
  seatsFree: { da: '{taken} er taget, der er plads nok', en: '{taken} are taken, there is room enough' },
  guests: { da: 'Gæster', en: 'Guests' },
  guestsText: { da: 'Hver må tage {n} med', en: 'Each may bring {n}' },
  signUpUntil: { da: 'Tilmelding til', en: 'Sign up until' },
  remind: { da: 'Påmindes', en: 'Reminded' },
  remindText: { da: '{days} dage før', en: '{days} days before' },
  public: { da: 'Står på den offentlige side', en: 'Stands on the public page' },
  locked: {
    da: 'Det begynder snart: afbud kommer til jer, og ventelisten rykker ikke af sig selv. Den, I melder til, får en ledig plads, når ingen venter; ellers vælger I på listen, hvem der får den.',
    en: 'It begins soon: cancellations come to you, and the waiting list does not move by itself. Whoever you sign up gets a free seat when nobody waits; else you choose on the list who gets it.',
  },
  series: { da: 'Samme række', en: 'The same series' },
  change: { da: 'Ret eller flyt', en: 'Change or move' },
  open: { da: 'Åbn for tilmelding', en: 'Open for sign-up' },
  openHint: {
    da: 'Herefter kan I invitere, og der kan meldes til. Står det på den offentlige side, kan alle se det.',
    en: 'After this you can invite and people can sign up. If it is on the public page, everyone can see it.',
  },
  drop: { da: 'Slet udkastet', en: 'Delete the draft' },
  dropHint: {
    da: 'Ingen har hørt om det. Det kan ikke hentes igen.',
    en: 'Nobody has heard of it. It cannot be brought back.',
  },
  cancel: { da: 'Aflys', en: 'Cancel it' },
  cancelTitle: { da: 'Aflys {title}', en: 'Cancel {title}' },
  cancelOk: { da: 'Aflys for altid', en: 'Cancel for good' },
  cancelEffect: {
    da: 'Det kan ikke gøres om. Disse får det at vide, én gang hver:',
    en: 'It cannot be undone. These are told, once each:',
  },
  tellsNobody: { da: 'Ingen skal have besked.', en: 'Nobody is to be told.' },
  hold: { da: 'Det er holdt', en: 'It was held' },
  holdHint: {
    da: 'Ingen får mere at vide om det. Fremmødet kan stadig rettes.',
    en: 'Nobody is told more about it. Who came can still be corrected.',
  },
  rest: { da: 'De, I ikke har noteret', en: 'Those you have not noted' },
  rest_unknown: { da: 'står åbne', en: 'stay open' },
  rest_missed: { da: 'kom ikke', en: 'did not come' },
  rest_came: { da: 'kom', en: 'came' },
  invite: { da: 'Inviter en gruppe', en: 'Invite a group' },
  presence: { da: 'Fremmøde', en: 'Who came' },
  certificates: { da: 'Liste til kursusbevis', en: 'List for certificates' },
  ics: { da: 'Hent til kalender', en: 'Download for a calendar' },
  ofRelativeNone: { da: 'Er ikke inviteret til noget.', en: 'Is invited to nothing.' },
} as const;

/** Inviting a group. */
export const inviteWords = {
  title: { da: 'Inviter til {title}', en: 'Invite to {title}' },
  group: { da: 'Gruppe', en: 'Group' },
  show: { da: 'Vis, hvem der bliver inviteret', en: 'Show who is invited' },
  total: { da: '{n} bliver inviteret', en: '{n} are invited' },
  nobody: { da: 'Ingen i gruppen kan inviteres.', en: 'Nobody in the group can be invited.' },
  leftOut: { da: 'Bliver ikke inviteret', en: 'Are not invited' },
  unseen: {
    da: '{n} er uden for det, du ser, og bliver ikke inviteret.',
    en: '{n} are out of your sight and are not invited.',
  },
  apart: {
    da: 'Disse er fra kredse, der er »hver for sig«, og kunne mødes: {names}',
    en: 'These are of circles kept apart, and could meet: {names}',
  },
  apartOk: { da: 'Det er i orden', en: 'It is all right' },
  order: { da: 'Inviter {n}', en: 'Invite {n}' },
  noGroups: { da: 'Lav først den gruppe, I vil invitere.', en: 'First make the group you want to invite.' },
  toGroups: { da: 'Til grupperne', en: 'To the groups' },
} as const;

export const whyNotInvitedWords = {
  already: { da: 'er inviteret eller tilmeldt', en: 'are invited or signed up' },
  'circle-held': {
    da: 'kredsen er på pause, eller borgeren er død',
    en: 'the circle is paused, or the resident has died',
  },
  minor: { da: 'under 18 år', en: 'under 18' },
  quiet: { da: 'vil ikke have gruppebeskeder for tiden', en: 'want no group messages for now' },
  stopped: { da: 'nummeret har sagt stop til sms', en: 'the number has said stop to texts' },
  wrong: { da: 'nummeret er forkert', en: 'the number is wrong' },
  'no-number': { da: 'intet mobilnummer', en: 'no mobile number' },
} as const;

export const eventStateWords = {
  draft: { da: 'Udkast', en: 'Draft' },
  open: { da: 'Åbent', en: 'Open' },
  held: { da: 'Holdt', en: 'Held' },
  cancelled: { da: 'Aflyst', en: 'Cancelled' },
} as const;

export const audienceWords = {
  relatives: { da: 'Pårørende', en: 'Relatives' },
  residents: { da: 'Borgere', en: 'Residents' },
  family: { da: 'Hele familien', en: 'The whole family' },
  staff: { da: 'Medarbejdere', en: 'Staff' },
} as const;

/** The form of an event. */
export const eventFormWords = {
  addTitle: { da: 'Nyt arrangement', en: 'New event' },
  changeTitle: { da: 'Ret {title}', en: 'Change {title}' },
  title: { da: 'Titel', en: 'Title' },
  titleHint: { da: 'Står på sider, aldrig i en sms.', en: 'Stands on pages, never in a text.' },
  smsTitle: { da: 'Titel i sms og kalender', en: 'Title in texts and calendars' },
  smsTitleHint: {
    da: 'Højst 40 tegn, uden sygdom og uden navnet på et sted. For eksempel »Temaeftermiddag«.',
    en: 'At most 40 characters, no illness and no name of a place. For example “Theme afternoon”.',
  },
  kind: { da: 'Slags', en: 'Kind' },
  audience: { da: 'For hvem?', en: 'For whom?' },
  track: { da: 'Indsats', en: 'Track' },
  unit: { da: 'Enhed', en: 'Unit' },
  place: { da: 'Sted', en: 'Place' },
  smsPlace: { da: 'Sted i sms', en: 'Place in texts' },
  smsPlaceHint: {
    da: 'Svaret på HVOR. Højst 40 tegn, og ikke navnet på en enhed.',
    en: 'The answer to HVOR. At most 40 characters, and not the name of a unit.',
  },
  video: { da: 'Link til video', en: 'Link to video' },
  details: { da: 'Hvad handler det om?', en: 'What is it about?' },
  sessions: { da: 'Hvornår', en: 'When' },
  whenHint: { da: 'For eksempel »25/9 kl. 14«', en: 'For example “25/9 kl. 14”' },
  minutes: { da: 'Minutter', en: 'Minutes' },
  sessionsHint: {
    da: 'Flere gange er et kursus med én tilmelding. Lad de linjer stå tomme, I ikke bruger.',
    en: 'Several times are a course with one sign-up. Leave the lines you do not use empty.',
  },
  sessionN: { da: '{n}. gang', en: 'Session {n}' },
  capacity: { da: 'Pladser, gæster regnet med', en: 'Seats, guests included' },
  capacityHint: { da: 'Tomt: der er plads nok', en: 'Empty: there is room enough' },
  guests: { da: 'Så mange gæster må hver tage med', en: 'So many guests each may bring' },
  signUpUntil: { da: 'Tilmelding senest', en: 'Sign up no later than' },
  signUpHint: { da: 'Tomt: til det begynder', en: 'Empty: until it begins' },
  lockHours: { da: 'Timer før, hvor afbud er til jer', en: 'Hours before, in which one cancels with you' },
  remindDays: { da: 'Påmindelser, dage før', en: 'Reminders, days before' },
  remindHint: { da: 'For eksempel »5, 1«. Tomt: ingen', en: 'For example “5, 1”. Empty: none' },
  isPublic: { da: 'Vis på den offentlige side', en: 'Show on the public page' },
  seriesHeading: { da: 'Gentag det', en: 'Repeat it' },
  seriesHint: {
    da: 'Hver gang bliver et arrangement for sig, med egen tilmelding. Lad felterne stå tomme for én gang.',
    en: 'Each becomes an event of its own, with its own sign-up. Leave the fields empty for once.',
  },
  weeks: { da: 'Hver så mange uger', en: 'Every so many weeks' },
  times: { da: 'Så mange gange', en: 'So many times' },
  skip: { da: 'Spring over', en: 'Leave out' },
  seriesDays: { da: 'Dagene', en: 'The days' },
  holiday: { da: 'helligdag: {name}', en: 'holiday: {name}' },
  sunday: { da: 'søndag', en: 'Sunday' },
  effect: { da: 'Det sker der', en: 'What happens' },
  tells: { da: 'Disse får det at vide, én gang hver:', en: 'These are told, once each:' },
  tellsNobody: {
    da: 'Tid og sted er de samme, så ingen får besked.',
    en: 'Time and place are the same, so nobody is told.',
  },
  replans: {
    da: 'Påmindelser, der ikke er sendt endnu, følger de nye dage.',
    en: 'Reminders that have not been sent yet follow the new days.',
  },
  grows: {
    da: 'De første på ventelisten får de nye pladser.',
    en: 'The first on the waiting list get the new seats.',
  },
  tooLarge: {
    da: 'På ventelisten er {n} tilmeldinger med flere, end der bliver pladser til. De holder ingen tilbage; ring, og aftal, hvor mange der kommer.',
    en: 'On the waiting list are {n} sign-ups with more people than there will be seats. They keep nobody waiting; call and agree how many come.',
  },
  show: { da: 'Vis, hvad der sker', en: 'Show what happens' },
  byStaff: { da: 'I siger det selv', en: 'you tell them' },
} as const;
