import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPhoneNetwork } from '../../src/gateways/phone/phone-network.ts';
import type { Flow } from '../../src/journey/flow/flow.ts';
import { TELLING_WORDS } from '../../src/journey/flow/parse-flow.ts';
import { formatProblem } from '../../src/journey/flow/problem.ts';
import { demoCircles } from '../../src/main/demo/demo-circles.ts';
import { demoUnits } from '../../src/main/demo/demo-house.ts';
import { demoPhones } from '../../src/main/demo/demo-phones.ts';
import { openingLeadMs } from '../../src/main/demo/opening-lead.ts';
import { type DemoPhones, seedDemo, setUpDemo } from '../../src/main/demo/seed-demo.ts';
import { listFlowFolders, readFlow } from '../../src/main/read-flows.ts';
import { beat } from '../../src/services/beat.ts';
import { releaseCircleByStaff } from '../../src/services/circles/hold-circle-by-staff.ts';
import { publishFlow } from '../../src/services/journeys/publish-flow.ts';
import { getOrganisation, listUnits } from '../../src/services/organisation.ts';
import { isLandline } from '../../src/services/phone-number.ts';
import { openName } from '../../src/services/relatives/open-names.ts';
import { receiveSms } from '../../src/services/replies/receive-sms.ts';
import type { Runtime } from '../../src/services/runtime.ts';
import { loginStaff } from '../../src/services/staff/login-staff.ts';
import { openNumber } from '../../src/store/people/numbers.ts';
import { makeRuntime, type TestRuntime } from '../support/runtime.ts';

const FLOWS = new URL('../../flows', import.meta.url).pathname;
const advisor = { id: 'demo-advisor', role: 'advisor', units: 'all' } as const;

let flows: Promise<Flow[]> | undefined;

/** The flows of the house, read once in this file, held against the names of the demo's units. */
function readFlows(): Promise<Flow[]> {
  flows ??= listFlowFolders(FLOWS).then((folders) =>
    Promise.all(
      folders.map(async (folder) => {
        const units = demoUnits.map((unit) => unit.name);
        const read = await readFlow(folder, {
          units,
          addresses: [],
          eventTitles: [],
          tellingWords: TELLING_WORDS,
        });
        if (!read.ok) throw new Error(read.problems.map((p) => formatProblem(p, 'en')).join('; '));
        return read.flow;
      }),
    ),
  );
  return flows;
}

async function publishAll(rt: Runtime): Promise<void> {
  for (const flow of await readFlows()) await publishFlow(rt, flow);
}

/** A demo that has started, with everything that is due done. */
async function startDemo(rt: TestRuntime, phones?: DemoPhones): Promise<void> {
  await setUpDemo(rt);
  await publishAll(rt);
  await seedDemo(rt, phones);
  for (let beats = 0; beats < 5; beats += 1) await beat(rt);
  expect(rt.lines).toEqual([]);
}

const demo = () => makeRuntime({ config: { demo: true } });

async function rows(rt: Runtime, sql: string): Promise<Record<string, unknown>[]> {
  return (await rt.db.client.execute(sql)).rows.map((row) => ({ ...row }));
}

const TABLES = [
  'organisation',
  'units',
  'staff',
  'circles',
  'numbers',
  'relatives',
  'pins',
  'journeys',
  'facts',
  'timers',
  'messages',
  'replies',
  'alerts',
  'ledger',
  'links',
];

async function everything(rt: Runtime): Promise<Record<string, unknown>> {
  const read = TABLES.map(async (table) => [
    table,
    await rows(rt, `select * from ${table} order by 1, 2, 3`),
  ]);
  return Object.fromEntries(await Promise.all(read));
}

type Known = { alias: string; id: string; circle: string; number: Record<string, unknown> | undefined };

/** Everybody in the demo by alias. */
async function people(rt: Runtime): Promise<Map<string, Known & Record<string, unknown>>> {
  const numbers = new Map((await rows(rt, 'select * from numbers')).map((row) => [row.id, row]));
  const found = await rows(
    rt,
    'select r.*, c.state as circle_state, c.apart from relatives r join circles c on c.id = r.circle_id',
  );
  return new Map(
    found.map((row) => {
      const alias = openName(rt, String(row.id), String(row.name_sealed)) ?? '';
      const number = numbers.get(row.number_id);
      return [alias, { ...row, alias, id: String(row.id), circle: String(row.circle_state), number }];
    }),
  );
}

