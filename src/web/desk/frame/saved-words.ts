/** What is said once after something was done; the key stands in the address as `gemt`. */
export const savedWords = {
  settings: { da: 'Indstillingerne er gemt.', en: 'The settings have been saved.' },
  relative: { da: 'Den pårørende er oprettet.', en: 'The relative has been registered.' },
  landline: {
    da: 'Den pårørende er oprettet. Nummeret er fastnet, så hver sms bliver til et opkald, I foretager.',
    en: 'The relative has been registered. The number is a landline, so each text becomes a call you make.',
  },
  changed: { da: 'Oplysningerne er gemt.', en: 'The record has been saved.' },
  shielded: {
    da: 'Den pårørende er skærmet. Kun de valgte ser den pårørende nu.',
    en: 'The relative is shielded. Only those chosen see the relative now.',
  },
  unshielded: { da: 'Skærmningen er ophævet.', en: 'The shield has been lifted.' },
  merged: { da: 'De to er flettet. Alt står nu her.', en: 'The two are merged. Everything is here now.' },
  dropped: { da: 'Filen er slettet.', en: 'The file has been deleted.' },
  intoCircle: {
    da: 'Den pårørende er flyttet til kredsen.',
    en: 'The relative has been moved to the circle.',
  },
  number: {
    da: 'Nummeret er skiftet. Det, der ikke er sendt endnu, går til det nye nummer.',
    en: 'The number has been changed. What has not been sent yet goes to the new number.',
  },
  contact: {
    da: 'Kontakten er skiftet. Nummeret er det samme.',
    en: 'The contact has been changed. The number is the same.',
  },
  stopped: {
    da: 'Nummeret får ingen sms’er mere, og forløbene er slut. Aftal, hvordan I så skal holde kontakten, og skift den her.',
    en: 'The number gets no more texts, and the journeys have ended. Agree on how to stay in touch, and change the contact here.',
  },
  wrong: {
    da: 'Nummeret er noteret som forkert, og forløbene er slut. Find det rigtige, og skift det her.',
    en: 'The number is noted as wrong, and the journeys have ended. Find the right one and change it here.',
  },
  event: { da: 'Arrangementet er gemt.', en: 'The event has been saved.' },
  eventOpened: { da: 'Arrangementet er åbent for tilmelding.', en: 'The event is open for sign-up.' },
  eventDropped: { da: 'Udkastet er slettet.', en: 'The draft has been deleted.' },
  eventCancelled: {
    da: 'Arrangementet er aflyst, og de, der skal vide det, får besked.',
    en: 'The event is cancelled, and those who must know are told.',
  },
  eventsOpened: { da: 'Arrangementerne er åbne for tilmelding.', en: 'The events are open for sign-up.' },
  events: { da: 'Arrangementerne er gemt.', en: 'The events have been saved.' },
  eventsAdded: {
    da: 'De nye gange er føjet til rækken som udkast.',
    en: 'The new times have been added to the series as drafts.',
  },
  eventsCancelled: {
    da: 'Arrangementerne er aflyst, og de, der skal vide det, får besked.',
    en: 'The events are cancelled, and those who must know are told.',
  },
  eventHeld: { da: 'Arrangementet er noteret som holdt.', en: 'The event is noted as held.' },
  eventInvited: { da: 'Invitationerne er på vej.', en: 'The invitations are on their way.' },
  eventPlace: { da: 'Listen er rettet.', en: 'The list has been changed.' },
  eventSeat: { da: 'Tilmeldt, og der er plads.', en: 'Signed up, with a seat.' },
  eventLine: {
    da: 'Der er ingen plads fri, så det blev en plads på ventelisten.',
    en: 'No seat is free, so it became a place on the waiting list.',
  },
  broadcast: {
    da: 'Udkastet er gemt. Intet er sendt endnu.',
    en: 'The draft has been saved. Nothing has been sent yet.',
  },
  broadcastDropped: { da: 'Udkastet er slettet.', en: 'The draft has been deleted.' },
  broadcastOrdered: { da: 'Gruppebeskeden er bestilt.', en: 'The group message has been ordered.' },
  broadcastPaused: {
    da: 'Gruppebeskeden er på pause. Intet mere bliver sendt.',
    en: 'The group message is paused. Nothing more leaves.',
  },
  broadcastResumed: { da: 'Gruppebeskeden fortsætter.', en: 'The group message goes on.' },
  broadcastCancelled: {
    da: 'Gruppebeskeden er stoppet. Det, der ikke var sendt, bliver ikke sendt.',
    en: 'The group message is stopped. What had not left does not leave.',
  },
  booked: { da: 'Aftalen er booket.', en: 'The appointment is booked.' },
  moved: { da: 'Aftalen er flyttet.', en: 'The appointment has been moved.' },
  cancelled: { da: 'Aftalen er aflyst.', en: 'The appointment is cancelled.' },
  absent: {
    da: 'Det er noteret, at ingen kom. Under Varsler står, hvem I skal ringe til.',
    en: 'It is noted that nobody came. Whom to call stands under Alerts.',
  },
  talk: { da: 'Samtalen er registreret.', en: 'The conversation is registered.' },
  talkChanged: { da: 'Samtalen er rettet.', en: 'The conversation has been changed.' },
  confirmed: {
    da: 'Det er noteret, at modtageren har taget over.',
    en: 'It is noted that the receiver has taken over.',
  },
  counselling: { da: 'Rådgivningen er registreret.', en: 'The counselling is registered.' },
  counsellingChanged: { da: 'Rådgivningen er rettet.', en: 'The counselling has been changed.' },
  counsellingTaken: {
    da: 'Registreringen er taget tilbage og tæller ikke længere.',
    en: 'The registration is taken back and no longer counts.',
  },
  counsellingCounts: { da: 'Rådgivningen tæller igen.', en: 'The counselling counts again.' },
  circle: { da: 'Kredsen er gemt.', en: 'The circle has been saved.' },
  paused: {
    da: 'Kredsen er sat på pause. Intet bliver sendt, før I sætter den i gang igen.',
    en: 'The circle is paused. Nothing is sent until you let it go on.',
  },
  dead: {
    da: 'Det er registreret, at borgeren er død. Alt er stoppet for hele kredsen.',
    en: 'It is registered that the resident has died. Everything has stopped for the whole circle.',
  },
  released: { da: 'Kredsen er sat i gang igen.', en: 'The circle goes on again.' },
  enrolled: { da: 'Den pårørende er tilmeldt forløbet.', en: 'The relative has been enrolled.' },
  takenOver: { da: 'Det er overtaget.', en: 'It has been taken over.' },
  manyOrdered: {
    da: 'Bestillingen er givet. De begynder nu, lidt ad gangen.',
    en: 'The order has been given. They begin now, a few at a time.',
  },
  manyStopped: {
    da: 'Resten er stoppet. De, der er begyndt, fortsætter.',
    en: 'The rest has been stopped. Those who have begun go on.',
  },
  journeyPaused: { da: 'Forløbet er sat på pause.', en: 'The journey has been paused.' },
  journeyResumed: { da: 'Forløbet er sat i gang igen.', en: 'The journey goes on again.' },
  skipped: { da: 'Trinnet er sprunget over.', en: 'The step has been passed over.' },
  ended: { da: 'Forløbet er afsluttet.', en: 'The journey has ended.' },
  answered: { da: 'Sms’en er på vej.', en: 'The text is on its way.' },
  answeredLater: {
    da: 'Sms’en er skrevet og bliver sendt {when}.',
    en: 'The text is written and leaves {when}.',
  },
  secureLater: {
    da: 'Beskeden ligger på den pårørendes side. En sms om den bliver sendt {when}.',
    en: 'The message is on the relative’s page. A text about it leaves {when}.',
  },
  secure: {
    da: 'Beskeden ligger på den pårørendes side, og en sms om den er på vej.',
    en: 'The message is on the relative’s page, and a text about it is on its way.',
  },
  secureCall: {
    da: 'Beskeden ligger på den pårørendes side. Der må ikke sendes sms, så der er lavet en opgave om at ringe.',
    en: 'The message is on the relative’s page. No text may be sent, so there is a task to call.',
  },
  closed: { da: 'Samtalen er lagt væk.', en: 'The conversation has been put away.' },
  reopened: { da: 'Samtalen venter igen.', en: 'The conversation waits again.' },
  assigned: { da: 'Det er noteret, hvem der har samtalen.', en: 'It is noted who has the conversation.' },
  snoozed: { da: 'Samtalen er udsat.', en: 'The conversation has been put off.' },
  woken: { da: 'Samtalen er tilbage i indbakken.', en: 'The conversation is back in the inbox.' },
  savedAnswer: { da: 'Svaret er gemt.', en: 'The answer has been saved.' },
  retiredAnswer: { da: 'Svaret kan ikke vælges mere.', en: 'The answer can no longer be chosen.' },
  question: { da: 'Svaret er noteret i forløbet.', en: 'The answer has been noted in the journey.' },
  circleMoved: { da: 'Kredsen er flyttet.', en: 'The circle has been moved.' },
  consentWithdrawn: {
    da: 'Det er noteret, at borgeren ikke længere er indforstået.',
    en: 'It has been noted that the resident does not agree any more.',
  },
  referralTaken: {
    da: 'Henvisningen er taget. Her er den pårørende. Ring først, før du tilmelder et forløb.',
    en: 'The referral has been taken. Here is the relative. Call before you enrol.',
  },
  referralDeclined: { da: 'Henvisningen er afslået.', en: 'The referral has been declined.' },
  referralReopened: { da: 'Henvisningen venter igen.', en: 'The referral waits again.' },
  source: { da: 'Kilden er gemt.', en: 'The source has been saved.' },
  sourceClosed: {
    da: 'Kilden er lukket. Adressen og QR-koden virker ikke længere.',
    en: 'The source is closed. Its address and QR code do not work any more.',
  },
  sourceOpened: { da: 'Kilden er åbnet igen.', en: 'The source is open again.' },
  offer: { da: 'Tilbuddet er gemt.', en: 'The offer has been saved.' },
  group: { da: 'Gruppen er gemt.', en: 'The group has been saved.' },
  groupClosed: { da: 'Gruppen er lukket.', en: 'The group has been closed.' },
  groupMembers: { da: 'Det er noteret, hvem der er med.', en: 'It is noted who is in it.' },
  offerChecked: { da: 'Tilbuddet er tjekket i dag.', en: 'The offer was checked today.' },
  offerRetired: {
    da: 'Tilbuddet er taget ud af vejviseren.',
    en: 'The offer has been taken out of the signpost.',
  },
  offerRestored: { da: 'Tilbuddet er tilbage i vejviseren.', en: 'The offer is back in the signpost.' },
  signposted: { da: 'Det er noteret, at du har vist vej.', en: 'It is noted that you showed the way.' },
  signpostUndone: { da: 'Det tæller ikke længere med.', en: 'It does not count any more.' },
  alert: { da: 'Varslet er lukket.', en: 'The alert has been closed.' },
  alertOpen: { da: 'Varslet er åbent igen.', en: 'The alert is open again.' },
  retried: {
    da: 'Forløbet prøver igen nu. Går det galt en gang til, kommer varslet tilbage.',
    en: 'The journey tries again now. If it fails once more, the alert comes back.',
  },
  keyRevoked: { da: 'Nøglen er trukket tilbage.', en: 'The key has been revoked.' },
  posted: { da: 'Det er noteret, at brevene er sendt.', en: 'It is noted that the letters were posted.' },
  task: { da: 'Opgaven er løst.', en: 'The task is done.' },
  missed: {
    da: 'Det er noteret, at ingen tog telefonen. Opgaven venter stadig.',
    en: 'It has been noted that nobody answered. The task still waits.',
  },
  user: { da: 'Brugeren er gemt.', en: 'The user has been saved.' },
  userClosed: {
    da: 'Adgangen er lukket, og brugeren er logget af.',
    en: 'The access is closed, and the user is logged out.',
  },
  userReopened: { da: 'Adgangen er åben igen.', en: 'The access is open again.' },
  ownPassword: {
    da: 'Adgangskoden er skiftet, og du er logget af alle andre steder.',
    en: 'The password has been changed, and you are logged out everywhere else.',
  },
  ownAuthenticator: {
    da: 'Kode-appen er skiftet, og du er logget af alle andre steder.',
    en: 'The authenticator has been replaced, and you are logged out everywhere else.',
  },
  senderStopped: {
    da: 'Der er stoppet. Intet bliver sendt derfra, før du sætter det i gang igen.',
    en: 'Stopped. Nothing leaves from there until you start it again.',
  },
  senderStarted: {
    da: 'Der er sat i gang igen. Det, der ventede, bliver sendt nu.',
    en: 'Started again. What waited leaves now.',
  },
  unit: { da: 'Enheden er gemt.', en: 'The unit has been saved.' },
  unitClosed: { da: 'Enheden er lukket.', en: 'The unit has been closed.' },
} as const;

export type Saved = keyof typeof savedWords;

/** The way back from what was just done, on the line that tells of it. */
export const undoWords = { da: 'Fortryd', en: 'Undo' } as const;
