// Twilio answers STOP, START and HELP itself, in English, unless its keyword handling is switched off (by its support)
// or given our words and texts (Advanced Opt-Out on a Messaging Service). The API does not say which: it is a setting.

/** Who answers the words on the phone: only we (*off*), or Twilio too, with our words and texts (*mirrored*). */
export type KeywordHandling = 'off' | 'mirrored';

/** The sentence the start prints, so that nobody has to guess who answers STOP. */
export function describeKeywordHandling(handling: KeywordHandling): string {
  return sentences[handling];
}

const sentences: Record<KeywordHandling, string> = {
  off: "Twilio's own keyword handling is off: STOP, START and HJÆLP are answered by Limen alone.",
  mirrored:
    "Twilio's own keyword handling is on with Limen's words and texts: Twilio answers STOP, START and HJÆLP and blocks a stopped number itself (21610), and Limen keeps the same opt-out.",
};
