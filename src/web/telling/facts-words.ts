/** What happened in a journey, in whole sentences. Names in braces are filled in. */
export const factWords = {
  started: { da: 'Forløbet begyndte.', en: 'The journey began.' },
  startedBy: { da: '{name} tilmeldte den pårørende.', en: '{name} enrolled the relative.' },
  startedAnchor: { da: '{anchor}: {date}.', en: '{anchor}: {date}.' },
  fired_moment: {
    da: 'Tidspunktet kom, som trinnet ventede på: {when}.',
    en: 'The moment came that the step was waiting for: {when}.',
  },
  fired_remind: { da: 'Der var stadig ikke svaret {when}.', en: 'There was still no answer {when}.' },
  fired_silence: { da: 'Fristen for at svare løb ud {when}.', en: 'The time to answer ran out {when}.' },
  fired_expiry: { da: 'Invitationen udløb {when}.', en: 'The invitation expired {when}.' },
  replied: { da: 'Den pårørende svarede {answer} på sms.', en: 'The relative answered {answer} by text.' },
  pageOpened: { da: 'Den pårørende åbnede siden »{page}«.', en: 'The relative opened the page “{page}”.' },
  answeredPage: {
    da: 'Den pårørende svarede {answer} på siden.',
    en: 'The relative answered {answer} on the page.',
  },
  answeredStaff: { da: '{name} noterede svaret {answer}.', en: '{name} noted the answer {answer}.' },
  filledPage: {
    da: 'Den pårørende sendte skemaet. Svarene er gemt uden navn.',
    en: 'The relative sent the questionnaire. The answers are kept without a name.',
  },
  filledStaff_answered: {
    da: '{name} udfyldte skemaet med den pårørende. Svarene er gemt uden navn.',
    en: '{name} filled in the questionnaire with the relative. The answers are kept without a name.',
  },
  filledStaff_silent: {
    da: '{name} noterede, at skemaet ikke bliver udfyldt.',
    en: '{name} noted that the questionnaire will not be filled in.',
  },
  notAsked_noSeat: {
    da: 'Skemaet blev ikke sendt: der var ingen plads til arrangementet.',
    en: 'The questionnaire was not sent: there was no seat at the event.',
  },
  notAsked_absent: {
    da: 'Skemaet blev ikke sendt: det er noteret, at den pårørende ikke kom.',
    en: 'The questionnaire was not sent: it is noted that the relative did not come.',
  },
  notAsked_letters: {
    da: 'Skemaet blev ikke sendt: den pårørende får breve.',
    en: 'The questionnaire was not sent: the relative gets letters.',
  },
  notAsked_answered: {
    da: 'Skemaet blev ikke sendt igen: det er besvaret.',
    en: 'The questionnaire was not sent again: it has been answered.',
  },
  anchorMoved: { da: '{anchor} blev flyttet til {date}{by}.', en: '{anchor} was moved to {date}{by}.' },
  hoursChanged: {
    da: 'Tidspunkterne for sms blev ændret{by}. Det, der venter, er planlagt igen.',
    en: 'The hours for texts were changed{by}. What waits has been planned anew.',
  },
  remindersChanged: {
    da: '{anchor} fik andre påmindelser. Den næste er planlagt igen.',
    en: '{anchor} got other reminders. The next has been planned anew.',
  },
  anchorCancelled: { da: '{anchor} blev aflyst{by}.', en: '{anchor} was cancelled{by}.' },
  asked: { da: 'Den pårørende spurgte, hvor det er.', en: 'The relative asked where it is.' },
  deliveryFailed: { da: 'En besked kom ikke frem.', en: 'A message did not arrive.' },
  consentChanged: { da: 'Den pårørende sagde stop til sms.', en: 'The relative said stop to texts.' },
  held_paused: { da: 'Forløbet blev sat på pause{by}.', en: 'The journey was paused{by}.' },
  held_dead: {
    da: 'Det blev registreret, at borgeren er død{by}. Alt stoppede.',
    en: 'It was registered that the resident has died{by}. Everything stopped.',
  },
  skipped: {
    da: 'Trinnet »{step}« blev sprunget over{by}.',
    en: 'The step “{step}” was passed over{by}.',
  },
  released: { da: 'Forløbet blev sat i gang igen{by}.', en: 'The journey went on again{by}.' },
  ended: { da: 'Forløbet blev afsluttet{by}.', en: 'The journey was ended{by}.' },
  messageComposed: { da: 'Teksten »{key}« blev skrevet.', en: 'The text “{key}” was written.' },
  stepEntered: { da: 'Gik til trinnet »{step}«.', en: 'Went to the step “{step}”.' },
  stepSkipped: {
    da: 'Sprang trinnet »{step}« over: det skulle være sket {when}, og det var for sent.',
    en: 'Left out the step “{step}”: it was due {when}, which had passed.',
  },
  set_moment: { da: 'Venter til {when}.', en: 'Waits until {when}.' },
  set_remind: {
    da: 'Minder om det {when}, hvis der ikke er svaret.',
    en: 'Reminds {when} if there is no answer.',
  },
  set_silence: { da: 'Venter på svar til {when}.', en: 'Waits for an answer until {when}.' },
  set_expiry: { da: 'Invitationen gælder til {when}.', en: 'The invitation holds until {when}.' },
  waiting_acceptance: { da: 'Venter på ja eller nej på siden.', en: 'Waits for a yes or no on the page.' },
  waiting_seat: { da: 'Ser efter, om der er plads.', en: 'Looks whether there is a seat.' },
  seatWanted: { da: 'Vil gerne have en plads: {anchor}.', en: 'Would like a seat: {anchor}.' },
  seatGivenUp: { da: 'Pladsen blev givet fri: {anchor}.', en: 'The seat was given up: {anchor}.' },
  seat_yes: { da: 'Fik en plads: {anchor}{by}.', en: 'Got a seat: {anchor}{by}.' },
  seat_waiting: { da: 'Kom på venteliste: {anchor}{by}.', en: 'Went on the waiting list: {anchor}{by}.' },
  seat_no: { da: 'Blev meldt fra: {anchor}{by}.', en: 'Was signed off: {anchor}{by}.' },
  seat_closed: {
    da: 'Der kunne ikke tilmeldes længere: {anchor}{by}.',
    en: 'It was too late to sign up: {anchor}{by}.',
  },
  groupJoined: { da: 'Kom med i gruppen »{group}«.', en: 'Joined the group “{group}”.' },
  groupLeft: { da: 'Gik ud af gruppen »{group}«.', en: 'Left the group “{group}”.' },
  waiting_form: { da: 'Venter på skemaet.', en: 'Waits for the questionnaire.' },
  waiting_answer: { da: 'Venter på JA eller NEJ.', en: 'Waits for JA or NEJ.' },
  reminded: { da: 'Det var påmindelse nummer {count}.', en: 'That was reminder number {count}.' },
  answerRecorded: {
    da: 'Svaret på »{step}« blev noteret: {answer}.',
    en: 'The answer to “{step}” was noted: {answer}.',
  },
  consentGiven: { da: 'Samtykket »{key}« blev givet.', en: 'The consent “{key}” was given.' },
  consentWithdrawn: {
    da: 'Samtykket »{key}« blev trukket tilbage.',
    en: 'The consent “{key}” was withdrawn.',
  },
  alert_advisor: { da: 'Rådgiveren fik et varsel.', en: 'The advisor got an alert.' },
  alert_coordinator: { da: 'Koordinatoren fik et varsel.', en: 'The coordinator got an alert.' },
  journeyEnded: { da: 'Forløbet sluttede: {reason}.', en: 'The journey ended: {reason}.' },
  ignored: { da: 'Det ændrede ikke noget: {why}.', en: 'It changed nothing: {why}.' },
} as const;

