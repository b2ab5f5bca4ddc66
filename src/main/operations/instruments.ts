// The figures of one process: a registry of its own, never the library's global one.
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Counters, Histograms, Metrics } from '../../services/watching/metrics.ts';
import type { Commit } from '../../store/watch-commit.ts';
import { COUNTERS, GAUGES, type GaugeName, HISTOGRAMS } from './metrics-table.ts';

export type Instruments = {
  /** For the runtime. */
  metrics: Metrics;
  /** For the write lane. */
  committed(commit: Commit): void;
  /** Forgets what a gauge showed and shows these values. */
  show(name: GaugeName, values: readonly { labels?: Record<string, string>; value: number }[]): void;
  /** Everything as Prometheus text. */
  text(): Promise<string>;
};

/** Builds each figure of a table. */
const each = <N extends string, F, T>(
  table: Readonly<Record<N, F>>,
  build: (figure: F) => T,
): Map<string, T> => new Map(Object.entries<F>(table).map(([name, figure]) => [name, build(figure)]));

/** Opens the figures of this process, all at zero. */
export function openInstruments(): Instruments {
  const registry = new Registry();
  const registers = [registry];
  const counters = each(
    COUNTERS,
    ({ name, help, labels }) => new Counter<string>({ name, help, labelNames: labels, registers }),
  );
  const histograms = each(
    HISTOGRAMS,
    ({ name, help, labels, buckets }) =>
      new Histogram<string>({ name, help, labelNames: labels, buckets: [...buckets], registers }),
  );
  const gauges = each(
    GAUGES,
    ({ name, help, labels }) => new Gauge<string>({ name, help, labelNames: labels, registers }),
  );
  const metrics: Metrics = {
    count: <N extends keyof Counters>(name: N, labels: Counters[N], by = 1) =>
      counters.get(name)?.inc({ ...labels }, by),
    observe: <N extends keyof Histograms>(name: N, value: number, labels: Histograms[N]) =>
      histograms.get(name)?.observe({ ...labels }, value),
  };
  return {
    metrics,
    committed({ items, refused, ms }) {
      metrics.observe('commitItems', items, {});
      metrics.observe('commitSeconds', ms / 1000, {});
      if (refused > 0) metrics.count('refusedWrites', {}, refused);
    },
    show(name, values) {
      const gauge = gauges.get(name);
      gauge?.reset();
      // Without labels the library's reset shows a zero, which is not what is known.
      if (GAUGES[name].labels.length === 0) gauge?.remove();
      for (const { labels, value } of values) gauge?.set(labels ?? {}, value);
    },
    text: () => registry.metrics(),
  };
}
