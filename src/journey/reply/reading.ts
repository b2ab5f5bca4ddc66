// The words of the reader: what is expected, what a reply can mean, what its reading says.

/** What waits for an answer: nothing, an ask, or an invitation to an event. */
export type Expecting = 'nothing' | 'yesno' | 'rsvp';

/** What a reply means; `unclear` is for a person. */
export type ReplyMeaning =
  | 'stop'
  | 'start'
  | 'help'
  | 'wrongNumber'
  | 'yes'
  | 'no'
  | 'place'
  | 'distress'
  | 'death'
  | 'unclear'
  | 'empty';

/** A reply's meaning, and what else it says that must not be lost: a stop beside it, or distress beside a death. */
export type Reading = { meaning: ReplyMeaning; also?: 'stop' | 'distress' };

/** Phrases of distress (own life, exhaustion, violence) and of death; their notation stands in `lexicon/distress.ts`. */
export type TellingWords = { distress: readonly string[]; death: readonly string[] };
