/** What the relatives' pages say around the texts of the flows. Plain Danish, as to a worried 70-year-old; nothing tells what it is about before the page is open. */
export const pageWords = {
  callUs: { da: 'Du kan altid ringe til os på', en: 'You can always call us on' },
  back: { da: 'Tilbage', en: 'Back' },

  // The landing page
  messageFrom: { da: 'Du har en besked fra', en: 'You have a message from' },
  onlyYou: {
    da: 'Beskeden er til dig, der har fået sms’en. Du skal ikke hente en app.',
    en: 'The message is for you who received the text message. You do not need an app.',
  },
  needsPin: {
    da: 'Du skal bruge din PIN-kode på 6 cifre for at læse den.',
    en: 'You need your 6-digit PIN to read it.',
  },
  read: { da: 'Læs beskeden', en: 'Read the message' },
  doubt: {
    da: 'Er du i tvivl, om sms’en er fra os? Så ring til os på',
    en: 'Not sure that the text message is from us? Call us on',
  },
  notForYou: { da: 'Er beskeden ikke til dig?', en: 'Is the message not for you?' },
  notMe: { da: 'Det er ikke mig', en: 'This is not me' },
  noSms: { da: 'Ingen sms til mig', en: 'No text messages to me' },
  goneTitle: { da: 'Linket virker ikke længere', en: 'The link does not work any more' },
  goneLead: {
    da: 'Det kan være for gammelt, eller der kan mangle noget af det. Du har ikke gjort noget forkert.',
    en: 'It may be too old, or a part of it may be missing. You did nothing wrong.',
  },
  goneHelp: {
    da: 'Har du fået en nyere sms, så brug linket i den. Ellers ring til os på',
    en: 'If you have received a newer text message, use the link in that one. Otherwise call us on',
  },
  coldTitle: { da: 'Her kommer du ind med et link', en: 'You get in here with a link' },
  coldLead: {
    da: 'Åbn linket i den sms eller det brev, du har fået fra os. Så kan du læse din besked.',
    en: 'Open the link in the text message or letter you received from us. Then you can read your message.',
  },
  coldHelp: {
    da: 'Kan du ikke finde det, så ring til os på',
    en: 'If you cannot find it, call us on',
  },

  // Not me, no SMS
  notMeTitle: { da: 'Er det ikke dig?', en: 'Is this not you?' },
  notMeLead: {
    da: 'Så sender vi ikke flere af disse sms’er til telefonen, og linket bliver lukket. Vi får besked, så vi kan rette nummeret.',
    en: 'Then we send no more of these text messages to this phone, and the link is closed. We are told, so that we can correct the number.',
  },
  notMeYes: { da: 'Ja, det er ikke mig', en: 'Yes, this is not me' },
  noSmsTitle: { da: 'Vil du ikke have sms fra os?', en: 'Do you want no text messages from us?' },
  noSmsLead: {
    da: 'Så sender vi ikke flere af disse sms’er til telefonen. Du kan stadig få hjælp, og vi ringer til dig i stedet.',
    en: 'Then we send no more of these text messages to this phone. You can still get help, and we call you instead.',
  },
  noSmsYes: { da: 'Ja, stop sms’erne', en: 'Yes, stop the text messages' },
  regret: { da: 'Nej, gå tilbage', en: 'No, go back' },

  // PIN
  pinTitle: { da: 'Skriv din PIN-kode', en: 'Enter your PIN' },
  pinLabel: { da: 'PIN-kode', en: 'PIN' },
  pinHint: {
    da: '6 cifre. Du har fået koden af os, eller du har selv valgt den.',
    en: '6 digits. You got the PIN from us, or you chose it yourself.',
  },
  pinGo: { da: 'Læs beskeden', en: 'Read the message' },
  noPin: { da: 'Jeg har ikke en PIN-kode', en: 'I do not have a PIN' },
  forgotPin: {
    da: 'Kan du ikke huske den? Ring til os, så hjælper vi dig:',
    en: 'Cannot remember it? Call us and we will help you:',
  },
  triesLeft: { da: 'Forsøg tilbage', en: 'Tries left' },
  noPinYet: {
    da: 'Du har ikke valgt en PIN-kode endnu. Vælg en her.',
    en: 'You have not chosen a PIN yet. Choose one here.',
  },
  lockedTitle: { da: 'Adgangen er lukket', en: 'Access is closed' },
  lockedLead: {
    da: 'Der er tastet forkert for mange gange. Vi lukker for at passe på dig.',
    en: 'It was mistyped too many times. We close access to protect you.',
  },
  lockedCall: {
    da: 'Ring til os, så åbner vi igen:',
    en: 'Call us and we will open it again:',
  },

  // Choosing a PIN
  chooseTitle: { da: 'Vælg en PIN-kode', en: 'Choose a PIN' },
  chooseLead: {
    da: 'Du skal bruge en engangskode. Den får du af os i telefonen eller på papir – aldrig i en sms.',
    en: 'You need a one-time code. You get it from us on the phone or on paper – never in a text message.',
  },
  chooseCall: {
    da: 'Har du ikke en engangskode? Ring til os på',
    en: 'No one-time code? Call us on',
  },
  codeLabel: { da: 'Engangskode', en: 'One-time code' },
  codeHint: { da: '6 cifre, som du har fået af os', en: '6 digits that you got from us' },
  newPinLabel: { da: 'Ny PIN-kode', en: 'New PIN' },
  newPinHint: {
    da: '6 cifre, som andre ikke kan gætte. Ikke en fødselsdato.',
    en: '6 digits that others cannot guess. Not a date of birth.',
  },
  againLabel: { da: 'Ny PIN-kode igen', en: 'New PIN again' },
  chooseGo: { da: 'Gem, og læs beskeden', en: 'Save, and read the message' },

  // MitID
  mitidTitle: { da: 'Her skal du bruge MitID', en: 'This needs MitID' },
  mitidLead: {
    da: 'Beskeden er så personlig, at den kun må læses med MitID. Det kan siden ikke endnu.',
    en: 'The message is so personal that it may only be read with MitID. This page cannot do that yet.',
  },
  mitidCall: {
    da: 'Ring til os, så fortæller vi dig, hvad der står:',
    en: 'Call us and we will tell you what it says:',
  },

  // The page itself
  pageTitle: { da: 'Besked fra', en: 'Message from' },
  toAnswer: { da: 'Gå ned til ja eller nej', en: 'Go down to yes or no' },
  answerTitle: { da: 'Vil du være med?', en: 'Do you want to take part?' },
  consentIntro: { da: 'Når du siger ja, siger du ja til dette:', en: 'By saying yes you agree to this:' },
  consentFree: {
    da: 'Det er frivilligt. Du kan altid trække dit ja tilbage på denne side, eller når du ringer til os.',
    en: 'It is voluntary. You can always take your yes back on this page or by calling us.',
  },
  yes: { da: 'Ja tak, tilmeld mig', en: 'Yes please, sign me up' },
  no: { da: 'Nej tak', en: 'No thank you' },
  accepted: { da: 'Tak. Du er tilmeldt.', en: 'Thank you. You are signed up.' },
  acceptedNext: {
    da: 'Vi skriver til dig, når der er noget, du skal vide.',
    en: 'We write to you when there is something you should know.',
  },
  waiting: { da: 'Tak. Du står på venteliste.', en: 'Thank you. You are on the waiting list.' },
  waitingNext: {
    da: 'Alle pladser er taget lige nu. Vi giver dig besked, hvis der bliver en plads. Du skal ikke gøre noget. Har du spørgsmål, så ring til os på',
    en: 'All seats are taken at the moment. We tell you if one becomes free. You need do nothing. If you have questions, call us on',
  },
  tooLate: { da: 'Man kan ikke melde sig til længere.', en: 'It is too late to sign up.' },
  tooLateNext: {
    da: 'Vil du høre, om der alligevel er plads, så ring til os på',
    en: 'To hear whether there is a seat after all, call us on',
  },
  asked: { da: 'Tak for dit svar.', en: 'Thank you for your answer.' },
  askedNext: {
    da: 'Vi ser efter, om der er en plads, og giver dig besked. Vil du tale med os, så ring på',
    en: 'We look whether there is a seat and tell you. If you want to talk to us, call',
  },
  chooseEvent: { da: 'Hvornår vil du komme?', en: 'When would you like to come?' },
  chooseEventFirst: {
    da: 'Vælg først, hvornår du vil komme. Tryk så på Ja tak.',
    en: 'First choose when you would like to come. Then press Yes please.',
  },
  guests: { da: 'Hvor mange tager du med?', en: 'How many do you bring?' },
  guestsNone: { da: 'Ingen, jeg kommer alene', en: 'Nobody, I come alone' },
  signOffLead: { da: 'Kan du ikke komme alligevel?', en: 'Can you not come after all?' },
  signOff: { da: 'Meld mig fra', en: 'I am not coming' },
  declined: { da: 'Du har sagt nej tak.', en: 'You said no thank you.' },
  declinedNext: {
    da: 'Det er helt i orden. Skifter du mening, så ring til os på',
    en: 'That is perfectly fine. If you change your mind, call us on',
  },
  over: { da: 'Der kan ikke svares her længere.', en: 'It is no longer possible to answer here.' },
  overNext: { da: 'Vil du gerne være med, så ring til os på', en: 'If you want to take part, call us on' },
  alreadyYes: { da: 'Der er allerede svaret ja', en: 'The answer yes was already given' },
  alreadyNo: { da: 'Der er allerede svaret nej', en: 'The answer no was already given' },
  alreadyFirst: {
    da: 'Det svar, der kom først, gælder. Dit svar har ikke ændret noget.',
    en: 'The answer that came first counts. Your answer has changed nothing.',
  },
  alreadyWithdraw: {
    da: 'Er ja forkert, så tryk her:',
    en: 'If yes is wrong, press here:',
  },
  alreadyOrCall: { da: 'Du kan også ringe til os på', en: 'You can also call us on' },
  alreadyCall: { da: 'Er det forkert, så ring til os på', en: 'If that is wrong, call us on' },
  toMine: { da: 'Se, hvad du har sagt ja til', en: 'See what you said yes to' },

  // What I said yes to
  mineTitle: { da: 'Det har du sagt ja til', en: 'What you said yes to' },
  mineNone: { da: 'Du har ikke sagt ja til noget her.', en: 'You have not said yes to anything here.' },
  plainSms: { da: 'Ja til at få sms fra os', en: 'Yes to text messages from us' },
  givenOn: { da: 'Du sagde ja', en: 'You said yes on' },
  withdrawnOn: { da: 'Du trak det tilbage', en: 'You took it back on' },
  withdraw: { da: 'Træk mit samtykke tilbage', en: 'Withdraw my consent' },
  withdrawHint: {
    da: 'Du kan altid trække dit samtykke tilbage. Så får du ikke flere af disse sms’er. Det ændrer ikke på den hjælp, du kan få.',
    en: 'You can withdraw your consent at any time. Then you get no more of these text messages. It does not change the help you can get.',
  },
  groupsTitle: { da: 'Grupper, du er med i', en: 'Groups you are in' },
  groupsHint: {
    da: 'Vi skriver nogle gange til alle i en gruppe. Ingen kan se, hvem der ellers er med.',
    en: 'Sometimes we write to everybody in a group. Nobody can see who else is in it.',
  },
  leaveGroup: { da: 'Forlad gruppen', en: 'Leave the group' },
  toMessage: { da: 'Tilbage til beskeden', en: 'Back to the message' },

  // Goodbyes
  doneNotMe: { da: 'Tak, fordi du sagde det', en: 'Thank you for telling us' },
  doneNotMeLead: {
    da: 'Vi sender ikke flere af disse sms’er til telefonen, og linket er lukket. Du behøver ikke gøre mere.',
    en: 'We send no more of these text messages to the phone, and the link is closed. You need do nothing more.',
  },
  doneNoSms: { da: 'Du får ikke flere af disse sms’er', en: 'You get no more of these text messages' },
  doneNoSmsLead: {
    da: 'Du kan stadig få hjælp. Vi ringer til dig, når der er noget vigtigt. Vil du have sms igen, så ring til os.',
    en: 'You can still get help. We call you when there is something important. If you want text messages again, call us.',
  },
  doneWithdrawn: { da: 'Dit samtykke er trukket tilbage', en: 'Your consent is withdrawn' },
  doneWithdrawnLead: {
    da: 'Du får ikke flere af disse sms’er. Du kan stadig få hjælp, og du kan altid sige ja igen ved at ringe til os.',
    en: 'You get no more of these text messages. You can still get help, and you can say yes again at any time by calling us.',
  },
  endedTitle: { da: 'Siden er lukket', en: 'The page is closed' },
  endedHelp: {
    da: 'Åbn linket i din sms igen, så kommer du videre. Intet er gået tabt.',
    en: 'Open the link in your text message again to go on. Nothing is lost.',
  },

  // The front page
  frontTitle: { da: 'Beskeder fra', en: 'Messages from' },
  frontLead: {
    da: 'Har du fået en sms fra os med et link? Så åbn linket i sms’en for at læse beskeden.',
    en: 'Did you get a text message from us with a link? Open the link in it to read the message.',
  },
  frontEvents: {
    da: 'Se arrangementer, som alle kan melde sig til',
    en: 'See events that everybody can sign up for',
  },
  frontTrust: {
    da: 'Vi beder dig aldrig om dit cpr-nummer, dit kortnummer eller dit MitID i en sms.',
    en: 'We never ask for your civil registration number, card number or MitID in a text message.',
  },
} as const;
