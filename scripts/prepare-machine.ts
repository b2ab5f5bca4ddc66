// Before the tests: what they need and npm does not bring. A missing program is installed through Debian when that is
// possible here; otherwise one sentence says what to install. The whole Chromium does as well as its shell, only slower.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

type Needed = { at: string[]; debian: string; instead?: string[] };

const NEEDED: Needed[] = [
  {
    at: ['/usr/bin/chromium-headless-shell'],
    debian: 'chromium-headless-shell',
    instead: ['/usr/bin/chromium', '/usr/bin/chromium-browser'],
  },
  { at: ['/usr/bin/redis-server'], debian: 'redis-server' },
];

/** An installation that takes longer is given up. */
const MOST_MS = 180_000;

const run = (command: string, args: string[]): boolean =>
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: MOST_MS,
  }).status === 0;

const isMissing = ({ at }: Needed): boolean => !at.some(existsSync);
const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

const missing = NEEDED.filter(isMissing);
if (missing.length > 0 && mayInstall) {
  const packages = missing.map(({ debian }) => debian);
  console.log(`Missing for the tests: ${packages.join(', ')}. Installing through Debian.`);
  run('apt-get', ['update', '-qq']);
  for (const name of packages) run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name]);
}

const lacking = NEEDED.filter((one) => isMissing(one) && !one.instead?.some(existsSync));
if (lacking.length > 0) {
  const packages = lacking.map(({ debian }) => debian);
  console.error(
    `Install ${packages.join(' and ')} (on Debian: sudo apt-get install ${packages.join(' ')}), then run npm test again.`,
  );
  process.exitCode = 1;
}