const journeysOf = (rt: Runtime, id: string) =>
  rows(rt, `select flow_name, status, hold, awaiting from journeys where relative_id = '${id}'`);

const alertsOf = async (rt: Runtime, id: string) =>
  (await rows(rt, `select kind from alerts where relative_id = '${id}'`)).map(({ kind }) => kind);

describe('the demo', () => {
  let rt: TestRuntime & AsyncDisposable;
  beforeAll(async () => {
    rt = await demo();
    await startDemo(rt);
  });
  afterAll(() => rt[Symbol.asyncDispose]());

  test('is an organisation marked as demo, with units in three areas and one member of staff a role', async () => {
    expect(await getOrganisation(rt)).toMatchObject({ kommune: 'Demokommunen', demo: true });
    const units = await listUnits(rt);
    const tops = units.filter((unit) => unit.parentId === undefined).map((unit) => unit.area);
    expect(tops.sort()).toEqual(['CUMB', 'Nord', 'Syd']);
    for (const top of units.filter((unit) => unit.parentId === undefined))
      expect(units.filter((unit) => unit.parentId === top.id).length).toBeGreaterThanOrEqual(2);
    for (const role of ['advisor', 'coordinator', 'administrator', 'reader'])
      expect(await loginStaff(rt, role)).toMatch(/^[\w-]{22}$/);
  });

  test('has 24 relatives in 15 circles, each by role', async () => {
    const known = await people(rt);
    expect(known.size).toBe(24);
    expect(await rows(rt, 'select count(*) as n from circles')).toEqual([{ n: 15 }]);
    for (const alias of known.keys())
      expect(alias).toMatch(
        /^(Ægtefælle|Datter|Søn|Barnebarn|Nevø|Ven|Bror|Søster|Mor|Far|Kæreste), \d\d(, [a-zæøå ]+)?$/,
      );
  });

  test('has only numbers of the test range', async () => {
    const numbers = await rows(rt, 'select * from numbers');
    expect(numbers).toHaveLength(22);
    for (const row of numbers)
      expect(openNumber(rt.db.keys, { id: String(row.id), numberSealed: String(row.number_sealed) })).toMatch(
        /^\+452000\d{4}$/,
      );
    const { telefon, akut } = await getOrganisation(rt);
    for (const number of [telefon, akut]) expect(number).toMatch(/^20 00 \d\d \d\d$/);
  });

  test('shows the cases that are easily forgotten', async () => {
    const known = await people(rt);
    expect(known.get('Ægtefælle, 80, fastnet')).toMatchObject({ channel: 'ring', number: { landline: 1 } });
    expect(known.get('Ægtefælle, 84, brev')).toMatchObject({ channel: 'brev', number: undefined });
    expect(known.get('Ægtefælle, 71, arabisk')).toMatchObject({ language: 'ar', channel: 'sms' });
    expect(known.get('Søster, 16')).toMatchObject({ minor: 1, guardian_sealed: expect.any(String) });
    expect(known.get('Datter, 56')?.number).toMatchObject({ stopped_at: rt.now() });
    expect(known.get('Nevø, 41')?.number).toMatchObject({ wrong_at: rt.now() });
    expect(known.get('Datter, 58')).toMatchObject({ apart: 1 });
    expect(known.get('Datter, 61')).toMatchObject({ circle: 'paused' });
    expect(known.get('Ægtefælle, 88')).toMatchObject({ circle: 'dead' });
    const shared = known.get('Ægtefælle, 76, delt telefon');
    expect(shared?.number).toMatchObject({ shared: 1 });
    expect(known.get('Søn, 44, delt telefon')?.number_id).toBe(shared?.number_id);
    expect(await rows(rt, 'select count(*) as n from pins where pin_hash is not null')).toEqual([{ n: 4 }]);
  });

  test('has journeys under way in all its flows, some held, some ended, some waiting for an answer', async () => {
    const known = await people(rt);
    const idOf = (alias: string) => known.get(alias)?.id ?? '';
    const flows = await rows(rt, 'select flow_name, count(*) as n from journeys group by 1 order by 1');
    expect(flows).toEqual([
      { flow_name: 'aftale', n: 1 },
      { flow_name: 'raadgivning', n: 8 },
      { flow_name: 'temaeftermiddag', n: 4 },
      { flow_name: 'velkomst', n: 7 },
    ]);
    expect(await journeysOf(rt, idOf('Bror, 22'))).toMatchObject([
      { flow_name: 'velkomst', status: 'active', awaiting: 'acceptance' },
    ]);
    expect(await journeysOf(rt, idOf('Far, 55'))).toMatchObject([{ awaiting: 'answer' }]);
    expect(await journeysOf(rt, idOf('Datter, 61'))).toMatchObject([{ hold: 'paused' }]);
    expect(await journeysOf(rt, idOf('Ægtefælle, 88'))).toMatchObject([{ hold: 'dead' }]);
    expect(await journeysOf(rt, idOf('Datter, 56'))).toMatchObject([{ status: 'ended' }]);
    expect(await journeysOf(rt, idOf('Nevø, 41'))).toMatchObject([{ status: 'ended' }]);
    expect(await journeysOf(rt, idOf('Søster, 16'))).toEqual([]);
  });

  test('has replies that wait for a person, and alerts', async () => {
    const known = await people(rt);
    const waiting = await rows(rt, "select relative_id from replies where status = 'waiting'");
    const aliases = [...known.values()]
      .filter(({ id }) => waiting.some((row) => row.relative_id === id))
      .map(({ alias }) => alias);
    expect(aliases.sort()).toEqual(['Far, 55', 'Mor, 48', 'Ven, 73']);
    expect(await alertsOf(rt, known.get('Mor, 48')?.id ?? '')).toEqual(['distress']);
    expect(await alertsOf(rt, known.get('Datter, 56')?.id ?? '')).toEqual(['stopped']);
    expect(await alertsOf(rt, known.get('Nevø, 41')?.id ?? '')).toEqual(['wrongNumber']);
    expect(
      await rows(rt, "select count(*) as n from ledger where kind = 'consent.withdrawn' and purpose = 'sms'"),
    ).toEqual([{ n: 1 }]);
  });

  test('has no text that is too long, gives somebody away or cannot be sent', async () => {
    expect(rt.posted.length).toBeGreaterThan(10);
    expect(rt.posted.filter(({ text }) => /Hej kære|Hello friend/.test(text)).length).toBeGreaterThan(8);
    expect(rt.posted.some(({ text }) => text.startsWith('Du får ikke flere af disse'))).toBe(true);
    for (const { text } of rt.posted)
      expect(text).not.toMatch(/\b(Ægtefælle|Datter|Bror|Mor|CUMB|Plejehjem|Botilbud|undefined)\b/);
  });
});

