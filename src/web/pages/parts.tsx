import type { Child, FC } from 'hono/jsx';
import type { WebContext } from '../env.ts';
import { CsrfField } from '../layout/form.tsx';
import { Icon } from '../layout/icon.tsx';
import { type PageOrganisation, telHref } from '../layout/organisation.ts';
import { inLanguage } from '../words/language.ts';
import { layoutWords } from '../words/layout.ts';
import { pageWords } from '../words/pages.ts';

/** The words of the relatives' pages in the reader's language. */
export const wordsOf = (c: WebContext) => inLanguage(pageWords, c.var.language);

/** The main number as something to press. */
export const Phone: FC<{ organisation: PageOrganisation }> = ({ organisation }) => (
  <a href={telHref(organisation.telefon)} class="limen-tel">
    {organisation.telefon}
  </a>
);

/** A sentence that ends with the main number and, in Danish, when it is answered: those words exist in Danish only. */
export const CallUs: FC<{ c: WebContext; children?: Child }> = ({ c, children }) => {
  const { organisation, language } = c.var;
  return (
    <p>
      {children} <Phone organisation={organisation} />
      {language === 'da' ? ` (${organisation.aabningstid})` : null}.
    </p>
  );
};

/** The way out where nothing else helps: the number, large. */
export const BigPhone: FC<{ c: WebContext; children?: Child }> = ({ c, children }) => {
  const { organisation, language } = c.var;
  return (
    <>
      <p>{children}</p>
      <p class="limen-bigphone">
        <Phone organisation={organisation} />
        <span>
          {language === 'da' ? null : `${layoutWords.openingHours[language]}: `}
          <span lang="da">{organisation.aabningstid}</span>
        </span>
      </p>
    </>
  );
};

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
