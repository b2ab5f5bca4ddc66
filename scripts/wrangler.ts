// Wrangler as this project runs it: it asks nobody for updates, tells nobody anything, and keeps its logs in this folder.
import { type ChildProcess, spawn } from 'node:child_process';

const root = new URL('..', import.meta.url).pathname;

const quiet = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_NO_SKILLS_UPDATE_PROMPTS: 'true',
  WRANGLER_LOG_PATH: `${root}.wrangler/logs`,
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
};

/** Runs wrangler in the project's folder. `env` are the Worker's bindings when it is run locally. */
export const runWrangler = (
  args: readonly string[],
  { env = {}, stdio = 'inherit' }: { env?: NodeJS.ProcessEnv; stdio?: 'inherit' | 'pipe' } = {},
): ChildProcess =>
  spawn(`${root}node_modules/.bin/wrangler`, [...args], {
    cwd: root,
    env: { ...process.env, ...quiet, ...env },
    stdio,
  });
