import type { FC } from 'hono/jsx';
import type { DeskContext } from './desk-env.ts';

/** The state of what a form changes, as it was when the form was made of it. */
export const Seen: FC<{ view: { seen: number } }> = ({ view }) => (
  <input type="hidden" name="seen" value={String(view.seen)} />
);

/** The state that came with a form; one that cannot be read is no state anything was ever in. */
export function seenOf(c: DeskContext): number {
  const seen = Number(c.var.form.get('seen') ?? Number.NaN);
  return Number.isSafeInteger(seen) ? seen : -1;
}
