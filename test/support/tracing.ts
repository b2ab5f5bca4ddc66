// An OpenTelemetry SDK as somebody who runs the house would attach it, keeping its spans in memory.
import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  type ContextManager,
  context,
  propagation,
  ROOT_CONTEXT,
  trace,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';

function asyncContexts(): ContextManager {
  const storage = new AsyncLocalStorage<Context>();
  const manager: ContextManager = {
    active: () => storage.getStore() ?? ROOT_CONTEXT,
    with: (active, work, self, ...args) =>
      storage.run(active, () => Reflect.apply(work, self, args) as ReturnType<typeof work>),
    bind: (active, target) =>
      typeof target === 'function'
        ? (((...args: unknown[]) =>
            storage.run(active, () => Reflect.apply(target, undefined, args))) as typeof target)
        : target,
    enable: () => manager,
    disable: () => manager,
  };
  return manager;
}

export type Tracing = Disposable & {
  /** Finished spans, in the order in which they began. */
  spans(): ReadableSpan[];
  /** Names of finished spans, indented under the span they belong to; those that only link stand by themselves. */
  tree(): string[];
};

/** Attaches an SDK to this process until it is disposed of. */
export function recordSpans(): Tracing {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  context.setGlobalContextManager(asyncContexts());
  trace.setGlobalTracerProvider(provider);
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  const spans = (): ReadableSpan[] =>
    exporter
      .getFinishedSpans()
      .toSorted((a, b) => a.startTime[0] - b.startTime[0] || a.startTime[1] - b.startTime[1]);
  return {
    spans,
    tree() {
      const all = spans();
      const ids = new Set(all.map((span) => span.spanContext().spanId));
      const under = (parent: string | undefined, depth: number): string[] =>
        all
          .filter(({ parentSpanContext }) => {
            const id = parentSpanContext?.spanId;
            return parent === undefined ? id === undefined || !ids.has(id) : id === parent;
          })
          .flatMap((span) => [
            `${'  '.repeat(depth)}${span.name}`,
            ...under(span.spanContext().spanId, depth + 1),
          ]);
      return under(undefined, 0);
    },
    [Symbol.dispose]() {
      context.disable();
      trace.disable();
      propagation.disable();
    },
  };
}
