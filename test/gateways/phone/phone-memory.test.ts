// What the network remembers when its process ends, in whatever way.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncomingSms, StatusReport } from '../../../src/gateways/gateway.ts';
import type { PhoneNetworkOptions } from '../../../src/gateways/phone/phone.ts';
import { createPhoneNetwork } from '../../../src/gateways/phone/phone-network.ts';
import { isLandline } from '../../../src/services/phone-number.ts';
import { sms } from '../conformance.ts';

const phone = '+4520000001';
let folder: string;
let file: string;
let at: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'limen-phones-'));
  file = join(folder, 'data', 'phones.jsonl');
  at = Date.parse('2027-03-01T09:00:00Z');
});
afterEach(() => rmSync(folder, { recursive: true }));

function open(different: Partial<PhoneNetworkOptions> = {}) {
  const senders = { name: 'Kommunen', number: '+4520009999' };
  return createPhoneNetwork({
    now: () => at,
    senders,
    isLandline,
    file,
    schedule: () => () => {},
    ...different,
  });
}

function listen() {
  const reports: StatusReport[] = [];
  const incoming: IncomingSms[] = [];
  const house = {
    onIncoming: async (it: IncomingSms) => void incoming.push(it),
    onStatus: async (it: StatusReport) => void reports.push(it),
  };
  return { reports, incoming, house };
}

describe('the network’s memory', () => {
  it('shows the same phones after a restart', async () => {
    const { house } = listen();
    const before = open({ deliver: house });
    await before.post(sms({ text: 'Linje 1\nLinje 2 æøå' }));
    await before.type(phone, 'JA');
    before.configure('+4520000002', 'off');
    at += 60_000;
    await before.settle();
    await before.close();

    const after = open({ deliver: house });

    expect(after.listPhones()).toEqual(before.listPhones());
    expect(after.conversation(phone)).toEqual(before.conversation(phone));
    await after.close();
  });

  it('goes on after a restart with what was under way, and tells the house what it had not been told', async () => {
    const before = open();
    const posted = await before.post(sms());
    await before.type(phone, 'JA');
    await before.close();
    at += 60_000;

    const { house, reports, incoming } = listen();
    const after = open({ deliver: house });
    await after.settle();
    at += 60_000;
    await after.settle();
    await after.close();

    const id = posted.outcome === 'accepted' ? posted.providerId : '';
    expect(reports.map(({ providerId, status }) => [providerId, status])).toEqual([
      [id, 'sent'],
      [id, 'delivered'],
    ]);
    expect(incoming).toMatchObject([{ text: 'JA' }]);
  });

  it('tells the house nothing again that it has taken', async () => {
    const before = open({ deliver: listen().house });
    await before.post(sms());
    await before.type(phone, 'JA');
    at += 60_000;
    await before.settle();
    at += 60_000;
    await before.settle();
    await before.close();

    const { house, reports, incoming } = listen();
    const after = open({ deliver: house });
    await after.settle();
    await after.close();

    expect([...reports, ...incoming]).toEqual([]);
  });

  it('still finds an unknown message after a restart', async () => {
    const before = open({ faults: { post: () => 'accept-then-unknown' } });
    const posted = await before.post(sms());
    await before.close();

    const after = open();

    expect(posted).toEqual({ outcome: 'unknown' });
    expect(await after.find(sms(), { from: at, to: at })).toMatchObject({ outcome: 'found' });
    await after.close();
  });

  it('ignores half a last line, and writes on cleanly after it', async () => {
    const first = open();
    await first.post(sms({ text: 'hel' }));
    await first.post(sms({ text: 'halv' }));
    await first.close();
    truncateSync(file, statSync(file).size - 20);

    const second = open();
    const kept = second.conversation(phone).map(({ text }) => text);
    await second.post(sms({ text: 'ny' }));
    await second.close();
    const third = open();

    expect(kept).toEqual(['hel']);
    expect(third.conversation(phone).map(({ text }) => text)).toEqual(['hel', 'ny']);
    await third.close();
  });

  it('ignores a line that is none', async () => {
    await open().close();
    appendFileSync(file, 'not json\n{"type":"status","id":"PH-unknown","at":1,"status":"sent"}\n');

    const network = open();

    expect(network.listPhones()).toEqual([]);
    await network.close();
  });

  it('never gives an id again, also when its file was thrown away', async () => {
    const first = open();
    const one = await first.post(sms());
    await first.close();
    rmSync(file);
    at += 1;

    const second = open();
    const two = await second.post(sms());
    await second.close();

    expect(one).not.toEqual(two);
  });

  it('certainly refuses a message that it cannot write down', async () => {
    const network = open();
    await network.close();

    const posted = await network.post(sms());

    expect(posted).toEqual({ outcome: 'refused', reason: 'temporary', retryable: true });
    expect(network.conversation(phone)).toEqual([]);
  });

  it('is readable by its owner only', async () => {
    await open().close();

    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('has every message it took when its process is killed', async () => {
    const program = join(import.meta.dirname, 'post-until-killed.ts');
    const child = spawn(process.execPath, [program, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    const taken: string[] = [];
    for await (const id of createInterface({ input: child.stdout })) {
      taken.push(id);
      if (taken.length === 200) child.kill('SIGKILL');
    }
    if (child.signalCode === null) await once(child, 'exit');

    const network = open();
    const kept = new Set(network.conversation(phone).map(({ id }) => id));
    await network.close();

    expect(child.signalCode).toBe('SIGKILL');
    expect(taken.length).toBeGreaterThanOrEqual(200);
    expect(taken.filter((id) => !kept.has(id))).toEqual([]);
    expect(readFileSync(file, 'utf8')).toContain('"type":"network"');
  });
});
