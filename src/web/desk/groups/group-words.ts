/** The words of groups. */
export const groupWords = {
  title: { da: 'Grupper', en: 'Groups' },
  lead: {
    da: 'Pårørende, I skriver til på én gang. Ingen i en gruppe kan se, hvem der ellers er med.',
    en: 'Relatives you write to at once. Nobody in a group can see who else is in it.',
  },
  empty: {
    da: 'Der er ingen grupper endnu. En koordinator kan lave den første.',
    en: 'There are no groups yet. A coordinator can make the first one.',
  },
  closedList: { da: 'Lukkede grupper', en: 'Closed groups' },
  noClosed: { da: 'Ingen grupper er lukket.', en: 'No groups are closed.' },
  toOpen: { da: 'Til grupperne', en: 'To the groups' },
  addByHand: { da: 'Ny gruppe, I selv sætter sammen', en: 'New group, put together by you' },
  addByRule: { da: 'Ny gruppe med en regel', en: 'New group with a rule' },
  changeTitle: { da: 'Ret gruppen {title}', en: 'Change the group {title}' },
  write: { da: 'Skriv til gruppen', en: 'Write to the group' },
  change: { da: 'Ret', en: 'Change' },
  name: { da: 'Navn', en: 'Name' },
  note: { da: 'Hvad bruges gruppen til?', en: 'What is the group for?' },
  unit: { da: 'Enhed', en: 'Unit' },
  unitHint: {
    da: 'De, der arbejder med enheden, kan se gruppen. Hver ser kun de pårørende, de ellers kan se.',
    en: 'Those who work with the unit can see the group. Each sees only the relatives they can see anyway.',
  },
  wholeHouse: { da: 'Hele organisationen', en: 'The whole organisation' },
  byHand: { da: 'I vælger selv, hvem der er med', en: 'You choose who is in it' },
  membersOne: { da: '1 pårørende', en: '1 relative' },
  members: { da: '{n} pårørende', en: '{n} relatives' },
  membersHeading: { da: 'Hvem er med?', en: 'Who is in it?' },
  nobodyByHand: {
    da: 'Ingen er med endnu. Åbn en pårørende, og vælg gruppen der.',
    en: 'Nobody is in it yet. Open a relative and choose the group there.',
  },
  nobodyByRule: {
    da: 'Reglen passer ikke på nogen, du kan se, lige nu.',
    en: 'The rule fits nobody you can see right now.',
  },
  rule: { da: 'Regel', en: 'Rule' },
  ruleLead: {
    da: 'Alt, hvad du udfylder, skal passe. Af flere kryds ved samme spørgsmål er ét nok. Gruppen følger med, når noget ændrer sig.',
    en: 'Everything you fill in must fit. Of several ticks at one question one is enough. The group follows when things change.',
  },
  relations: { da: 'Relation', en: 'Relation' },
  areas: { da: 'Område', en: 'Area' },
  languages: { da: 'Sprog', en: 'Language' },
  units: { da: 'Enheder, og dem under dem', en: 'Units, and those under them' },
  flow: { da: 'Går i forløbet', en: 'Walks the flow' },
  step: { da: 'Venter ved trinnet', en: 'Waits at the step' },
  answer: { da: 'Har sidst svaret', en: 'Last answered' },
  event: { da: 'Står sådan til et arrangement', en: 'Stands so to an event' },
  silentDays: { da: 'Ikke hørt fra i så mange dage', en: 'Not heard from for so many days' },
  silentHint: {
    da: 'Hverken sms, svar på siden eller en registreret samtale. Et tal fra 1 til 3.650.',
    en: 'No text, no answer on the page and no registered conversation. A number from 1 to 3,650.',
  },
  any: { da: 'Alle', en: 'Any' },
  try: { da: 'Se, hvem reglen passer på', en: 'See whom the rule fits' },
  fits: {
    da: 'Reglen passer nu på {n} pårørende, du kan se:',
    en: 'The rule now fits {n} relatives you can see:',
  },
  fitsMore: { da: 'Her er de {n} nyeste.', en: 'Here are the {n} newest.' },
  ruleWrong: {
    da: 'Reglen nævner noget, der ikke findes længere: {what}. Ret den, før gruppen bruges.',
    en: 'The rule names something that is no more: {what}. Change it before the group is used.',
  },
  takeOut: { da: 'Tag ud', en: 'Take out' },
  putIn: { da: 'Tag med', en: 'Put in' },
  putBack: { da: 'Tag med igen', en: 'Put in again' },
  close: { da: 'Luk gruppen', en: 'Close the group' },
  closeHint: {
    da: 'Ingen får beskeder gennem en lukket gruppe. Den kan åbnes igen med de samme medlemmer.',
    en: 'Nobody gets messages through a closed group. It can be opened again with the same members.',
  },
  open: { da: 'Åbn gruppen igen', en: 'Open the group again' },
  isClosed: { da: 'Gruppen er lukket.', en: 'The group is closed.' },
  ofRelativeNone: { da: 'Er ikke med i nogen gruppe.', en: 'Is in no group.' },
  byItsRule: { da: 'med ved sin regel', en: 'in it by its rule' },
  hasLeft: { da: 'har forladt gruppen', en: 'has left the group' },
  quiet: { da: 'Vil ikke have gruppebeskeder for tiden', en: 'Wants no group messages for now' },
  quietUntil: { da: 'Ingen gruppebeskeder før', en: 'No group messages before' },
  quietHint: {
    da: 'Forløb, aftaler og det, I skriver til den pårørende alene, går videre.',
    en: 'Journeys, appointments and what you write to the relative alone go on.',
  },
  quietSave: { da: 'Hold pause', en: 'Pause them' },
  isQuiet: { da: 'Får ingen gruppebeskeder før {date}.', en: 'Gets no group messages before {date}.' },
  notQuiet: { da: 'Vil gerne have dem igen', en: 'Wants them again' },
  choose: { da: 'Tag med i gruppen', en: 'Put in the group' },
  leaveHint: {
    da: 'Den, der er taget ud, kommer ikke med igen ved reglen.',
    en: 'Whoever is taken out does not come back by the rule.',
  },
} as const;

