// How people ask for no more SMS. A text is a stop only when all of it is explained, so "stop med at spørge" is none.

/** Phrases that end SMS. */
export const stopPhrases: readonly string[] = [
  '(så)? (stop|stop alle|stop alt|stop nu)',
  'stop (venligst|nu)? (med|for)? {de}* {sms} {fraJer}*',
  'stop (venligst|nu)? med at (sende|skrive|sende sms) {fraJer}* {de}* {sms}? {fraJer}*',
  'stop med at sende (mig|os) {de}* {sms} {fraJer}*',
  'stop (abonnement|tilmelding|sms service|sms tjenesten)',
  '(slut|unsubscribe)',
  '(slut|ikke mere) (med|på) {de}* {sms} {fraJer}*',
  '(jeg|vi)? (vil|ønsker|gider) (venligst|helst|altså|simpelthen|gerne|bare|slet)* ikke (længere|mere)? (at)? (have|få|modtage)? {de}* {sms} {fraJer}*',
  '(jeg|vi)? skal ikke (have|bruge) {de}* {sms} {fraJer}*',
  '(jeg|vi)? (vil|ønsker|vil bare) (gerne)? (være|blive)? fri for {de}* {sms} {fraJer}*',
  '(ingen|ikke) (flere|mere) {sms} {fraJer}*',
  'ingen {sms} {fraJer} {fraJer}*',
  '(lad|vil (du|I)) (venligst|nu)* (være|lade være) med at (sende|skrive) (mig|os)? {fraJer}* {de}* {sms} {fraJer}*',
  'hold (venligst|nu)* op med at (sende|skrive) (mig|os)? {fraJer}* {de}* {sms} {fraJer}*',
  '(vil|må|I må|du må) (du|I)? (venligst|gerne)* (stoppe|holde op) med at (sende|skrive) (mig|os)? {fraJer}* {de}* {sms} {fraJer}*',
  '(fjern|slet|tag) (venligst)? (mig|os|mit nummer|mit nr) (fra|af) (listen|jeres liste|sms listen|smslisten|jeres sms liste)',
  '(afmeld|frameld|afmelding af|framelding af|afmelding fra) (venligst)? (mig|os)? (fra)? {de}* {sms} {fraJer}*',
  '(afmeld|frameld) alle',
  '(jeg|vi)? (vil|ønsker) (gerne)? (at)? (afmelde|framelde|afmeldes|frameldes) (mig|os)? (fra)? {de}* {sms} {fraJer}*',
  'stop (sending|texting) (me)? (any|these|more)* {sms}?',
  'no more {sms}',
  'stop it please',
];

/** Words that are a no to a waiting invitation, and a stop where none waits. */
export const signOffPhrases: readonly string[] = [
  '(afmeld|frameld|afmelding|framelding|afmeldt|frameldt) (venligst)? (mig|os|os begge)? (begge|begge to)?',
];

/** Sentences that are a no to a waiting invitation and a stop where nothing waits; where an ask waits they may be either. */
export const signingOffPhrases: readonly string[] = [
  '(jeg|vi)? (vil|ønsker|skal) (gerne)? (at)? (afmelde|framelde|afmeldes|frameldes) (mig|os)?',
  '(jeg|vi) (afmelder|framelder) (mig|os)?',
];

/** Sentences that are a no to a waiting invitation and nothing clear anywhere else. */
export const regretfulSignOffPhrases: readonly string[] = [
  '(jeg|vi)? (må|bliver nødt til at|er nødt til at) {desvaerre}* (afmelde|framelde) (mig|os)? {desvaerre}*',
  '(jeg|vi) (afmelder|framelder) {desvaerre} (mig|os)?',
  '(jeg|vi) (afmelder|framelder) (mig|os) {desvaerre}',
];

/** Phrases that are a yes to a waiting invitation and nothing anywhere else. */
export const signUpPhrases: readonly string[] = [
  '(tilmeld|tilmelding|tilmeldt) (venligst)? (mig|os|os begge|begge|begge to)? (begge|begge to)? {moedet}?',
  '(jeg|vi)? (vil|ønsker|skal) (meget)? (gerne)? (at)? (tilmelde|tilmeldes) (mig|os)? {moedet}?',
  '(jeg|vi) tilmelder (mig|os)? (gerne)? {moedet}?',
];
