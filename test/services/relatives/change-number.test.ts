import { expect, test } from 'vitest';
import { beat } from '../../../src/services/beat.ts';
import { changeNumber } from '../../../src/services/relatives/change-number.ts';
import { showRelative } from '../../../src/services/relatives/show-relative.ts';
import { addMessages } from '../../../src/store/messages/messages.ts';
import { numberId } from '../../../src/store/people/numbers.ts';
import { seal } from '../../../src/store/seal.ts';
import { addRelative, advisor, type DeskRuntime, makeDesk, reader, rowsOf } from '../../support/desk.ts';
import { MONDAY } from '../../support/runtime.ts';

const form = { number: '20 00 00 99', phone: 'auto', channel: 'sms', shared: '' };

const addMessage = (rt: DeskRuntime, relativeId: string, id: string, status: string, purpose = 'flow') =>
  rt.db.lane.put(addMessages, {
    id,
    relativeId,
    journeyId: purpose === 'flow' ? 'journey' : null,
    numberId: numberId(rt.db.keys, '+4520000021'),
    textKey: 't',
    purpose,
    channel: 'sms',
    sender: 'number',
    language: 'da',
    textSealed: seal(rt.db.keys, `messages.text:${id}`, 'Hej'),
    segments: 1,
    lane: 1,
    status,
    dueAt: rt.now(),
    createdAt: rt.now(),
  });

test('what has not left follows to the new number; what has left and receipts stay', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await addMessage(rt, id, 'due', 'due');
  await addMessage(rt, id, 'held', 'held');
  await addMessage(rt, id, 'sent', 'sent');
  await addMessage(rt, id, 'receipt', 'due', 'receipt');

  await changeNumber(rt, advisor, id, form);

  const moved = numberId(rt.db.keys, '+4520000099');
  const rows = await rowsOf(rt, `select id from messages where number_id = '${moved}' order by id`);
  expect(rows).toEqual([{ id: 'due' }, { id: 'held' }]);
  expect((await showRelative(rt, advisor, id, 'direct')).number?.text).toBe('20 00 00 99');
  expect(await rowsOf(rt, "select actor from ledger where kind = 'relative.number-changed'")).toEqual([
    { actor: advisor.id },
  ]);
});

test('a stop belongs to the number and does not follow', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await rt.db.client.execute('update numbers set stopped_at = 1');

  await changeNumber(rt, advisor, id, form);

  expect((await showRelative(rt, advisor, id, 'direct')).number?.stoppedAt).toBeNull();
  expect(await rowsOf(rt, 'select count(*) as n from numbers where stopped_at = 1')).toEqual([{ n: 1 }]);
});

test("another's number is refused until somebody confirms that it is shared", async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await addRelative(rt, { number: form.number });

  await expect(changeNumber(rt, advisor, id, form)).rejects.toThrow('number-taken');
  await changeNumber(rt, advisor, id, { ...form, shared: 'yes' });

  expect((await showRelative(rt, advisor, id, 'direct')).number?.shared).toBe(true);
});

test('what waits for a number that said stop is taken back', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await addMessage(rt, id, 'due', 'due');
  await addRelative(rt, { number: form.number });
  await rt.db.client.execute('update numbers set stopped_at = 1');

  await changeNumber(rt, advisor, id, { ...form, shared: 'yes' });

  expect(await rowsOf(rt, 'select status, reason from messages')).toEqual([
    { status: 'cancelled', reason: 'stopped' },
  ]);
});

test('a landline makes it calls', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await changeNumber(rt, advisor, id, { ...form, number: '38 12 34 56' });
  expect((await showRelative(rt, advisor, id, 'direct')).channel).toBe('ring');
});

test.each([
  [{ channel: 'ring' }, 'ring'],
  [{ channel: 'brev' }, 'brev'],
  [{ phone: 'landline' }, 'ring'],
])('with the same number %j makes the channel %s, also after a stop', async (change, channel) => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await rt.db.client.execute('update numbers set stopped_at = 1');

  const { changed } = await changeNumber(rt, advisor, id, { ...form, number: '20 00 00 21', ...change });

  expect(changed).toBe('contact');
  const view = await showRelative(rt, advisor, id, 'direct');
  expect([view.channel, view.number?.stoppedAt]).toEqual([channel, 1]);
  expect(await rowsOf(rt, "select body from ledger where kind = 'relative.number-changed'")).toEqual([
    { body: JSON.stringify({ changed, channel }) },
  ]);
});

test('who shares a phone changes the channel without confirming it again', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await addRelative(rt, { shared: 'yes' });

  await changeNumber(rt, advisor, id, { ...form, number: '20 00 00 21', channel: 'ring' });

  const view = await showRelative(rt, advisor, id, 'direct');
  expect([view.channel, view.number?.shared]).toEqual(['ring', true]);
});

