// Groups: who is in one, by hand and by rule, who sees it, and that whoever has left stays out.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { invitePeople } from '../../../src/services/events/invite-many.ts';
import { showEvent } from '../../../src/services/events/list-events.ts';
import { notePresence } from '../../../src/services/events/note-presence.ts';
import { signOff } from '../../../src/services/events/sign-up.ts';
import type { AtEvent, GroupRule } from '../../../src/services/groups/group-rule.ts';
import { listGroups, showGroup, tryRule } from '../../../src/services/groups/show-group.ts';
import { listPlaces, putInGroup } from '../../../src/services/groups/step-in-or-out.ts';
import {
  addGroup,
  changeGroup,
  closeGroup,
  type GroupForm,
} from '../../../src/services/groups/write-group.ts';
import { enrolRelative } from '../../../src/services/journeys/enrol-relative.ts';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import { mergeTwo, showMerge } from '../../../src/services/relatives/merge-relatives.ts';
import { AREAS, RELATIONS } from '../../../src/services/relatives/relative-choices.ts';
import type { Staff } from '../../../src/services/staff/staff.ts';
import { closeUnit } from '../../../src/services/staff/tend-units.ts';
import { addUnits } from '../../../src/store/organisation.ts';
import { ask, makeFlow, say } from '../../journey/engine/make-flow.ts';
import {
  addRelative,
  addReply,
  advisor,
  type DeskRuntime,
  makeDesk,
  reader,
  rowsOf,
} from '../../support/desk.ts';
import { join, makeEvent } from '../../support/events.ts';

const DAY = 86_400_000;

const coordinator: Staff = { id: 'demo-coordinator', role: 'coordinator', units: 'all' };
const inTwo: Staff = { id: 'staff-9', role: 'coordinator', units: ['unit-2'] };

const form = (change: Partial<GroupForm> = {}): GroupForm => ({
  title: 'Netværk for søskende',
  note: '',
  unit: '',
  rule: null,
  ...change,
});

const ofRule = (rule: GroupRule): GroupForm => form({ rule });

async function membersOf(rt: DeskRuntime, id: string, staff: Staff = reader): Promise<string[]> {
  return (await showGroup(rt, staff, id)).members.map((one) => one.id).sort();
}

const put = (rt: DeskRuntime, groupId: string, relativeId: string, leave = false): Promise<void> =>
  putInGroup(rt, advisor, { groupId, relativeId, leave });

async function makeTwoUnits(): Promise<DeskRuntime> {
  const rt = await makeDesk();
  await rt.db.lane.put(addUnits, { id: 'unit-2', parentId: null, name: 'Demo 2', area: 'Syd' });
  await rt.db.lane.put(addUnits, { id: 'unit-3', parentId: 'unit-2', name: 'Demo 3', area: 'Syd' });
  return rt;
}

describe('a group that is filled by hand', () => {
  test('has those who were put in, once, and tells in the ledger who did it', async () => {
    await using rt = await makeDesk();
    const { id } = await addGroup(rt, coordinator, form());
    const relative = await addRelative(rt);
    await addRelative(rt, { number: '20 00 00 22' });
    await put(rt, id, relative);
    await expect(put(rt, id, relative)).rejects.toThrow('already-done');
    expect(await membersOf(rt, id)).toEqual([relative]);
    expect(
      await rowsOf(rt, "select relative_id, subject, actor from ledger where kind = 'group.joined'"),
    ).toEqual([{ relative_id: relative, subject: id, actor: advisor.id }]);
  });

  test('lets go of whoever leaves, and takes them back', async () => {
    await using rt = await makeDesk();
    const { id } = await addGroup(rt, coordinator, form());
    const relative = await addRelative(rt);
    await put(rt, id, relative);
    await put(rt, id, relative, true);
    expect(await membersOf(rt, id)).toEqual([]);
    expect(await listPlaces(rt, reader, relative)).toMatchObject([{ isMember: false, hasLeft: true }]);
    await put(rt, id, relative);
    expect(await membersOf(rt, id)).toEqual([relative]);
  });

  test('two who put the same relative in at once are told apart', async () => {
    await using rt = await makeDesk();
    const { id } = await addGroup(rt, coordinator, form());
    const relative = await addRelative(rt);
    const fates = await Promise.allSettled([put(rt, id, relative), put(rt, id, relative)]);
    expect(fates.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await rowsOf(rt, "select 1 from ledger where kind = 'group.joined'")).toHaveLength(1);
  });
});

