export const referenceWords = {
  title: { da: 'API: opslagsværk', en: 'API reference' },
  machine: { da: 'Det samme til maskiner (OpenAPI 3.1)', en: 'The same for machines (OpenAPI 3.1)' },
  rules: { da: 'Det gælder for alt', en: 'What holds for everything' },
  ruleKey: {
    da: 'Send nøglen i headeren Authorization, aldrig i adressen. En nøgle ser kun det, dens enheder og rolle tillader; resten svarer, som om det ikke fandtes.',
    en: 'Send the key in the Authorization header, never in the address. A key sees only what its units and role allow; all else answers as if it were not there.',
  },
  ruleOnce: {
    da: 'Hver POST har sin egen Idempotency-Key, 8 til 128 tegn. Den samme Idempotency-Key med samme anmodning giver samme svar i 24 timer, og intet gøres to gange. Er den første stadig i gang, er svaret 409 med Retry-After. Gik et svar tabt, så send det samme igen efter et minut; kan udfaldet ikke findes, er svaret 409 request-in-doubt: se, hvordan det står til, før I sender igen med en ny Idempotency-Key.',
    en: 'Every POST has an Idempotency-Key of its own, 8 to 128 characters. The same Idempotency-Key with the same request gives the same answer for 24 hours, and nothing is done twice. While the first is under way the answer is 409 with Retry-After. If an answer was lost, send the same again after a minute; where its outcome cannot be found the answer is 409 request-in-doubt: look at how things stand before you send again with a new Idempotency-Key.',
  },
  rulePage: {
    da: 'Lister kommer side for side, højst 100 ad gangen. Bær next videre som cursor; den er null på den sidste side.',
    en: 'Lists come page by page, at most 100 at once. Carry next on as cursor; it is null on the last page.',
  },
  ruleLimit: {
    da: 'En nøgle kan spørge 3.000 gange i hvert kvarter. RateLimit siger, hvad der er tilbage; ved 429 siger Retry-After, hvor længe I skal vente.',
    en: 'A key may ask 3,000 times in a quarter of an hour. RateLimit tells what is left; with a 429, Retry-After tells how long to wait.',
  },
  ruleLook: {
    da: 'Hvert opslag på en pårørende noteres i loggen med nøglen som den, der så.',
    en: 'Every look at a relative is noted in the log with the key as the one who looked.',
  },
  ruleProblem: {
    da: 'Fejl er application/problem+json (RFC 9457), på dansk eller engelsk efter Accept-Language. De gentager aldrig, hvad der blev sendt. Oplys requestId, når I spørger os.',
    en: 'Errors are application/problem+json (RFC 9457), in Danish or English by Accept-Language. They never repeat what was sent. Name requestId when you ask us.',
  },
  example: { da: 'Et eksempel', en: 'An example' },
  content: { da: 'Indhold', en: 'Contents' },
  scope: { da: 'Adgang', en: 'Scope' },
  right: { da: 'Rettighed', en: 'Right' },
  parameters: { da: 'I adressen', en: 'In the address' },
  body: { da: 'Det sendes', en: 'What is sent' },
  answer: { da: 'Svaret', en: 'The answer' },
  shown: { da: 'For eksempel', en: 'For example' },
  required: { da: 'skal med', en: 'required' },
  oneOf: { da: 'en af: {choices}.', en: 'one of: {choices}.' },
  problems: { da: 'Fejlkoder', en: 'Problem codes' },
} as const;
