// What calendars, feed readers and other sites fetch: read by anybody, so no cookie is set and proxies may keep it a little while.
import { Hono } from 'hono';
import { listPublic } from '../../services/events/list-public.ts';
import { writePublicIcs } from '../../services/events/write-event-ics.ts';
import { getOrganisation } from '../../services/organisation.ts';
import type { WebContext, WebEnv } from '../env.ts';
import { sendPage } from '../layout/send-page.ts';
import { EMBED_PATH } from '../middleware/security-headers.ts';
import { toLanguage } from '../words/language.ts';
import { Embed } from './embed.tsx';
import { type FeedKind, writeFeed } from './write-feed.tsx';

/** So long an answer may be kept, seconds. */
const KEPT = 'public, max-age=300';

const CALENDAR = 'text/calendar; charset=utf-8';
const TYPES: Record<FeedKind, string> = {
  json: 'application/feed+json; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
};

/** Open to programs on any site as well: it is what everybody may read, and nobody is known here. */
const send = (c: WebContext, text: string, type: string): Response =>
  c.body(text, 200, { 'Content-Type': type, 'Cache-Control': KEPT, 'Access-Control-Allow-Origin': '*' });

/** `/events.ics`, `/events.json`, `/events.rss`, an arrangement's own calendar file, and the list for other sites. */
export const eventFeedRoutes = new Hono<WebEnv>();

eventFeedRoutes.get('/events.ics', async (c) => send(c, await writePublicIcs(c.var.rt), CALENDAR));

eventFeedRoutes.get('/events/:id/event.ics', async (c) =>
  send(c, await writePublicIcs(c.var.rt, c.req.param('id')), CALENDAR),
);

async function sendFeed(c: WebContext, kind: FeedKind): Promise<Response> {
  const { rt } = c.var;
  const [events, { kommune }] = await Promise.all([listPublic(rt), getOrganisation(rt)]);
  const { publicUrl } = rt.config;
  return send(c, writeFeed(kind, { events, kommune, publicUrl, now: rt.now() }), TYPES[kind]);
}

eventFeedRoutes.get('/events.json', (c) => sendFeed(c, 'json'));
eventFeedRoutes.get('/events.rss', (c) => sendFeed(c, 'rss'));

eventFeedRoutes.get(EMBED_PATH, async (c) => {
  const { rt } = c.var;
  c.header('Cache-Control', KEPT);
  const events = await listPublic(rt);
  return sendPage(c, <Embed events={events} now={rt.now()} language={toLanguage(c.req.query('sprog'))} />);
});
