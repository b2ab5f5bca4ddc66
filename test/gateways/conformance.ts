// What every gateway owes the house, said once and run on each of them.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  DeliveryStatus,
  Gateway,
  IncomingSms,
  ListedSms,
  OutgoingSms,
  StatusReport,
} from '../../src/gateways/gateway.ts';

/** A gateway with a world around it that can be looked at and broken. */
export type Stand = {
  gateway: Gateway;
  senders: { name: string; number: string };
  now(): number;
  /** What the network has taken for this number, oldest first. */
  taken(number: string): { from: string; text: string }[];
  /** What the house was told, in the order it was told. */
  reports: StatusReport[];
  incoming: IncomingSms[];
  /** Breaks the next attempt to post, the next search, or the next list. */
  breakNext(
    what:
      | 'answer lost'
      | 'message and answer lost'
      | 'too many requests'
      | 'search'
      | 'list'
      | 'callbacks doubled and reordered',
  ): void;
  /** The house refuses this many webhooks from now on. */
  refuseWebhooks(times: number): void;
  switchOff(number: string): void;
  type(number: string, text: string): Promise<unknown>;
  /** Lets time pass and everything under way happen. */
  settle(): Promise<void>;
  close(): Promise<void>;
};

const phone = '+4520000001';
const landline = '+4533000001';

/** Runs the promises of the port on the gateway that `open` sets up. */
export function describeGateway(name: string, open: () => Promise<Stand>): void {
  describe(`${name} as a gateway`, () => {
    let stand: Stand;
    beforeEach(async () => {
      stand = await open();
    });
    afterEach(() => stand.close());

    describePosting(() => stand);
    describeUnknownOutcomes(() => stand);
    describeReports(() => stand);
    describeIncoming(() => stand);
    describeListing(() => stand);
    describeForgetting(() => stand);
  });
}

function describePosting(stand: () => Stand): void {
  it('takes a message and answers with the provider’s id and the segments it costs', async () => {
    const posted = await stand().gateway.post(sms({ text: 'x'.repeat(161) }));

    expect(posted).toEqual({ outcome: 'accepted', providerId: expect.any(String), segments: 2 });
    expect(stand().taken(phone)).toHaveLength(1);
  });

  it('lets a message leave from the sender it asks for, and only from that', async () => {
    await stand().gateway.post(sms({ sender: 'name' }));
    await stand().gateway.post(sms({ sender: 'number' }));

    const { name, number } = stand().senders;
    expect(
      stand()
        .taken(phone)
        .map(({ from }) => from),
    ).toEqual([name, number]);
  });

  it.each([
    ['Danish letters', 'Hej Åse. Svar JA eller NEJ på æøå ÆØÅ é €'],
    ['signs that mean something in an address', 'a=b&c=d+e %20 ?#;/"<>\\'],
    ['lines, emoji and right-to-left', 'Linje 1\nLinje 2 👵🏽 مرحبا'],
    ['the longest text', 'æ'.repeat(1600)],
  ])('carries %s unchanged', async (_, text) => {
    await stand().gateway.post(sms({ text }));

    expect(stand().taken(phone)).toMatchObject([{ text }]);
  });

  it.each([
    ['a number that cannot be', sms({ to: '+45' }), 'invalid-number', 21211],
    ['a landline', sms({ to: landline }), 'landline', 21614],
    ['an empty text', sms({ text: '' }), 'content', 21602],
    ['a text of 5,000 characters', sms({ text: 'x'.repeat(5000) }), 'content', 21617],
  ])('refuses %s for good', async (_, wrong, reason, code) => {
    const posted = await stand().gateway.post(wrong);

    expect(posted).toEqual({ outcome: 'refused', reason, retryable: false, code });
    expect(stand().taken(wrong.to)).toEqual([]);
  });

  it('knows that a message refused for too many requests was not taken and may go later', async () => {
    stand().breakNext('too many requests');

    const first = await stand().gateway.post(sms());
    const second = await stand().gateway.post(sms());

    expect(first).toMatchObject({ outcome: 'refused', reason: 'rate', retryable: true });
    expect(second).toMatchObject({ outcome: 'accepted' });
    expect(stand().taken(phone)).toHaveLength(1);
  });

  it('lets nothing leave that may not leave any more, and says that it did not', async () => {
    const late = await stand().gateway.post(sms(), () => false);
    const other = await stand().gateway.post(sms({ to: '+4520000002' }), () => true);

    expect(late).toEqual({ outcome: 'untried' });
    expect(other).toMatchObject({ outcome: 'accepted' });
    expect(stand().taken(phone)).toEqual([]);
  });
}

