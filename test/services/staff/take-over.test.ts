import { describe, expect, test } from 'vitest';
import type { Staff } from '../../../src/services/staff/staff.ts';
import { foreseeTakeOver, takeOver } from '../../../src/services/staff/take-over.ts';
import { addUnits } from '../../../src/store/organisation.ts';
import { insertStaff } from '../../../src/store/people/staff.ts';
import { seal } from '../../../src/store/seal.ts';
import { seedRelative } from '../../support/house.ts';
import type { TestOptions } from '../../support/runtime.ts';
import { DAY, type House, makeHouse, rows, run } from '../stand.ts';

const well: Staff = { id: 'well', role: 'advisor', units: 'all' };
const coordinator: Staff = { id: 'boss', role: 'coordinator', units: 'all' };
const fromIll = { from: 'staff-1', to: 'well' };

const addStaff = (rt: House, id: string, role: string, allUnits = 1) =>
  rt.db.lane.put(insertStaff, {
    id,
    nameSealed: seal(rt.db.keys, `staff.name:${id}`, `Kollega ${id}`),
    role,
    demo: 0,
    allUnits,
    createdAt: rt.now(),
  });

/** The advisor `staff-1` has two relatives, a conversation and two appointments, one of which is over. */
async function ready(options: TestOptions = {}) {
  const rt = await makeHouse(options);
  for (const [id, role] of [
    ['well', 'advisor'],
    ['boss', 'coordinator'],
    ['reads', 'reader'],
  ] as const)
    await addStaff(rt, id, role);
  const ids = [
    await seedRelative(rt, { number: '+4520006001' }),
    await seedRelative(rt, { number: '+4520006002' }),
  ];
  await run(rt, "UPDATE relatives SET advisor_id = 'staff-1'");
  const [first = '', second = ''] = ids;
  await run(
    rt,
    "INSERT INTO conversations (id, relative_id, assigned_to, changed_at) VALUES (?, ?, 'staff-1', 0)",
    [first, first],
  );
  for (const [id, at, who] of [
    ['past', rt.now() - DAY, first],
    ['next', rt.now() + DAY, second],
  ] as const) {
    await run(
      rt,
      `INSERT INTO appointments (id, starts_at, minutes, place, sms_place, advisor_id, state, created_at, created_by, changed_at)
      VALUES (?, ?, 30, 'telefon', '', 'staff-1', 'agreed', 0, 'staff-1', 0)`,
      [id, at],
    );
    await run(rt, 'INSERT INTO appointment_relatives (appointment_id, relative_id) VALUES (?, ?)', [id, who]);
  }
  return { rt, first, second };
}

const advisors = async (rt: House) =>
  (await rows(rt, 'SELECT advisor_id FROM relatives ORDER BY rowid')).map((row) => row.advisor_id);

