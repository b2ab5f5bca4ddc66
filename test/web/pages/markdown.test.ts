import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderPage } from '../../../src/journey/text/render.ts';
import { linkPhones } from '../../../src/web/pages/call-links.ts';
import { toHtml } from '../../../src/web/pages/markdown.ts';
import { makeRuntime } from '../../support/runtime.ts';
import { openInvitation } from '../../support/visit.ts';

test('the heading a page begins with becomes its title, the rest begins at level two', () => {
  expect(toHtml('## Velkommen *hjem*\n\nTekst\n\n# Mere\n\n### Mindre')).toEqual({
    title: 'Velkommen <em>hjem</em>',
    html: '<p>Tekst</p>\n<h2>Mere</h2>\n<h3>Mindre</h3>\n',
  });
});

test.each([
  ['a script', '<script>alert(1)</script>'],
  ['a handler', 'x <img src=x onerror=alert(1)>'],
  ['a script address', '[tryk](javascript:alert(1))'],
  ['an escaped script address', '[tryk](javascript&#58;alert(1))'],
  ['a spaced script address', '[tryk](java\tscript:alert(1))'],
  ['a data address', '[tryk](data:text/html;base64,PHNjcmlwdD4=)'],
  ['plain http', '[tryk](http://example.dk)'],
  ['our own paths', '[tryk](/mit/ud)'],
  ['an image', '![spor](https://evil.test/pixel.png)'],
  ['a quote in an address', '[tryk](https://a.dk/"onmouseover="alert(1))'],
  ['a reference', '[tryk][1]\n\n[1]: javascript:alert(1)'],
])('%s does not come through', (_, markdown) => {
  const { html } = toHtml(`Tekst\n\n${markdown}`);
  expect(html).not.toMatch(/<script|<img|<[^>]*\son\w+=|javascript:|data:|href="(?!https:|tel:|mailto:)/i);
});

test.each(['https://www.borger.dk/', 'tel:+4520000001', 'tel:112', 'mailto:post@example.dk'])(
  'a link to %s works',
  (address) => {
    expect(toHtml(`[her](${address})`).html).toContain(`<a href="${address}" rel="noreferrer">her</a>`);
  },
);

test('numbers one may call are pressed, others and those inside links stay as they are', () => {
  const phones = ['20 00 00 01', '+45 20 00 00 02', '112'];
  const { html } = toHtml('Ring 20 00 00 01, &#43;45 20 00 00 02 eller 112. Ikke 1120. [112](tel:114)');

  expect(linkPhones(html, phones)).toBe(
    '<p>Ring <a href="tel:+4520000001" class="limen-tel">20 00 00 01</a>, ' +
      '<a href="tel:+4520000002" class="limen-tel">+45 20 00 00 02</a> eller ' +
      '<a href="tel:112" class="limen-tel">112</a>. Ikke 1120. <a href="tel:114" rel="noreferrer">112</a></p>\n',
  );
});

test('no value of a merge field becomes markup, whatever a person is called', () => {
  const flow = (template: string) => ({ languages: ['da'], pages: { side: { da: template } } });
  const hostile = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '<script>',
      '[x](javascript:alert(1))',
      '**fed**',
      '# stor',
      '`kode`',
      '"><img>',
      '&lt;b&gt;',
      '{{ link }}',
    ),
  );
  fc.assert(
    fc.property(hostile, hostile, (name, place) => {
      const { markdown } = renderPage(flow('# Hej {{ tiltale }}\n\nPå {{ enhed }}.'), 'side', 'da', {
        tiltale: name,
        enhed: place,
      });
      const { title = '', html } = toHtml(markdown);
      expect(title).not.toMatch(/<|>/);
      expect(html.replace(/^<p>|<\/p>\s*$/g, '')).not.toMatch(/<|>/);
    }),
  );
});

test('a hostile name and a hostile page stay words on the page', async () => {
  await using rt = await makeRuntime();
  const { browser } = await openInvitation(rt, 'link', {
    tiltale: '<img src=x onerror=1>',
    page: '# Hej {{ tiltale }}\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1))',
  });

  const page = await browser.get('/mit/besked');

  expect(page.text).toContain('Hej &lt;img src=x onerror=1&gt;');
  expect(page.text).not.toMatch(/<img|<script(?! src="\/)|javascript:/);
});