function describeUnknownOutcomes(stand: () => Stand): void {
  const around = () => ({ from: stand().now() - 1000, to: stand().now() + 1000 });

  it('does not know the outcome when the answer is lost, never tries by itself, and finds the message again', async () => {
    stand().breakNext('answer lost');

    const posted = await stand().gateway.post(sms());
    const found = await stand().gateway.find(sms(), around());
    await stand().settle();

    expect(posted).toEqual({ outcome: 'unknown' });
    expect(stand().taken(phone)).toHaveLength(1);
    expect(found).toMatchObject({ outcome: 'found', providerId: stand().reports[0]?.providerId });
  });

  it('finds a message that is still in the provider’s queue', async () => {
    const posted = await stand().gateway.post(sms());
    const found = await stand().gateway.find(sms(), around());

    expect(found).toEqual({ outcome: 'found', providerId: idOf(posted), status: 'queued' });
  });

  it('says how a message it finds has ended', async () => {
    const posted = await stand().gateway.post(sms());
    const between = around();
    await stand().settle();

    const found = await stand().gateway.find(sms(), between);

    expect(found).toEqual({ outcome: 'found', providerId: idOf(posted), status: 'delivered' });
  });

  it('is certain of the absence of a message that never arrived', async () => {
    stand().breakNext('message and answer lost');

    const posted = await stand().gateway.post(sms());
    const found = await stand().gateway.find(sms(), around());

    expect(posted).toEqual({ outcome: 'unknown' });
    expect(found).toEqual({ outcome: 'absent' });
  });

  it('does not mistake another text, another phone or another day for the message', async () => {
    await stand().gateway.post(sms());
    const yesterday = { from: stand().now() - 90_000_000, to: stand().now() - 80_000_000 };

    const otherText = await stand().gateway.find(sms({ text: 'Noget andet' }), around());
    const otherPhone = await stand().gateway.find(sms({ to: '+4520000002' }), around());
    const otherDay = await stand().gateway.find(sms(), yesterday);

    expect([otherText, otherPhone, otherDay]).toEqual(Array(3).fill({ outcome: 'absent' }));
  });

  it('leaves it to a person when two messages could be the one', async () => {
    await stand().gateway.post(sms());
    await stand().gateway.post(sms({ reference: 'another' }));

    expect(await stand().gateway.find(sms(), around())).toEqual({ outcome: 'doubtful' });
  });

  it('does not take a search that failed for an absence', async () => {
    stand().breakNext('search');

    expect(await stand().gateway.find(sms(), around())).toEqual({ outcome: 'unavailable' });
  });
}

function describeReports(stand: () => Stand): void {
  it('reports how a message goes, with our reference and the provider’s id', async () => {
    const posted = await stand().gateway.post(sms({ reference: 'msg_æ/&?=1' }));
    await stand().settle();

    const providerId = idOf(posted);
    expect(stand().reports).toEqual([
      { reference: 'msg_æ/&?=1', providerId, status: 'sent' },
      { reference: 'msg_æ/&?=1', providerId, status: 'delivered' },
    ]);
  });

  it('reports a phone that is switched off as undelivered and unreachable', async () => {
    stand().switchOff(phone);

    await stand().gateway.post(sms());
    await stand().settle();

    const last = { status: 'undelivered', reason: 'unreachable', code: 30003 };
    expect(stand().reports.at(-1)).toMatchObject(last);
  });

  it('ends as delivered by rank when reports come twice and in the wrong order', async () => {
    stand().breakNext('callbacks doubled and reordered');

    await stand().gateway.post(sms());
    await stand().settle();

    const statuses = stand().reports.map(({ status }) => status);
    expect(statuses.length).toBeGreaterThan(2);
    expect(statuses.at(-1)).toBe('sent');
    expect(highest(statuses)).toBe('delivered');
  });

  it('tells the house again what the house could not take', async () => {
    stand().refuseWebhooks(1);

    await stand().gateway.post(sms());
    await stand().settle();
    await stand().settle();

    expect(
      stand()
        .reports.map(({ status }) => status)
        .sort(),
    ).toEqual(['delivered', 'sent']);
  });
}

