import type { Child, FC } from 'hono/jsx';
import type { Language } from '../words/language.ts';
import { layoutWords } from '../words/layout.ts';
import { Icon } from './icon.tsx';

export type AlertVariant = 'info' | 'success' | 'warning' | 'error';

/** A notice of the design system: `<Alert variant="success" heading="Gemt" language="da">…</Alert>`. */
export const Alert: FC<{
  variant: AlertVariant;
  language: Language;
  heading?: string;
  children?: Child;
}> = (props) => {
  const words = layoutWords[props.variant];
  const urgent = props.variant === 'warning' || props.variant === 'error';
  return (
    <div class={`alert alert-${props.variant}`} {...(urgent ? { role: 'alert' } : {})}>
      <Icon name={props.variant} class="alert-icon" />
      <div class="alert-body">
        <span class="sr-only">{words[props.language]}: </span>
        {props.heading ? <h2 class="alert-heading">{props.heading}</h2> : null}
        {props.children ? <div class="alert-text">{props.children}</div> : null}
      </div>
    </div>
  );
};
