// Fields that are more than a line of text.
import type { FC } from 'hono/jsx';
import type { Language } from '../words/language.ts';
import { described, FieldFrame, only } from './form.tsx';

/** One of several values in a list. */
export const Select: FC<{
  name: string;
  label: string;
  language: Language;
  options: readonly (readonly [string, string])[];
  value: string;
  hint?: string;
  error?: string;
  optional?: boolean;
}> = ({ name, label, language, options, value, hint, error, optional }) => (
  <FieldFrame {...{ name, label, language, ...only({ hint, error, optional }) }}>
    <select id={name} name={name} class="form-select" {...described({ name, hint, error })}>
      {options.map(([key, text]) => (
        <option value={key} selected={key === value}>
          {text}
        </option>
      ))}
    </select>
  </FieldFrame>
);

/** Several lines of text. */
export const TextArea: FC<{
  name: string;
  label: string;
  language: Language;
  value: string;
  rows?: number;
  maxlength?: number;
  hint?: string;
  error?: string;
  optional?: boolean;
}> = (props) => {
  const { name, label, language, hint, error, optional } = props;
  return (
    <FieldFrame {...{ name, label, language, ...only({ hint, error, optional }) }}>
      <textarea
        id={name}
        name={name}
        class="form-input"
        rows={props.rows ?? 4}
        {...only({ maxlength: props.maxlength })}
        {...described({ name, hint, error })}
      >
        {props.value}
      </textarea>
    </FieldFrame>
  );
};

/** One thing to tick. */
export const Check: FC<{
  name: string;
  label: string;
  checked: boolean;
  hint?: string;
  error?: string;
}> = ({ name, label, checked, hint, error }) => (
  <div class={error ? 'form-group form-error' : 'form-group'}>
    {error ? (
      <span class="form-error-message" id={`${name}-error`}>
        {error}
      </span>
    ) : null}
    <div class="form-group-checkbox">
      <input
        type="checkbox"
        id={name}
        name={name}
        value="yes"
        class="form-checkbox"
        checked={checked}
        {...described({ name, hint, error })}
      />
      <label for={name}>{label}</label>
      {hint ? (
        <span class="form-hint" id={`${name}-hint`}>
          {hint}
        </span>
      ) : null}
    </div>
  </div>
);