describe('a group with a rule', () => {
  test('has everyone the rule fits, today', async () => {
    await using rt = await makeTwoUnits();
    const sibling = await addRelative(rt, { relation: 'søskende' });
    const parent = await addRelative(rt, { relation: 'forælder', number: '20 00 00 22', unit: 'unit-3' });
    const friend = await addRelative(rt, { relation: 'ven', number: '20 00 00 23', language: 'en' });
    const found = async (rule: GroupRule): Promise<string[]> =>
      (await tryRule(rt, coordinator, rule)).members.map(({ id }) => id).sort();
    expect(await found({ relations: ['søskende', 'forælder'] })).toEqual([sibling, parent].sort());
    expect(await found({ units: ['unit-2'] })).toEqual([parent]);
    expect(await found({ languages: ['en'] })).toEqual([friend]);
    expect(await found({ relations: ['søskende'], units: ['unit-2'] })).toEqual([]);
    const { id } = await addGroup(rt, coordinator, ofRule({ relations: ['ven'] }));
    const another = await addRelative(rt, { relation: 'ven', number: '20 00 00 24' });
    expect(await membersOf(rt, id)).toEqual([friend, another].sort());
  });

  test('knows a flow that is walked, its step, and the newest answer', async () => {
    await using rt = await makeDesk();
    await publishFlow(
      rt,
      makeFlow([ask('kommer', { ja: {}, nej: {} }), say('tak')], { name: 'a', anchors: {} }),
    );
    const [yes, waiting] = [await addRelative(rt), await addRelative(rt, { number: '20 00 00 22' })];
    await addRelative(rt, { number: '20 00 00 23' });
    for (const relativeId of [yes, waiting])
      await enrolRelative(rt, advisor, { relativeId, flow: 'a', anchors: {} });
    await rt.db.client.execute({
      sql: `insert into facts (journey_id, version, n, kind, step, at, body)
            select id, 50, 0, 'answerRecorded', 'kommer', ?1, '{"answer":"nej"}' from journeys where relative_id = ?2
            union all select id, 51, 0, 'answerRecorded', 'kommer', ?1, '{"answer":"ja"}' from journeys where relative_id = ?2`,
      args: [rt.now(), yes],
    });
    const found = async (rule: GroupRule) =>
      (await tryRule(rt, coordinator, rule)).members.map(({ id }) => id).sort();
    expect(await found({ flow: 'a' })).toEqual([yes, waiting].sort());
    expect(await found({ flow: 'a', step: 'tak' })).toEqual([]);
    expect(await found({ answer: { flow: 'a', step: 'kommer', answer: 'ja' } })).toEqual([yes]);
    expect(await found({ answer: { flow: 'a', step: 'kommer', answer: 'nej' } })).toEqual([]);
  });

  test('knows who comes to an event, waits, has not answered, declined, came and did not', async () => {
    await using rt = await makeDesk();
    const event = await makeEvent(rt, { capacity: '3' });
    const ids: string[] = [];
    for (let n = 0; n < 6; n += 1) ids.push(await addRelative(rt, { number: `20 00 00 3${n}` }));
    const [a = '', b = '', c = '', waits = '', off = '', asked = ''] = ids;
    const places: string[] = [];
    for (const relativeId of [a, b, c, off, waits]) {
      if (relativeId === off) await signOff(rt, coordinator, event, places[2] ?? '');
      places.push((await join(rt, event, { relativeId })).attendanceId);
      rt.forward(1_000);
    }
    await join(rt, event, { relativeId: c });
    await signOff(rt, coordinator, event, places[3] ?? '');
    await invitePeople(rt, coordinator, event, { relativeIds: [asked], apart: '' });
    rt.forward(10 * DAY);
    for (const [i, came] of [
      [0, true],
      [1, false],
    ] as const)
      await notePresence(rt, advisor, event, { n: 1, attendanceId: places[i] ?? '', came, seen: null });
    const found = async (as: AtEvent) =>
      (await tryRule(rt, coordinator, { event: { id: event, as } })).members.map(({ id }) => id).sort();
    expect(await found('coming')).toEqual([a, b, waits].sort());
    expect(await found('waiting')).toEqual([c]);
    expect(await found('declined')).toEqual([off]);
    expect(await found('silent')).toEqual([asked]);
    expect(await found('came')).toEqual([a]);
    expect(await found('missed')).toEqual([b]);
  });

  test('knows who was not heard from since', async () => {
    await using rt = await makeDesk();
    const silent = await addRelative(rt);
    await addRelative(rt, { number: '20 00 00 22' });
    rt.forward(40 * DAY);
    await addReply(rt, { number: '+4520000022', text: 'Hej' });
    await addRelative(rt, { number: '20 00 00 23' });
    expect((await tryRule(rt, coordinator, { silentDays: 30 })).members.map(({ id }) => id)).toEqual([
      silent,
    ]);
    expect((await tryRule(rt, coordinator, { silentDays: 60 })).count).toBe(0);
  });

  test('does not take back who has left, until they are put in again; nobody else is put in by hand', async () => {
    await using rt = await makeDesk();
    const { id } = await addGroup(rt, coordinator, ofRule({ relations: ['ven'] }));
    const [friend, other] = [
      await addRelative(rt, { relation: 'ven' }),
      await addRelative(rt, { relation: 'forælder', number: '20 00 00 22' }),
    ];
    await put(rt, id, friend, true);
    expect(await membersOf(rt, id)).toEqual([]);
    await put(rt, id, friend);
    expect(await membersOf(rt, id)).toEqual([friend]);
    await expect(put(rt, id, other)).rejects.toThrow('field-unreadable');
  });

  test('is refused when it names nothing, or what is not there', async () => {
    await using rt = await makeDesk();
    const wrong: [GroupRule, string][] = [
      [{}, 'rule'],
      [{ relations: ['fætter'] }, 'relations'],
      [{ units: ['nowhere'] }, 'units'],
      [{ flow: 'nothing' }, 'flow'],
      [{ step: 'x' }, 'step'],
      [{ event: { id: 'none', as: 'came' } }, 'event'],
      [{ answer: { flow: 'nothing', step: 'x', answer: 'ja' } }, 'answer'],
    ];
    for (const [rule, field] of wrong)
      await expect(addGroup(rt, coordinator, ofRule(rule))).rejects.toMatchObject({ detail: field });
    expect(await listGroups(rt, reader)).toEqual([]);
  });

  test('whatever it names, counts and lists the same people, and only such as it fits', async () => {
    await using rt = await makeDesk();
    const people = new Map<string, { relation: string; area: string }>();
    for (let n = 0; n < 12; n += 1) {
      const relation = RELATIONS[n % RELATIONS.length] ?? '';
      const area = AREAS[(n * 3) % AREAS.length] ?? '';
      const id = await addRelative(rt, { relation, area, number: `20 00 02 ${String(n).padStart(2, '0')}` });
      people.set(id, { relation, area });
    }
    const some = (values: readonly string[]) =>
      fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(some(RELATIONS), some(AREAS), async (relations, areas) => {
        const { count, members } = await tryRule(rt, coordinator, { relations, areas });
        const fits = [...people]
          .filter(
            ([, one]) => (relations?.includes(one.relation) ?? true) && (areas?.includes(one.area) ?? true),
          )
          .map(([id]) => id);
        expect(members.map(({ id }) => id).sort()).toEqual(fits.sort());
        expect(count).toBe(fits.length);
      }),
      { numRuns: 40 },
    );
  });
});

