// A process that dies in the midst of a request: whatever the operation, what it has committed is not done again.
import { expect, test } from 'vitest';
import { keepOrder } from '../../../src/services/keep-order.ts';
import { SILENT_MS } from '../../../src/services/requests/do-once.ts';
import type { Runtime } from '../../../src/services/runtime.ts';
import { ROLES } from '../../../src/services/staff/staff.ts';
import { createApp } from '../../../src/web/app.ts';
import { newRelative, openProgram, type Program } from '../../support/api.ts';
import { type DeskRuntime, openDesk, rowsOf } from '../../support/desk.ts';
import { instead } from './operations/meetings.ts';
import { LEAST, type Listed, listOperations, table } from './operations/table.ts';
import { counselled, counselledAnew, makeWorlds, registered, said, type World } from './operations/world.ts';

const { world: made, copy } = await makeWorlds();

type Asked = [path: string, body?: unknown];
type Made = (world: World) => Asked[];

const imported = {
  rows: [{ name: 'Pårørende 5', tiltale: 'Fem', number: '20 00 00 55' }],
  ...{ unit: 'unit-1', area: 'demens' },
};

const endsJourney: Made = ({ relative, journey }) => [
  [`/relatives/${relative}/journeys/${journey}/end`, { reason: 'andet tilbud' }],
];

const chooses: Made = () => [
  ['/relatives', newRelative({ name: 'Pårørende 9', number: '20 00 00 61' })],
  ['/enrolments', { search: { name: 'Pårørende 9' } }],
];

/** What must be so before some operations do anything: asked for by the same program, in this order. */
const first: Record<string, Made> = {
  reopenAlert: ({ alert }) => [[`/alerts/${alert}/done`]],
  releaseCircle: ({ circle }) => [[`/circles/${circle}/hold`, { as: 'paused' }]],
  withdrawCircleConsent: ({ circle }) => [
    [`/circles/${circle}/note`, { apart: false, consentCheckedOn: '2027-03-01', seen: '0.' }],
  ],
  enrolRelative: endsJourney,
  mergeRelatives: endsJourney,
  reopenConversation: ({ conversation }) => [[`/conversations/${conversation}/close`, { seen: 1 }]],
  reopenReferral: ({ referral }) => [[`/referrals/${referral}/decline`, { reason: 'other' }]],
  reopenUnit: ({ unit }) => [[`/units/${unit}/close`, {}]],
  reopenMember: ({ member }) => [[`/staff/${member}/close`]],
  startSender: ({ sender }) => [[`/settings/senders/${sender}/stop`]],
  changeContact: ({ relative }) => [['/contacts', { ...registered, relatives: [relative] }]],
  changeCounselling: () => [['/counsellings', counselled]],
  countCounselling: () => [['/counsellings', counselled]],
  previewEnrolment: chooses,
  orderEnrolment: chooses,
  cancelEnrolment: (world) => [
    ...chooses(world),
    ['/enrolments/{enrolment}/order', { flow: 'indbydelse-link' }],
  ],
  runImport: () => [['/imports', imported]],
  cancelImport: () => [['/imports', imported]],
};

/** Bodies that do something where those of the table are refused, and what the last of `first` made. */
const bodies: Record<string, (world: World) => unknown> = {
  changeContact: ({ now }) => ({ ...said, minutes: 45, seen: Number(now) }),
  changeCounselling: ({ now }) => ({ ...counselledAnew, minutes: 90, seen: Number(now) }),
  moveCircle: () => ({ from: 'unit-1', unit: 'unit-2' }),
  createImport: () => imported,
  runImport: () => ({ expected: 1, leaveBad: false }),
};

type Read = { from: (world: World) => string; body: (found: Record<string, unknown>) => unknown };

/** Bodies of what was read right before. */
const read: Record<string, Read> = {
  changeNumber: {
    from: ({ relative }) => `/relatives/${relative}`,
    body: ({ numberSeen: seen }) => ({ number: '20 00 00 29', channel: 'sms', seen }),
  },
  changeRelative: {
    from: ({ relative }) => `/relatives/${relative}/record`,
    body: (found) => ({ ...found, language: 'en' }),
  },
  mergeRelatives: {
    from: ({ relative, other }) => `/relatives/${relative}/merge/${other}`,
    body: ({ seen, merged }) => ({ other: (merged as { id: string }).id, seen }),
  },
  changePeopleList: {
    from: () => '/settings/people-lists/foundBy',
    body: ({ seen, choices }) => ({
      seen,
      choices: (choices as Record<string, unknown>[])
        .map(({ value, da, en }) => ({ value, da, en }))
        .reverse(),
    }),
  },
};

/** How long passes before it is asked for: an appointment to come is neither held nor missed. */
const LATER: Record<string, number> = {
  settleAppointment: 5 * 24 * 60 * 60_000,
  closeEvent: 24 * 60 * 60_000,
};

