import { Hono } from 'hono';
import type { WebEnv } from '../env.ts';
import { eventRoutes } from '../events/routes.tsx';
import { referralFormRoutes } from '../referral/routes.tsx';
import { linkRoutes } from './link-routes.tsx';
import { mitRoutes } from './mit-routes.tsx';
import { publicRoutes } from './public-routes.tsx';

/** The relatives' side: secure links, their own pages, and what every public site must offer. */
export const pageRoutes = new Hono<WebEnv>();

pageRoutes.route('/', publicRoutes);
pageRoutes.route('/i', linkRoutes);
pageRoutes.route('/mit', mitRoutes);
pageRoutes.route('/events', eventRoutes);
pageRoutes.route('/henvis', referralFormRoutes);
