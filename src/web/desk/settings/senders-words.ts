export const sendersWords = {
  title: { da: 'Afsendere', en: 'Senders' },
  hint: {
    da: 'Hvad sms’er bliver sendt fra, hvad der venter, og knappen, der stopper al udsendelse.',
    en: 'What texts are sent from, what waits, and the button that stops everything.',
  },
  lead: {
    da: 'Alle sms’er går ud fra en af to afsendere. En sms med link kan ikke besvares, og en sms, der kan besvares, har aldrig et link.',
    en: 'Every text leaves from one of two senders. A text with a link cannot be answered, and one that can be answered never has a link.',
  },
  nameTitle: { da: 'Afsender med navn', en: 'Sender by name' },
  numberTitle: { da: 'Afsender med nummer', en: 'Sender by number' },
  nameUse: {
    da: 'Bruges til sms med link til en sikker side. Modtageren kan ikke svare.',
    en: 'For texts with a link to a secure page. The receiver cannot reply.',
  },
  numberUse: {
    da: 'Bruges til sms, der kan besvares med JA, NEJ, STOP eller andre ord, og til svarene på dem. Har aldrig link.',
    en: 'For texts that can be answered with JA, NEJ, STOP or other words, and for the answers to them. Never has a link.',
  },
  address: { da: 'Sendes fra', en: 'Sent from' },
  unset: { da: 'ikke sat', en: 'not set' },
  pace: { da: 'Tempo', en: 'Pace' },
  paced: {
    da: 'højst {n} sms-dele i sekundet, {posts} sms på én gang',
    en: 'at most {n} SMS parts a second, {posts} texts at once',
  },
  unpaced: { da: 'uden grænse, {posts} sms på én gang', en: 'without limit, {posts} texts at once' },
  due: { da: 'Venter på at blive sendt nu', en: 'Waiting to leave now' },
  putOff: { da: 'Udsat efter et afslag, prøves igen', en: 'Put off after a refusal, tried again' },
  later: { da: 'Lagt klar til senere', en: 'Ready for later' },
  left: { da: 'Sendt i dag', en: 'Left today' },
  unknown: { da: 'Uafklarede', en: 'Of unknown outcome' },
  most: { da: '{n} eller flere', en: '{n} or more' },
  running: { da: 'I gang', en: 'Going on' },
  stopped: { da: 'Stoppet', en: 'Stopped' },
  stoppedSince: { da: 'Stoppet {at} af {by}.', en: 'Stopped {at} by {by}.' },
  stopOne: { da: 'Stop afsenderen', en: 'Stop the sender' },
  startOne: { da: 'Sæt i gang igen', en: 'Start again' },
  stopAll: { da: 'Stop al udsendelse', en: 'Stop everything' },
  allHeading: { da: 'Al udsendelse', en: 'Everything' },
  allText: {
    da: 'Bruges, hvis noget går galt, for eksempel hvis forkerte sms’er er på vej. Virkningen bliver vist først.',
    en: 'For when something goes wrong, such as wrong texts being on their way. The effect is shown first.',
  },
  stopNameTitle: { da: 'Stop afsenderen med navn?', en: 'Stop the sender by name?' },
  stopNumberTitle: { da: 'Stop afsenderen med nummer?', en: 'Stop the sender by number?' },
  stopAllTitle: { da: 'Stop al udsendelse?', en: 'Stop everything?' },
  effectLead: {
    da: 'Fra det øjeblik, du trykker, sendes intet mere herfra. De sms’er, der allerede er afleveret til udbyderen, kan ikke hentes tilbage.',
    en: 'From the moment you press, nothing more leaves from here. Texts already handed to the provider cannot be brought back.',
  },
  effectDue: {
    da: '{title}: {due} venter på at blive sendt nu, {later} er lagt klar til senere. Det, forløbene danner imens, venter også.',
    en: '{title}: {due} wait to leave now, {later} are ready for later. What journeys compose meanwhile waits too.',
  },
  effectAnswers: {
    da: 'Heller ikke svar på pårørendes egne sms’er sendes: kvittering for STOP, svar på HJÆLP og svaret til en, der har det meget svært. Hold øje med indbakken, og ring.',
    en: 'Not even answers to relatives’ own texts leave: the receipt of STOP, the answer to HELP and the one to somebody in distress. Watch the inbox, and call.',
  },
  effectStop: {
    da: 'Sms’er fra pårørende kommer stadig ind, og et STOP gælder med det samme.',
    en: 'Texts from relatives still come in, and a STOP holds at once.',
  },
  effectLate: {
    da: 'Det, der bliver for gammelt imens, for eksempel en påmindelse om en aftale, der er forbi, bliver ikke sendt.',
    en: 'What becomes too old meanwhile, such as a reminder of an appointment that has passed, is not sent.',
  },
  effectUndo: {
    da: 'Du kan sætte det i gang igen her. Så bliver det, der venter, sendt i sin rækkefølge. Et varsel står, indtil det sker.',
    en: 'You can start it again here. Then what waits leaves in its order. An alert stands until that happens.',
  },
  doStop: { da: 'Stop nu', en: 'Stop now' },
  nameHeading: { da: 'Navnet på afsenderen', en: 'The name of the sender' },
  name: { da: 'Navn', en: 'Name' },
  nameHint: {
    da: '3 til 11 bogstaver (a-z) og cifre uden mellemrum, mindst ét bogstav. Udbyderen skal kende navnet, før I skifter. Lad feltet være tomt for at bruge navnet fra opstarten: {name}.',
    en: '3 to 11 letters (a-z) and digits without spaces, at least one letter. The provider must know the name before you change it. Leave it empty for the name from the start setting: {name}.',
  },
  nameEffect: {
    da: 'Gælder fra den næste sms, også for dem, der er planlagt. Pårørende kan blive usikre på et nyt navn: sig det, før I skifter.',
    en: 'Holds from the next text, also for those planned. Relatives may not trust a new name: tell them before you change it.',
  },
  numberFixed: {
    da: 'Nummeret sættes, når systemet startes (SMS_SENDER_NUMBER), fordi udbyderen sender svarene til os derfra.',
    en: 'The number is set when the system starts (SMS_SENDER_NUMBER), since the provider sends us the replies to it.',
  },
} as const;
