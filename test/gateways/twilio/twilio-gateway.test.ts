import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OutgoingSms } from '../../../src/gateways/gateway.ts';
import { createTwilioGateway } from '../../../src/gateways/twilio/twilio-gateway.ts';
import { sms } from '../conformance.ts';
import type { TwilioFault } from '../twilio-server.ts';
import { openTwilioStand } from '../twilio-stand.ts';

let stand: Awaited<ReturnType<typeof openTwilioStand>>;
beforeEach(async () => {
  stand = await openTwilioStand({ maxPageSize: 3 });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await stand.close();
});

const around = () => ({ from: stand.now() - 1000, to: stand.now() + 1000 });

type Different = { apiUrl?: string; authToken?: string; senders?: { name: string; number: string } };

function gatewayWith(different: Different) {
  const { accountSid, authToken, url: apiUrl } = stand.server;
  const publicUrl = 'https://limen.example/';
  const rest = { senders: stand.senders, publicUrl, requestTimeoutMs: 200, connections: 2 };
  return createTwilioGateway({ accountSid, authToken, apiUrl, ...rest, ...different });
}

describe('posting through Twilio', () => {
  it.each<[TwilioFault, number]>([
    ['accept-then-drop', 1],
    ['accept-then-500', 1],
    ['accept-then-hang', 1],
    ['accept-then-garbage', 1],
    ['drop', 0],
    ['hang', 0],
    [500, 0],
    [503, 0],
  ])('does not know the outcome after "%s", within its time and after one attempt', async (fault, taken) => {
    stand.server.plan(fault);

    const posted = await stand.gateway.post(sms());

    expect(posted).toEqual({ outcome: 'unknown' });
    expect(stand.server.attempts()).toBe(1);
    expect(stand.server.accepted).toHaveLength(taken);
  });

  it('sends again on a sound connection after any fault', async () => {
    stand.server.plan('drop', 'hang', 500, 'accept-then-drop');
    for (let attempt = 0; attempt < 4; attempt += 1) await stand.gateway.post(sms());

    expect(await stand.gateway.post(sms({ reference: 'after' }))).toMatchObject({ outcome: 'accepted' });
  });

  it('leaves from the name staff have given, which the account must know', async () => {
    expect(await stand.gateway.post(sms({ sender: 'name', from: 'Ukendt' }))).toMatchObject({
      outcome: 'refused',
    });
    const own = sms({ sender: 'number', from: stand.senders.name });
    expect(await stand.gateway.post(own)).toMatchObject({ outcome: 'accepted' });
    expect(stand.server.accepted.map(({ from }) => from)).toEqual([stand.senders.name]);
  });

  it('follows no redirect, and takes it for a setting that is wrong', async () => {
    stand.server.plan('redirect');

    const posted = await stand.gateway.post(sms());

    expect(posted).toMatchObject({ outcome: 'refused', reason: 'configuration', retryable: true });
    expect(stand.server.attempts()).toBe(1);
  });

  it('is certainly refused with a wrong token', async () => {
    const gateway = gatewayWith({ authToken: 'wrong' });

    const posted = await gateway.post(sms());
    await gateway.close();

    const refusal = { reason: 'configuration', retryable: true, code: 20003 };
    expect(posted).toEqual({ outcome: 'refused', ...refusal });
  });

  it('is certainly refused for now when nobody listens at the address', async () => {
    const gateway = gatewayWith({ apiUrl: 'http://127.0.0.1:1' });

    const posted = await gateway.post(sms());
    const found = await gateway.find(sms(), around());
    const forgotten = await gateway.forget('SM1');
    await gateway.close();

    expect(posted).toEqual({ outcome: 'refused', reason: 'temporary', retryable: true });
    expect(found).toEqual({ outcome: 'unavailable' });
    expect(forgotten).toBe(false);
  });

  it('is refused for good when the number has stopped at Twilio itself', async () => {
    stand.server.refuse('+4520000003', 21610);

    const posted = await stand.gateway.post(sms({ to: '+4520000003' }));

    expect(posted).toEqual({ outcome: 'refused', reason: 'opted-out', retryable: false, code: 21610 });
  });

  it.each<[number, number]>([
    [240, 14_400],
    [0, 1],
    [100_000, 36_000],
  ])(
    'asks the network to drop a message after %d minutes, as %d seconds',
    async (validityMinutes, seconds) => {
      await stand.gateway.post(sms({ validityMinutes }));

      expect(stand.server.accepted[0]?.validityPeriod).toBe(seconds);
    },
  );

  it('asks for reports at the configured address with our reference in it', async () => {
    const gateway = gatewayWith({});
    await gateway.post(sms({ reference: 'a/b&c' }));
    await gateway.close();

    const expected = 'https://limen.example/webhooks/twilio/status?ref=a%2Fb%26c';
    expect(stand.server.accepted[0]?.statusCallback).toBe(expected);
  });

  it('talks to the configured address whatever the environment says, and prints nothing', async () => {
    vi.stubEnv('TWILIO_REGION', 'ie1');
    vi.stubEnv('TWILIO_EDGE', 'dublin');
    vi.stubEnv('TWILIO_LOG_LEVEL', 'debug');
    const prints = (['log', 'info', 'warn', 'error', 'debug'] as const).map((kind) =>
      vi.spyOn(console, kind),
    );
    const gateway = gatewayWith({});

    const posted = await gateway.post(sms());
    await gateway.post(sms({ to: '+45' }));
    await gateway.close();

    expect(posted).toMatchObject({ outcome: 'accepted' });
    for (const print of prints) expect(print).not.toHaveBeenCalled();
  });

  it('never throws, whatever it is asked to send', async () => {
    const odd: OutgoingSms = { ...sms(), to: '', text: '\u0000\ud800', validityMinutes: Number.NaN };

    expect(await stand.gateway.post(odd)).toMatchObject({ outcome: 'refused' });
  });

  it('keeps fifty posts at once apart', async () => {
    const references = Array.from({ length: 50 }, (_, index) => `msg_${index}`);

    const posted = await Promise.all(references.map((reference) => stand.gateway.post(sms({ reference }))));

    const ids = posted.map((one) => (one.outcome === 'accepted' ? one.providerId : ''));
    expect(new Set(ids).size).toBe(50);
    expect(stand.server.accepted).toHaveLength(50);
  });
});

