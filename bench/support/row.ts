import type { Rate } from './rounds.ts';

/** A measured figure, e.g. 9,000 turns/s; `cpuMicros` is the processor time each one took. */
export type Figure = { value: number; unit: string; cpuMicros?: number };

/** What a row is to reach, by its ratio or by what was measured. */
export type Aim = ({ least: number } | { most: number }) & { of?: 'measured' };

/** One row of the table: the subject beside a baseline of the same run, where there is one. */
export type Row = {
  row: string;
  subject: Figure;
  baseline?: Figure & { what: string };
  /** The subject by the baseline; in `ratioUnit`, where it has one, what the subject has more than it. */
  ratio?: number;
  ratioUnit?: string;
  aim?: Aim;
};

/** A row that could not be measured here, and the sentence that says why. */
export type Skipped = { row: string; skipped: string };

export const isSkipped = (row: Row | Skipped): row is Skipped => 'skipped' in row;

/** Whether a row reaches its aim; true when it has none. */
export function reaches({ subject, ratio = Number.NaN, aim }: Row): boolean {
  if (!aim) return true;
  const figure = aim.of === 'measured' ? subject.value : ratio;
  return 'least' in aim ? figure >= aim.least : figure <= aim.most;
}

export const figureOf = ({ perSecond, cpuMicros }: Rate, unit: string): Figure => ({
  value: perSecond,
  unit,
  cpuMicros,
});
