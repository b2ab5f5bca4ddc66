// How people say yes. `yes` is enough alone, `ok` is a yes only beside nothing else, `cheer` goes with a yes but makes none.

/** Phrases that are a yes by themselves. */
export const yesPhrases: readonly string[] = [
  '{ja}',
  '{jeg}? {gerne}? kommer {gerne}* {moedet}?',
  '(vi|begge) kommer {to}',
  'vi kommer (alle)? {to} (personer|mand|stk)?',
  '{jeg}? skal nok (komme|være der|møde op|deltage|være med)',
  '{jeg}? vil {gerne}* {gerne} {verbum}? (begge|begge to)? {moedet}?',
  '{jeg}? kan {gerne}? (godt|sagtens|fint|komme|godt komme|godt nå det|godt være der|godt deltage|deltage|nå det) {gerne}? {moedet}?',
  '{jeg} kan',
  'det (gør|kan|vil|skal) {jeg} {gerne}* (godt|nok|sagtens)?',
  'det vil {jeg} {gerne}* {gerne} {verbum}? {moedet}?',
  'det vil {jeg} da {gerne}',
  'det kan (du|I) (godt)? (regne med|tro)',
  '(du|I) kan (godt)? regne med (mig|os)',
  '{jeg}? deltager {gerne}* {moedet}?',
  '{jeg} møder (op|frem)? {gerne}?',
  '{jeg} bekræfter (hermed)? (aftalen|tiden)?',
  'bekræftet',
  'det passer (mig|os)? {gerne}? (helt)? (fint|godt|perfekt|super|udmærket|rigtig fint|rigtig godt|glimrende|fortrinligt|super godt|ganske udmærket) (med (mig|os)|for (mig|os))?',
  '{gerne}? (meget|rigtig|hjertens) gerne',
  'gerne',
  'med glæde',
  '(selvfølgelig|naturligvis|selvsagt|absolut)',
  'helt (sikkert|bestemt)',
  'vi ses',
  'vi ses der',
  '(svar|mit svar er|mit svar|svaret er|jeg svarer|vi svarer|det er et) ja',
  '(jeg|vi) (siger|takker) (ja|ja tak)',
  'det er en aftale',
  '1 ja',
];

/** Phrases that agree: a yes where an answer is expected, unless they only thank for the message. */
export const okPhrases: readonly string[] = [
  '(ok|okay|okey|oki|okej)',
  'det er (helt)? (i orden|ok|okay|oki)',
];

/** Phrases that go well with a yes and are none themselves. */
export const cheerPhrases: readonly string[] = [
  '(bestemt|absolut|fint|super|perfekt|dejligt|skønt|herligt|alletiders|fedt|topfint|glimrende|udmærket)',
  '(jeg|vi)? (glæder (mig|os)|ser frem) (meget|rigtig meget|vildt)? (til det)?',
  'det glæder (jeg mig|vi os) (meget|rigtig meget)? til',
  'det ser (jeg|vi) frem til',
  'det (lyder|er|vil være|ville være|bliver) (da)? (helt|rigtig|bare|meget|så)? (godt|fint|dejligt|spændende|hyggeligt|rart|skønt|super|perfekt|en god idé|en rigtig god idé)',
  'det er (så)? (aftalt|noteret)',
  '(ingen|intet) problem',
  '(jeg er|vi er) (med|klar|der) (på den)?',
  'som aftalt',
  '(vi er|vi bliver)? {to} personer',
  'for {to} personer',
  'vi er {to}',
  'både min (mand|kone) og jeg',
  '(jeg|vi) vil (meget)? gerne have en (samtale|snak)',
  '(en|1) (samtale|snak) vil (jeg|vi) gerne have',
  'vi ses (på)? ({dagen}|til {moedet})',
  'kan (jeg|vi) godt',
  '(vi|begge) (begge|to|begge to)',
  '(jeg|vi) tager (kage|kaffe) med',
];
