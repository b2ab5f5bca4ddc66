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
  'broadcast-failed': {
    da: 'En gruppebesked nåede ikke frem til alle. Se, hvem der mangler, og prøv igen.',
    en: 'A group message did not reach everyone. See who is missing, and try again.',
  },
  'broadcast-doubt': {
    da: 'Efter en sikkerhedskopi: en gruppebesked var i gang og kan være nået længere, end vi ved. Den er på pause. Se efter, før den fortsætter.',
    en: 'After a backup: a group message was under way and may have come further than we know. It is paused. Look before it goes on.',
  },
  'broadcast-draft-doubt': {
    da: 'Efter en sikkerhedskopi: det, der står i et udkast til en gruppebesked, kan være sendt siden. Se efter, før I bestiller det.',
    en: 'After a backup: what a draft of a group message says may have been sent since. Look before you order it.',
  },
  'broadcast-broken': {
    da: 'En gruppebesked gik i stå, og det, der ikke er sendt, bliver liggende. Lad den fortsætte, når det, der var galt, er rettet, eller stop den.',
    en: 'A group message is stuck, and what has not left stays. Let it go on when what was wrong is mended, or stop it.',
  },
  'event-untold': {
    da: 'Får ikke selv en besked om det, men skal vide, at noget er nyt ved et arrangement, den pårørende er meldt til. Se arrangementet på siden, og ring.',
    en: 'Gets no message about it, but must know of something new at an event they signed up for. See the event on the page, and call.',
  },
  'event-calls': {
    da: 'Ring til dem, der kun er meldt til et arrangement med navn og nummer: der er noget, de skal vide.',
    en: 'Call those who signed up for an event by name and number alone: there is something they must know.',
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
