// Spans through the standard API: without an SDK in the process they cost next to nothing. Attributes are ids and counts only.
import {
  type Attributes,
  type Context,
  context,
  createContextKey,
  type Span,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';

/** The key by which SDKs and instrumentations know that nothing below is to be traced or told to the other end. */
const SUPPRESSED = createContextKey('OpenTelemetry SDK Context Key SUPPRESS_TRACING');

/** Ends a span that failed: the name of the error alone, since its words may carry what was asked of the database. */
export function failSpan(span: Span, error: unknown): void {
  span.setAttribute('error.type', error instanceof Error ? error.name : 'Error');
  span.setStatus({ code: SpanStatusCode.ERROR });
}

/** Runs work in a span under the one that is active; passes on what it gives or throws. */
export function inSpan<T>(
  name: string,
  attributes: Attributes,
  work: (span: Span) => Promise<T>,
  parent: Context = context.active(),
): Promise<T> {
  return trace.getTracer('limen').startActiveSpan(name, { attributes }, parent, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      failSpan(span, error);
      throw error;
    } finally {
      span.end();
    }
  });
}

/**
 * The active context with tracing on again: for what is real work, also where the heartbeat found it. An idle heartbeat
 * leaves no trace.
 */
export const awake = (): Context => context.active().deleteValue(SUPPRESSED);

/** Runs work that talks to somebody else's machine: nothing of our traces goes along. */
export const untraced = <T>(work: () => Promise<T>): Promise<T> =>
  context.with(context.active().setValue(SUPPRESSED, true), work);
