/**
 * A value that stands in markdown as the plain words it is: one line, every ASCII sign a character reference, so it
 * makes no markup, no link and no HTML. Control and bidi-override characters are left out.
 */
export function escapeMarkdown(value: unknown): string {
  return String(value ?? '')
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
    .replace(/[!-/:-@[-`{-~]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
