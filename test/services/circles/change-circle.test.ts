// A circle as a whole: listed by unit, moved within what one sees, and what ends when the resident does not agree any more.
import { describe, expect, test } from 'vitest';
import { listCircles } from '../../../src/services/circles/list-circles.ts';
import { moveCircleToUnit } from '../../../src/services/circles/move-circle.ts';
import { noteCircle } from '../../../src/services/circles/note-circle.ts';
import { showCircle } from '../../../src/services/circles/show-circle.ts';
import { withdrawCircleConsent } from '../../../src/services/circles/withdraw-circle-consent.ts';
import { enrolRelative } from '../../../src/services/journeys/enrol-relative.ts';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import { showRelative } from '../../../src/services/relatives/show-relative.ts';
import type { Staff } from '../../../src/services/staff/staff.ts';
import { sweep } from '../../../src/services/sweep.ts';
import { addUnits } from '../../../src/store/organisation.ts';
import { addRelative, advisor, type DeskRuntime, makeDesk, reader, rowsOf } from '../../support/desk.ts';
import { invitation } from '../../support/house.ts';

const inOne: Staff = { id: 'staff-8', role: 'advisor', units: ['unit-1'] };
const inTwo: Staff = { id: 'staff-9', role: 'advisor', units: ['unit-2'] };

async function makeTwoUnits(): Promise<DeskRuntime> {
  const rt = await makeDesk();
  await rt.db.lane.put(addUnits, { id: 'unit-2', parentId: null, name: 'Demo 2', area: 'Syd' });
  return rt;
}

const circleOf = async (rt: DeskRuntime, relativeId: string): Promise<string> =>
  (await showRelative(rt, advisor, relativeId, 'new')).circle.id;

describe('the list of circles', () => {
  test('shows those of the units in sight, with how many are in each', async () => {
    await using rt = await makeTwoUnits();
    const circle = await circleOf(rt, await addRelative(rt));
    const { code } = await showCircle(rt, advisor, circle);
    await addRelative(rt, { number: '20 00 00 22', circle: code });
    await addRelative(rt, { number: '20 00 00 23', unit: 'unit-2' });
    expect((await listCircles(rt, advisor)).lines.map(({ people }) => people).sort()).toEqual([1, 2]);
    expect((await listCircles(rt, inOne)).lines).toMatchObject([{ id: circle, people: 2 }]);
    expect((await listCircles(rt, inTwo, { unitId: 'unit-1' })).lines).toEqual([]);
    expect((await listCircles(rt, advisor, { state: 'dead' })).lines).toEqual([]);
  });

  test('goes on page by page without losing or repeating one', async () => {
    await using rt = await makeDesk();
    for (let n = 0; n < 55; n += 1)
      await addRelative(rt, { number: `20 00 01 ${String(n).padStart(2, '0')}` });
    const first = await listCircles(rt, reader);
    const second = await listCircles(rt, reader, first.next ? { after: first.next } : {});
    const ids = [...first.lines, ...second.lines].map(({ id }) => id);
    expect([first.lines.length, second.lines.length, new Set(ids).size]).toEqual([50, 5, 55]);
    expect(second.next).toBeUndefined();
  });
});

describe('moving a circle', () => {
  test('takes its relatives along, out of the sight of those who only see the old unit', async () => {
    await using rt = await makeTwoUnits();
    const relative = await addRelative(rt);
    const circle = await circleOf(rt, relative);
    await moveCircleToUnit(rt, advisor, circle, { from: 'unit-1', unit: 'unit-2' });
    await expect(showRelative(rt, inOne, relative, 'list')).rejects.toThrow('not-found');
    expect((await showRelative(rt, inTwo, relative, 'list')).circle.unitId).toBe('unit-2');
    const told = await rowsOf(rt, "select subject, body from ledger where kind = 'circle.moved'");
    expect(told).toEqual([{ subject: circle, body: '{"from":"unit-1","to":"unit-2"}' }]);
  });

  test('needs both units in sight and the right to care', async () => {
    await using rt = await makeTwoUnits();
    const circle = await circleOf(rt, await addRelative(rt));
    const move = { from: 'unit-1', unit: 'unit-2' };
    await expect(moveCircleToUnit(rt, inOne, circle, move)).rejects.toThrow('unit');
    await expect(moveCircleToUnit(rt, inTwo, circle, move)).rejects.toThrow('not-found');
    await expect(moveCircleToUnit(rt, reader, circle, move)).rejects.toThrow('forbidden');
  });

  test('from a unit it has left meanwhile changes nothing', async () => {
    await using rt = await makeTwoUnits();
    await rt.db.lane.put(addUnits, { id: 'unit-3', parentId: null, name: 'Demo 3', area: 'Syd' });
    const circle = await circleOf(rt, await addRelative(rt));
    await moveCircleToUnit(rt, advisor, circle, { from: 'unit-1', unit: 'unit-2' });
    await expect(moveCircleToUnit(rt, advisor, circle, { from: 'unit-1', unit: 'unit-3' })).rejects.toThrow(
      'changed-meanwhile',
    );
    expect((await showCircle(rt, advisor, circle)).unitId).toBe('unit-2');
  });
});

