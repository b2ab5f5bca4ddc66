// The other keywords: help, wrong number and place.

/** Phrases that ask for the help text. */
export const helpPhrases: readonly string[] = ['(hjælp|help|info|hjælp info)'];

/** Phrases that say the number belongs to somebody else. */
export const wrongNumberPhrases: readonly string[] = [
  'forkert {nummer}?',
  '(det|dette|her) (er|var|må være) (vist|nok|vist nok|altså|desværre)* (et|det|den)? (forkert|forkerte) {nummer}',
  '(du|I) (har|må have) (vist|nok|vist nok|altså|desværre)* (fået|fået fat i|fat i|skrevet til|sendt til|ramt|ringet til|sendt sms til)? (et|det|den)? (forkert|forkerte) {nummer}',
  '(du|I) har (vist|nok|altså)* (fået)? fat i den forkerte',
  '(du|I) (skriver|sender) til (et|det|den)? (forkert|forkerte) {nummer}',
  '(sms|beskeden|sms en|smsen|den) (er|blev)? (sendt|kommet) til (et|det|den)? (forkert|forkerte) {nummer}?',
  '(nej)? det er ikke mig',
  '(this is)? (a|the)? wrong (number|person)',
];

/** Phrases that ask where to go. */
export const placePhrases: readonly string[] = [
  '(hvor|hvorhenne|hvor henne|hvor er)',
  'hvor (er|bliver|foregår|finder) (det|mødet|arrangementet|samtalen) (henne|sted|nu)?',
  'hvor (skal|må) (jeg|vi) (hen|hen henne|komme hen|møde|møde op|møde henne|være|gå hen|mødes)',
  'hvor (mødes vi|skal vi mødes|mødes|skal mødet være|skal det være|holdes det|ligger det|holder I til) (henne)?',
  '(hvad er|hvad er det for en)? (adressen|adresse)',
  'hvilken adresse (er det)? (på)?',
  'where (is it)?',
];
