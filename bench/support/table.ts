import { type Figure, isSkipped, type Row, reaches, type Skipped } from './row.ts';

const number = (value: number): string => {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
};

const figure = ({ value, unit }: Figure): string => `${number(value)} ${unit}`;

function aimOf(row: Row): string {
  if (!row.aim) return '';
  const aim = 'least' in row.aim ? `at least ${row.aim.least}` : `at most ${row.aim.most}`;
  const unit = row.aim.of === 'measured' ? ` ${row.subject.unit}` : '';
  return `${reaches(row) ? 'reaches' : 'MISSES'} ${aim}${unit}`;
}

function ratioOf({ ratio, ratioUnit }: Row): string {
  if (ratio === undefined) return '';
  return ratioUnit ? `${number(ratio)} ${ratioUnit}` : number(ratio);
}

const cells = (row: Row): string[] => [
  row.row,
  figure(row.subject),
  row.baseline ? figure(row.baseline) : '',
  ratioOf(row),
  aimOf(row),
  row.baseline?.what ?? '',
];

const HEAD = ['what', 'measured', 'baseline', 'ratio', 'aim', 'the baseline is'];

/** The rows as a table for people; a skipped row is one sentence under it. */
export function tableOf(rows: readonly (Row | Skipped)[]): string {
  const lines = [HEAD, ...rows.flatMap((row) => (isSkipped(row) ? [] : [cells(row)]))];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const table = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const skipped = rows.flatMap((row) =>
    isSkipped(row) ? [`${row.row}: not measured, ${row.skipped}.`] : [],
  );
  return [...table, ...skipped].join('\n');
}
