/** One conversation: what was said, what may be done, and writing in it. */
export const conversationWords = {
  with: { da: 'Samtale med {who}', en: 'Conversation with {who}' },
  back: { da: 'Indbakken', en: 'The inbox' },
  said: { da: 'Det er skrevet', en: 'What was written' },
  nothing: {
    da: 'Der er ikke skrevet noget endnu. Skriv det første i feltet herunder.',
    en: 'Nothing has been written yet. Write the first in the field below.',
  },
  us: { da: 'Os', en: 'Us' },
  them: { da: 'Den pårørende', en: 'The relative' },
  bySms: { da: 'Sms', en: 'Text' },
  byPage: { da: 'Sikker besked', en: 'Secure message' },
  waits: { da: 'Venter på svar', en: 'Waits for an answer' },
  read: { da: 'Læst', en: 'Read' },
  unread: { da: 'Ikke læst endnu', en: 'Not read yet' },
  notice: { da: 'Sms’en om beskeden:', en: 'The text that tells of it:' },
  noticeCall: { da: 'Opkaldet om beskeden:', en: 'The call that tells of it:' },
  masked: {
    da: 'Et cpr-nummer er skjult og ikke gemt.',
    en: 'A CPR number has been hidden and was not stored.',
  },
  news: {
    da: 'Der er kommet nyt, siden du åbnede samtalen. Din tekst er der stadig.',
    en: 'Something new has come since you opened the conversation. Your text is still there.',
  },
  here: { da: '{name} har også samtalen åben.', en: '{name} has this conversation open, too.' },
  writes: { da: '{name} skriver lige nu.', en: '{name} is writing right now.' },
  number: { da: 'Nummer', en: 'Number' },
  readers: { da: 'Nummeret hører til', en: 'The number belongs to' },
  relative: { da: 'Pårørende', en: 'Relative' },
  waited: { da: 'Har ventet', en: 'Has waited' },
  has: { da: 'Hos', en: 'With' },
  nobody: { da: 'Ingen endnu', en: 'Nobody yet' },
  snoozed: { da: 'Udsat til', en: 'Put off until' },
  state: { da: 'Om samtalen', en: 'About the conversation' },
  assign: { da: 'Hvem har samtalen?', en: 'Who has the conversation?' },
  assignGo: { da: 'Giv samtalen', en: 'Hand it over' },
  mine: { da: 'Jeg tager den', en: 'I take it' },
  snooze: { da: 'Udsæt til', en: 'Put off until' },
  snoozeHint: {
    da: 'Kommer der en ny besked, er samtalen tilbage med det samme.',
    en: 'When a new message comes, the conversation is back at once.',
  },
  afternoon: { da: 'I eftermiddag kl. 13.00', en: 'This afternoon at 13:00' },
  tomorrow: { da: 'I morgen kl. 8.00', en: 'Tomorrow at 8:00' },
  monday: { da: 'Næste mandag kl. 8.00', en: 'Next Monday at 8:00' },
  date: { da: 'En dato', en: 'A date' },
  onDate: { da: 'Dato', en: 'Date' },
  dateHint: { da: 'Kun når du har valgt »En dato«', en: 'Only when you chose “A date”' },
  badDate: {
    da: 'Vælg en dag fra i morgen og højst et år frem.',
    en: 'Choose a day from tomorrow and at most a year ahead.',
  },
  snoozeGo: { da: 'Udsæt', en: 'Put off' },
  wake: { da: 'Hent samtalen tilbage nu', en: 'Bring it back now' },
  done: { da: 'Færdig, intet svar nødvendigt', en: 'Done, no answer needed' },
  reopen: { da: 'Genåbn samtalen', en: 'Open it again' },
  doneNow: { da: 'Intet venter i samtalen.', en: 'Nothing waits in this conversation.' },
} as const;

