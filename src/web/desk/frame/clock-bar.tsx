import type { FC } from 'hono/jsx';
import { CsrfField } from '../../layout/form.tsx';
import { fill } from '../../words/fill.ts';
import { showMoment } from '../../words/when.ts';
import { clockWords } from './clock-words.ts';
import type { DeskContext } from './desk-env.ts';

/** What the last press did, as the address tells it: from, to, how many things. */
const Moved: FC<{ c: DeskContext }> = ({ c }) => {
  const { language } = c.var;
  const found = /^(\d{1,15})\.(\d{1,15})\.(\d{1,9})$/.exec(c.req.query('ur') ?? '');
  if (!found) return null;
  const [from, to, n] = found.slice(1).map(Number);
  const at = (instant: number | undefined): string => showMoment(instant ?? 0, language);
  return <p role="status">{fill(clockWords.moved[language], { from: at(from), to: at(to), n: n ?? 0 })}</p>;
};

/** The demo's time and the buttons that move it forward; nothing outside the demo. */
export const ClockBar: FC<{ c: DeskContext }> = ({ c }) => {
  const { rt, clock, language, csrf } = c.var;
  if (!rt.config.demo || !clock) return null;
  return (
    <form
      method="post"
      action="/desk/ur"
      class="desk-clock d-print-none"
      aria-label={clockWords.label[language]}
    >
      <CsrfField token={csrf} />
      {c.req.method === 'GET' ? (
        <input type="hidden" name="tilbage" value={`${c.req.path}${new URL(c.req.url).search}`} />
      ) : null}
      <p>
        {clockWords.label[language]}: <strong>{showMoment(clock.now(), language)}</strong>
      </p>
      {(['next', 'day', 'week'] as const).map((to) => (
        <button type="submit" name="til" value={to} class="button button-secondary">
          {clockWords[to][language]}
        </button>
      ))}
      <Moved c={c} />
    </form>
  );
};