test('the same number saved as another kind is that kind, for everyone who is reached there', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  const other = await addRelative(rt, { shared: 'yes' });
  const same = { ...form, number: '20 00 00 21' };
  const seen = async (who: string) => {
    const { number, channel } = await showRelative(rt, advisor, who, 'direct');
    return [number?.landline, channel];
  };

  await changeNumber(rt, advisor, id, { ...same, phone: 'landline' });
  expect([await seen(id), await seen(other)]).toEqual([
    [true, 'ring'],
    [true, 'ring'],
  ]);
  await changeNumber(rt, advisor, id, { ...same, phone: 'mobile', channel: 'ring' });
  expect([await seen(id), await seen(other)]).toEqual([
    [false, 'ring'],
    [false, 'ring'],
  ]);
});

test('a number that is known as a landline stays one, unless somebody says it is a mobile', async () => {
  await using rt = await makeDesk();
  const [first, second] = [await addRelative(rt), await addRelative(rt, { number: '20 00 00 31' })];
  await addRelative(rt, { number: form.number, phone: 'landline' });
  const shared = { ...form, shared: 'yes' };
  await changeNumber(rt, advisor, first, shared);
  expect((await showRelative(rt, advisor, first, 'direct')).channel).toBe('ring');
  await changeNumber(rt, advisor, second, { ...shared, phone: 'mobile' });
  const { number, channel } = await showRelative(rt, advisor, second, 'direct');
  expect([number?.landline, channel]).toEqual([false, 'sms']);
  const third = await addRelative(rt, { number: form.number, shared: 'yes', phone: 'landline' });
  expect((await showRelative(rt, advisor, third, 'direct')).number?.landline).toBe(true);
});

test('a number that is refused as taken keeps what is known of it', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await addRelative(rt, { number: form.number });
  await expect(changeNumber(rt, advisor, id, { ...form, phone: 'landline' })).rejects.toThrow('number-taken');
  expect(await rowsOf(rt, 'select 1 from numbers where landline = 1')).toEqual([]);
});

test('a phone is shared no more when the last but one leaves it', async () => {
  await using rt = await makeDesk();
  const [first, second, third] = [
    await addRelative(rt),
    await addRelative(rt, { shared: 'yes' }),
    await addRelative(rt, { shared: 'yes' }),
  ];
  const isShared = async () => (await showRelative(rt, advisor, third, 'direct')).number?.shared;
  await addRelative(rt, { number: '20 00 00 41' });
  await changeNumber(rt, advisor, first, form);
  expect(await isShared()).toBe(true);
  await expect(changeNumber(rt, advisor, second, { ...form, number: '20 00 00 41' })).rejects.toThrow(
    'number-taken',
  );
  expect(await isShared()).toBe(true);
  await changeNumber(rt, advisor, second, { ...form, number: '20 00 00 42' });
  expect(await isShared()).toBe(false);
});

test.each([
  ['number', { number: '20 00 00 98' }, ['20 00 00 98', false, 'sms']],
  ['kind of telephone', { number: '20 00 00 21', phone: 'landline' }, ['20 00 00 21', true, 'ring']],
  ['channel', { number: '20 00 00 21', channel: 'ring' }, ['20 00 00 21', false, 'ring']],
] as const)(
  'of two who change one at once, one by its %s, one is told and changes nothing',
  async (_, change, changed) => {
    await using rt = await makeDesk();
    const id = await addRelative(rt);
    const { numberSeen: seen } = await showRelative(rt, advisor, id, 'direct');

    const fates = await Promise.allSettled([
      changeNumber(rt, advisor, id, { ...form, seen }),
      changeNumber(rt, advisor, id, { ...form, ...change, seen }),
    ]);

    expect(fates.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [first] = fates;
    const refused = fates.find(({ status }) => status === 'rejected');
    expect(refused).toMatchObject({ reason: { code: 'changed-meanwhile' } });
    const view = await showRelative(rt, advisor, id, 'direct');
    expect([view.number?.text, view.number?.landline, view.channel]).toEqual(
      first.status === 'fulfilled' ? ['20 00 00 99', false, 'sms'] : changed,
    );
    expect(await rowsOf(rt, 'select sum(landline) as n from numbers')).toEqual([
      { n: view.number?.landline ? 1 : 0 },
    ]);
    expect(await rowsOf(rt, "select 1 from ledger where kind = 'relative.number-changed'")).toHaveLength(1);
  },
);

test('a landline noted at once by another is not written over by who saw a mobile', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt, { channel: 'ring' });
  const { numberSeen: seen } = await showRelative(rt, advisor, id, 'direct');
  const same = { ...form, number: '20 00 00 21', channel: 'brev', seen };

  await changeNumber(rt, advisor, id, { ...same, phone: 'landline' });
  const second = changeNumber(rt, advisor, id, { ...same, phone: 'mobile', channel: 'sms' });

  await expect(second).rejects.toThrow('changed-meanwhile');
  const view = await showRelative(rt, advisor, id, 'direct');
  expect([view.number?.landline, view.channel]).toEqual([true, 'brev']);
});

