import { tagWords } from '../../api/document-words.ts';
import { fill } from '../../words/fill.ts';
import type { Language } from '../../words/language.ts';
import { keysWords } from './keys-words.ts';

const isTag = (text: string): text is keyof typeof tagWords => Object.hasOwn(tagWords, text);

/** A scope as people read it: "Pårørende: læse"; one that is no longer there as it is written. */
export function scopeText(scope: string, language: Language): string {
  const [tag = '', way] = scope.split(':');
  if (!isTag(tag) || (way !== 'read' && way !== 'write')) return scope;
  return fill(keysWords[way][language], { what: tagWords[tag][language] });
}
