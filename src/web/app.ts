import type { Hono } from 'hono';
import type { Runtime } from '../services/runtime.ts';
import { deskRoutes } from './desk/routes.ts';
import { createDoors } from './doors.ts';
import type { AppOptions, WebEnv } from './env.ts';

/**
 * Builds the whole web application of one runtime: every door and the desk. `options.extra` mounts what is not always there (the
 * simulated phones) before the 404. Own routes get `c.var.rt`, `language`, `organisation`, `form`; forms are guarded by
 * `guardForms('form' | 'page' | 'staff')`.
 */
export function createApp(
  rt: Runtime,
  options: AppOptions & { extra?: (app: Hono<WebEnv>) => void } = {},
): Hono<WebEnv> {
  return createDoors(rt, options, (app) => {
    app.route('/desk', deskRoutes);
    options.extra?.(app);
  });
}
