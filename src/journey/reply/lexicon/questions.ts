// The other keywords: help, wrong number and place.

/** Phrases that ask for the help text. */
export const helpPhrases: readonly string[] = ['(hjælp|help|info|hjælp info)'];

/** Phrases that say the number belongs to somebody else. */
export const wrongNumberPhrases: readonly string[] = [
  'forkert {nummer}? {vist}* ((I|du) har)?',
  '{tror}? (det|dette|her|det her) (er|var|må være) {vist}* (et|det|den)? (forkert|forkerte) {nummer} (I har|du har)? (skrevet til|sendt til|fået)?',
  '{tror}? (du|I) (har|må have) {vist}* (fået|fået fat i|fat i|fat på|skrevet til|sendt til|ramt|ringet til|sendt sms til)? (et|det|den)? (forkert|forkerte) {nummer}',
  '{tror}? (du|I) har {vist}* (fået)? fat (i|på) (den|en) (forkerte|forkert)',
  '{tror}? (du|I) har {vist}* (skrevet|sendt) forkert',
  '{tror}? (du|I) (skriver|sender) til (et|det|den)? (forkert|forkerte) {nummer}',
  '{tror}? (sms|beskeden|smsen|sms en|den|den her|den besked) (er|blev|må være)? {vist}* (sendt|kommet|gået) til (et|det|den)? (forkert|forkerte) {nummer}?',
  '(beskeden|smsen|sms en|den besked|den|denne besked|denne sms) er {vist}* ikke til mig',
  '(det|dette) nummer er forkert',
  '(nej)? det er ikke mig',
  '(this is)? (a|the)? wrong (number|person)',
  '(you have)? (a|the)? wrong number',
];

/** Phrases that ask where to go. */
export const placePhrases: readonly string[] = [
  '(hvor|hvorhenne|hvor henne|hvor er)',
  'hvor (er|var|bliver|foregår|finder|holdes|afholdes) (det|mødet|arrangementet|samtalen) (henne|sted|nu|nu henne)?',
  'hvor (er|var) det (nu)? ({jeg} (skal|skulle)|vi (skal|skulle)) (hen|være|møde|mødes|møde op)',
  'hvor (skal|må|skulle) {jeg} (hen|hen henne|komme hen|møde|møde op|møde op henne|møde henne|være|gå hen|mødes|mødes henne|dukke op)',
  'hvor (mødes vi|skal vi mødes|mødes|skal mødet være|skal det være|ligger det|holder I til) (henne)?',
  '(hvorhenne|hvor henne) (er|foregår|skal) (det|mødet|jeg|vi) (være|hen)?',
  '(hvad (er|var) (det for en)?)? (adressen|adresse|adressen nu)',
  '(kan|må) jeg få adressen',
  '(kan|vil) (I|du) (sende|skrive) (mig)? adressen',
  'hvilken adresse (er det)? (på)?',
  'hvilket sted (er det)?',
  'where (is it)?',
];
