import type { Write } from '../lane.ts';
import { always, type Noted, noting, wasNoted } from '../noting.ts';
import { takeBack } from './take-back.ts';

/** Takes back letters of group messages that nobody has sent yet to relatives who withdrew their yes, with the entry that says so. */
export const takeBackLetters: Write<{ relativeId: string } & Noted, true> = noting(
  {
    name: 'take-back-letters',
    statements: (items) =>
      items.flatMap(({ relativeId }) =>
        takeBack("messages.relative_id = ?1 AND messages.channel = 'brev'", 'no-consent', [relativeId]),
      ),
    outcomes: (items) => items.map(() => true as const),
    lookUp: wasNoted,
  },
  always,
);