describe('without the consent of the resident', () => {
  async function enrolBoth(rt: DeskRuntime): Promise<string> {
    const relativeId = await addRelative(rt);
    const circle = await circleOf(rt, relativeId);
    await publishFlow(rt, invitation('link'));
    await publishFlow(rt, { ...invitation('link'), name: 'inddragelse', track: 'inddragelse' });
    await noteCircle(rt, advisor, circle, { apart: false, consentCheckedOn: '2027-02-28' });
    for (const flow of ['indbydelse-link', 'inddragelse'])
      await enrolRelative(rt, advisor, { flow, relativeId, anchors: {} });
    return circle;
  }
  const running = async (rt: DeskRuntime): Promise<unknown[]> =>
    (await rowsOf(rt, "select flow_name from journeys where status <> 'ended'")).map((row) => row.flow_name);

  test('journeys about involvement end, those of support go on, and nobody is enrolled anew', async () => {
    await using rt = await makeDesk();
    const circle = await enrolBoth(rt);
    expect(await withdrawCircleConsent(rt, advisor, circle)).toBe(1);
    expect(await running(rt)).toEqual(['indbydelse-link']);
    expect((await showCircle(rt, advisor, circle)).consentCheckedOn).toBeNull();
    await expect(withdrawCircleConsent(rt, advisor, circle)).rejects.toThrow('already-done');
    const other = await addRelative(rt, {
      number: '20 00 00 24',
      circle: (await showCircle(rt, advisor, circle)).code,
    });
    await expect(
      enrolRelative(rt, advisor, { flow: 'inddragelse', relativeId: other, anchors: {} }),
    ).rejects.toThrow('consent-missing');
  });

  test('a form that was opened before the withdrawal does not bring the consent back', async () => {
    await using rt = await makeDesk();
    const circle = await enrolBoth(rt);
    const { seen } = await showCircle(rt, advisor, circle);
    await withdrawCircleConsent(rt, advisor, circle);
    const stale = { apart: true, consentCheckedOn: '2027-02-28', seen };
    await expect(noteCircle(rt, advisor, circle, stale)).rejects.toThrow('changed-meanwhile');
    expect(await showCircle(rt, advisor, circle)).toMatchObject({ apart: 0, consentCheckedOn: null });
    expect(await rowsOf(rt, "select 1 from ledger where kind = 'circle.noted'")).toHaveLength(1);
    const { seen: now } = await showCircle(rt, advisor, circle);
    await noteCircle(rt, advisor, circle, { ...stale, seen: now });
  });

  test('what a fault left running ends when it is pressed again', async () => {
    await using rt = await makeDesk();
    const circle = await enrolBoth(rt);
    await rt.db.client.execute('update circles set consent_checked_on = null');
    expect(await withdrawCircleConsent(rt, advisor, circle)).toBe(1);
    expect(await running(rt)).toEqual(['indbydelse-link']);
  });

  test('what a fault left running ends by itself, and where the resident agrees nothing does', async () => {
    await using rt = await makeDesk();
    await enrolBoth(rt);
    await sweep(rt);
    expect(await running(rt)).toHaveLength(2);
    await rt.db.client.execute('update circles set consent_checked_on = null');
    await sweep(rt);
    expect(await running(rt)).toEqual(['indbydelse-link']);
  });

  test('emptying the date is the same as withdrawing it', async () => {
    await using rt = await makeDesk();
    const circle = await enrolBoth(rt);
    for (let twice = 0; twice < 2; twice += 1)
      await noteCircle(rt, advisor, circle, { apart: true, consentCheckedOn: '' });
    expect(await running(rt)).toEqual(['indbydelse-link']);
    expect((await showCircle(rt, advisor, circle)).seen).toBe('1.');
    expect(
      await rowsOf(rt, "select actor, subject from ledger where kind = 'circle.consent-withdrawn'"),
    ).toEqual([{ actor: advisor.id, subject: circle }]);
  });
});
