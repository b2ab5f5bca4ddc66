/** The readability figure LIX of markdown text, rounded: words per sentence plus the share of words over six letters; below 30 is easy. */
export function lix(markdown: string): number {
  const text = markdown
    .replace(/\{%.*?%\}/g, '')
    .replace(/\{\{.*?\}\}/g, 'felt')
    .replace(/^(#+|-|\d+\.) /gm, '');
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const sentences = text.split(/[.!?:]+\s|\n+/).filter((sentence) => /\p{L}/u.test(sentence));
  const long = words.filter((word) => word.length > 6);
  if (words.length === 0 || sentences.length === 0) return 0;
  return Math.round(words.length / sentences.length + (100 * long.length) / words.length);
}
