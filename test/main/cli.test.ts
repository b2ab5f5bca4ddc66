// The command line, on the flows of this repository.
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { runCli } from '../../src/main/run-cli.ts';
import { makeDesk } from '../support/desk.ts';
import { makeEvent } from '../support/events.ts';

type Ran = { code: number; out: string; err: string };

/** In this process, with what it prints caught. */
async function limen(args: string[], env: Record<string, string> = {}): Promise<Ran> {
  const ran: Ran = { code: 0, out: '', err: '' };
  const catchInto = (stream: 'out' | 'err') => (text: string | Uint8Array) => {
    ran[stream] += String(text);
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(catchInto('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(catchInto('err')),
  ];
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  try {
    ran.code = await runCli(args);
    return ran;
  } finally {
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
  }
}

/** As people run it: a process of its own. */
const limenProcess = (args: string[]): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['src/main/limen.js', ...args], { timeout: 60_000 }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });

const objects = (out: string): Record<string, unknown>[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const SIMULATE = ['simulate', 'flows/velkomst', '--start', '2027-03-01T09:00'];
const MOVED_IN = ['--anchor', 'indflytning=2027-04-01'];

describe('the command line', { timeout: 60_000 }, () => {
  it('prints what the real engine does, one object a line', async () => {
    const ran = await limenProcess([...SIMULATE, ...MOVED_IN, '--do', '2027-03-02T10:00 accept', '--json']);

    const lines = objects(ran.out);
    const first = lines.find((line) => line.kind === 'messageComposed');
    expect(ran.code).toBe(0);
    expect(lines[0]).toMatchObject({ at: '2027-03-01T09:00:00+01:00', kind: 'started' });
    expect(first).toMatchObject({
      at: '2027-03-01T09:00:00+01:00',
      sender: 'name',
      to: '+4520000001',
      segments: 1,
    });
    expect(String(first?.text)).toContain('https://limen.example/i/');
    expect(lines.every((line) => /T\d\d:\d\d:\d\d[+-]\d\d:00$/.test(String(line.at)))).toBe(true);
  });

  for (const [what, args, sentence] of [
    ['an unknown flow', ['simulate', 'flows/findes-ikke'], /findes-ikke: her er intet forløb/],
    ['a missing anchor', SIMULATE, /Indflytning.* mangler.*--anchor indflytning=2027-04-01/],
    [
      'an unknown anchor',
      [...SIMULATE, '--anchor', 'bryllup=2027-04-01'],
      /ingen dato.*bryllup.*indflytning/,
    ],
    [
      'a date that is none',
      [...SIMULATE, '--anchor', 'indflytning=2027-02-30'],
      /kan ikke være "2027-02-30"/,
    ],
    [
      'an hour that does not exist',
      ['simulate', 'flows/velkomst', '--start', '2027-03-28T02:30', ...MOVED_IN],
      /2027-03-28T02:30|findes ikke/,
    ],
    ['a deed nobody knows', [...SIMULATE, ...MOVED_IN, '--do', '2027-03-05T10:00 dance'], /dance/],
    ['a verb nobody knows', ['dance'], /unknown command/],
  ] as const)
    it(`answers ${what} with one sentence and exit 1`, async () => {
      const ran = await limen([...args]);

      expect(ran.code).toBe(1);
      expect(ran.err).toMatch(sentence);
      expect(ran.err).not.toMatch(/^\s+at /m);
    });

  it('checks a broken flow: file, line and column, in Danish or English, and as JSON', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'limen-flow-'));
    await cp('flows/velkomst', folder, { recursive: true });
    const flow = await readFile(join(folder, 'flow.yaml'), 'utf8');
    await writeFile(join(folder, 'flow.yaml'), flow.replace('- invite:', '- invitt:'));

    const danish = await limen(['check', folder]);
    const english = await limen(['check', folder, '--language', 'en']);
    const json = await limen(['check', folder, '--json']);
    await rm(folder, { recursive: true });

    expect([danish.code, english.code, json.code]).toEqual([1, 1, 1]);
    expect(danish.err).toMatch(/flow\.yaml:\d+:\d+: .*invitt.*invite/);
    expect(english.err).toMatch(/flow\.yaml:\d+:\d+: .*invitt.*invite/);
    expect(objects(json.out)[0]).toMatchObject({
      line: expect.any(Number),
      column: expect.any(Number),
      code: expect.any(String),
    });
  });

  it('holds a flow against the titles of events and the units of the house that is there, without touching it', async () => {
    await using rt = await makeDesk();
    await makeEvent(rt, { title: 'Rolf fortæller', smsTitle: 'Temaeftermiddag' });
    const folder = await mkdtemp(join(tmpdir(), 'limen-flow-'));
    await cp('flows/arrangement', folder, { recursive: true });
    const texts = await readFile(join(folder, 'texts.da.yaml'), 'utf8');
    await writeFile(
      join(folder, 'texts.da.yaml'),
      texts.replace('Vil du med til', 'Rolf fortæller. Med til'),
    );

    const found = await limen(['check', folder], { DATABASE_URL: rt.url });
    const alone = await limen(['check', folder, '--no-house'], { DATABASE_URL: rt.url });
    const missing = await limen(['check', folder], { DATABASE_URL: `file:${join(folder, 'none.db')}` });
    await writeFile(join(folder, 'old.db'), 'no database');
    const unread = await limen(['check', folder], { DATABASE_URL: `file:${join(folder, 'old.db')}` });
    await rm(folder, { recursive: true });

    expect(found.code).toBe(1);
    expect(found.err).toMatch(/texts\.da\.yaml:\d+:\d+: .*Rolf fortæller/);
    expect([alone.code, missing.code, unread.code]).toEqual([0, 0, 0]);
    expect(unread.err).toContain('kan ikke læses');
  });

  it('draws a flow as Mermaid and as SVG', async () => {
    const mermaid = await limen(['diagram', 'flows/temaeftermiddag']);
    const svg = await limen(['diagram', 'flows/temaeftermiddag', '--svg']);

    expect(mermaid.out).toMatch(/^flowchart/m);
    expect(svg.out).toMatch(/^<svg[\s\S]*<\/svg>\s*$/);
  });

  it('has help for every verb', async () => {
    const { out } = await limen(['--help']);

    for (const verb of ['start', 'migrate', 'check', 'simulate', 'diagram', 'verify', 'key'])
      expect(out).toContain(verb);
  });

  it('migrates, and verifies an empty chain', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'limen-cli-'));
    const env = { LIMEN_DATA: folder, DATABASE_URL: `file:${folder}/limen.db` };

    const migrated = await limen(['migrate', '--json'], env);
    const verified = await limen(['verify', '--json'], env);
    await rm(folder, { recursive: true });

    expect(objects(migrated.out)).toEqual([{ migrated: true }]);
    expect(objects(verified.out)).toEqual([{ ok: true, entries: 0, head: '', unchained: 0 }]);
  });

  it('says in one line that the database is on a read-only place or no database at all', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'limen-bad-'));
    await writeFile(
      join(folder, 'limen.db'),
      'this is no database, it is a letter to the municipality'.repeat(50),
    );

    const noDatabase = await limen(['migrate'], {
      LIMEN_DATA: folder,
      DATABASE_URL: `file:${folder}/limen.db`,
    });
    const nowhere = await limen(['migrate'], {
      LIMEN_DATA: folder,
      DATABASE_URL: `file:${folder}/limen.db/under/limen.db`,
    });
    await rm(folder, { recursive: true });

    for (const ran of [noDatabase, nowhere]) {
      expect(ran.code).toBeGreaterThan(0);
      expect(ran.err.trim().split('\n')).toHaveLength(1);
      expect(ran.err).toMatch(/DATABASE_URL|LIMEN_DATA/);
    }
  });
});