describe('a second start of the demo', () => {
  test('changes nothing', async () => {
    await using rt = await demo();
    await startDemo(rt);
    const before = await everything(rt);
    const posted = rt.posted.length;

    await startDemo(rt);

    expect(await everything(rt)).toEqual(before);
    expect(rt.posted).toHaveLength(posted);
  });

  test('goes on where it was: what people changed stays changed', async () => {
    await using rt = await demo();
    await startDemo(rt);
    await releaseCircleByStaff(rt, advisor, 'demo-kreds-05');
    for (const [n, text] of ['START', 'JA'].entries()) {
      await receiveSms(rt, { providerId: `back-${n}`, from: '+4520000113', to: '', text });
      await beat(rt);
    }

    rt.forward(3 * 24 * 3_600_000);
    await startDemo(rt);

    const known = await people(rt);
    expect(known.get('Datter, 61')).toMatchObject({ circle: 'alive' });
    expect(known.get('Datter, 56')?.number).toMatchObject({ stopped_at: null });
    expect(await journeysOf(rt, known.get('Datter, 56')?.id ?? '')).toHaveLength(1);
  });

  test.each([1, 4, 9, 15, 22])('finishes a first one that was killed at commit %i', async (commit) => {
    let left = commit;
    const around = (when: 'before' | 'after') => {
      if (when === 'before') left -= 1;
      if (left <= 0) throw Object.assign(new Error('killed'), { code: 'SQLITE_KILLED' });
    };
    await using rt = await makeRuntime({ config: { demo: true }, around });
    await setUpDemo(rt).catch(() => undefined);
    await publishAll(rt).catch(() => undefined);
    await expect(seedDemo(rt)).rejects.toThrow('killed');

    left = Number.POSITIVE_INFINITY;
    await startDemo(rt);

    expect((await people(rt)).size).toBe(24);
    expect(await rows(rt, 'select count(*) as n from circles')).toEqual([{ n: 15 }]);
    expect(await rows(rt, 'select count(*) as n from replies')).toEqual([{ n: 5 }]);
  });
});

