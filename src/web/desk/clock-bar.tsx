import type { FC } from 'hono/jsx';
import { CsrfField } from '../layout/form.tsx';
import type { DeskContext } from './desk-env.ts';
import { showInstant } from './when.ts';
import { clockWords } from './words/clock.ts';

/** The demo's time and the buttons that move it forward; nothing outside the demo. */
export const ClockBar: FC<{ c: DeskContext }> = ({ c }) => {
  const { rt, clock, language, csrf } = c.var;
  if (!rt.config.demo || !clock) return null;
  const now = clock.now();
  return (
    <form
      method="post"
      action="/desk/ur"
      class="desk-clock d-print-none"
      aria-label={clockWords.label[language]}
    >
      <CsrfField token={csrf} />
      <p>
        {clockWords.label[language]}: <strong>{showInstant(now, rt.clock(), language)}</strong>
      </p>
      {(['next', 'day', 'week'] as const).map((to) => (
        <button type="submit" name="til" value={to} class="button button-secondary">
          {clockWords[to][language]}
        </button>
      ))}
    </form>
  );
};