function describeIncoming(stand: () => Stand): void {
  it('brings an SMS from a phone with its sender, its recipient and its text', async () => {
    await stand().type(phone, 'JA & tak, på æ=ø+å 👍\nHilsen mor');

    const to = stand().senders.number;
    const text = 'JA & tak, på æ=ø+å 👍\nHilsen mor';
    expect(stand().incoming).toEqual([{ providerId: expect.any(String), from: phone, to, text }]);
  });

  it('gives each SMS from a phone an id of its own, also when the words are the same', async () => {
    await stand().type(phone, 'JA');
    await stand().type(phone, 'JA');

    const ids = stand().incoming.map(({ providerId }) => providerId);
    expect(new Set(ids).size).toBe(2);
  });
}

function describeListing(stand: () => Stand): void {
  const listSince = async (since: number): Promise<{ whole: boolean; listed: ListedSms[] }> => {
    const listed: ListedSms[] = [];
    const whole = await stand().gateway.list(since, (page) => void listed.push(...page));
    return { whole, listed: listed.sort((a, b) => a.at - b.at) };
  };

  it('lists what came in and what left, with the provider’s ids, the moment, the text and how it ended', async () => {
    const began = stand().now();
    const first = await stand().gateway.post(sms({ sender: 'name' }));
    await stand().settle();
    await stand().type(phone, 'JA & tak');
    await stand().settle();
    const last = await stand().gateway.post(sms({ text: 'Farvel' }));

    const { name, number } = stand().senders;
    const { whole, listed } = await listSince(began);
    expect(whole).toBe(true);
    expect(listed).toMatchObject([
      {
        direction: 'out',
        providerId: idOf(first),
        from: name,
        to: phone,
        text: sms().text,
        status: 'delivered',
      },
      {
        direction: 'in',
        providerId: stand().incoming[0]?.providerId,
        from: phone,
        to: number,
        text: 'JA & tak',
      },
      { direction: 'out', providerId: idOf(last), from: number, to: phone, text: 'Farvel', status: 'queued' },
    ]);
    expect(listed[0]?.at).toBe(began);
    expect(listed[2]?.at).toBe(stand().now());
  });

  it('leaves out what is older', async () => {
    await stand().gateway.post(sms());
    await stand().type(phone, 'JA');
    await stand().settle();

    expect(await listSince(stand().now())).toEqual({ whole: true, listed: [] });
  });

  it('says so when the list could not be read to its end', async () => {
    await stand().gateway.post(sms());
    stand().breakNext('list');

    expect((await listSince(0)).whole).toBe(false);
  });

  it('lists a message whose text was deleted, without it', async () => {
    const providerId = idOf(await stand().gateway.post(sms()));
    await stand().settle();
    await stand().gateway.forget(providerId);

    expect((await listSince(0)).listed).toMatchObject([{ providerId, to: phone, text: '' }]);
  });
}

function describeForgetting(stand: () => Stand): void {
  it('deletes a text at the provider once the message has ended, and not before', async () => {
    const providerId = idOf(await stand().gateway.post(sms()));
    const between = { from: stand().now() - 1000, to: stand().now() + 1000 };

    const tooEarly = await stand().gateway.forget(providerId);
    await stand().settle();
    const inTime = await stand().gateway.forget(providerId);
    const again = await stand().gateway.forget(providerId);

    expect([tooEarly, inTime, again]).toEqual([false, true, true]);
    expect(await stand().gateway.find(sms(), between)).toEqual({ outcome: 'doubtful' });
  });

  it('deletes the text of an SMS from a phone as well', async () => {
    await stand().type(phone, 'Noget privat');

    const [incoming] = stand().incoming;
    expect(await stand().gateway.forget(incoming?.providerId ?? '')).toBe(true);
  });

  it('counts a message the provider no longer has as forgotten', async () => {
    expect(await stand().gateway.forget(`SM${'0'.repeat(32)}`)).toBe(true);
  });
}

/** An ordinary message to a test phone. */
export function sms(different: Partial<OutgoingSms> = {}): OutgoingSms {
  return {
    reference: 'msg_1',
    sender: 'number',
    to: phone,
    text: 'Husk din aftale onsdag den 25. september kl. 14.00. Svar JA eller NEJ.',
    validityMinutes: 240,
    ...different,
  };
}

/** As the house ranks them (`services/sending/record-status`). */
const rank: Record<DeliveryStatus, number> = { queued: 0, sent: 1, delivered: 2, undelivered: 2, failed: 2 };

function highest(statuses: readonly DeliveryStatus[]): DeliveryStatus | undefined {
  return statuses.reduce((known, next) => (rank[next] > rank[known] ? next : known));
}

function idOf(posted: { outcome: string; providerId?: string }): string {
  return posted.providerId ?? '';
}
