import { Hono } from 'hono';
import { AppError } from '../../../services/app-error.ts';
import { requireRight } from '../../../services/staff/staff.ts';
import type { DeskEnv } from './desk-env.ts';
import { TOLD_ONCE } from './desk-languages.ts';

/** A page of the desk and nothing else, with what its address asks. */
const OWN_PAGE = /^\/desk(?:\/[\w-][\w.-]*)*(?:\?[\w.~%=&+*-]*)?$/;

/** The page the button stood on, with what the clock did; the overview for any other address. */
function pageAfter(back: string, moved: { from: number; to: number; events: number }): string {
  const [path = '/desk', asked] = (OWN_PAGE.test(back) ? back : '/desk').split('?');
  const query = new URLSearchParams(asked);
  for (const told of TOLD_ONCE) query.delete(told);
  query.set('ur', `${moved.from}.${moved.to}.${moved.events}`);
  return `${path}?${query}`;
}

/** Moves the demo's clock forward; outside the demo there is nothing here. */
export const clockRoutes = new Hono<DeskEnv>();

clockRoutes.post('/ur', async (c) => {
  const { rt, clock, staff, form } = c.var;
  if (!rt.config.demo || !clock) throw new AppError('not-found');
  requireRight(staff, 'care');
  const to = (['next', 'day', 'week'] as const).find((known) => known === form.get('til'));
  if (!to) throw new AppError('field-unreadable', 'til');
  const moved = await clock.forward(to);
  return c.redirect(pageAfter(form.get('tilbage') ?? '', moved), 303);
});
