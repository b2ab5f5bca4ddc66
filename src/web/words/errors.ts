// Every error a caller can make, its HTTP status and what the reader is told. The one place that knows both.
import type { ErrorCode } from '../../services/app-error.ts';
import { type ErrorWords, say } from './error-words.ts';
import { eventErrorWords } from './event-errors.ts';
import type { Words } from './language.ts';
import { loginErrorWords } from './login-errors.ts';

export type { ErrorWords } from './error-words.ts';

/** What each code of `AppError` means to a person. `{detail}` is filled with the error's detail. */
export const errorWords: Record<ErrorCode, ErrorWords> = {
  'not-found': say(404, 'Det, du leder efter, findes ikke.', 'What you are looking for does not exist.'),
  forbidden: say(403, 'Det har du ikke adgang til.', 'You do not have access to this.'),
  'flow-unknown': say(404, 'Forløbet {detail} findes ikke.', 'The flow {detail} does not exist.'),
  'anchor-unknown': say(
    422,
    'Forløbet kender ikke datoen {detail}.',
    'The flow does not know the date {detail}.',
  ),
  'anchor-missing': say(422, 'Datoen {detail} mangler.', 'The date {detail} is missing.'),
  'date-unreadable': say(
    422,
    'Datoen kan ikke læses. Skriv den som 2027-03-01.',
    'The date cannot be read. Write it as 2027-03-01.',
  ),
  'date-without-zone': say(
    422,
    'Tidspunktet mangler en tidszone, for eksempel +01:00.',
    'The time lacks a time zone, for example +01:00.',
  ),
  'date-ambiguous': say(
    422,
    'Det klokkeslæt findes to gange den dag, fordi uret stilles tilbage. Vælg et andet.',
    'That time occurs twice on that day, because the clocks go back. Choose another.',
  ),
  'date-nonexistent': say(
    422,
    'Den dato eller det klokkeslæt findes ikke.',
    'That date or time does not exist.',
  ),
  'date-past': say(422, 'Det tidspunkt er forbi.', 'That time has passed.'),
  'number-unreadable': say(
    422,
    'Nummeret kan ikke læses. Skriv det for eksempel som 12 34 56 78 eller +45 12 34 56 78.',
    'The number cannot be read. Write it for example as 12 34 56 78 or +45 12 34 56 78.',
  ),
  'number-country': say(
    422,
    'Vi kan ikke sende sms til numre fra det land.',
    'We cannot send text messages to numbers from that country.',
  ),
  'number-taken': say(409, 'Nummeret er allerede registreret.', 'The number is already registered.'),
  'text-empty': say(422, 'Teksten er tom.', 'The text is empty.'),
  'text-too-long': say(422, 'Teksten er for lang.', 'The text is too long.'),
  'text-confidential': say(
    422,
    'Teksten indeholder noget fortroligt ({detail}) og må ikke sendes som sms.',
    'The text contains something confidential ({detail}) and may not be sent as a text message.',
  ),
  'field-missing': say(422, 'Feltet {detail} mangler.', 'The field {detail} is missing.'),
  'field-unreadable': say(422, 'Feltet {detail} kan ikke læses.', 'The field {detail} cannot be read.'),
  'cpr-typed': say(
    422,
    'Skriv ikke cpr-nummer her. Vi har ikke brug for det.',
    'Do not write a civil registration number here. We do not need it.',
  ),
  'journeys-clash': say(
    409,
    'Begge er i gang med det samme forløb. Afslut det ene først.',
    'Both are walking the same flow. End one of the two first.',
  ),
  'hours-unreadable': say(
    422,
    'Skriv både fra og til, for eksempel 16.00 til 19.00, med det første klokkeslæt først.',
    'Write both from and to, for example 16:00 to 19:00, the earlier time first.',
  ),
  'circle-held': say(
    409,
    'Kredsen er sat på pause, så der kan ikke sendes noget.',
    'The circle is paused, so nothing can be sent.',
  ),
  'consent-missing': say(
    409,
    'Det er ikke noteret, at borgeren er indforstået.',
    "The resident's consent has not been noted.",
  ),
  minor: say(409, 'Forløbet er ikke for personer under 18 år.', 'The flow is not for people under 18.'),
  'no-number': say(409, 'Der er ikke noget mobilnummer.', 'There is no mobile number.'),
  stopped: say(409, 'Nummeret har sagt stop til sms.', 'The number has said stop to text messages.'),
  'link-unknown': say(404, 'Linket virker ikke længere.', 'The link does not work any more.'),
  'link-expired': say(404, 'Linket virker ikke længere.', 'The link does not work any more.'),
  'already-enrolled': say(
    409,
    'Den pårørende er allerede i gang med forløbet.',
    'The relative is already in this flow.',
  ),
  'conversation-moved': say(
    409,
    'Der er kommet nyt i samtalen, mens du skrev. Læs det, og tryk igen, hvis det stadig passer. Intet er sendt, og din tekst står her endnu.',
    'Something new came in the conversation while you wrote. Read it, and press again if it still fits. Nothing was sent, and your text is still here.',
  ),
  'already-done': say(409, 'Det er allerede gjort.', 'This has already been done.'),
  'pin-wrong': say(422, 'PIN-koden passer ikke.', 'The PIN does not match.'),
  'pin-locked': say(
    423,
    'Der er tastet forkert for mange gange, så adgangen er lukket.',
    'The PIN was mistyped too many times, so access is closed.',
  ),
  'pin-missing': say(409, 'Der er ikke valgt en PIN-kode endnu.', 'No PIN has been chosen yet.'),
  'request-differs': say(
    422,
    'Idempotency-Key er brugt til en anden anmodning. Lav en ny.',
    'The Idempotency-Key was used for another request. Make a new one.',
  ),
  'request-under-way': say(
    409,
    'Den samme anmodning er i gang. Spørg igen om lidt med samme Idempotency-Key.',
    'The same request is under way. Ask again shortly with the same Idempotency-Key.',
  ),
  'request-in-doubt': say(
    409,
    'Noget af anmodningen er gemt, men svaret gik tabt, og intet gøres to gange. Se, hvordan det står til, før du sender den igen med en ny Idempotency-Key.',
    'Some of the request was saved, but its answer was lost, and nothing is done twice. Look at how things stand before you send it again with a new Idempotency-Key.',
  ),
  'pin-shape': say(422, 'Skriv 6 cifre.', 'Write 6 digits.'),
  'pin-unlike': say(
    422,
    'De to PIN-koder er ikke ens. Skriv den samme begge gange.',
    'The two PINs differ. Write the same one twice.',
  ),
  'pin-weak': say(
    422,
    'Vælg 6 cifre, der er sværere at gætte. Ikke 123456, ens cifre eller en fødselsdato.',
    'Choose 6 digits that are harder to guess. Not 123456, equal digits or a date of birth.',
  ),
  'code-wrong': say(
    422,
    'Engangskoden passer ikke, eller den er brugt eller udløbet.',
    'The one-time code does not match, or it has been used or has expired.',
  ),
  'too-many': say(
    429,
    'Der er prøvet for mange gange på kort tid. Vent 15 minutter, og prøv igen.',
    'Too many attempts in a short time. Wait 15 minutes and try again.',
  ),
  busy: say(
    503,
    'Der er travlt lige nu. Prøv igen om et øjeblik.',
    'We are busy right now. Try again in a moment.',
  ),
  ...loginErrorWords,
  ...eventErrorWords,
  'session-ended': say(
    403,
    'Af hensyn til din sikkerhed er siden lukket, fordi den ikke har været brugt i et stykke tid.',
    'For your security the page was closed because it had not been used for a while.',
  ),
  'changed-meanwhile': say(
    409,
    'En anden har ændret det imens. Det, du skrev, er ikke gemt. Se, hvad der står nu, og prøv igen.',
    'Somebody else has changed it meanwhile. What you wrote is not saved. Look at what stands there now and try again.',
  ),
  'template-wrong': say(
    422,
    'Der er noget galt ved {detail}. Teksten kan bruge kommune, telefon, akut og aabningstid i dobbelte klammer, og skal nævne telefon.',
    'Something is wrong at {detail}. The text may use kommune, telefon, akut and aabningstid in double braces, and must name telefon.',
  ),
  'form-stale': say(
    403,
    'Formularen er blevet for gammel. Gå tilbage, hent siden igen, og prøv en gang til.',
    'The form is too old. Go back, reload the page and try once more.',
  ),
  'form-foreign': say(
    403,
    'Anmodningen kom fra et andet sted end vores egne sider og er afvist.',
    'The request came from somewhere else than our own pages and was refused.',
  ),
  'yes-missing': say(
    422,
    'Vi må kun få navn og nummer, når den pårørende har sagt ja.',
    'We may only get a name and number when the relative has said yes.',
  ),
  'address-not-https': say(
    422,
    'Adressen skal begynde med https:// og kunne åbnes i en browser.',
    'The address must begin with https:// and open in a browser.',
  ),
  'file-missing': say(422, 'Vælg en fil først.', 'Choose a file first.'),
  'file-empty': say(
    422,
    'Der er ingen rækker i filen. Første række skal være overskrifter, og der skal være mindst én række under.',
    'There are no rows in the file. The first row must be headings, with at least one row below.',
  ),
  'file-old': say(
    422,
    'Filen er i et gammelt Excel-format (.xls). Gem den som .xlsx eller .csv, og prøv igen.',
    'The file is in an old Excel format (.xls). Save it as .xlsx or .csv and try again.',
  ),
  'file-unreadable': say(
    422,
    'Filen kan ikke læses. Brug et regneark i .xlsx eller en tekstfil i .csv.',
    'The file cannot be read. Use a spreadsheet as .xlsx or a text file as .csv.',
  ),
  'file-too-large': say(
    422,
    'Filen er for stor. Højst 2 MB, 5.000 rækker og 60 kolonner. Del den, eller kopier cellerne over i et nyt ark.',
    'The file is too large. At most 2 MB, 5,000 rows and 60 columns. Split it, or copy the cells to a new sheet.',
  ),
  'body-unreadable': say(
    400,
    'Det, der blev sendt, kan ikke læses som en formular. Intet er gemt.',
    'What was sent cannot be read as a form. Nothing was saved.',
  ),
  'body-too-large': say(
    413,
    'Det, der blev sendt, er for stort. Intet er gemt.',
    'What was sent is too large. Nothing was saved.',
  ),
};

