// Parts of a page that stay up to date by themselves where scripts run. They are asked for every few seconds, answered
// with nothing while nothing changed, and put in place so that focus stays where it is.
import type { Child, FC } from 'hono/jsx';
import type { Waiting } from '../../../services/waiting/list-overview.ts';
import { readPulse } from '../../../services/waiting/read-pulse.ts';
import { fill } from '../../words/fill.ts';
import type { Language } from '../../words/language.ts';
import type { DeskContext } from './desk-env.ts';
import { liveWords } from './live-words.ts';

/** What cannot be answered leaves the page as it is: attributes for whatever asks by itself. */
export const KEEP = { 'hx-status:4xx': 'swap:none', 'hx-status:5xx': 'swap:none' } as const;

/** A list that stays up to date: `part` names it at `/desk/live`, `asked` is the query it is asked for with. */
export async function live(
  c: DeskContext,
  { part, asked }: { part: 'overblik' | 'indbakke'; asked: string },
  children: Child,
) {
  const set = await readPulse(c.var.rt, c.var.staff);
  return (
    <div
      id={`live-${part}`}
      {...{
        'hx-get': `/desk/live/${part}?${asked}&set=${set}`,
        'hx-trigger': 'every 10s',
        'hx-swap': 'outerMorph',
        ...KEEP,
      }}
    >
      {children}
    </div>
  );
}

/** What the counts are, as the page and the server compare them. */
export const markOf = ({ replies, alerts, tasks, referrals }: Waiting): string =>
  [replies, alerts, tasks, referrals].join('.');

/** Says the counts of the menu when they change, politely; `told` when they did. */
export const LiveCounts: FC<{ waiting: Waiting; language: Language; told?: boolean }> = (props) => {
  const { waiting, language, told } = props;
  const { replies, alerts, tasks } = waiting;
  return (
    <div
      id="live-antal"
      role="status"
      class="sr-only"
      {...{
        'hx-get': `/desk/live/antal?set=${markOf(waiting)}`,
        'hx-trigger': 'every 10s',
        'hx-swap': 'outerMorph',
        ...KEEP,
      }}
    >
      {told ? fill(liveWords.counts[language], { replies, alerts, tasks }) : null}
    </div>
  );
};

/** The number beside a section of the menu, to take the place of the one that stands there. */
export const NewCount: FC<{ section: string; count: number }> = ({ section, count }) => (
  <span id={`antal-${section}`} class="limen-count" hidden={count === 0} {...{ 'hx-swap-oob': 'true' }}>
    {count}
  </span>
);
