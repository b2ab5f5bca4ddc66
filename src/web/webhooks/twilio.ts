import { Hono } from 'hono';
import type { TwilioDoor, WebEnv } from '../env.ts';

/** What the provider calls: an SMS from a phone, and what became of ours. */
export function twilioRoutes(_door: TwilioDoor): Hono<WebEnv> {
  return new Hono<WebEnv>();
}
