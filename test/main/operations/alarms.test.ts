// The alarms stand on figures that exist, and each leads to words that help.
import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { openInstruments } from '../../../src/main/operations/instruments.ts';
import { COUNTERS, GAUGES, HISTOGRAMS } from '../../../src/main/operations/metrics-table.ts';

const Rule = z.strictObject({
  alert: z.string().regex(/^Limen[A-Z][A-Za-z]+$/),
  expr: z.string(),
  for: z.string().regex(/^\d+[smh]$/),
  labels: z.strictObject({ severity: z.enum(['warning', 'critical']) }),
  annotations: z.strictObject({ summary: z.string().min(20), runbook: z.string() }),
});
const Rules = z.strictObject({
  groups: z.array(z.strictObject({ name: z.string(), rules: z.array(Rule) })),
});

let rules: z.infer<typeof Rule>[];
let runbook: string;
/** The names of everything /metrics can show, from its TYPE lines, with what histograms become. */
let shown: Set<string>;
beforeAll(async () => {
  rules = Rules.parse(parse(await readFile('docs/alarms.yml', 'utf8'))).groups.flatMap(
    (group) => group.rules,
  );
  runbook = await readFile('docs/runbook.md', 'utf8');
  const types = [...(await openInstruments().text()).matchAll(/^# TYPE (\S+) (\S+)$/gm)];
  shown = new Set(
    types.flatMap(([, name = '', type]) =>
      type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    ),
  );
});

/** What of an expression Prometheus itself brings. */
const FROM_PROMETHEUS = new Set(['up']);
const figuresIn = (expr: string): string[] =>
  [...expr.matchAll(/\b((?:limen|process)_[a-z_]+|up)\b/g)].map(([name]) => name);

test('every alarm asks for figures that /metrics shows', () => {
  expect(rules.length).toBeGreaterThan(15);
  for (const { alert, expr } of rules) {
    const figures = figuresIn(expr);
    const missing = figures.filter((name) => !shown.has(name) && !FROM_PROMETHEUS.has(name));
    expect({ alert, figures: figures.length > 0, missing }).toEqual({ alert, figures: true, missing: [] });
  }
});

test('every label an alarm asks for is one of its figure, with a value that occurs', () => {
  const labels = new Map(
    [...Object.values(COUNTERS), ...Object.values(GAUGES), ...Object.values(HISTOGRAMS)].map((figure) => [
      figure.name,
      new Set<string>(figure.labels),
    ]),
  );
  const values: Record<string, readonly string[]> = {
    part: ['database', 'queue', 'gateway'],
    lane: ['answers', 'rest', 'broadcasts'],
    outcome: ['done', 'failed'],
    state: ['waiting', 'active'],
    kind: ['open', 'urgent', 'broken'],
    quantile: ['0.5', '0.99', '1'],
    status: ['2xx', '3xx', '4xx', '5xx', 'sent', 'delivered', 'undelivered', 'failed'],
    job: ['limen'],
  };
  for (const { expr } of rules)
    for (const [, name = '', matchers = ''] of expr.matchAll(/([a-z_]+)\{([^}]*)\}/g))
      for (const [, label = '', wanted = ''] of matchers.matchAll(/(\w+)=~?"([^"]*)"/g)) {
        const own = label === 'job' || labels.get(name.replace(/_bucket$/, ''))?.has(label) === true;
        const known = wanted.split('|').every((value) => values[label]?.includes(value));
        expect({ expr, label, wanted, own, known }).toMatchObject({ own: true, known: true });
      }
});

test('parentheses and braces of every alarm close', () => {
  for (const { expr } of rules)
    for (const [open, close] of ['()', '{}', '[]'].map((pair) => [...pair]))
      expect([expr, expr.split(String(open)).length]).toEqual([expr, expr.split(String(close)).length]);
});

/** A heading's address, as GitHub and others make it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replaceAll(' ', '-');

test('every alarm leads to a heading of the runbook, and so does every link within it', () => {
  const anchors = new Set([...runbook.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => anchorOf(heading)));
  const wanted = [
    ...rules.map(({ annotations }) => annotations.runbook.replace('docs/runbook.md#', '')),
    ...[...runbook.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor),
  ];

  expect(wanted.filter((anchor) => !anchors.has(anchor))).toEqual([]);
});

test('the runbook names only figures, settings and commands that exist', async () => {
  const config = await readFile('src/main/config.ts', 'utf8');
  const settings = [
    ...runbook.matchAll(/\b((?:LIMEN|SMS|TWILIO|DATABASE|REDIS|METRICS|LEASE|PUBLIC|WORKER)_[A-Z_]+)\b/g),
  ];
  const unknown = settings.map(([, name = '']) => name).filter((name) => !config.includes(`  ${name}:`));

  expect(figuresIn(runbook).filter((name) => !shown.has(name) && name !== 'up')).toEqual([]);
  expect(settings.length).toBeGreaterThan(5);
  expect(unknown).toEqual([]);
});
