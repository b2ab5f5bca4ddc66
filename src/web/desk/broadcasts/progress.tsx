// How far a group message is: true at any moment, and kept up to date where scripts run.
import type { FC } from 'hono/jsx';
import type { BroadcastView } from '../../../services/broadcasts/show-broadcast.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { statusWords } from '../../words/message-words.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { Section } from '../frame/lists.tsx';
import { KEEP } from '../frame/live.tsx';
import { Do, Facts } from '../frame/parts.tsx';
import { progressWords } from './broadcast-words.ts';
import { BroadcastState } from './broadcasts.tsx';

/** Messages in these states are still to leave, or may still change. */
const UNDER_WAY = ['due', 'held', 'sending', 'unknown', 'todo'] as const;
const OPEN = [...UNDER_WAY, 'sent'] as const;
const OVER = ['delivered', 'done', 'undelivered', 'failed', 'expired', 'cancelled'] as const;

const GOES_ON: readonly string[] = ['scheduled', 'filling', 'running', 'sampled', 'paused'];

const sumOf = ({ progress }: BroadcastView, states: readonly string[]): number =>
  states.reduce((all, state) => all + (progress.messages[state] ?? 0), 0);

/** Finished are those who will get no more of it: sent, called, written to, failed for good, or left out. */
const finished = (view: BroadcastView): number =>
  view.progress.audience - view.progress.waiting - sumOf(view, UNDER_WAY);

/** What the page shows, to be asked for again only when it changed. */
export const markOf = (view: BroadcastView): string =>
  [
    view.status,
    finished(view),
    view.progress.waiting,
    ...OPEN.map((state) => view.progress.messages[state] ?? 0),
    view.replies.reduce((all, { count }) => all + count, 0),
  ].join('.');

const Bar: FC<{ c: DeskContext; view: BroadcastView }> = ({ c, view }) => {
  const { language } = c.var;
  const { audience } = view.progress;
  const n = finished(view);
  if (audience === 0) return null;
  return (
    <>
      <progress class="desk-progress" max={audience} value={n} aria-label={progressWords.heading[language]} />
      <p>{fill(progressWords.bar[language], { n, all: audience })}</p>
    </>
  );
};

/** The bar and the counts; asks again every few seconds while it goes on. */
export const Progress: FC<{ c: DeskContext; view: BroadcastView }> = ({ c, view }) => {
  const { language } = c.var;
  const t = inLanguage(progressWords, language);
  const { progress, status } = view;
  const asks =
    GOES_ON.includes(status) || sumOf(view, OPEN) > 0
      ? {
          'hx-get': `/desk/gruppebeskeder/${view.id}/status?set=${markOf(view)}`,
          'hx-trigger': 'every 3s',
          'hx-swap': 'outerMorph',
          ...KEEP,
        }
      : {};
  const never = status === 'cancelled' || status === 'broken' ? t.never : t.notBegun;
  const some = (n: number | undefined): string | undefined => (n ? String(n) : undefined);
  return (
    <div id="fremdrift" {...asks}>
      <p>
        <BroadcastState status={status} language={language} />
      </p>
      <Bar c={c} view={view} />
      <Facts
        rows={[
          [never, some(progress.waiting)],
          ...[...OPEN, ...OVER].map(
            (state) => [statusWords[state][language], some(progress.messages[state])] as const,
          ),
        ]}
      />
      {progress.messages.todo ? <p>{t.callsAndLetters}</p> : null}
    </div>
  );
};

/** What may be done with it now, each with what it leads to. */
export const Steer: FC<{ c: DeskContext; view: BroadcastView }> = ({ c, view }) => {
  const { language } = c.var;
  const t = inLanguage(progressWords, language);
  const { may, progress, status } = view;
  const at = `/desk/gruppebeskeder/${view.id}`;
  const rest = progress.waiting + sumOf(view, ['due', 'held', 'todo']);
  if (!may.pause && !may.resume && !may.cancel && !may.retry) return null;
  return (
    <div class="d-print-none">
      {may.resume ? (
        <>
          {status === 'sampled' ? <p>{t.sampledHint}</p> : null}
          <Do c={c} action={`${at}/fortsaet`} variant="primary">
            {t.resume}
          </Do>
        </>
      ) : null}
      {may.pause && status !== 'sampled' ? (
        <>
          <p class="form-hint">{t.pauseHint}</p>
          <Do c={c} action={`${at}/pause`}>
            {t.pause}
          </Do>
        </>
      ) : null}
      {may.retry ? (
        <>
          <p class="form-hint">{t.retryHint}</p>
          <Do c={c} action={`${at}/igen`}>
            {fill(t.retry, { n: progress.failed })}
          </Do>
        </>
      ) : null}
      {may.cancel ? (
        <>
          <p class="form-hint">{fill(t.cancelHint, { n: rest })}</p>
          <Do c={c} action={`${at}/stop`} variant="tertiary">
            {t.cancel}
          </Do>
        </>
      ) : null}
    </div>
  );
};

/** The progress under its heading. */
export const HowFar: FC<{ c: DeskContext; view: BroadcastView }> = ({ c, view }) => (
  <Section id="saa-langt" heading={progressWords.heading[c.var.language]}>
    <Progress c={c} view={view} />
    <Steer c={c} view={view} />
  </Section>
);