/** The parts of a rule's sentence. */
export const ruleWords = {
  all: { da: 'Alle pårørende, der ', en: 'All relatives who ' },
  relations: { da: 'er {any}', en: 'are {any}' },
  areas: { da: 'hører til området {any}', en: 'belong to the area {any}' },
  languages: { da: 'får beskeder på {any}', en: 'get messages in {any}' },
  units: { da: 'hører til {any} eller en enhed under den', en: 'belong to {any} or a unit under it' },
  flow: { da: 'går i forløbet {flow}', en: 'walk the flow {flow}' },
  step: {
    da: 'venter ved trinnet {step} i forløbet {flow}',
    en: 'wait at the step {step} of the flow {flow}',
  },
  answer: {
    da: 'sidst har svaret »{answer}« ved {step} i forløbet {flow}',
    en: 'last answered “{answer}” at {step} of the flow {flow}',
  },
  silentDays: { da: 'ikke er hørt fra i {n} dage', en: 'were not heard from for {n} days' },
  or: { da: ' eller ', en: ' or ' },
  and: { da: ' og ', en: ' and ' },
} as const;

/** How somebody stands to an arrangement, in a rule's sentence. */
export const atEventWords = {
  coming: { da: 'er meldt til »{event}«', en: 'are signed up for “{event}”' },
  waiting: { da: 'står på venteliste til »{event}«', en: 'are on the waiting list of “{event}”' },
  silent: {
    da: 'er inviteret til »{event}« og ikke har svaret',
    en: 'are invited to “{event}” and have not answered',
  },
  declined: { da: 'har meldt fra til »{event}«', en: 'have declined “{event}”' },
  came: { da: 'kom til »{event}«', en: 'came to “{event}”' },
  missed: {
    da: 'var meldt til »{event}«, men ikke kom',
    en: 'were signed up for “{event}” but did not come',
  },
} as const;

/** The same where one chooses. */
export const atEventChoices = {
  coming: { da: 'er meldt til', en: 'signed up' },
  waiting: { da: 'står på venteliste', en: 'on the waiting list' },
  silent: { da: 'har ikke svaret', en: 'has not answered' },
  declined: { da: 'har meldt fra', en: 'declined' },
  came: { da: 'kom', en: 'came' },
  missed: { da: 'kom ikke', en: 'did not come' },
} as const;

export const ruleAnswerWords = {
  ja: { da: 'ja', en: 'yes' },
  nej: { da: 'nej', en: 'no' },
  silent: { da: 'intet svar', en: 'no answer' },
  accepted: { da: 'ja til invitationen', en: 'yes to the invitation' },
  declined: { da: 'nej til invitationen', en: 'no to the invitation' },
  expired: { da: 'intet svar på invitationen', en: 'no answer to the invitation' },
} as const;
