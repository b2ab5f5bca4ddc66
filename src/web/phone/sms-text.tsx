import type { FC } from 'hono/jsx';
import type { Language } from '../words/language.ts';
import { phoneWords } from './words.ts';

type Part = { text: string; isLink: boolean };

/** Splits an SMS at the addresses on our own site; a full stop after one is not part of it, and foreign addresses stay text. */
export function splitLinks(text: string, publicUrl: string): Part[] {
  const own = `${publicUrl.replace(/\/$/, '')}/`;
  const parts = text.split(/(\s+)/).flatMap((word): Part[] => {
    if (!word.startsWith(own)) return [{ text: word, isLink: false }];
    const address = word.replace(/[.,;:!?)]+$/, '');
    return [
      { text: address, isLink: true },
      { text: word.slice(address.length), isLink: false },
    ];
  });
  return parts.filter((part) => part.text !== '');
}

/** The text of an SMS as the phone shows it: our own links open the secure page in a new tab. */
export const SmsText: FC<{ text: string; publicUrl: string; language: Language }> = (props) => (
  <p class="phone-text" dir="auto">
    {splitLinks(props.text, props.publicUrl).map((part) =>
      part.isLink ? (
        <a href={part.text} target="_blank" rel="noopener noreferrer">
          {part.text}
          <span class="sr-only"> {phoneWords.newTab[props.language]}</span>
        </a>
      ) : (
        part.text
      ),
    )}
  </p>
);