describe('searching Twilio’s list', () => {
  it('finds a message behind several pages of others', async () => {
    const first = await stand.gateway.post(sms({ text: 'Den første' }));
    for (let other = 0; other < 10; other += 1) await stand.gateway.post(sms({ text: `Nr. ${other}` }));

    const found = await stand.gateway.find(sms({ text: 'Den første' }), around());

    expect(found).toMatchObject(first.outcome === 'accepted' ? { providerId: first.providerId } : {});
  });

  it('sees two candidates that stand on different pages', async () => {
    await stand.gateway.post(sms());
    for (let other = 0; other < 5; other += 1) await stand.gateway.post(sms({ text: `Nr. ${other}` }));
    await stand.gateway.post(sms());

    expect(await stand.gateway.find(sms(), around())).toEqual({ outcome: 'doubtful' });
  });

  it.each<TwilioFault>(['drop', 'hang', 429, 503, { status: 401, code: 20003 }])(
    'says unavailable when a page answers "%s"',
    async (fault) => {
      stand.server.planList(fault);

      expect(await stand.gateway.find(sms(), around())).toEqual({ outcome: 'unavailable' });
    },
  );
});

describe('listing what Twilio took', () => {
  const list = async (since: number): Promise<{ whole: boolean; texts: string[] }> => {
    const texts: string[] = [];
    const whole = await stand.gateway.list(since, (page) => void texts.push(...page.map(({ text }) => text)));
    return { whole, texts };
  };

  it('goes through every page, both ways', async () => {
    for (let nth = 0; nth < 7; nth += 1) await stand.gateway.post(sms({ text: `Nr. ${nth}` }));
    await stand.type('+4520000002', 'JA');

    const { whole, texts } = await list(stand.now());

    expect(whole).toBe(true);
    expect(texts.sort()).toEqual(['JA', ...Array.from({ length: 7 }, (_, nth) => `Nr. ${nth}`)]);
  });

  it('keeps what left from a name it was not started with, since staff may have changed it', async () => {
    const other = gatewayWith({ senders: { ...stand.senders, name: 'Tidligere' } });
    await stand.gateway.post(sms({ sender: 'name', text: 'Fra navnet' }));
    const texts: string[] = [];

    await other.list(0, (page) => void texts.push(...page.map(({ text }) => text)));
    await other.close();

    expect(texts).toEqual(['Fra navnet']);
  });

  it('leaves out what belongs to another sender of the account', async () => {
    await stand.server.sendInbound({ from: '+4520000002', to: '+4520009998', text: 'Til en anden' });
    await stand.server.sendInbound({ from: 'whatsapp:+4520000002', to: 'whatsapp:+4520009999', text: 'Hej' });

    expect(await list(0)).toEqual({ whole: true, texts: [] });
  });

  it.each<TwilioFault>(['drop', 429, 503])('is not whole when a later page answers "%s"', async (fault) => {
    for (let nth = 0; nth < 5; nth += 1) await stand.gateway.post(sms({ text: `Nr. ${nth}` }));
    let pages = 0;

    const whole = await stand.gateway.list(0, () => {
      pages += 1;
      stand.server.planList(fault);
    });

    expect([whole, pages]).toEqual([false, 1]);
  });
});

describe('a process that stood still while it connected', () => {
  it('writes nothing once the message may not leave any more, and goes on afterwards', async () => {
    let may = true;
    const posted = stand.gateway.post(sms(), () => may);
    may = false;

    expect(await posted).toEqual({ outcome: 'untried' });
    expect(stand.taken(sms().to)).toEqual([]);
    expect(await stand.gateway.post(sms(), () => true)).toMatchObject({ outcome: 'accepted' });
  });
});
