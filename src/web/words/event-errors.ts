import { say } from './error-words.ts';

/** What goes wrong around arrangements. */
export const eventErrorWords = {
  'date-after-start': say(
    422,
    'Tilmeldingen skal slutte, før arrangementet begynder.',
    'Sign-up must end before the event begins.',
  ),
  'dates-overlap': say(422, 'To af gangene overlapper.', 'Two of the sessions overlap.'),
  'text-letters': say(
    422,
    'Teksten har tegn, som ikke kan stå i en almindelig sms, for eksempel en emoji eller en lang tankestreg.',
    'The text has characters that an ordinary SMS cannot have, such as an emoji or a long dash.',
  ),
  'series-uneven': say(
    422,
    'En række kan kun flyttes, når alle gange flyttes lige meget. Ret denne for sig, og så de andre.',
    'A series can only be moved when every session is moved by as much. Change this one by itself, then the others.',
  ),
  'seats-taken': say(
    409,
    'Så mange pladser er der ikke. Nogen er allerede meldt til, eller nogen venter.',
    'There are not so many seats. Somebody has signed up already, or somebody waits.',
  ),
  'too-many-guests': say(
    422,
    'Så mange gæster er der ikke plads til. Vælg færre.',
    'There is no room for so many guests. Choose fewer.',
  ),
  'guests-over-seats': say(
    422,
    'En tilmelding med så mange gæster fylder mere end alle pladserne. Vælg færre gæster eller flere pladser.',
    'A sign-up with so many guests takes more than all the seats. Choose fewer guests or more seats.',
  ),
  'sign-up-closed': say(
    409,
    'Man kan ikke længere melde sig til arrangementet.',
    'One can no longer sign up for the event.',
  ),
} as const;