describe('who sees and keeps a group', () => {
  test('nobody is shown a member out of sight, nor counts one', async () => {
    await using rt = await makeTwoUnits();
    const { id } = await addGroup(rt, coordinator, ofRule({ relations: ['ven'] }));
    await addRelative(rt, { relation: 'ven' });
    const theirs = await addRelative(rt, { relation: 'ven', number: '20 00 00 22', unit: 'unit-2' });
    expect(await showGroup(rt, inTwo, id)).toMatchObject({ count: 1, members: [{ id: theirs }] });
    expect((await tryRule(rt, inTwo, { relations: ['ven'] })).count).toBe(1);
  });

  test('nobody moves a relative out of sight, or learns in which groups one is', async () => {
    await using rt = await makeTwoUnits();
    const { id } = await addGroup(rt, coordinator, form());
    const ours = await addRelative(rt, { number: '20 00 00 22' });
    const move = (leave: boolean) => putInGroup(rt, inTwo, { groupId: id, relativeId: ours, leave });
    await expect(move(false)).rejects.toThrow('not-found');
    await put(rt, id, ours);
    await expect(move(true)).rejects.toThrow('not-found');
    await expect(listPlaces(rt, inTwo, ours)).rejects.toThrow('not-found');
    expect(await membersOf(rt, id)).toEqual([ours]);
  });

  test('a group of another unit is as if it were not there, and one of the whole organisation is kept by those who see all of it', async () => {
    await using rt = await makeTwoUnits();
    const { id: ofOne } = await addGroup(rt, coordinator, form({ unit: 'unit-1' }));
    const { id: ofAll } = await addGroup(rt, coordinator, form({ title: 'Alle' }));
    expect((await listGroups(rt, inTwo)).map(({ id }) => id)).toEqual([ofAll]);
    await expect(showGroup(rt, inTwo, ofOne)).rejects.toThrow('not-found');
    await expect(closeGroup(rt, inTwo, ofOne, true)).rejects.toThrow('not-found');
    await expect(closeGroup(rt, inTwo, ofAll, true)).rejects.toThrow('forbidden');
    await expect(addGroup(rt, inTwo, form())).rejects.toMatchObject({ detail: 'unit' });
    await expect(addGroup(rt, inTwo, form({ unit: 'unit-1' }))).rejects.toMatchObject({ detail: 'unit' });
    await expect(addGroup(rt, advisor, form())).rejects.toThrow('forbidden');
  });

  test('a CPR number is refused in its title and its note', async () => {
    await using rt = await makeDesk();
    for (const field of ['title', 'note'])
      await expect(addGroup(rt, coordinator, form({ [field]: 'x 010190-1234' }))).rejects.toMatchObject({
        code: 'cpr-typed',
        detail: field,
      });
  });
});

