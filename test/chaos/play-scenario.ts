// One row of the matrix: a world of its own, the script with its faults, and what came of it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Baseline } from './baseline.ts';
import { check, type Findings } from './check.ts';
import { play, type Scenario } from './play.ts';
import { readRecord } from './record.ts';
import type { Person } from './script.ts';
import { openWorld } from './world.ts';

export type Row = Findings & {
  name: string;
  journeys: number;
  /** Messages of which it was not known for a while whether they had left: that the faults struck. */
  doubted: number;
  deaths: number;
  seconds: number;
};

export type ScenarioOptions = {
  seed: number;
  people: readonly Person[];
  baseline: Baseline;
  folder?: string | undefined;
  share?: number;
  restWithinMs?: number;
  say?: (line: string) => void;
  /** Ends everything at once when it is aborted. */
  signal?: AbortSignal;
};

/** Plays a scenario in a fresh world. */
export async function playScenario(scenario: Scenario, options: ScenarioOptions): Promise<Row> {
  const { seed, people, baseline, folder, share, restWithinMs, say, signal } = options;
  const began = performance.now();
  const { settings } = scenario;
  const world = await openWorld({ seed, people, folder, settings, ...(share ? { share } : {}) });
  signal?.addEventListener('abort', () => void world.close());
  const children = [...world.webs, ...world.workers];
  try {
    await play(world, scenario, restWithinMs, say);
    const record = await readRecord(world.eye.db);
    const findings = check(world, record, baseline);
    return {
      ...findings,
      name: scenario.name,
      journeys: record.journeys.size,
      doubted: record.seen.filter(({ what }) => what === 'unknown').length,
      deaths: children.reduce((sum, one) => sum + one.deaths(), 0),
      seconds: Math.round((performance.now() - began) / 1000),
    };
  } finally {
    if (say) for (const { name, lines } of children) say(`${name}: ${lines.slice(-8).join('\n  ')}`);
    await world.close();
  }
}

/** A small disk in memory; undefined where mounting one is not allowed. */
export function mountDisk(megabytes: number): { folder: string; unmount(): void } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'limen-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  if (mounted.status !== 0) {
    rmdirSync(folder);
    return undefined;
  }
  const unmount = (): void => {
    process.off('exit', unmount);
    spawnSync('umount', ['-l', folder]);
    rmdirSync(folder);
  };
  process.on('exit', unmount);
  return { folder, unmount };
}
