// Pages are written in markdown by coordinators; merge fields come in as character references. Nothing in it becomes raw HTML,
// loads anything, or leads elsewhere than to https, a telephone or an e-mail.
import { Marked, type Tokens } from 'marked';

const allowed = /^(https:\/\/[^\s/]|tel:\+?[\d\s-]+$|mailto:[^\s?]+@)/i;

const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

const marked = new Marked({
  gfm: true,
  renderer: {
    html: ({ text }: Tokens.HTML | Tokens.Tag) => escapeHtml(text),
    image: ({ text }: Tokens.Image) => escapeHtml(text),
    heading({ tokens, depth }: Tokens.Heading) {
      const level = Math.max(depth, 2);
      return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
    },
    link({ href, tokens }: Tokens.Link) {
      const inner = this.parser.parseInline(tokens);
      return allowed.test(href) ? `<a href="${escapeHtml(href)}" rel="noreferrer">${inner}</a>` : inner;
    },
  },
});

/** A page in two parts: its title (the heading it begins with) and safe HTML whose headings begin at level 2. */
export function toHtml(markdown: string): { title: string | undefined; html: string } {
  const tokens = marked.lexer(markdown);
  const first = tokens.findIndex((token) => token.type !== 'space');
  const heading = tokens[first];
  if (heading?.type !== 'heading') return { title: undefined, html: marked.parser(tokens) };
  const rest = Object.assign(tokens.slice(first + 1), { links: tokens.links });
  return {
    title: marked.Parser.parseInline((heading as Tokens.Heading).tokens, marked.defaults),
    html: marked.parser(rest),
  };
}
