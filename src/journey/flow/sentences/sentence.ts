/** The same sentence for Danish and English readers. */
export type Sentence = { da: string; en: string };

/** " Mente du …?" when there is something near, else nothing. */
export function guess(nearest: string | undefined): Sentence {
  if (nearest === undefined) return { da: '', en: '' };
  return { da: ` Mente du "${nearest}"?`, en: ` Did you mean "${nearest}"?` };
}

/** "a, b og c" and "a, b and c". */
export function listing(words: readonly string[]): Sentence {
  const start = words.slice(0, -1).join(', ');
  const last = words.at(-1) ?? '';
  if (start === '') return { da: last, en: last };
  return { da: `${start} og ${last}`, en: `${start} and ${last}` };
}
