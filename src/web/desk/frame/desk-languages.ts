import type { LanguageChoice } from '../../layout/page.tsx';
import { languageChoices } from '../../pages/relative-page.tsx';
import type { Language } from '../../words/language.ts';

/** What is asked of the request. */
type Asked = { req: { method: string; url: string }; var: { language: Language } };

/** What an address says only once, after something was done. */
export const TOLD_ONCE: ReadonlySet<string> = new Set(['gemt', 'fortryd', 'naar', 'sidst', 'ur']);

/** The languages of the desk, each as the way to this same page in it; a page that answers a form leads to the overview. */
export function deskLanguages(c: Asked): LanguageChoice[] {
  const { language } = c.var;
  const here = new URL(c.req.url);
  const path = c.req.method === 'GET' ? here.pathname : '/desk';
  const asked = c.req.method === 'GET' ? [...here.searchParams] : [];
  const query = new URLSearchParams(
    asked.filter(([key, value]) => !TOLD_ONCE.has(key) && /^[\w.-]+$/.test(value)),
  );
  return languageChoices(language).map((choice) => {
    query.set('sprog', choice.tag);
    return { ...choice, href: `${path}?${query}` };
  });
}