describe('taking over', () => {
  test('shows what moves, and moves just that in one go, with an entry for each relative', async () => {
    const { rt } = await ready();
    await using _ = rt;
    const effect = await foreseeTakeOver(rt, well, fromIll);
    expect(effect).toMatchObject({ conversations: 1, appointments: 1, unseen: 0 });
    expect(effect.relatives).toHaveLength(2);
    expect(await takeOver(rt, well, fromIll)).toEqual({ relatives: 2, conversations: 1, appointments: 1 });
    expect(await advisors(rt)).toEqual(['well', 'well']);
    expect(await rows(rt, 'SELECT id, advisor_id FROM appointments ORDER BY id')).toEqual([
      { id: 'next', advisor_id: 'well' },
      { id: 'past', advisor_id: 'staff-1' },
    ]);
    expect(await rows(rt, 'SELECT assigned_to FROM conversations')).toEqual([{ assigned_to: 'well' }]);
    expect(await rows(rt, "SELECT kind FROM ledger WHERE kind LIKE '%taken-over' ORDER BY seq")).toEqual([
      { kind: 'relative.taken-over' },
      { kind: 'relative.taken-over' },
      { kind: 'staff.taken-over' },
    ]);
  });

  test('moves an appointment that was put at another time, since it is still to come', async () => {
    const { rt } = await ready();
    await using _ = rt;
    await run(rt, "UPDATE appointments SET state = 'moved' WHERE id = 'next'");
    expect(await foreseeTakeOver(rt, well, fromIll)).toMatchObject({ appointments: 1 });
    expect(await takeOver(rt, well, fromIll)).toMatchObject({ appointments: 1 });
  });

  test('by two at once gives everything to one of them, and tells the other', async () => {
    const { rt } = await ready();
    await using _ = rt;
    const fates = await Promise.allSettled([
      takeOver(rt, well, fromIll),
      takeOver(rt, coordinator, { ...fromIll, to: 'boss' }),
    ]);
    expect(fates.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(new Set(await advisors(rt)).size).toBe(1);
    expect(await rows(rt, "SELECT 1 FROM ledger WHERE kind = 'relative.taken-over'")).toHaveLength(2);
  });

  test('of one relative leaves the other', async () => {
    const { rt, second } = await ready();
    await using _ = rt;
    expect(await takeOver(rt, well, { to: 'well', relativeId: second })).toEqual({
      relatives: 1,
      conversations: 0,
      appointments: 1,
    });
    expect(await advisors(rt)).toEqual(['staff-1', 'well']);
  });

  test('of a relative nobody has is possible', async () => {
    const { rt, first } = await ready();
    await using _ = rt;
    await run(rt, 'UPDATE relatives SET advisor_id = NULL');
    expect(await takeOver(rt, well, { to: 'well', relativeId: first })).toMatchObject({ relatives: 1 });
    expect(await advisors(rt)).toEqual(['well', null]);
  });

  test('leaves whom the receiver may not see, by unit or by shield, and says how many', async () => {
    const { rt, first, second } = await ready();
    await using _ = rt;
    await rt.db.lane.put(addUnits, { id: 'unit-2', parentId: null, name: 'Et andet sted', area: 'demens' });
    await addStaff(rt, 'local', 'advisor', 0);
    await run(rt, "INSERT INTO staff_units (staff_id, unit_id) VALUES ('local', 'unit-1')");
    await run(
      rt,
      "UPDATE circles SET unit_id = 'unit-2' WHERE id = (SELECT circle_id FROM relatives WHERE id = ?)",
      [first],
    );
    const order = { from: 'staff-1', to: 'local' };
    expect(await foreseeTakeOver(rt, coordinator, order)).toMatchObject({
      relatives: [{ id: second }],
      unseen: 1,
    });
    await takeOver(rt, coordinator, order);
    expect(await advisors(rt)).toEqual(['staff-1', 'local']);
  });

  test('is for oneself with the right to care, for another with the right to coordinate, and never for a reader or one who has left', async () => {
    const { rt, first } = await ready();
    await using _ = rt;
    await expect(takeOver(rt, well, { from: 'staff-1', to: 'boss' })).rejects.toThrow('forbidden');
    await expect(
      takeOver(rt, { ...well, id: 'reads', role: 'reader' }, { from: 'staff-1', to: 'reads' }),
    ).rejects.toThrow('forbidden');
    await expect(takeOver(rt, coordinator, { from: 'staff-1', to: 'reads' })).rejects.toThrow(
      'field-unreadable',
    );
    await run(rt, "UPDATE staff SET closed_at = 1 WHERE id = 'well'");
    await expect(takeOver(rt, coordinator, fromIll)).rejects.toThrow('field-unreadable');
    const elsewhere = { ...coordinator, units: ['unit-2'] };
    await expect(takeOver(rt, elsewhere, { to: 'boss', relativeId: first })).rejects.toThrow('not-found');
    await expect(takeOver(rt, elsewhere, { from: 'staff-1', to: 'boss' })).rejects.toThrow('already-done');
    expect(await advisors(rt)).toEqual(['staff-1', 'staff-1']);
  });

  test('whose answer was lost is told as done, once', async () => {
    let lose = false;
    const { rt } = await ready({
      around: (when) => {
        if (when === 'after' && lose) {
          lose = false;
          throw new TypeError('fetch failed');
        }
      },
    });
    await using _ = rt;
    lose = true;
    expect(await takeOver(rt, well, fromIll)).toEqual({ relatives: 2, conversations: 1, appointments: 1 });
    expect(await rows(rt, "SELECT 1 FROM ledger WHERE kind = 'staff.taken-over'")).toHaveLength(1);
  });
});
