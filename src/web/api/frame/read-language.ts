import type { Context } from 'hono';
import type { Language } from '../../words/language.ts';

/** Danish or English, whichever Accept-Language likes better; Danish when it says nothing of either. */
export function acceptedLanguage(c: Context): Language {
  const asked = (c.req.header('accept-language') ?? '').slice(0, 200).split(',');
  const liked = asked.flatMap((part) => {
    const [tag = '', ...params] = part.trim().toLowerCase().split(';');
    const primary = tag.split('-')[0];
    const q = Number(/^\s*q=([\d.]+)\s*$/.exec(params.join(';'))?.[1] ?? 1);
    return primary === 'da' || primary === 'en' ? [{ language: primary as Language, q }] : [];
  });
  const best = liked.sort((a, b) => b.q - a.q)[0];
  return best && best.q > 0 ? best.language : 'da';
}
