import { Hono } from 'hono';
import type { WebEnv } from '../env.ts';

/** The staff's desk. */
export const deskRoutes = new Hono<WebEnv>();
