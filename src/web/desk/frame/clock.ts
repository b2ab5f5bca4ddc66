import { Hono } from 'hono';
import { AppError } from '../../../services/app-error.ts';
import { requireRight } from '../../../services/staff/staff.ts';
import type { DeskEnv } from './desk-env.ts';

/** A page of the desk and nothing else. */
const OWN_PATH = /^\/desk(?:\/[\w.-]+)*$/;

/** Moves the demo's clock forward; outside the demo there is nothing here. */
export const clockRoutes = new Hono<DeskEnv>();

clockRoutes.post('/ur', async (c) => {
  const { rt, clock, staff, form } = c.var;
  if (!rt.config.demo || !clock) throw new AppError('not-found');
  requireRight(staff, 'care');
  const to = (['next', 'day', 'week'] as const).find((known) => known === form.get('til'));
  if (!to) throw new AppError('field-unreadable', 'til');
  const moved = await clock.forward(to);
  const back = form.get('tilbage') ?? '';
  return c.redirect(
    `${OWN_PATH.test(back) ? back : '/desk'}?ur=${moved.from}.${moved.to}.${moved.events}`,
    303,
  );
});