test.each([
  ['da', 'Et telefonnummer er skiftet hos Prøve Kommune.'],
  ['en', 'A telephone number has been changed at Prøve Kommune.'],
])('the old number is told in %s by one neutral SMS, and it is in the ledger', async (language, told) => {
  await using rt = await makeDesk();
  const id = await addRelative(rt, { language });

  await Promise.allSettled([changeNumber(rt, advisor, id, form), changeNumber(rt, advisor, id, form)]);
  await beat(rt);

  expect(rt.posted.map(({ to }) => to)).toEqual(['+4520000021']);
  const [{ text } = { text: '' }] = rt.posted;
  expect(text).toContain(told);
  for (const secret of ['99', 'Bror', 'Mads', 'Lindehuset', 'http']) expect(text).not.toContain(secret);
  expect(await rowsOf(rt, 'select segments, relative_id, created_by from messages')).toEqual([
    { segments: 1, relative_id: null, created_by: advisor.id },
  ]);
  expect(await rowsOf(rt, "select actor, relative_id from ledger where kind = 'number.told'")).toEqual([
    { actor: advisor.id, relative_id: id },
  ]);
});

test('the old number is told in the hours the relative wishes', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await rt.db.client.execute('update relatives set hours_from = 960, hours_to = 1080');
  await changeNumber(rt, advisor, id, form);
  await beat(rt);
  expect(rt.posted).toEqual([]);
  rt.forward(6 * 60 * 60_000);
  await beat(rt);
  expect(rt.posted).toHaveLength(1);
});

test('the old number is told in the ordinary hours only', async () => {
  await using rt = await makeDesk({ now: MONDAY + 14 * 60 * 60_000 });
  await changeNumber(rt, advisor, await addRelative(rt), form);
  await beat(rt);
  expect(rt.posted).toEqual([]);
  rt.forward(12 * 60 * 60_000);
  await beat(rt);
  expect(rt.posted).toHaveLength(1);
});

test.each([
  ['stopped', 'update numbers set stopped_at = 1', {}],
  ['wrong', 'update numbers set wrong_at = 1', {}],
  ['a landline', 'update numbers set landline = 1', {}],
  ['the same', 'select 1', { number: '20 00 00 21', channel: 'ring' }],
])('an old number that is %s is told nothing', async (_, sql, change) => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await rt.db.client.execute(sql);
  await changeNumber(rt, advisor, id, { ...form, ...change });
  await beat(rt);
  expect(rt.posted).toEqual([]);
  expect(
    await rowsOf(rt, "select 1 from messages union all select 1 from ledger where kind = 'number.told'"),
  ).toEqual([]);
});

test('a change that is refused tells nobody', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await addRelative(rt, { number: form.number });
  await expect(changeNumber(rt, advisor, id, form)).rejects.toThrow('number-taken');
  expect(await rowsOf(rt, 'select 1 from messages')).toEqual([]);
});

test.each([
  [{ number: '20 00 00 21' }, 'already-done'],
  [{ number: '' }, 'field-missing'],
  [{ number: '010190-1234' }, 'cpr-typed'],
  [{ number: 'x' }, 'number-unreadable'],
  [{ channel: 'fax' }, 'field-unreadable'],
])('%j is refused as %s', async (change, code) => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await expect(changeNumber(rt, advisor, id, { ...form, ...change })).rejects.toThrow(code);
});

test('a change that somebody was faster than tells nobody', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  const { numberSeen: seen } = await showRelative(rt, advisor, id, 'direct');
  const calls = { ...form, number: '20 00 00 21', channel: 'ring', seen };
  const fates = await Promise.allSettled([
    changeNumber(rt, advisor, id, calls),
    changeNumber(rt, advisor, id, { ...form, seen }),
  ]);
  expect(fates.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(
    await rowsOf(rt, "select 1 from messages union all select 1 from ledger where kind = 'number.told'"),
  ).toEqual([]);
});

test('nobody changes the number of somebody who does not exist, and a reader none at all', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await expect(changeNumber(rt, advisor, 'nobody', form)).rejects.toThrow('not-found');
  await expect(changeNumber(rt, reader, id, form)).rejects.toThrow('forbidden');
});