describe('a demo begun when nobody is written to', () => {
  const night = Date.UTC(2027, 1, 27, 22);

  test('sends nothing but answers, and keeps everything else for the morning', async () => {
    await using rt = await makeRuntime({ config: { demo: true }, now: night });

    await startDemo(rt);

    const sent = await rows(rt, "select distinct lane from messages where status = 'sent'");
    expect(sent).toEqual([{ lane: 0 }]);
    expect(await rows(rt, "select * from facts where kind = 'inputIgnored'")).toEqual([]);
  });

  test.each([
    ['2027-03-01T09:00Z', '2027-03-01T09:00Z'],
    ['2027-02-27T22:00Z', '2027-03-01T08:00Z'],
    ['2027-03-01T05:00Z', '2027-03-01T08:00Z'],
    ['2027-03-01T15:00Z', '2027-03-02T08:00Z'],
    ['2027-12-23T16:00Z', '2027-12-27T08:00Z'],
  ])('is to begin at the next opening: %s becomes %s', (now, then) => {
    expect(Date.parse(now) + openingLeadMs(Date.parse(now))).toBe(Date.parse(then));
  });
});

describe('outside the demo', () => {
  test('nothing is seeded', async () => {
    await using rt = await makeRuntime();

    await expect(setUpDemo(rt)).rejects.toThrow('outside the demo');
    await expect(seedDemo(rt)).rejects.toThrow('outside the demo');

    expect(await rows(rt, 'select count(*) as n from staff')).toEqual([{ n: 0 }]);
  });

  test('the database of an organisation that is no demo is refused', async () => {
    await using rt = await demo();
    await setUpDemo(rt);
    await rt.db.client.execute(
      "update organisation set settings = json_set(settings, '$.demo', json('false'))",
    );

    await expect(setUpDemo(rt)).rejects.toThrow('no demo');
  });
});

describe('the phones of the demo', () => {
  test('are there from the beginning, by the alias of whoever has the number', async () => {
    await using rt = await demo();
    await startDemo(rt);

    const { numbers, nameOf } = demoPhones(rt);

    expect(numbers).toHaveLength(22);
    expect(await nameOf('+4520000116')).toBe('Bror, 22');
    expect(await nameOf('+4520000103')).toMatch(/^(.+, delt telefon) \+ (.+, delt telefon)$/);
    expect(await nameOf('+4520008888')).toBeUndefined();
  });

  test('show what people wrote, once, and hand it in when the network is connected', async () => {
    await using rt = await demo();
    const network = createPhoneNetwork({
      now: rt.now,
      senders: { name: 'DemoKommune', number: '+4520009999' },
      isLandline,
    });
    await startDemo(rt, network);
    await startDemo(rt, network);

    network.connect({ onIncoming: (sms) => receiveSms(rt, sms), onStatus: async () => undefined });
    await network.settle();

    const wrote = demoCircles.flatMap((circle) => circle.people).filter((person) => person.wrote);
    expect(network.listPhones()).toHaveLength(wrote.length);
    expect(network.conversation('+4520000113')).toMatchObject([{ text: 'STOP', status: 'delivered' }]);
    expect(await rows(rt, 'select count(*) as n from replies')).toEqual([{ n: wrote.length }]);
    await network.close();
  });
});
