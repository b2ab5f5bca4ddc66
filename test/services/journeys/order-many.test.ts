import { describe, expect, test } from 'vitest';
import type { Step } from '../../../src/journey/flow/flow.ts';
import { beat } from '../../../src/services/beat.ts';
import { type Choice, chooseMany } from '../../../src/services/journeys/choose-many.ts';
import { carryOut } from '../../../src/services/journeys/fan-out.ts';
import { cancelOrder, orderMany, showOrder } from '../../../src/services/journeys/order-many.ts';
import { previewMany } from '../../../src/services/journeys/preview-many.ts';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import { startJourney } from '../../../src/services/journeys/start-journey.ts';
import { stopNumber } from '../../../src/services/replies/stop-number.ts';
import type { Staff } from '../../../src/services/staff/staff.ts';
import { addUnits } from '../../../src/store/organisation.ts';
import { numberId } from '../../../src/store/people/numbers.ts';
import { ask, invite, makeFlow, say } from '../../journey/engine/make-flow.ts';
import { advisor, reader } from '../../support/desk.ts';
import { seedRelative } from '../../support/house.ts';
import type { TestOptions } from '../../support/runtime.ts';
import { type House, makeHouse, rows, run } from '../stand.ts';

const coordinator: Staff = { id: 'demo-coordinator', role: 'coordinator', units: 'all' };
const form = { flow: 'brev', anchors: {}, apartConfirmed: false, pastConfirmed: false };

async function ready(people: number, options: TestOptions = {}, steps: Step[] = [say('a')]) {
  const rt = await makeHouse(options);
  await publishFlow(rt, makeFlow(steps, { name: 'brev', anchors: {} }));
  const ids: string[] = [];
  for (let i = 0; i < people; i += 1) ids.push(await seedRelative(rt, { number: `+452000${6000 + i}` }));
  return { rt, ids };
}

const begun = async (rt: House): Promise<number> => (await rows(rt, 'SELECT id FROM journeys')).length;

