import type { Child, FC } from 'hono/jsx';
import type { Language } from '../words/language.ts';
import { layoutWords } from '../words/layout.ts';

/** The name of the field that carries the form's token. */
export const csrfName = 'csrf';

/** The hidden token every form carries: `<CsrfField token={c.var.csrf} />`. */
export const CsrfField: FC<{ token: string }> = ({ token }) => (
  <input type="hidden" name={csrfName} value={token} />
);

/** Label, hint, error and control as one group; the control must have `id={name}` and `aria-describedby={describedBy(…)}`. */
export const FieldFrame: FC<{
  name: string;
  label: string;
  language: Language;
  hint?: string;
  error?: string;
  optional?: boolean;
  children?: Child;
}> = (props) => (
  <div class={props.error ? 'form-group form-error' : 'form-group'}>
    <label class="form-label" for={props.name}>
      {props.label}
      {props.optional ? <span class="weight-normal"> ({layoutWords.optional[props.language]})</span> : null}
    </label>
    {props.hint ? (
      <span class="form-hint" id={`${props.name}-hint`}>
        {props.hint}
      </span>
    ) : null}
    {props.error ? (
      <span class="form-error-message" id={`${props.name}-error`}>
        <span class="sr-only">{layoutWords.error[props.language]}: </span>
        {props.error}
      </span>
    ) : null}
    {props.children}
  </div>
);

/** The ids a control of a `FieldFrame` points to, as attributes to spread. */
export function described(props: {
  name: string;
  hint?: string | undefined;
  error?: string | undefined;
}): Record<string, string> {
  const ids = [props.hint ? `${props.name}-hint` : '', props.error ? `${props.name}-error` : ''].filter(
    Boolean,
  );
  return {
    ...(ids.length > 0 ? { 'aria-describedby': ids.join(' ') } : {}),
    ...(props.error ? { 'aria-invalid': 'true' } : {}),
  };
}

/** One text field: `<Field name="mobil" label="Mobilnummer" type="tel" language={language} />`. Required unless `optional`. */
export const Field: FC<{
  name: string;
  label: string;
  language: Language;
  type?: 'text' | 'tel' | 'date' | 'time' | 'search' | 'password' | 'email';
  value?: string;
  hint?: string;
  error?: string;
  optional?: boolean;
  autocomplete?: string;
  inputmode?: 'numeric' | 'tel' | 'text' | 'search';
  maxlength?: number;
  width?: 'xxs' | 'xs' | 's' | 'm' | 'l';
}> = (props) => {
  const { name, label, language, hint, error, optional } = props;
  return (
    <FieldFrame {...{ name, label, language, ...only({ hint, error, optional }) }}>
      <input
        type={props.type ?? 'text'}
        id={name}
        name={name}
        class={props.width ? `form-input input-width-${props.width}` : 'form-input'}
        value={props.value ?? ''}
        {...described({ name, hint, error })}
        {...only({
          autocomplete: props.autocomplete,
          inputmode: props.inputmode,
          maxlength: props.maxlength,
          required: optional ? undefined : true,
        })}
      />
    </FieldFrame>
  );
};

/** Leaves out what is undefined, so that optional properties stay absent. */
export function only<T extends Record<string, unknown>>(props: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}
