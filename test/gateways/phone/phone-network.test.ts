import { describe, expect, it } from 'vitest';
import type { IncomingSms, StatusReport } from '../../../src/gateways/gateway.ts';
import type { PhoneBehaviour, PhoneFaults } from '../../../src/gateways/phone/phone.ts';
import { createPhoneNetwork } from '../../../src/gateways/phone/phone-network.ts';
import { isLandline } from '../../../src/services/phone-number.ts';
import { sms } from '../conformance.ts';
import { seededPhoneFaults } from '../seeded-faults.ts';

const phone = '+4520000001';
const senders = { name: 'Kommunen', number: '+4520009999' };

function open(options: { faults?: PhoneFaults; houseIsDown?: boolean } = {}) {
  const clock = { at: Date.parse('2027-03-01T09:00:00Z') };
  const house = { down: options.houseIsDown ?? false };
  const reports: StatusReport[] = [];
  const incoming: IncomingSms[] = [];
  const take = async <T>(list: T[], one: T) => {
    if (house.down) throw new Error('503');
    list.push(one);
  };
  const network = createPhoneNetwork({
    now: () => clock.at,
    senders,
    isLandline,
    schedule: () => () => {},
    delay: { acceptedMs: 1_000, deliveredMs: 2_000 },
    deliver: { onIncoming: (it) => take(incoming, it), onStatus: (it) => take(reports, it) },
    ...(options.faults ? { faults: options.faults } : {}),
  });
  const pass = async (seconds: number) => {
    clock.at += seconds * 1_000;
    await network.settle();
  };
  return { network, clock, house, reports, incoming, pass };
}

describe('a simulated phone', () => {
  it('shows a message when the time it takes has passed, step by step', async () => {
    const { network, pass } = open();
    await network.post(sms());

    const steps = [];
    for (const seconds of [0, 1, 1, 1]) {
      await pass(seconds);
      steps.push(network.conversation(phone)[0]?.status);
    }

    expect(steps).toEqual(['queued', 'sent', 'sent', 'delivered']);
  });

  it('has everything on its screen when the clock has jumped past all of it', async () => {
    const { network, reports, pass } = open();
    await network.post(sms());

    await pass(7 * 86_400);

    expect(network.conversation(phone)[0]?.status).toBe('delivered');
    expect(reports.map(({ status }) => status)).toEqual(['sent', 'delivered']);
  });

  it('shows its conversation in order, each SMS with its time, its sender and its way', async () => {
    const { network, pass } = open();
    await network.post(sms({ text: 'Kommer du?' }));
    await pass(60);
    await network.type(phone, 'JA');

    expect(network.conversation(phone)).toMatchObject([
      { direction: 'toPhone', from: senders.number, to: phone, text: 'Kommer du?', reference: 'msg_1' },
      { direction: 'fromPhone', from: phone, to: senders.number, text: 'JA', status: 'delivered' },
    ]);
  });

  it('stands in the list with the newest first and with what nobody has read', async () => {
    const { network, clock, pass } = open();
    await network.post(sms());
    clock.at += 1;
    await network.post(sms({ to: '+4520000002' }));
    await network.post(sms({ to: '+4520000002' }));
    await pass(60);

    const unread = () => network.listPhones().map(({ number, unread }) => [number, unread]);
    const before = unread();
    network.markRead('+4520000002');
    const after = unread();

    expect(before).toEqual([
      ['+4520000002', 2],
      [phone, 1],
    ]);
    expect(after).toEqual([
      ['+4520000002', 0],
      [phone, 1],
    ]);
  });

  it('cannot answer a sender by name, nor one that is not ours, nor write while it is off', async () => {
    const { network, incoming } = open();

    const toName = await network.type(phone, 'FORKERT', senders.name);
    const toOther = await network.type(phone, 'JA', '+4520009998');
    network.configure(phone, 'off');
    const whileOff = await network.type(phone, 'JA');

    expect([toName, toOther, whileOff]).toEqual(Array(3).fill({ ok: false }));
    expect(incoming).toEqual([]);
  });

  it.each<[PhoneBehaviour, object, object | undefined]>([
    ['normal', { outcome: 'accepted' }, { status: 'delivered' }],
    ['off', { outcome: 'accepted' }, { status: 'undelivered', reason: 'unreachable', code: 30003 }],
    ['invalid', { outcome: 'refused', reason: 'invalid-number', retryable: false }, undefined],
    ['unreachable', { outcome: 'refused', reason: 'unreachable', retryable: false }, undefined],
  ])('that is %s answers as the real one would', async (behaviour, posted, last) => {
    const { network, reports, pass } = open();
    network.configure(phone, behaviour);

    expect(await network.post(sms())).toMatchObject(posted);
    await pass(1);
    await pass(2);
    if (last) expect(reports.at(-1)).toMatchObject(last);
    else expect(reports).toEqual([]);
  });

  it('that is slow gets its message a minute later', async () => {
    const { network, pass } = open();
    network.configure(phone, 'slow');
    await network.post(sms());
    await pass(1);

    await pass(30);
    const early = network.conversation(phone)[0]?.status;
    await pass(40);

    expect([early, network.conversation(phone)[0]?.status]).toEqual(['sent', 'delivered']);
  });

  it('tells whoever watches what changes, until they stop, and is not disturbed by one who throws', async () => {
    const { network, pass } = open();
    const seen: string[] = [];
    network.watch(() => {
      throw new Error('a page that was closed');
    });
    const stop = network.watch((number) => seen.push(number));

    const posted = await network.post(sms());
    await pass(1);
    stop();
    await pass(2);

    expect(posted).toMatchObject({ outcome: 'accepted' });
    expect(seen).toEqual([phone, phone]);
  });
});