describe('an order for many', () => {
  test('begins everyone who may, once, however often it is given, and stands in the ledger', async () => {
    const { rt, ids } = await ready(25);
    await using _ = rt;
    const id = await chooseMany(rt, coordinator, { ids });
    await Promise.all([orderMany(rt, coordinator, id, form), orderMany(rt, coordinator, id, form)]);
    await orderMany(rt, coordinator, id, form);
    await carryOut(rt, id);
    await beat(rt);
    expect(await begun(rt)).toBe(25);
    expect(rt.posted).toHaveLength(25);
    expect(await showOrder(rt, coordinator, id)).toMatchObject({ status: 'done', begun: 25, waiting: 0 });
    expect(await rows(rt, "SELECT actor, body FROM ledger WHERE kind = 'journeys.ordered'")).toEqual([
      { actor: coordinator.id, body: JSON.stringify({ flow: 'brev', chosen: 25, going: 25 }) },
    ]);
    expect(await rows(rt, "SELECT 1 FROM ledger WHERE kind = 'journey.started'")).toHaveLength(25);
  });

  test('tells first who is left out and why, and leaves out just those', async () => {
    const { rt, ids } = await ready(5, {}, [ask('kommer')]);
    await using _ = rt;
    const [walks = '', stopped = '', dead = '', minor = ''] = ids;
    await startJourney(rt, { flow: 'brev', anchors: {}, by: 'staff-1', relativeId: walks });
    await stopNumber(rt, numberId(rt.db.keys, '+4520006001'), 'staff', 'staff-1');
    await run(
      rt,
      "UPDATE circles SET state = 'dead' WHERE id = (SELECT circle_id FROM relatives WHERE id = ?)",
      [dead],
    );
    await run(rt, 'UPDATE relatives SET minor = 1 WHERE id = ?', [minor]);
    rt.forward(1);
    const id = await chooseMany(rt, advisor, { ids });
    const seen = await previewMany(rt, advisor, id, form);
    const told = seen.leftOut.map(({ why, people }) => [why, people.map((one) => one.id)]);
    const expected = [
      ['already-enrolled', [walks]],
      ['circle-held', [dead]],
      ['minor', [minor]],
      ['stopped', [stopped]],
    ];
    expect(told.sort()).toEqual(expected);
    expect(seen.going).toBe(1);
    await orderMany(rt, advisor, id, form);
    await carryOut(rt, id);
    const order = await showOrder(rt, advisor, id);
    expect(order.begun).toBe(1);
    expect(order.leftOut.map(({ why, people }) => [why, people.map((one) => one.id)]).sort()).toEqual(
      expected,
    );
  });

  test('says how much is sent at most, and shows five word for word', async () => {
    const { rt } = await ready(8, {}, [say('a'), ask('b', { ja: { say: 'tak' } })]);
    await using _ = rt;
    await seedRelative(rt, { number: null, channel: 'ring' });
    const everyone = { search: { name: '', unit: '', area: '', relation: '' } };
    const id = await chooseMany(rt, advisor, everyone);
    const { sums, samples, going } = await previewMany(rt, advisor, id, form);
    expect(going).toBe(9);
    expect(samples).toHaveLength(5);
    expect(sums.find(({ name }) => name === 'yes')).toMatchObject({ sms: 24, segments: 24 });
    expect(sums.find(({ name }) => name === 'yes')?.calls).toBeGreaterThan(0);
  });

  test('warns of those who must not hear of each other and of missing PINs, and asks for a tick', async () => {
    const { rt } = await ready(0, {}, [invite('kom')]);
    await using _ = rt;
    const first = await seedRelative(rt, { number: '+4520006100' });
    const [row] = await rows(rt, 'SELECT circle_id FROM relatives');
    const circle = String(row?.circle_id);
    const second = await seedRelative(rt, { number: '+4520006101', circle });
    await run(rt, 'UPDATE circles SET apart = 1');
    const id = await chooseMany(rt, advisor, { circleId: circle });
    const seen = await previewMany(rt, advisor, id, form);
    expect(seen.apart.map(({ people }) => people.map((one) => one.id).sort())).toEqual([
      [first, second].sort(),
    ]);
    expect(seen.pinMissing).toHaveLength(2);
    await expect(orderMany(rt, advisor, id, form)).rejects.toMatchObject({
      code: 'field-missing',
      detail: 'apart',
    });
    await orderMany(rt, advisor, id, { ...form, apartConfirmed: true });
    await carryOut(rt, id);
    expect(await begun(rt)).toBe(2);
  });

  test('that is stopped begins nobody more, not even of the batch under way, and blames nobody for it', async () => {
    let stop: (() => Promise<void>) | undefined;
    const { rt, ids } = await ready(60, {
      around: (when) => {
        const now = stop;
        stop = undefined;
        if (when === 'after') void now?.();
        else stop = now;
      },
    });
    await using _ = rt;
    const id = await chooseMany(rt, coordinator, { ids });
    await orderMany(rt, coordinator, id, form);
    let cancelled: Promise<void> = Promise.resolve();
    stop = async () => {
      cancelled = cancelOrder(rt, coordinator, id);
    };
    await carryOut(rt, id);
    await cancelled;
    await beat(rt);
    const order = await showOrder(rt, coordinator, id);
    expect(order.status).toBe('cancelled');
    expect(order.leftOut).toEqual([]);
    expect(order.begun).toBe(await begun(rt));
    expect(order.begun).toBeLessThan(60);
    expect(order.begun + order.waiting).toBe(60);
    await expect(cancelOrder(rt, coordinator, id)).rejects.toThrow('already-done');
    expect(await rows(rt, "SELECT 1 FROM ledger WHERE kind = 'journeys.order-cancelled'")).toHaveLength(1);
  });

  test('that is stopped while a batch is being decided begins nobody of it', async () => {
    const { rt, ids } = await ready(5);
    await using _ = rt;
    const id = await chooseMany(rt, advisor, { ids });
    await orderMany(rt, advisor, id, form);
    await Promise.all([carryOut(rt, id), cancelOrder(rt, advisor, id)]);
    expect(await begun(rt)).toBe(0);
    expect(await showOrder(rt, advisor, id)).toMatchObject({ begun: 0, waiting: 5, leftOut: [] });
  });

  test('given in a process that dies at any commit is given wholly or not at all', async () => {
    for (const kill of [0, 1, 2, 3]) {
      let left = Number.POSITIVE_INFINITY;
      const { rt, ids } = await ready(3, {
        around: () => {
          if (left-- <= 0) throw new Error('killed');
        },
      });
      await using _ = rt;
      const id = await chooseMany(rt, advisor, { ids });
      left = kill;
      await orderMany(rt, advisor, id, form).catch(() => undefined);
      left = Number.POSITIVE_INFINITY;
      await orderMany(rt, advisor, id, form);
      await beat(rt);
      expect(await begun(rt)).toBe(3);
      expect(await rows(rt, "SELECT 1 FROM ledger WHERE kind = 'journeys.ordered'")).toHaveLength(1);
    }
  });
});