/** Why an input changed nothing. */
export const ignoredWords = {
  ended: { da: 'forløbet var slut', en: 'the journey was over' },
  held: { da: 'forløbet stod stille', en: 'the journey stood still' },
  'moved on': { da: 'forløbet var gået videre', en: 'the journey had moved on' },
  'timer moved': { da: 'tidspunktet var blevet flyttet', en: 'the moment had been moved' },
  'nothing asked': { da: 'der var ikke spurgt om noget', en: 'nothing had been asked' },
  'answered already': { da: 'der var allerede svaret', en: 'it had been answered already' },
  'started already': { da: 'forløbet var begyndt', en: 'the journey had begun' },
  'known already': { da: 'det vidste forløbet allerede', en: 'the journey knew already' },
  'not started': { da: 'forløbet var ikke begyndt', en: 'the journey had not begun' },
} as const;

/** Answers as they stand in facts. */
export const answerWords = {
  ja: { da: 'JA', en: 'YES' },
  nej: { da: 'NEJ', en: 'NO' },
  silent: { da: 'intet svar', en: 'no answer' },
  accepted: { da: 'ja tak', en: 'yes please' },
  declined: { da: 'nej tak', en: 'no thank you' },
  expired: { da: 'intet svar', en: 'no answer' },
  answered: { da: 'besvaret', en: 'answered' },
} as const;
