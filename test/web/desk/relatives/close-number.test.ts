import { expect, test } from 'vitest';
import { enrolRelative } from '../../../../src/services/journeys/enrol-relative.ts';
import { publishFlow } from '../../../../src/services/journeys/publish-flow.ts';
import { addRelative, advisor, type DeskRuntime, makeDesk, openDesk, rowsOf } from '../../../support/desk.ts';
import { invitation } from '../../../support/house.ts';

/** Two who read one phone, each in a flow, the second by letter. */
async function enrolTwo(rt: DeskRuntime): Promise<string> {
  await publishFlow(rt, invitation('link'));
  const id = await addRelative(rt);
  const other = await addRelative(rt, { name: 'Far, 55', shared: 'yes', channel: 'brev' });
  for (const relativeId of [id, other])
    await enrolRelative(rt, advisor, { flow: 'indbydelse-link', relativeId, anchors: {} });
  return id;
}

const ways = [
  ['stop', 'STOP sagt i telefonen', 'stopped', 'consent.withdrawn', 'stopped_at', 'Kun den pårørende selv'],
  ['forkert', 'Forkert nummer', 'notMe', 'number.wrong', 'wrong_at', 'find det rigtige nummer'],
] as const;

test.each(ways)(
  '%s is asked once more with what it does and what happens next, and then closes the number for all',
  async (way, button, alert, kind, column, next) => {
    await using rt = await makeDesk();
    const id = await enrolTwo(rt);
    const browser = await openDesk(rt);
    expect((await browser.get(`/desk/paaroerende/${id}?fra=list`)).text).toContain(button);
    const page = await browser.get(`/desk/paaroerende/${id}/${way}`);
    for (const told of ['20 00 00 21', 'slutter: 2', 'tilbage: 2', 'Bror, 22', 'Far, 55', next])
      expect(page.text).toContain(told);
    expect(await rowsOf(rt, `select 1 from numbers where ${column} is not null`)).toEqual([]);

    const after = await browser.follow(await browser.post(`/desk/paaroerende/${id}/${way}`));

    expect(after.text).toContain('forløbene er slut');
    expect(after.text).not.toContain(`/desk/paaroerende/${id}/${way}`);
    expect(await rowsOf(rt, `select ${column} as at from numbers`)).toEqual([{ at: rt.now() }]);
    expect(await rowsOf(rt, 'select distinct status from journeys')).toEqual([{ status: 'ended' }]);
    expect(await rowsOf(rt, 'select distinct status from messages')).toEqual([{ status: 'cancelled' }]);
    expect(await rowsOf(rt, 'select kind from alerts')).toEqual([{ kind: alert }, { kind: alert }]);
    expect(await rowsOf(rt, `select actor, body from ledger where kind = '${kind}'`)).toEqual(
      [1, 2].map(() => ({ actor: advisor.id, body: '{"how":"staff"}' })),
    );
    expect((await browser.post(`/desk/paaroerende/${id}/${way}`)).status).toBe(409);
    expect((await browser.get(`/desk/paaroerende/${id}/${way}`)).status).toBe(409);
  },
);

test.each(ways)('%s pressed by two at once is done once, and the other is told', async (way) => {
  await using rt = await makeDesk();
  const id = await enrolTwo(rt);
  const browsers = [await openDesk(rt), await openDesk(rt)];
  for (const browser of browsers) await browser.get(`/desk/paaroerende/${id}/${way}`);
  const answers = await Promise.all(browsers.map((b) => b.post(`/desk/paaroerende/${id}/${way}`)));
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
  expect(await rowsOf(rt, 'select 1 from alerts')).toHaveLength(2);
});

test.each(ways)(
  '%s is not for a reader, nor for somebody who does not exist or has no number',
  async (way) => {
    await using rt = await makeDesk();
    const id = await enrolTwo(rt);
    const without = await addRelative(rt, { number: '', channel: 'brev' });
    const [browser, reader] = [await openDesk(rt), await openDesk(rt, 'reader')];
    const at = `/desk/paaroerende/${id}/${way}`;
    expect((await reader.get(`/desk/paaroerende/${id}?fra=list`)).text).not.toContain(at);
    expect([(await reader.get(at)).status, (await reader.post(at)).status]).toEqual([403, 403]);
    for (const who of ['nobody', without])
      expect((await browser.post(`/desk/paaroerende/${who}/${way}`)).status).toBe(404);
    expect((await browser.get(`/desk/paaroerende/${without}?fra=list`)).text).not.toContain('Forkert nummer');
    expect(
      await rowsOf(rt, 'select 1 from numbers where coalesce(stopped_at, wrong_at) is not null'),
    ).toEqual([]);
  },
);

test.each([
  [true, 'Brevet beder om et svar'],
  [false, 'Når brevet er sendt, så tryk »Sendt«'],
])('a letter says what happens next (asks: %s)', async (asks, told) => {
  await using rt = await makeDesk();
  await publishFlow(rt, invitation('link'));
  const relativeId = await addRelative(rt, { channel: 'brev' });
  await enrolRelative(rt, advisor, { flow: 'indbydelse-link', relativeId, anchors: {} });
  if (!asks) await rt.db.client.execute('update journeys set awaiting = null');
  const [letter] = await rowsOf(rt, 'select id from messages');
  const browser = await openDesk(rt);
  expect((await browser.get(`/desk/opgaver/${letter?.id}/brev`)).text).toContain(told);
});