/** Faults that are ours, not the caller's. */
export const faultWords = {
  storage: say(
    503,
    'Vi kan ikke gemme noget lige nu. Intet er gået tabt. Prøv igen om lidt, eller ring til os.',
    'We cannot save anything right now. Nothing is lost. Try again shortly, or call us.',
  ),
  unexpected: say(
    500,
    'Der skete en fejl hos os. Prøv igen om lidt, eller ring til os.',
    'Something went wrong on our side. Try again shortly, or call us.',
  ),
} as const;

/** Headings of error pages by status. */
export const errorHeadings: Record<number, Words> = {
  400: { da: 'Det kunne ikke læses', en: 'It could not be read' },
  403: { da: 'Det kan ikke lade sig gøre', en: 'This is not possible' },
  404: { da: 'Siden findes ikke', en: 'The page does not exist' },
  410: { da: 'Det gælder ikke længere', en: 'No longer valid' },
  413: { da: 'Det er for stort', en: 'It is too large' },
  423: { da: 'Adgangen er lukket', en: 'Access is closed' },
  429: { da: 'Vent lidt', en: 'Wait a moment' },
  500: { da: 'Der skete en fejl', en: 'Something went wrong' },
  503: { da: 'Prøv igen om lidt', en: 'Try again shortly' },
};

/** The heading where a status has none of its own. */
export const plainHeading: Words = { da: 'Det gik ikke', en: 'It did not work' };
