// Before the tests: what they need and npm does not bring. A missing program is installed through Debian when that is
// possible here; otherwise one sentence says what to install.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const NEEDED = [
  { program: 'chromium', at: ['/usr/bin/chromium', '/usr/bin/chromium-browser'], debian: 'chromium' },
  { program: 'redis-server', at: ['/usr/bin/redis-server'], debian: 'redis-server' },
];

const run = (command: string, args: string[]): boolean =>
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

const missing = NEEDED.filter(({ at }) => !at.some(existsSync));
if (missing.length > 0) {
  const packages = missing.map(({ debian }) => debian);
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  console.log(
    `Missing for the tests: ${packages.join(', ')}.${mayInstall ? ' Installing through Debian.' : ''}`,
  );
  const installed =
    mayInstall &&
    run('apt-get', ['update', '-qq']) &&
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  if (!installed) {
    console.error(
      `Install ${packages.join(' and ')} (on Debian: sudo apt-get install ${packages.join(' ')}), then run npm test again.`,
    );
    process.exitCode = 1;
  }
}
