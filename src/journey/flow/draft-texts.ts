// The texts of a draft by what they are for, and what each can come to say.
import { type Fields, fieldNames } from '../text/fields.ts';
import { variantsOf } from '../text/variants.ts';
import type { Draft, DraftText } from './draft.ts';
import type { TextUse } from './references.ts';

const SMS_USES: readonly TextUse[] = ['link', 'question', 'notice'];

/** The texts that something names. The others are never sent, and left out of the flow. */
export function namedTexts(texts: readonly DraftText[]): DraftText[] {
  return texts.filter((text) => text.namedBy.length > 0);
}

/** The texts that leave as SMS. */
export function smsTexts(draft: Draft): DraftText[] {
  return draft.texts.filter(isSms);
}

/** Whether a text leaves as SMS anywhere. */
export function isSms(text: DraftText): boolean {
  return text.namedBy.some(({ use }) => SMS_USES.includes(use));
}

/** Whether anything names a text for this use. */
export function isFor(text: DraftText, use: TextUse): boolean {
  return text.namedBy.some((reference) => reference.use === use);
}

/** Every message a text can become with the longest values; 'many' beyond the limit, 'unreadable' when it cannot be rendered. A field that does not exist is empty. */
export function longestVariants(draft: Draft, text: DraftText): string[] | 'many' | 'unreadable' {
  return variants(text, draft.longest[text.language] ?? {});
}

/** The same with each field written as `{field}`, so that it shows which fields are always there. */
export function markedVariants(draft: Draft, text: DraftText): string[] | 'many' | 'unreadable' {
  return variants(
    text,
    Object.fromEntries(fieldNames(draft.flow.anchors).map((name) => [name, `{${name}}`])),
  );
}

function variants(text: DraftText, fields: Fields): string[] | 'many' | 'unreadable' {
  if (!text.read.ok) return 'unreadable';
  const unknown = Object.fromEntries(text.read.uses.map(({ name }) => [name, '']));
  try {
    return variantsOf(text.read.parts, { ...unknown, ...fields }) ?? 'many';
  } catch {
    return 'unreadable';
  }
}
