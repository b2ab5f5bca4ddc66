import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { type BroadcastView, showBroadcast } from '../../../services/broadcasts/show-broadcast.ts';
import {
  cancelBroadcast,
  pauseBroadcast,
  resumeBroadcast,
  retryFailed,
} from '../../../services/broadcasts/steer-broadcast.ts';
import { inLanguage, type Language } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { showInstant } from '../../words/when.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Section } from '../frame/lists.tsx';
import { Facts } from '../frame/parts.tsx';
import { broadcastWords, effectWords, meaningWords, progressWords } from './broadcast-words.ts';
import { sendDraft, Texts, takeOrder } from './draft.tsx';
import { LeftOut } from './effect.tsx';
import { HowFar, markOf, Progress } from './progress.tsx';

const About: FC<{ c: DeskContext; view: BroadcastView }> = ({ c, view }) => {
  const { rt, language } = c.var;
  const t = inLanguage(broadcastWords, language);
  const when = (at: number | undefined): string | undefined =>
    at === undefined ? undefined : showInstant(at, rt.now(), language);
  const ordered = when(view.orderedAt);
  return (
    <>
      <Facts
        rows={[
          [t.group, <a href={`/desk/grupper/${view.groupId}`}>{view.groupTitle}</a>],
          [t.way, t[`short_${view.way}`]],
          [t.ordered, ordered && `${ordered}, ${view.orderedBy ?? ''}`],
          [t.from, when(view.dueAt)],
          [t.ended, when(view.endedAt)],
        ]}
      />
      <Section id="beskeden" heading={t.theText}>
        <Texts c={c} view={view} />
      </Section>
    </>
  );
};

/** How many answered what. */
export const Meanings: FC<{ replies: BroadcastView['replies']; language: Language }> = (props) => (
  <Facts
    rows={props.replies.map(({ meaning, count }) => [
      wordOf(meaningWords, meaning, props.language),
      String(count),
    ])}
  />
);

const Replies: FC<{ c: DeskContext; view: BroadcastView }> = ({ c, view }) => {
  const { language } = c.var;
  const t = inLanguage(progressWords, language);
  return (
    <Section id="svar" heading={t.replies}>
      {view.replies.length === 0 ? (
        <p>{t.noReplies}</p>
      ) : (
        <>
          <Meanings replies={view.replies} language={language} />
          <p>
            <a href={`/desk/gruppebeskeder/${view.id}/svar`}>{t.allReplies}</a>
          </p>
        </>
      )}
    </Section>
  );
};

const grouped = ({ progress, leftOutPeople }: BroadcastView) =>
  progress.leftOut.map(({ why, count }) => ({
    why,
    count,
    people: leftOutPeople.filter((one) => one.why === why),
  }));

async function sendBroadcast(c: DeskContext, view: BroadcastView): Promise<Response> {
  const { language } = c.var;
  const t = inLanguage(broadcastWords, language);
  const leftOut = grouped(view);
  const failed = [{ why: 'failed', count: view.progress.failed, people: view.failedPeople }];
  return sendDesk(
    c,
    { title: view.title, section: 'broadcasts' },
    <div class="desk-narrow">
      <p class="d-print-none">
        <a href="/desk/gruppebeskeder">{t.toList}</a>
      </p>
      <h1>{view.title}</h1>
      {view.status === 'draft' ? null : <HowFar c={c} view={view} />}
      <About c={c} view={view} />
      {view.status === 'draft' ? null : (
        <>
          <Section id="udeladt" heading={effectWords.leftOut[language]} empty={leftOut.length === 0}>
            <LeftOut lines={leftOut} language={language} />
          </Section>
          <Section id="fejlet" heading={progressWords.failed[language]} empty={view.progress.failed === 0}>
            <LeftOut lines={failed} language={language} />
          </Section>
          <Replies c={c} view={view} />
          <p class="d-print-none">
            <a href={`/desk/gruppebeskeder/${view.id}/rapport`}>{progressWords.report[language]}</a>
          </p>
        </>
      )}
    </div>,
  );
}

/** One group message: a draft with what it would do, or how far it is and what came of it. */
export const broadcastRoutes = new Hono<DeskEnv>();

broadcastRoutes.get('/gruppebeskeder/:id', async (c) => {
  const view = await showBroadcast(c.var.rt, c.var.staff, c.req.param('id'));
  return view.may.change ? sendDraft(c, view) : sendBroadcast(c, view);
});

broadcastRoutes.get('/gruppebeskeder/:id/status', async (c) => {
  const view = await showBroadcast(c.var.rt, c.var.staff, c.req.param('id'));
  return markOf(view) === c.req.query('set') ? c.body(null, 204) : c.html(<Progress c={c} view={view} />);
});

broadcastRoutes.post('/gruppebeskeder/:id/bestil', async (c) =>
  takeOrder(c, await showBroadcast(c.var.rt, c.var.staff, c.req.param('id'))),
);

for (const [path, steer, saved] of [
  ['pause', pauseBroadcast, 'broadcastPaused'],
  ['fortsaet', resumeBroadcast, 'broadcastResumed'],
  ['stop', cancelBroadcast, 'broadcastCancelled'],
  ['igen', retryFailed, 'broadcastResumed'],
] as const)
  broadcastRoutes.post(`/gruppebeskeder/:id/${path}`, async (c) => {
    const id = c.req.param('id');
    await steer(c.var.rt, c.var.staff, id);
    return c.redirect(`/desk/gruppebeskeder/${id}?gemt=${saved}`, 303);
  });
