import { Hono } from 'hono';
import type { WebEnv } from '../env.ts';

/** The relatives' side: secure links, their own pages, and what every public site must offer. */
export const pageRoutes = new Hono<WebEnv>();
