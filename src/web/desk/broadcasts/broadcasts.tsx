import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { type BroadcastLine, listBroadcasts } from '../../../services/broadcasts/list-broadcasts.ts';
import { mayStaff } from '../../../services/staff/staff.ts';
import { inLanguage, type Language } from '../../words/language.ts';
import { showInstant } from '../../words/when.ts';
import { readCursor, writeCursor } from '../frame/cursor.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Item } from '../frame/lists.tsx';
import { Badge, More, type Tone } from '../frame/parts.tsx';
import { broadcastStatusWords, broadcastWords } from './broadcast-words.ts';

const TONES: Partial<Record<BroadcastLine['status'], Tone>> = {
  running: 'info',
  filling: 'info',
  scheduled: 'info',
  sampled: 'warning',
  paused: 'warning',
  done: 'success',
  broken: 'error',
};

/** The state of a group message. */
export const BroadcastState: FC<{ status: BroadcastLine['status']; language: Language }> = (props) => {
  const tone = TONES[props.status];
  return <Badge {...(tone ? { tone } : {})}>{broadcastStatusWords[props.status][props.language]}</Badge>;
};

const List: FC<{ c: DeskContext; lines: readonly BroadcastLine[] }> = ({ c, lines }) => {
  const { rt, language } = c.var;
  const t = inLanguage(broadcastWords, language);
  return (
    <ul class="desk-list no-max-width">
      {lines.map((line) => (
        <Item
          who={<a href={`/desk/gruppebeskeder/${line.id}`}>{line.title}</a>}
          meta={
            <>
              <BroadcastState status={line.status} language={language} />
              <span>{t[`short_${line.way}`]}</span>
              <span>{line.groupTitle}</span>
              <span>{showInstant(line.dueAt ?? line.orderedAt ?? line.createdAt, rt.now(), language)}</span>
              <span>{line.orderedBy ?? line.by}</span>
            </>
          }
        />
      ))}
    </ul>
  );
};

/** Group messages in sight, the newest first. */
export const broadcastsRoutes = new Hono<DeskEnv>();

broadcastsRoutes.get('/gruppebeskeder', async (c) => {
  const { rt, staff, language } = c.var;
  const t = inLanguage(broadcastWords, language);
  const cursor = readCursor(c.req.query('efter'));
  const after = cursor && { createdAt: cursor.at, id: cursor.id };
  const { lines, next } = await listBroadcasts(rt, staff, { after });
  const more = next && writeCursor({ at: next.createdAt, id: next.id });
  return sendDesk(
    c,
    { title: t.title, section: 'broadcasts' },
    <>
      <div class="desk-head">
        <h1>{t.title}</h1>
        {mayStaff(staff, 'coordinate') ? (
          <a class="button button-primary d-print-none" href="/desk/gruppebeskeder/ny">
            {t.add}
          </a>
        ) : null}
      </div>
      <p>{t.lead}</p>
      {lines.length === 0 ? <p>{t.empty}</p> : <List c={c} lines={lines} />}
      <More href={more && `/desk/gruppebeskeder?efter=${more}`} language={language} />
    </>,
  );
});
