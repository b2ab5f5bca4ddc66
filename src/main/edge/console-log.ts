import type { Log } from '../../services/runtime.ts';

const WEIGHTS = { debug: 20, info: 30, warn: 40, error: 50 } as const;
const LEAST: Readonly<Record<string, number>> = { ...WEIGHTS, fatal: 60, silent: Number.POSITIVE_INFINITY };

/** Log lines as on Node (JSON with `level`, `time`, `msg`), written to the console, which is where a Worker's log is. */
export function createConsoleLog(level: string): Log {
  const least = LEAST[level] ?? WEIGHTS.info;
  const write =
    (kind: keyof typeof WEIGHTS): Log[typeof kind] =>
    (fields, msg) => {
      if (WEIGHTS[kind] < least) return;
      console[kind](JSON.stringify({ level: WEIGHTS[kind], time: Date.now(), ...fields, msg }));
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}