/** Writing in a conversation. */
export const writeWords = {
  title: { da: 'Skriv', en: 'Write' },
  text: { da: 'Din tekst', en: 'Your text' },
  hint: {
    da: 'Sms: højst {n} tegn, ingen navne på steder, ingen sygdom, intet cpr-nummer. Sikker besked: højst {m} tegn, læses med PIN-kode.',
    en: 'Text: at most {n} characters, no names of places, no illness, no CPR number. Secure message: at most {m} characters, read with a PIN.',
  },
  sms: { da: 'Send sms', en: 'Send text' },
  secure: { da: 'Send som sikker besked i stedet', en: 'Send as a secure message instead' },
  secureHint: {
    da: 'Den pårørende får en neutral sms med et link. Teksten står på den pårørendes side bag PIN-koden.',
    en: 'The relative gets a neutral text with a link. What you wrote stands on the relative’s page behind the PIN.',
  },
  call: { da: 'Læg på siden, og lav en opgave om at ringe', en: 'Put it on the page and make a call task' },
  noPin: {
    da: 'Den pårørende har ingen PIN-kode endnu. Ring, og giv en engangskode, før du sender en sikker besked: den læses kun med PIN-koden.',
    en: 'The relative has no PIN yet. Call and give a one-time code before you send a secure message: it can only be read with the PIN.',
  },
  lockedPin: {
    da: 'PIN-koden er låst. Ring, og giv en ny, ellers kan beskeden ikke læses.',
    en: 'The PIN is locked. Call and give a new one, or the message cannot be read.',
  },
  toPin: { da: 'Giv PIN-kode', en: 'Give a PIN' },
  confidential: {
    da: 'Teksten må ikke sendes som sms. Ret den, eller send den som sikker besked i stedet.',
    en: 'The text may not be sent as a text message. Change it, or send it as a secure message instead.',
  },
  saved: { da: 'Gemte svar', en: 'Saved answers' },
  choose: { da: 'Vælg et svar', en: 'Choose an answer' },
  insert: { da: 'Sæt ind i teksten', en: 'Put into the text' },
  keep: { da: 'Ret de gemte svar', en: 'Change the saved answers' },
  size: { da: '{n} tegn, {parts}.', en: '{n} characters, {parts}.' },
  told: {
    da: '»{word}« må ikke stå i en sms. Brug »Send som sikker besked i stedet«.',
    en: '“{word}” may not stand in a text. Use “Send as a secure message instead”.',
  },
  toldCpr: {
    da: 'Et cpr-nummer må ikke stå her. Vi har ikke brug for det.',
    en: 'A CPR number may not stand here. We do not need it.',
  },
} as const;

/** When an SMS leaves that is written now. */
export const leavesWords = {
  now: { da: 'Sms’en bliver sendt med det samme.', en: 'The text leaves at once.' },
  answer: {
    da: 'Den pårørende har lige skrevet, så svaret bliver sendt med det samme.',
    en: 'The relative has just written, so the answer leaves at once.',
  },
  window: {
    da: 'Vi sender ikke sms nu. Sms’en bliver sendt {when}.',
    en: 'We send no texts now. The text leaves {when}.',
  },
  hours: {
    da: 'Den pårørende vil helst have sms kl. {from}–{to}. Sms’en bliver sendt {when}.',
    en: 'The relative prefers texts {from}–{to}. The text leaves {when}.',
  },
} as const;

/** Why no SMS may be written. */
export const noSmsWords = {
  stopped: {
    da: 'Nummeret har sagt stop til sms. Ring i stedet.',
    en: 'The number said stop to texts. Call instead.',
  },
  wrong: { da: 'Nummeret er forkert. Find det rigtige.', en: 'The number is wrong. Find the right one.' },
  landline: { da: 'Nummeret er fastnet. Ring i stedet.', en: 'It is a landline. Call instead.' },
  'no-number': { da: 'Der er ikke noget nummer.', en: 'There is no number.' },
  'only-call': {
    da: 'Den pårørende må kun ringes op. Ring i stedet.',
    en: 'The relative may only be called. Call instead.',
  },
} as const;

/** Answers that are used again. */
export const savedAnswerWords = {
  title: { da: 'Gemte svar', en: 'Saved answers' },
  lead: {
    da: 'Svar, I bruger igen. De kan vælges, når man skriver i en samtale.',
    en: 'Answers you use again. They can be chosen when you write in a conversation.',
  },
  empty: { da: 'Der er ingen gemte svar endnu.', en: 'There are no saved answers yet.' },
  emptyMake: { da: 'Lav det første herunder.', en: 'Make the first one below.' },
  only: { da: 'En koordinator kan lave og rette dem.', en: 'A coordinator can make and change them.' },
  make: { da: 'Nyt svar', en: 'New answer' },
  change: { da: 'Ret svaret', en: 'Change the answer' },
  name: { da: 'Titel', en: 'Title' },
  nameHint: { da: 'Ses kun af jer', en: 'Only you see it' },
  text: { da: 'Tekst', en: 'Text' },
  textHint: {
    da: 'Højst {n} tegn. {{ tiltale }} og {{ telefon }} bliver udfyldt. Intet fortroligt: svaret går ud som sms.',
    en: 'At most {n} characters. {{ tiltale }} and {{ telefon }} are filled in. Nothing confidential: the answer leaves as a text.',
  },
  language: { da: 'Sprog', en: 'Language' },
  save: { da: 'Gem svaret', en: 'Save the answer' },
  retire: { da: 'Brug ikke svaret mere', en: 'Stop using the answer' },
  retireHint: {
    da: 'Det kan ikke vælges mere. Det, der er sendt, ændrer sig ikke. Det kan ikke fortrydes, men du kan lave svaret igen.',
    en: 'It can no longer be chosen. What was sent does not change. This cannot be undone, but you can make the answer again.',
  },
  edit: { da: 'Ret', en: 'Change' },
  template: {
    da: 'Kun {{ tiltale }} og {{ telefon }} kan udfyldes.',
    en: 'Only {{ tiltale }} and {{ telefon }} can be filled in.',
  },
} as const;
