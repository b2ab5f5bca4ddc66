import { readReply, type TellingWords } from './read-reply.ts';

/** Whether a text nobody asked for is a no and nothing else. What has another meaning unasked, as AFMELD has, and a mere figure are none. */
export const saysNo = (text: string, words?: TellingWords): boolean =>
  /\p{L}/u.test(text) &&
  readReply(text, 'nothing', words).meaning === 'unclear' &&
  readReply(text, 'yesno', words).meaning === 'no';

/** Whether a text that would be a stop is a no to an arrangement where one has a seat, as AFMELD and FRAMELD are. */
export const meansSignOff = (text: string, words?: TellingWords): boolean => {
  const unasked = readReply(text, 'nothing', words);
  return unasked.meaning === 'stop' && !unasked.also && readReply(text, 'rsvp', words).meaning === 'no';
};
