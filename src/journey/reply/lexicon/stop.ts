// How people ask for no more SMS. A text is a stop only when all of it is explained, so "stop med at spørge" is none.

/** Phrases that end SMS. */
export const stopPhrases: readonly string[] = [
  '(så|please)? (stop|stop alle|stop alt|stop nu|stop all|stopall)',
  'stop (venligst|nu)? (med|for)? {de}* {sms} {fraJer}*',
  'stop det er nok {sms}',
  '(sms|beskeder) stop',
  'slut {sms}',
  '(nu)? (vil|må|kan) (du|I) (nu|venligst|gerne|godt)* stoppe (med|for)? {de}* {sms} {fraJer}*',
  '(nu)? ((du|I)? (vil|må|kan) (du|I)?) (nu|venligst|gerne|godt)* (stoppe|holde op) med at skrive til (mig|os) {fraJer}*',
  '(jeg|vi) vil gerne stoppe med at (få|modtage) {de}* {sms} {fraJer}*',
  '(lad|hold) (venligst|nu)* (være|op) med at skrive til (mig|os) {fraJer}*',
  '(jeg|vi) vil ikke høre (mere)? fra jer (mere|længere|igen)?',
  'stop (venligst|nu)? med at (sende|skrive|sende sms|smse|spamme) {mig}? {fraJer}* {de}* {sms}? (hver dag|hele tiden)? {fraJer}*',
  'stop (abonnement|tilmelding|abonnementet|tilmeldingen)',
  '(slut|unsubscribe|unsubscribe me)',
  '(slut|ikke mere) (med|på) {de}* {sms} {fraJer}*',
  '(jeg|vi)? (vil|ønsker|gider) (venligst|helst|altså|simpelthen|gerne|bare|slet)* ikke (længere|mere)? (at)? (have|ha|få|modtage)? {de}* {sms} {fraJer}*',
  '(jeg|vi)? ønsker ingen {de}* {sms} {fraJer}*',
  '(jeg|vi)? frabeder (mig|os) {de}* {sms} {fraJer}*',
  '(jeg|vi)? skal ikke (have|bruge) {de}* {sms} {fraJer}*',
  '(du|I) (skal|må) ikke (sende|skrive) {mig}? {fraJer}* {de}* {sms} {fraJer}*',
  '(du|I) (skal|må) ikke (skrive|smse) til mig (mere|igen|længere)',
  '(send|skriv) (venligst)? {mig}? ikke {mig}? {de}* {sms} {fraJer}*',
  'skriv ikke (til mig (mere|igen)|mere til mig)',
  '(jeg|vi)? (vil|ønsker|vil bare|må|kan) (jeg|vi)? (gerne)? (at)? (være|blive) fri for {de}* {sms} {fraJer}*',
  '(ingen|ikke) (flere|mere) {sms} {fraJer}*',
  'ingen {sms} {fraJer} {fraJer}*',
  'nej (tak)? til {de}* {sms} {fraJer}*',
  '(lad|vil (du|I)) (venligst|nu)* (være|lade være) med at (sende|skrive) {mig}? {fraJer}* {de}* {sms} {fraJer}*',
  'hold (venligst|nu)* op med at (sende|skrive) {mig}? {fraJer}* {de}* {sms} {fraJer}*',
  '(vil|må|I må|du må|gider|kan) (du|I)? (venligst|gerne|godt|være (sød|søde|venlig|venlige) (og|at))* (stoppe|holde op) med at (sende|skrive) {mig}? {fraJer}* {de}* {sms} {fraJer}*',
  '(fjern|slet|tag) (venligst)? (mig|os|mit nummer|mit nr) (fra|af) (listen|jeres liste|sms listen|smslisten|jeres sms liste)',
  '(afmeld|frameld|afmelding|framelding|afmelding af|framelding af|afmelding fra) (venligst)? {mig}? (fra)? {de}* {sms} {fraJer}*',
  '(afmeld|frameld) alle',
  '(jeg|vi)? (vil|ønsker) (gerne)? (at)? (afmelde|framelde|afmeldes|frameldes) {mig}? (fra)? {de}* {sms} {fraJer}*',
  'stop (sending|texting) (me)? (any|these|more)* {sms}?',
  'no more {sms}',
  '(please)? remove me (from (the|your) list)?',
  '🛑',
];

/** Words that are a no to a waiting invitation, and a stop where none waits. */
export const signOffPhrases: readonly string[] = [
  '(afmeld|frameld|afmelding|framelding) (venligst)? {mig}? (begge|begge to)?',
];

/** Sentences that are a no to a waiting invitation and a stop where nothing waits; where an ask waits they may be either. */
export const signingOffPhrases: readonly string[] = [
  '(jeg|vi)? (vil|ønsker|skal) (gerne)? (at)? (afmelde|framelde|afmeldes|frameldes) {mig}?',
  '(jeg|vi)? (afmelder|framelder) {mig}?',
];

/** Sentences that are a no to a waiting invitation and nothing clear anywhere else. */
export const regretfulSignOffPhrases: readonly string[] = [
  '{jeg}? {noedt} {desvaerre}* (afmelde|framelde) {mig}? {resten}*',
  '{jeg}? (afmelder|framelder) {resten} {mig}? {resten}*',
  '{jeg}? (afmelder|framelder) {mig} {resten}*',
];

/** Phrases that are a yes to a waiting invitation and nothing anywhere else. */
export const signUpPhrases: readonly string[] = [
  '(tilmeld|tilmelding) (venligst)? {mig}? (begge|begge to)? {moedet}? {gerne}?',
  '{jeg}? (vil|ønsker|skal) (meget)? (gerne)? (at)? (tilmelde|tilmeldes) {mig}? {moedet}?',
  '{jeg}? tilmelder {mig}? (gerne|hermed)? {moedet}?',
  '{jeg}? vil {gerne}* (melde {mig} til|skrives på|skrive {mig} på) {moedet}?',
  '{jeg}? melder {mig} til {moedet}?',
  '(skriv|sæt) {mig} på (listen)?',
];
