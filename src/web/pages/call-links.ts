import { telHref } from '../layout/organisation.ts';

/** Makes the numbers one may call something to press, in HTML that is already safe; what stands in a link stays as it is. */
export function linkPhones(html: string, phones: readonly string[]): string {
  const known = phones.filter((phone) => /^\+?\d[\d ]{1,18}$/.test(phone));
  if (known.length === 0) return html;
  const written = known.map((phone) => phone.replace('+', '\\+'));
  const pattern = new RegExp(`(?<!\\d)(?:${written.join('|')})(?!\\d)`, 'g');
  let inside = 0;
  return html
    .split(/(<[^>]*>)/)
    .map((part) => {
      if (part.startsWith('<a ')) inside += 1;
      else if (part === '</a>') inside -= 1;
      else if (!part.startsWith('<') && inside === 0)
        return part.replace(pattern, (phone) => `<a href="${telHref(phone)}" class="limen-tel">${phone}</a>`);
      return part;
    })
    .join('');
}
