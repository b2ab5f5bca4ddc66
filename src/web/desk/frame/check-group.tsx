import type { FC } from 'hono/jsx';

/** Several things to tick under one heading; `id` of the group is its name, so that an error leads to it. */
export const CheckGroup: FC<{
  name: string;
  legend: string;
  options: readonly (readonly [value: string, label: string])[];
  chosen: readonly string[];
  hint?: string;
  error?: string;
}> = ({ name, legend, options, chosen, hint, error }) => (
  <fieldset class={error ? 'desk-checks form-group form-error' : 'desk-checks form-group'} id={name}>
    <legend class="form-label">{legend}</legend>
    {hint ? <span class="form-hint">{hint}</span> : null}
    {error ? <span class="form-error-message">{error}</span> : null}
    <div class="desk-check-columns">
      {options.map(([value, label], n) => (
        <div class="form-group-checkbox">
          <input
            type="checkbox"
            id={`${name}-${n}`}
            name={name}
            value={value}
            class="form-checkbox"
            checked={chosen.includes(value)}
          />
          <label for={`${name}-${n}`}>{label}</label>
        </div>
      ))}
    </div>
  </fieldset>
);
