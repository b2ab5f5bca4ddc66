// What pages of the desk ask for by themselves. It is no sign of life of the session, and ends with it.
import { Hono } from 'hono';
import { followConversation } from '../../../services/inbox/follow-conversation.ts';
import { countDesk } from '../../../services/waiting/list-overview.ts';
import { readPulse } from '../../../services/waiting/read-pulse.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { LiveCounts, markOf, NewCount } from '../frame/live.tsx';
import { inboxPart } from '../inbox/inbox.tsx';
import { Thread } from '../inbox/thread.tsx';
import { overviewPart } from '../waiting/overview.tsx';

export const liveRoutes = new Hono<DeskEnv>();

liveRoutes.get('/live/antal', async (c) => {
  const { rt, staff, language } = c.var;
  const waiting = await countDesk(rt, staff);
  if (markOf(waiting) === c.req.query('set')) return c.body(null, 204);
  const { replies, alerts, tasks, referrals } = waiting;
  const counts = { inbox: replies, alerts, tasks, referrals };
  const menu = replies + alerts + tasks + referrals;
  return c.html(
    <>
      <LiveCounts waiting={waiting} language={language} told />
      {Object.entries({ ...counts, menu }).map(([section, count]) => (
        <NewCount section={section} count={count} />
      ))}
    </>,
  );
});

/** Whether the page shows what there is. */
const isSame = async (c: DeskContext): Promise<boolean> =>
  (await readPulse(c.var.rt, c.var.staff)) === c.req.query('set');

liveRoutes.get('/live/overblik', async (c) =>
  (await isSame(c)) ? c.body(null, 204) : c.html(await overviewPart(c)),
);

liveRoutes.get('/live/indbakke', async (c) =>
  (await isSame(c)) ? c.body(null, 204) : c.html(await inboxPart(c)),
);

liveRoutes.post('/live/samtale/:id', async (c) => {
  const { rt, staff, form } = c.var;
  const talk = await followConversation(rt, staff, c.req.param('id'));
  const since = Number(form.get('fra') ?? talk.seen);
  return c.html(<Thread c={c} talk={talk} since={Number.isFinite(since) ? since : talk.seen} />);
});