describe('the network', () => {
  it.each(['+4533000001', '+4586000001', '+4640000000'])(
    'refuses the landline %s as Twilio does',
    async (to) => {
      const { network } = open();

      const refusal = { reason: 'landline', retryable: false, code: 21614 };
      expect(await network.post(sms({ to }))).toEqual({ outcome: 'refused', ...refusal });
    },
  );

  it.each(['+4520000001', '+4520009999', '+4571000001', '+4670000000'])('takes the mobile %s', async (to) => {
    const { network } = open();

    expect(await network.post(sms({ to }))).toMatchObject({ outcome: 'accepted' });
  });

  it('tries a webhook five times in all, further and further apart', async () => {
    const { network, house, incoming, pass } = open({ houseIsDown: true });
    await network.type(phone, 'STOP');

    for (const seconds of [1, 5, 30]) await pass(seconds);
    house.down = false;
    await pass(119);
    const early = incoming.length;
    await pass(1);

    expect([early, incoming.length]).toEqual([0, 1]);
    expect(network.conversation(phone)[0]?.status).toBe('delivered');
  });

  it('gives up a webhook after the fifth time, and tells it all when the house is connected again', async () => {
    const { network, incoming, reports, pass } = open({ houseIsDown: true });
    await network.post(sms());
    await network.type(phone, 'STOP');
    for (const seconds of [1, 5, 30, 120, 600]) await pass(seconds);
    const house = {
      onIncoming: async (it: IncomingSms) => void incoming.push(it),
      onStatus: async (it: StatusReport) => void reports.push(it),
    };

    network.connect(house);
    await network.settle();

    expect(incoming).toMatchObject([{ text: 'STOP' }]);
    expect(reports).toMatchObject([{ status: 'delivered' }]);
  });

  it('brings a doubled SMS twice with the same id, and a late report after its successor', async () => {
    const { network, incoming, reports, pass } = open({
      faults: {
        incoming: () => 'doubled',
        status: ({ status }) => (status === 'sent' ? 'late' : undefined),
      },
    });

    await network.type(phone, 'JA');
    await network.post(sms());
    await pass(1);
    await pass(2);

    expect(incoming.map(({ providerId }) => providerId)).toEqual(Array(2).fill(incoming[0]?.providerId));
    expect(reports.map(({ status }) => status)).toEqual(['delivered', 'sent']);
  });

  it('breaks the same things in the same order for the same seed', async () => {
    const play = async (seed: number) => {
      const { network, reports, pass } = open({ faults: seededPhoneFaults(seed, 0.4) });
      const outcomes = [];
      for (let index = 0; index < 40; index += 1)
        outcomes.push(await network.post(sms({ reference: `msg_${index}` })));
      await pass(1);
      await pass(2);
      return { outcomes, reports };
    };

    expect(await play(7)).toEqual(await play(7));
    expect(await play(8)).not.toEqual(await play(7));
  });

  it('delivers by real time when no clock is given', async () => {
    const delivered = Promise.withResolvers<StatusReport>();
    const network = createPhoneNetwork({
      now: Date.now,
      senders,
      isLandline,
      delay: { acceptedMs: 1, deliveredMs: 1 },
      deliver: {
        onIncoming: async () => {},
        onStatus: async (report) => void (report.status === 'delivered' && delivered.resolve(report)),
      },
      schedule: (ms, fn) => {
        const timer = setTimeout(fn, ms);
        return () => clearTimeout(timer);
      },
    });

    await network.post(sms());

    expect(await delivered.promise).toMatchObject({ reference: 'msg_1', status: 'delivered' });
    await network.close();
  });
});