const OWN: Record<string, keyof World> = {
  changeContact: 'contact',
  changeCounselling: 'counselling',
  countCounselling: 'counselling',
  previewEnrolment: 'enrolment',
  orderEnrolment: 'enrolment',
  cancelEnrolment: 'enrolment',
  runImport: 'import',
  cancelImport: 'import',
};

/** Kept apart from what is compared: they count requests, or are about their keys. */
const APART = ['idempotency', 'limits', 'api_keys', 'leases'];

/** Everything the database holds. */
async function dump(rt: DeskRuntime): Promise<Record<string, unknown[]>> {
  const tables = await rowsOf(rt, "select name from sqlite_master where type = 'table' order by name");
  const names = tables.map(({ name }) => String(name)).filter((name) => !APART.includes(name));
  const rows = await Promise.all(names.map((name) => rowsOf(rt, `select * from "${name}"`)));
  return Object.fromEntries(names.map((name, n) => [name, rows[n] ?? []]));
}

/** A runtime that dies at the first write of the work itself, before or after the commit: nothing of it goes on. */
function dying(rt: DeskRuntime, when: 'before' | 'after'): { rt: Runtime; died: Promise<'died'> } {
  const { promise: died, resolve } = Promise.withResolvers<'died'>();
  let claimed = false;
  const put: typeof rt.db.lane.put = async (write, item) => {
    const isWork = claimed && write.name !== 'keep-answer';
    claimed ||= write.name === 'claim-request';
    if (!isWork) return rt.db.lane.put(write, item);
    if (when === 'after') await rt.db.lane.put(write, item);
    resolve('died');
    return new Promise(() => undefined);
  };
  const db = { ...rt.db, lane: { ...rt.db.lane, put } };
  return { rt: { ...rt, db, inOrder: keepOrder() }, died };
}

/** The request of an operation in a world that is ready for it. */
async function prepare(rt: DeskRuntime, one: Listed, program: Program): Promise<() => [string, RequestInit]> {
  const world = { ...made };
  for (const [at, body] of first[one.id]?.(world) ?? []) {
    const path = at.replace('{enrolment}', world.enrolment);
    const { status, text, json } = await program.post(path, body);
    if (status >= 300) throw new Error(`${path}: ${text}`);
    const own = OWN[one.id];
    if (own && json.id !== undefined) world[own] = String(json.id);
  }
  if (one.id === 'endSessions') {
    await openDesk(rt);
    world.member = 'demo-advisor';
  }
  if (one.id === 'mergeRelatives') [world.relative, world.other] = [world.other, world.relative];
  if (one.id === 'changePeopleList') world.peopleList = 'foundBy';
  Object.assign(world, instead[one.id]?.(world));
  rt.forward(LATER[one.id] ?? 0);
  const path = one.path.replaceAll(/\{(\w+)\}/g, (_, name: keyof World) => world[name]);
  const reading = read[one.id];
  const body = reading
    ? reading.body((await program.get(reading.from(world))).json)
    : ((bodies[one.id] ?? table[one.id]?.body)?.(world) ?? {});
  return () => [
    `https://limen.test/api/v1${path}`,
    {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        authorization: `Bearer ${program.key}`,
        'content-type': 'application/json',
        'idempotency-key': 'same-request',
      },
    },
  ];
}

/** Nothing in the world is broken so that it could be tried again. */
const IDLE = ['retryAlert', 'retryBroadcast', 'noteTold'];

const posts = (await listOperations()).filter(({ id, method }) => method === 'post' && !IDLE.includes(id));

test.each(posts.map((one) => [one.id, one] as const))(
  '%s is done once, though the process dies before its commit and after it',
  async (id, one) => {
    const entry = table[id];
    if (!entry) throw new Error(`${id} is not in the table`);
    await using rt = await copy();
    const role = ROLES.findLast((known) => LEAST[entry.right] === known) ?? 'administrator';
    const program = await openProgram(rt, { role });
    const request = await prepare(rt, one, program);
    const ask = async (on: Runtime): Promise<Response> => createApp(on).request(...request());
    const dieIn = (when: 'before' | 'after') => {
      const mortal = dying(rt, when);
      return Promise.race([mortal.died, ask(mortal.rt)]);
    };

    const before = await dump(rt);
    const lost = await dieIn('before');
    expect(await dump(rt)).toEqual(before);
    rt.forward(SILENT_MS);
    const unanswered = lost === 'died' ? await dieIn('after') : lost;
    const done = await dump(rt);
    rt.forward(SILENT_MS);
    const answer = await ask(rt);
    const text = await answer.text();

    expect(await dump(rt)).toEqual(done);
    if (unanswered === 'died') expect(done).not.toEqual(before);
    if (answer.status === 409) expect(text).toContain('request-in-doubt');
    else expect([answer.status, text]).toEqual([one.ok, expect.any(String)]);
  },
);
