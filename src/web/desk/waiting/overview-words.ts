export const overviewWords = {
  title: { da: 'Overblik', en: 'Overview' },
  calm: { da: 'Der er ikke noget, der venter på jer lige nu.', en: 'Nothing waits for you right now.' },
  urgent: { da: 'Haster', en: 'Urgent' },
  replies: { da: 'Samtaler, der venter', en: 'Conversations waiting' },
  several: { da: '{n} beskeder', en: '{n} messages' },
  onPage: { da: 'På siden', en: 'On the page' },
  with: { da: 'Hos {name}', en: 'With {name}' },
  withMe: { da: 'Hos dig', en: 'With you' },
  until: { da: 'Udsat til {when}', en: 'Put off until {when}' },
  waited: { da: 'Har ventet {length}', en: 'Has waited {length}' },
  answer: { da: 'Læs og svar', en: 'Read and answer' },
  tasks: { da: 'Opkald og breve', en: 'Calls and letters' },
  call: { da: 'Ring', en: 'Call' },
  letter: { da: 'Send brev', en: 'Send a letter' },
  toTask: { da: 'Til opgaven', en: 'To the task' },
  alerts: { da: 'Varsler', en: 'Alerts' },
  coordinator: { da: 'Til koordinatoren', en: 'For the coordinator' },
  administrator: { da: 'Til administratorerne', en: 'For the administrators' },
  emergencyLogin: { da: 'Nødadgang', en: 'Emergency login' },
  sender: { da: 'Afsendere', en: 'Senders' },
  look: { da: 'Se nærmere', en: 'Look closer' },
  retry: { da: 'Prøv igen', en: 'Try again' },
  unknown: { da: 'Sms, vi ikke ved om er sendt', en: 'Texts we do not know have left' },
  unknownHint: {
    da: 'Vi spørger selv sms-udbyderen. Bliver det ikke afklaret, kommer der et varsel.',
    en: 'We ask the provider ourselves. If it stays unclear, you get an alert.',
  },
  next: { da: 'Det sker af sig selv', en: 'This happens by itself' },
  nextHint: { da: 'Her skal I ikke gøre noget.', en: 'You need not do anything here.' },
  sms: { da: 'Sms på vej', en: 'Text on its way' },
  step: { da: 'Næste trin i {flow}', en: 'Next step in {flow}' },
  nothingNext: { da: 'Intet er planlagt.', en: 'Nothing is planned.' },
  held: { da: 'Kredse, der står stille', en: 'Circles that stand still' },
  since: { da: 'siden {when}', en: 'since {when}' },
  toCircle: { da: 'Se kredsen', en: 'See the circle' },
} as const;

/** The way from a list that is cut to all of it. */
export const allWords = {
  urgent: { da: 'Se alle varsler ({n})', en: 'See all alerts ({n})' },
  alerts: { da: 'Se alle varsler ({n})', en: 'See all alerts ({n})' },
  replies: { da: 'Se alle samtaler ({n})', en: 'See all conversations ({n})' },
  tasks: { da: 'Se alle opgaver ({n})', en: 'See all tasks ({n})' },
} as const;

/** What each kind of alert asks for, where it brings no words of its own. */
export const alertWords = {
  flow: { da: 'Forløbet beder jer gøre noget', en: 'The flow asks you to do something' },
  call: { da: 'Ring til den pårørende', en: 'Call the relative' },
  absent: {
    da: 'Kom ikke til aftalen. Ring, og hør, hvordan det går, og om der skal findes en ny tid.',
    en: 'Did not come to the appointment. Call and hear how things are, and whether a new time is wanted.',
  },
  letter: { da: 'Send et brev', en: 'Send a letter' },
  reply: {
    da: 'Den pårørende svarede, mens forløbet stod stille. Svaret er noteret, men intet er sendt.',
    en: 'The relative answered while the journey stood still. The answer has been noted, but nothing was sent.',
  },
  resumed: { da: 'Den pårørende vil have sms igen', en: 'The relative wants text messages again' },
  distress: {
    da: 'Den pårørende kan have det meget svært. Læs svaret, og ring nu.',
    en: 'The relative may be in distress. Read the reply and call now.',
  },
  death: {
    da: 'Svaret tyder på et dødsfald. Forløbet er sat på pause. Læs svaret, før I gør noget.',
    en: 'The reply tells of a death. The journey is paused. Read the reply before you do anything.',
  },
  delivery: { da: 'En sms kom ikke frem', en: 'A text did not arrive' },
  stopped: {
    da: 'Den pårørende vil ikke have sms. Ring, og hør, hvordan I så skal holde kontakten.',
    en: 'The relative wants no text messages. Call and ask how to stay in touch.',
  },
  wrongNumber: {
    da: 'Nummeret er forkert. Find det rigtige nummer.',
    en: 'The number is wrong. Find the right one.',
  },
  notMe: { da: 'Nogen har svaret: »Det er ikke mig«', en: 'Somebody answered: “This is not me”' },
  offer: {
    da: 'Et tilbud i vejviseren skal ses efter: {title}',
    en: 'An offer of the signpost must be looked at again: {title}',
  },
  emergency: {
    da: 'Nødadgangen blev brugt af {title}. Tal med den, det er, hvis I ikke vidste det.',
    en: 'The emergency login was used by {title}. Talk to that person if you did not know.',
  },
  'sender-stopped': {
    da: '{title} er stoppet. Ingen sms bliver sendt derfra, før en administrator sætter den i gang igen.',
    en: '{title} is stopped. No text leaves from it until an administrator starts it again.',
  },
  restored: { da: 'En sikkerhedskopi er lagt tilbage.', en: 'A backup was put back.' },
  restoring: {
    da: 'Sms-udbyderen svarer ikke. Indtil den gør det, sender vi ingen sms.',
    en: 'The SMS provider does not answer. Until it does, we send nothing.',
  },
  doubt: {
    da: 'Efter en sikkerhedskopi: en sms, der skulle være sendt, var ikke sendt. Er der sket noget, f.eks. en pause, et dødsfald eller et svar på siden? Kredsen står stille, til I har set efter.',
    en: 'After a backup: a text that should have left had not. Has something happened, like a pause, a death or an answer on the page? The circle stands still until you have looked.',
  },
  broken: {
    da: 'Noget gik galt hos os, og det står stille. Administratoren skal rette det. Derefter kan det prøves igen.',
    en: 'Something failed on our side and stands still. The administrator must mend it. Then it can be tried again.',
  },
} as const;