describe('rights', () => {
  const everyone: Choice = { search: { name: '', unit: '', area: '', relation: '' } };

  test('twenty for an advisor, more for a coordinator, none for a reader', async () => {
    const { rt, ids } = await ready(21);
    await using _ = rt;
    await expect(chooseMany(rt, reader, { ids: ids.slice(0, 1) })).rejects.toThrow('forbidden');
    await expect(chooseMany(rt, advisor, everyone)).rejects.toThrow('forbidden');
    await chooseMany(rt, advisor, { ids: ids.slice(0, 20) });
    await chooseMany(rt, coordinator, everyone);
  });

  test('only those in sight are chosen, by unit and by shield, also when they were named', async () => {
    const { rt, ids } = await ready(4);
    await using _ = rt;
    const [here = '', shielded = '', away = ''] = ids;
    await rt.db.lane.put(addUnits, { id: 'unit-2', parentId: null, name: 'Et andet sted', area: 'demens' });
    await run(
      rt,
      "UPDATE circles SET unit_id = 'unit-2' WHERE id <> (SELECT circle_id FROM relatives WHERE id = ?) AND id <> (SELECT circle_id FROM relatives WHERE id = ?)",
      [here, shielded],
    );
    await run(rt, 'UPDATE relatives SET shielded = 1 WHERE id = ?', [shielded]);
    const local: Staff = { ...advisor, units: ['unit-1'] };
    const id = await chooseMany(rt, local, everyone);
    expect(await rows(rt, 'SELECT relative_id FROM fan_out_members')).toEqual([{ relative_id: here }]);
    await expect(chooseMany(rt, local, { ids: [shielded, away] })).rejects.toThrow('field-missing');
    await expect(previewMany(rt, { ...advisor, id: 'another' }, id, form)).rejects.toThrow('not-found');
    await expect(orderMany(rt, { ...advisor, id: 'another' }, id, form)).rejects.toThrow('not-found');
  });

  test('who goes out of sight between the choice and the order is left out', async () => {
    const { rt, ids } = await ready(2);
    await using _ = rt;
    const id = await chooseMany(rt, advisor, { ids });
    await run(rt, 'UPDATE relatives SET shielded = 1 WHERE id = ?', [ids[0] ?? '']);
    await orderMany(rt, advisor, id, form);
    await carryOut(rt, id);
    expect(await begun(rt)).toBe(1);
    expect((await showOrder(rt, advisor, id)).leftOut).toEqual([{ why: 'not-found', count: 1, people: [] }]);
  });

  test('another advisor sees no order, a coordinator sees and stops it', async () => {
    const { rt, ids } = await ready(2);
    await using _ = rt;
    const id = await chooseMany(rt, advisor, { ids });
    await orderMany(rt, advisor, id, form);
    await expect(showOrder(rt, { ...advisor, id: 'another' }, id)).rejects.toThrow('not-found');
    await cancelOrder(rt, coordinator, id);
    expect((await showOrder(rt, advisor, id)).status).toBe('cancelled');
  });
});
