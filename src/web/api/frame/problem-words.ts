// What the API alone can say to a program that asked wrongly; everything else it says as the pages do.
import type { Words } from '../../words/language.ts';

type Said = { status: 400 | 401 | 403 | 405 | 409 | 415 | 422 | 429 | 501; text: Words };

export const problemWords = {
  'key-missing': {
    status: 401,
    text: {
      da: 'Nøglen mangler. Send den som Authorization: Bearer limen_…',
      en: 'The key is missing. Send it as Authorization: Bearer limen_…',
    },
  },
  'key-refused': {
    status: 401,
    text: {
      da: 'Nøglen virker ikke. Den er ukendt, udløbet eller trukket tilbage.',
      en: 'The key does not work. It is unknown, has ended or was revoked.',
    },
  },
  'scope-missing': {
    status: 403,
    text: {
      da: 'Nøglen har ikke adgang til {detail}.',
      en: 'The key has no access to {detail}.',
    },
  },
  'method-not-allowed': {
    status: 405,
    text: {
      da: 'Det kan adressen ikke. Se Allow-headeren.',
      en: 'The address cannot do this. See the Allow header.',
    },
  },
  'media-type': {
    status: 415,
    text: { da: 'Send application/json i UTF-8.', en: 'Send application/json in UTF-8.' },
  },
  'body-malformed': {
    status: 400,
    text: { da: 'Det, der blev sendt, er ikke gyldig JSON.', en: 'What was sent is not valid JSON.' },
  },
  'request-invalid': {
    status: 422,
    text: {
      da: 'Anmodningen passer ikke til beskrivelsen. Intet er gemt. Se errors.',
      en: 'The request does not fit the description. Nothing was saved. See errors.',
    },
  },
  'cursor-unreadable': {
    status: 422,
    text: {
      da: 'cursor kan ikke læses. Brug next fra det forrige svar, som den er.',
      en: 'cursor cannot be read. Use next of the answer before, as it is.',
    },
  },
  'idempotency-key-missing': {
    status: 400,
    text: {
      da: 'Headeren Idempotency-Key mangler. Hver POST skal have sin egen, for eksempel et UUID.',
      en: 'The Idempotency-Key header is missing. Every POST needs one of its own, for example a UUID.',
    },
  },
  'idempotency-key-unreadable': {
    status: 400,
    text: {
      da: 'Idempotency-Key skal have 8 til 128 tegn: bogstaver, tal, bindestreg og understreg.',
      en: 'Idempotency-Key must have 8 to 128 characters: letters, digits, hyphen and underscore.',
    },
  },
  'not-at-edge': {
    status: 501,
    text: {
      da: 'Det kan ikke gøres på denne adresse. Spørg husets egen server, hvor skrivebordet er.',
      en: "This cannot be done at this address. Ask the house's own server, where the desk is.",
    },
  },
  'rate-limited': {
    status: 429,
    text: {
      da: 'Der er spurgt for mange gange. Vent, til Retry-After er gået.',
      en: 'Too many requests. Wait until Retry-After has passed.',
    },
  },
} as const satisfies Record<string, Said>;

export type ProblemCode = keyof typeof problemWords;

/** The heading of a problem, by its status. */
export const titleWords: Record<number, Words> = {
  400: { da: 'Kunne ikke læses', en: 'Could not be read' },
  401: { da: 'Ingen gyldig nøgle', en: 'No valid key' },
  403: { da: 'Ikke adgang', en: 'No access' },
  404: { da: 'Findes ikke', en: 'Not found' },
  405: { da: 'Kan ikke det', en: 'Method not allowed' },
  409: { da: 'Passer ikke med, hvordan det står til', en: 'In conflict with how things stand' },
  410: { da: 'Findes ikke mere', en: 'Gone' },
  413: { da: 'For stort', en: 'Too large' },
  415: { da: 'Ukendt format', en: 'Unsupported media type' },
  422: { da: 'Kan ikke bruges', en: 'Cannot be used' },
  423: { da: 'Lukket', en: 'Locked' },
  429: { da: 'For mange forsøg', en: 'Too many requests' },
  500: { da: 'Fejl hos os', en: 'A fault of ours' },
  501: { da: 'Kan ikke gøres her', en: 'Not done here' },
  503: { da: 'Prøv igen om lidt', en: 'Try again shortly' },
};

/** What can be wrong with one field of a request. */
export const issueWords = {
  missing: { da: 'Mangler.', en: 'Is missing.' },
  'wrong-type': { da: 'Har en forkert type.', en: 'Has the wrong type.' },
  'too-short': { da: 'Er for kort eller for lille.', en: 'Is too short or too small.' },
  'too-long': { da: 'Er for lang eller for stor.', en: 'Is too long or too large.' },
  'wrong-form': { da: 'Har en forkert form.', en: 'Has the wrong form.' },
  'not-a-choice': { da: 'Er ikke en af mulighederne.', en: 'Is not one of the choices.' },
  'unknown-field': { da: 'Har et felt, der ikke findes.', en: 'Has a field that does not exist.' },
  unreadable: {
    da: 'Indeholder tegn, der ikke kan læses.',
    en: 'Holds characters that cannot be read.',
  },
} as const satisfies Record<string, Words>;

export type IssueCode = keyof typeof issueWords;
