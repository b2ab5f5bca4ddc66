// A commit is shared by callers of many requests and jobs: its span hangs under the first of them and points to the others.
import { type Context, type Link, type SpanContext, trace } from '@opentelemetry/api';

/** One shared commit: how many writes, how many of them were refused or not answered, and how long it took. */
export type Commit = { items: number; refused: number; ms: number };

const MOST_LINKS = 20;

const linksTo = (others: readonly Context[]): Link[] =>
  [...new Set(others.flatMap((other) => trace.getSpanContext(other) ?? []))]
    .slice(0, MOST_LINKS)
    .map((found: SpanContext) => ({ context: found }));

/** Runs a commit in a span; `commit` gives how many of its writes were refused. */
export async function watchCommit(
  callers: readonly Context[],
  commit: () => Promise<number>,
  told: ((commit: Commit) => void) | undefined,
): Promise<void> {
  const items = callers.length;
  // A caller that is not traced must not hide those that are.
  const first = callers.find((caller) => trace.getSpanContext(caller)) ?? callers[0];
  const others = callers.filter((caller) => caller !== first);
  const span = trace
    .getTracer('limen')
    .startSpan('commit', { attributes: { 'limen.items': items }, links: linksTo(others) }, first);
  const from = performance.now();
  const refused = await commit();
  if (refused > 0) span.setAttribute('limen.refused', refused);
  span.end();
  told?.({ items, refused, ms: performance.now() - from });
}
