// `npm run sbom`: what the house is made of, told without asking anybody.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

type Bom = { bomFormat: string; components: { name: string; version: string; licenses?: unknown[] }[] };
type Lock = { packages: Record<string, { version?: string }> };

test('npm run sbom lists what runs, with the locked versions and no network', {
  timeout: 60_000,
}, async () => {
  // An address where nobody answers: whoever asks for the network fails.
  const env = { ...process.env, npm_config_offline: 'true', npm_config_registry: 'http://127.0.0.1:9' };
  const { stdout } = await promisify(execFile)('npm', ['run', '-s', 'sbom'], {
    env,
    maxBuffer: 64 * 1024 * 1024,
  });

  const bom = JSON.parse(stdout) as Bom;
  const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8')) as Lock;
  const named = new Map(bom.components.map(({ name, version }) => [name, version]));
  expect(bom.bomFormat).toBe('CycloneDX');
  for (const name of ['hono', 'drizzle-orm', '@libsql/client', 'bullmq', 'twilio', 'undici'])
    expect(named.get(name)).toBe(packages[`node_modules/${name}`]?.version);
  expect(named.has('vitest')).toBe(false);
});
