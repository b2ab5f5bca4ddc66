import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { AppError } from '../../../services/app-error.ts';
import { findStaff } from '../../../services/staff/find-staff.ts';
import { cookieName } from '../../middleware/cookies.ts';
import { isSafe } from '../../middleware/form-body.ts';
import type { DeskEnv } from './desk-env.ts';

/** Pages on which nothing is typed: they leave for the login by themselves. */
const LEAVE = /^\/desk\/live\/(overblik|indbakke)$/;

/** Lets only staff in: others are led to the login, and what they tried to change is refused. Sets `c.var.staff`. */
export const requireStaff: MiddlewareHandler<DeskEnv> = async (c, next) => {
  const token = getCookie(c, cookieName(c, 'staff'));
  const quiet = c.req.path.startsWith('/desk/live/');
  const staff = token ? await findStaff(c.var.rt, token, quiet) : undefined;
  if (!staff && quiet) return c.body(null, 204, LEAVE.test(c.req.path) ? { 'HX-Refresh': 'true' } : {});
  if (!staff) {
    if (isSafe(c.req.method)) return c.redirect('/desk/login');
    throw new AppError('session-ended');
  }
  c.set('staff', staff);
  return next();
};
