import { say } from './error-words.ts';

/** What goes wrong on the way in, and with users and units. */
export const loginErrorWords = {
  'login-wrong': say(
    422,
    'E-mail og adgangskode eller kode passer ikke. Efter 5 forkerte forsøg lukkes der for kontoen i 15 minutter, og længere næste gang.',
    'The e-mail and password or code do not match. After 5 wrong attempts the account is closed for 15 minutes, and longer the next time.',
  ),
  'login-away': say(
    503,
    'Kommunens login svarer ikke lige nu. Prøv igen om lidt.',
    'The login of the municipality does not answer right now. Try again shortly.',
  ),
  'login-denied': say(
    403,
    'Kommunens login gav ikke adgang. Prøv igen, eller spørg jeres it-afdeling.',
    'The login of the municipality did not grant access. Try again, or ask your IT department.',
  ),
  'login-refused': say(
    403,
    'Svaret fra kommunens login passer ikke til det, du begyndte på her. Log ind igen.',
    'The answer from the login of the municipality does not fit what you began here. Log in again.',
  ),
  'login-no-role': say(
    403,
    'Du er logget ind hos kommunen, men har ingen rolle i Limen. Bed jeres it-afdeling eller administrator om en rolle.',
    'You are logged in with the municipality, but have no role in Limen. Ask your IT department or administrator for a role.',
  ),
  'login-closed': say(
    403,
    'Din adgang til Limen er lukket. Spørg en administrator.',
    'Your access to Limen is closed. Ask an administrator.',
  ),
  'invitation-over': say(
    410,
    'Invitationen gælder ikke længere. Den er brugt, afløst af en nyere eller mere end tre døgn gammel. Bed en administrator om en ny.',
    'The invitation is no longer valid. It was used, replaced by a newer one or is more than three days old. Ask an administrator for a new one.',
  ),
  'password-wrong': say(
    422,
    'Adgangskoden passer ikke. Efter 5 forkerte forsøg lukkes der for kontoen i 15 minutter, og længere næste gang.',
    'The password does not match. After 5 wrong attempts the account is closed for 15 minutes, and longer the next time.',
  ),
  'account-locked': say(
    429,
    'Der er skrevet forkert for mange gange. Vent mindst 15 minutter, og prøv igen.',
    'There were too many wrong attempts. Wait 15 minutes at least and try again.',
  ),
  'sender-stopped': say(
    409,
    'Varslet står, så længe afsenderen er stoppet. Sæt den i gang igen under Indstillinger.',
    'The alert stands while the sender is stopped. Start it again under Settings.',
  ),
  'sender-name': say(
    422,
    'Navnet skal have 3 til 11 bogstaver og cifre, uden mellemrum og æ, ø og å, og mindst ét bogstav.',
    'The name must have 3 to 11 letters and digits, without spaces, and at least one letter.',
  ),
  'password-short': say(422, 'Skriv mindst 12 tegn.', 'Write at least 12 characters.'),
  'password-weak': say(
    422,
    'Den er for let at gætte. Brug flere ord, der ikke har med dig eller arbejdet at gøre.',
    'It is too easy to guess. Use several words that have nothing to do with you or your work.',
  ),
  'password-unlike': say(
    422,
    'De to adgangskoder er ikke ens. Skriv den samme begge gange.',
    'The two passwords differ. Write the same one twice.',
  ),
  'email-unreadable': say(
    422,
    'Skriv en e-mail som navn@kommune.dk.',
    'Write an e-mail like name@kommune.dk.',
  ),
  'email-taken': say(
    409,
    'Der er allerede en bruger med den e-mail.',
    'There is already a user with that e-mail.',
  ),
  'last-administrator': say(
    409,
    'Der skal altid være mindst én administrator, der kan logge ind. Giv en anden rollen først.',
    'There must always be at least one administrator who can log in. Give somebody else the role first.',
  ),
  'not-yourself': say(
    409,
    'Det kan du ikke gøre ved dig selv. Bed en anden administrator om det.',
    'You cannot do this to yourself. Ask another administrator.',
  ),
  'choice-used': say(
    409,
    'Den bruges allerede og kan ikke fjernes. Luk den i stedet: så kan den ikke vælges mere.',
    'It is in use and cannot be removed. Close it instead: then it can no longer be chosen.',
  ),
  'choice-locked': say(
    409,
    'Den kan hverken lukkes eller fjernes, fordi en regel eller et forløb spørger efter den.',
    'It can neither be closed nor removed, since a rule or a flow asks for it.',
  ),
  'choice-double': say(409, 'Den står på listen i forvejen.', 'It is on the list already.'),
  'ages-unreadable': say(
    422,
    'Skriv alderen som 18-24 eller 80+. Alle under 18 er i gruppen under 18, som reglerne for unge gælder for.',
    'Write the ages as 18-24 or 80+. Everybody under 18 is in the band under 18, which the rules of minors are about.',
  ),
  'ages-overlap': say(
    409,
    'Aldersgruppen overlapper en anden, der er åben. Luk den anden først.',
    'The age band overlaps another open one. Close the other first.',
  ),
  'unit-taken': say(409, 'Der er allerede en enhed med det navn.', 'There is already a unit with that name.'),
  'unit-in-use': say(
    409,
    'Enheden kan ikke lukkes, så længe der er åbne enheder under den, eller kredse, der ikke er flyttet.',
    'The unit cannot be closed while there are open units under it, or circles that have not been moved.',
  ),
} as const;
