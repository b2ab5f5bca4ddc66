import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { renderPage, renderText } from '../../../src/journey/text/render.ts';

const flow = {
  languages: ['da', 'en'],
  texts: {
    da: {
      hilsen: 'Hej {{ tiltale }}. Hilsen {{ kommune }}',
      dato: 'Vi ses{% if temadag_dato %} {{ temadag_dato }}{% endif %}.',
      luft: '  Hej\u00a0{{ tiltale }} , \t du \r\n\r\n\r\n\r\n  her\u200b \n',
      stort: '{{ tiltale | capitalize }}',
      kun: 'Kun dansk',
      fil: "{{ tiltale | remove: ' ' }}",
    },
    en: { hilsen: 'Hello {{ tiltale }}' },
  },
  pages: {
    velkommen: {
      da: '# Velkommen, {{ tiltale }}\n\nDin vejleder er {{ vejleder }}.\n',
      en: 'Welcome, {{ tiltale }}',
    },
  },
};

describe('a text', () => {
  it('is rendered in the language that was asked for', () => {
    expect(renderText(flow, 'hilsen', 'en', { tiltale: 'Bo' })).toEqual({ text: 'Hello Bo', language: 'en' });
  });

  it.each(['ar', '__proto__', 'constructor', ''])(
    'falls back to the first language from "%s"',
    (language) => {
      expect(renderText(flow, 'kun', language, {})).toEqual({ text: 'Kun dansk', language: 'da' });
    },
  );

  it('falls back when only this text is missing in the language', () => {
    expect(renderText(flow, 'kun', 'en', {})).toEqual({ text: 'Kun dansk', language: 'da' });
  });

  it('keeps values as they are, since an SMS knows no markup', () => {
    const { text } = renderText(flow, 'hilsen', 'da', { tiltale: 'Bo & <Ib>', kommune: '"K"' });
    expect(text).toBe('Hej Bo & <Ib>. Hilsen "K"');
  });

  it('does not read templates in values', () => {
    const { text } = renderText(flow, 'hilsen', 'en', { tiltale: '{{ kommune }}{% if x %}', kommune: 'K' });
    expect(text).toBe('Hello {{ kommune }}{% if x %}');
  });

  it('leaves without loose spaces, invisible characters and rows of empty lines', () => {
    expect(renderText(flow, 'luft', 'da', { tiltale: 'Bo' }).text).toBe('Hej Bo , du\n\nher');
  });

  it('throws when a field it shows has no value', () => {
    expect(() => renderText(flow, 'hilsen', 'da', { tiltale: 'Bo' })).toThrow(/kommune/);
    expect(() => renderText(flow, 'hilsen', 'da', {})).toThrow(/tiltale/);
  });

  it('takes an anchor without a value for false in a condition', () => {
    expect(renderText(flow, 'dato', 'da', {}).text).toBe('Vi ses.');
    expect(renderText(flow, 'dato', 'da', { temadag_dato: 'i dag' }).text).toBe('Vi ses i dag.');
  });

  it.each(['findes-ikke', '__proto__', 'toString'])('throws for a text that does not exist: %s', (key) => {
    expect(() => renderText(flow, key, 'da', {})).toThrow(key);
  });

  it('is read anew when the same key gets another wording', () => {
    const texts = { da: { a: 'et' } };
    expect(renderText({ languages: ['da'], texts }, 'a', 'da', {}).text).toBe('et');
    texts.da.a = 'to';
    expect(renderText({ languages: ['da'], texts }, 'a', 'da', {}).text).toBe('to');
  });

  it('knows a few filters', () => {
    expect(renderText(flow, 'stort', 'da', { tiltale: 'bo' }).text).toBe('Bo');
    expect(renderText(flow, 'fil', 'da', { tiltale: '12 34 56 78' }).text).toBe('12345678');
  });
});

describe('a page', () => {
  it('is rendered in the asked language, else in the first', () => {
    const fields = { tiltale: 'Bo', vejleder: 'Ib' };
    expect(renderPage(flow, 'velkommen', 'en', fields)).toEqual({ markdown: 'Welcome, Bo', language: 'en' });
    expect(renderPage(flow, 'velkommen', 'ar', fields)).toEqual({
      markdown: '# Velkommen, Bo\n\nDin vejleder er Ib.\n',
      language: 'da',
    });
    expect(() => renderPage(flow, 'toString', 'da', fields)).toThrow('toString');
  });

  it.each([
    '<script>alert(1)</script>',
    '[klik](https://example.org)',
    '![x](https://example.org/x.png)',
    'www.example.org',
    'https://example.org',
    'a@example.org',
    '**fed** _kursiv_ `kode`',
    '# overskrift',
    '&lt;b&gt;',
    '</p><p onclick=x>',
    '1. a',
    '- a',
    '> a',
    '| a | b |',
  ])('shows the value %s as the words it is', (value) => {
    const { markdown } = renderPage(flow, 'velkommen', 'en', { tiltale: value });
    expect(plainParagraph(marked.parse(markdown, { async: false }))).toBe(`Welcome, ${value}`);
  });

  it('shows any value as the words it is', () => {
    const value = fc.string({ unit: fc.constantFrom(...'<>&"\'`*_{}[]()#+-.!|~:/@\\$=^ \n\tax1æ') });
    fc.assert(
      fc.property(value, (text) => {
        const { markdown } = renderPage(flow, 'velkommen', 'en', { tiltale: text });
        const words = `Welcome, ${text.replace(/\s+/g, ' ').trim()}`.trim();
        expect(plainParagraph(marked.parse(markdown, { async: false })).trim()).toBe(words);
      }),
      { numRuns: 500 },
    );
  });
});

/** The text of one `<p>` without any markup inside; the HTML itself when there is some. */
function plainParagraph(html: string): string {
  const inner = /^<p>([^<>]*)<\/p>\n$/.exec(html)?.[1];
  if (inner === undefined) return html;
  return inner
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}
