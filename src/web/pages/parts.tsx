import type { Child, FC } from 'hono/jsx';
import type { WebContext } from '../env.ts';
import { CsrfField } from '../layout/form.tsx';
import { Icon } from '../layout/icon.tsx';
import { type PageOrganisation, telHref } from '../layout/organisation.ts';
import { inLanguage } from '../words/language.ts';
import { pageWords } from '../words/pages.ts';

/** The words of the relatives' pages in the reader's language. */
export const wordsOf = (c: WebContext) => inLanguage(pageWords, c.var.language);

/** The main number as something to press. */
export const Phone: FC<{ organisation: PageOrganisation }> = ({ organisation }) => (
  <a href={telHref(organisation.telefon)} class="limen-tel">
    {organisation.telefon}
  </a>
);

/** A sentence that ends with the main number and when it is answered. */
export const CallUs: FC<{ organisation: PageOrganisation; children?: Child }> = (props) => (
  <p>
    {props.children} <Phone organisation={props.organisation} /> ({props.organisation.aabningstid}).
  </p>
);

/** The way out where nothing else helps: the number, large. */
export const BigPhone: FC<{ organisation: PageOrganisation; children?: Child }> = (props) => (
  <>
    <p>{props.children}</p>
    <p class="limen-bigphone">
      <Phone organisation={props.organisation} />
      <span>{props.organisation.aabningstid}</span>
    </p>
  </>
);

/** A form that posts and carries its token. */
export const PostForm: FC<{ action: string; csrf: string; class?: string; children?: Child }> = (props) => (
  <form method="post" action={props.action} {...(props.class ? { class: props.class } : {})} novalidate>
    <CsrfField token={props.csrf} />
    {props.children}
  </form>
);

/** A button that sends its form; `name` and `value` tell which of several was pressed. */
export const Send: FC<{
  variant: 'primary' | 'secondary' | 'tertiary';
  name?: string;
  value?: string;
  children?: Child;
}> = ({ variant, name, value, children }) => (
  <button type="submit" class={`button button-${variant}`} {...(name ? { name, value } : {})}>
    {children}
  </button>
);

/** A way back or on that is a link, not a button. */
export const BackLink: FC<{ href: string; children?: Child }> = ({ href, children }) => (
  <p class="d-print-none">
    <a href={href} class="back-link">
      <Icon name="chevron-left" />
      {children}
    </a>
  </p>
);