describe('a group that changes', () => {
  test('is changed as it was seen, and not by the one who was slower', async () => {
    await using rt = await makeDesk();
    const { id } = await addGroup(rt, coordinator, form());
    const { changedAt: seen } = await showGroup(rt, coordinator, id);
    await changeGroup(rt, coordinator, id, { ...form({ title: 'Først' }), seen });
    await expect(changeGroup(rt, coordinator, id, { ...form({ title: 'Sidst' }), seen })).rejects.toThrow(
      'changed-meanwhile',
    );
    expect((await showGroup(rt, reader, id)).title).toBe('Først');
    await expect(
      changeGroup(rt, coordinator, id, { ...ofRule({ relations: ['ven'] }), seen: seen + 1 }),
    ).rejects.toMatchObject({ detail: 'rule' });
  });

  test('is closed and opened again, each once', async () => {
    await using rt = await makeDesk();
    const { id } = await addGroup(rt, coordinator, form());
    const relative = await addRelative(rt);
    await closeGroup(rt, coordinator, id, true);
    await expect(closeGroup(rt, coordinator, id, true)).rejects.toThrow('already-done');
    await expect(put(rt, id, relative)).rejects.toThrow('not-found');
    const { changedAt: seen } = await showGroup(rt, coordinator, id);
    await expect(changeGroup(rt, coordinator, id, { ...form(), seen })).rejects.toThrow('changed-meanwhile');
    expect(await rowsOf(rt, "select 1 from ledger where kind = 'group.changed'")).toEqual([]);
    expect([await listGroups(rt, reader), await listGroups(rt, reader, { closed: true })]).toMatchObject([
      [],
      [{ id }],
    ]);
    await closeGroup(rt, coordinator, id, false);
    expect(await listGroups(rt, reader)).toMatchObject([{ id, count: 0 }]);
  });

  test('a person who left it under one of two records has left it when they become one', async () => {
    await using rt = await makeDesk();
    const { id } = await addGroup(rt, coordinator, form());
    const [keep, other] = [await addRelative(rt), await addRelative(rt, { number: '20 00 00 22' })];
    await put(rt, id, keep);
    await put(rt, id, other);
    await put(rt, id, other, true);
    const { seen } = await showMerge(rt, advisor, keep, other);
    await mergeTwo(rt, advisor, keep, other, { number: 'keep', seen });
    expect(await membersOf(rt, id)).toEqual([]);
    expect(await listPlaces(rt, reader, keep)).toMatchObject([{ isMember: false, hasLeft: true }]);
  });

  test('a group and a coming event go with their unit to another when it closes', async () => {
    await using rt = await makeDesk();
    await rt.db.lane.put(addUnits, { id: 'unit-2', parentId: null, name: 'Sydhuset', area: 'demens' });
    const administrator = { id: 'admin', role: 'administrator', units: 'all' } as const;
    const { id } = await addGroup(rt, coordinator, form({ unit: 'unit-1' }));
    const event = await makeEvent(rt, { unit: 'unit-1' });
    await expect(closeUnit(rt, administrator, 'unit-1', '')).rejects.toThrow('unit-in-use');
    await closeUnit(rt, administrator, 'unit-1', 'unit-2');
    expect((await listGroups(rt, inTwo)).map((group) => group.id)).toEqual([id]);
    expect((await showEvent(rt, inTwo, event)).unitId).toBe('unit-2');
  });
});
