import type { FC } from 'hono/jsx';
import type { SessionLine } from '../../../services/staff/list-sessions.ts';
import { CsrfField } from '../../layout/form.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { showInstant } from '../../words/when.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { Item } from '../frame/lists.tsx';
import { Badge } from '../frame/parts.tsx';
import { usersWords, wayWords } from './users-words.ts';

/** A button that ends sessions; a reader may end his own too. */
export const EndForm: FC<{
  c: DeskContext;
  action: string;
  handle?: string;
  label: string;
  about?: string;
}> = (props) => (
  <form method="post" action={props.action} class="desk-do">
    <CsrfField token={props.c.var.csrf} />
    {props.handle ? <input type="hidden" name="session" value={props.handle} /> : null}
    <button type="submit" class="button button-secondary">
      {props.label}
      {props.about ? <span class="sr-only"> {props.about}</span> : null}
    </button>
  </form>
);

/** Open sessions, each with the browser, since when, and the button that ends it. */
export const SessionList: FC<{ c: DeskContext; sessions: readonly SessionLine[]; action: string }> = (
  props,
) => {
  const { c, sessions, action } = props;
  const { language, rt } = c.var;
  const t = inLanguage(usersWords, language);
  const at = (instant: number): string => showInstant(instant, rt.clock(), language);
  if (sessions.length === 0) return <p>{t.noSessions}</p>;
  return (
    <ul class="desk-list no-max-width">
      {sessions.map(({ handle, browser, how, since, seenAt, own }) => (
        <Item
          who={browser || t.someBrowser}
          meta={
            <>
              {own ? <Badge tone="info">{t.thisOne}</Badge> : null}
              <span>{fill(t.lastSeen, { at: at(seenAt) })}</span>
              <span>{fill(t.mark, { handle: handle.slice(0, 6) })}</span>
            </>
          }
          action={own ? null : <EndForm {...{ c, action, handle }} label={t.end} about={browser} />}
        >
          <p>{fill(t.since, { at: at(since), how: wordOf(wayWords, how, language) })}</p>
        </Item>
      ))}
    </ul>
  );
};
