// Every route of the desk against role and unit. The list of routes is the app's own: one without an entry fails.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { saveDraft } from '../../../../src/services/broadcasts/save-draft.ts';
import { addGroup } from '../../../../src/services/groups/write-group.ts';
import { enrolRelative } from '../../../../src/services/journeys/enrol-relative.ts';
import { publishFlow } from '../../../../src/services/journeys/publish-flow.ts';
import { addSource } from '../../../../src/services/referrals/keep-source.ts';
import { referRelative } from '../../../../src/services/referrals/refer-relative.ts';
import { showRelative } from '../../../../src/services/relatives/show-relative.ts';
import { beginSession } from '../../../../src/services/staff/begin-session.ts';
import { RIGHTS, ROLES, type Role } from '../../../../src/services/staff/staff.ts';
import { alertRow, raiseAlerts } from '../../../../src/store/messages/alerts.ts';
import { addUnits } from '../../../../src/store/organisation.ts';
import { insertStaff } from '../../../../src/store/people/staff.ts';
import { seal } from '../../../../src/store/seal.ts';
import { createApp } from '../../../../src/web/app.ts';
import { deskRoutes } from '../../../../src/web/desk/routes.ts';
import { openProgram } from '../../../support/api.ts';
import { openBrowser, type TestBrowser } from '../../../support/browser.ts';
import {
  addRelative,
  addReply,
  advisor,
  type DeskRuntime,
  makeDesk,
  openDesk,
  rowsOf,
} from '../../../support/desk.ts';
import { makeEvent } from '../../../support/events.ts';
import { invitation } from '../../../support/house.ts';
import { type Needed, ROUTES } from './routes.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let rt: DeskRuntime;
/** What stands for `:id` under each section, and for the other names. */
const ids: Record<string, string> = { forloeb: 'indbydelse-link', indstillinger: 'themes' };
const staff = {} as Record<Role, TestBrowser>;
/** An administrator of another unit. */
let foreigner: TestBrowser;

const coordinator = { id: 'demo-coordinator', role: 'coordinator', units: 'all' } as const;

async function makePeople(): Promise<string> {
  await publishFlow(rt, invitation('link'));
  const relative = await addRelative(rt);
  const order = { flow: 'indbydelse-link', relativeId: relative, anchors: {} };
  ids.journey = (await enrolRelative(rt, advisor, order)).journeyId;
  const ringed = await addRelative(rt, { channel: 'brev', number: '20 00 00 22' });
  await enrolRelative(rt, advisor, { ...order, relativeId: ringed });
  const messageOf = async (id: string) =>
    String((await rowsOf(rt, `select id from messages where relative_id = '${id}'`))[0]?.id);
  ids.message = await messageOf(relative);
  await addReply(rt, { text: 'Hvad nu?', relativeId: relative });
  const alert = { id: 'alert-1', kind: 'flow', audience: 'advisor', raisedAt: rt.now() };
  await rt.db.lane.put(raiseAlerts, alertRow(rt.db.keys, { ...alert, relativeId: relative }));
  const circle = (await showRelative(rt, advisor, relative, 'new')).circle.id;
  Object.assign(ids, { paaroerende: relative, indbakke: relative, kredse: circle, varsler: 'alert-1' });
  ids.opgaver = await messageOf(ringed);
  const group = { title: 'Søskende', note: '', unit: 'unit-1', rule: null };
  ids.grupper = (await addGroup(rt, coordinator, group)).id;
  const draft = {
    title: 'Nyt tidspunkt',
    groupId: ids.grupper,
    way: 'sms',
    texts: { da: 'Hej {{ tiltale }}.' },
  };
  ids.gruppebeskeder = (await saveDraft(rt, coordinator, { id: rt.newId(), ...draft })).id;
  ids.arrangementer = await makeEvent(rt, { unit: 'unit-1' });
  return relative;
}

async function makeTalks(relative: string): Promise<void> {
  const program = await openProgram(rt, { role: 'coordinator' });
  const idOf = async (path: string, body: object): Promise<string> =>
    String((await program.post(path, { ...body, relatives: [relative] })).json.id);
  ids.aftaler = await idOf('/appointments', {
    when: '2027-03-05T14:00',
    minutes: 45,
    place: 'telefon',
    remind: false,
  });
  const handed = { followUp: 'overdraget', handedTo: 'Demenskoordinatoren' };
  ids.samtaler = await idOf('/contacts', { date: '2027-03-01', minutes: 30, ...handed });
  const { id } = await addSource(rt, coordinator, { title: 'Biblioteket', unit: 'unit-1' });
  const open = { id, unitId: 'unit-1', code: '' };
  const form = {
    name: 'Pårørende 3',
    number: '20 00 00 41',
    relation: 'søskende',
    area: 'demens',
    note: '',
    consent: 'yes',
    byName: '',
    byContact: '',
  };
  ids.henvisninger = rt.newId();
  await referRelative(rt, open, { id: ids.henvisninger, form, by: 'self', address: 'a' });
  ids.kilder = id;
}

async function openForeigner(): Promise<TestBrowser> {
  await rt.db.lane.put(addUnits, { id: 'unit-2', parentId: null, name: 'Sydhuset', area: 'demens' });
  const nameSealed = seal(rt.db.keys, 'staff.name:foreign', 'Fremmed');
  await rt.db.lane.put(insertStaff, { id: 'foreign', nameSealed, role: 'administrator', createdAt: 1 });
  await rt.db.client.execute("insert into staff_units values ('foreign', 'unit-2')");
  const browser = openBrowser(createApp(rt));
  browser.cookies.set('__Host-limen_staff', await beginSession(rt, 'foreign', 'password', {}));
  await browser.get('/desk');
  return browser;
}

beforeAll(async () => {
  rt = await makeDesk();
  await makeTalks(await makePeople());
  for (const role of ROLES) staff[role] = await openDesk(rt, role);
  foreigner = await openForeigner();
});
afterAll(() => rt[Symbol.asyncDispose]());

const sectionOf = (path: string): string => path.split('/')[1] ?? '';

const addressOf = (path: string): string =>
  `/desk${path.replace(/:(\w+)/g, (_, name: string) => (name === 'id' || name === 'name' ? ids[sectionOf(path)] : ids[name]) ?? 'findes-ikke')}`.replace(
    /\/$/,
    '',
  );

const entries = Object.entries(ROUTES).flatMap(([needed, routes]) =>
  routes.map((route) => ({ needed: needed as Needed, route })),
);

/** What a form must hold to be read at all, before anybody is asked for a right. */
const FIELDS: Record<string, () => Record<string, string>> = {
  'POST /paaroerende/:id/engangskode': () => ({ paa: 'voice' }),
  'POST /paaroerende/:id/tilmeld': () => ({ flow: 'indbydelse-link' }),
  'POST /tilmeld-flere/:id': () => ({ flow: 'indbydelse-link' }),
  'POST /indbakke/:id/mening': () => ({ forloeb: ids.journey ?? '', svar: 'ja' }),
  'POST /indbakke/:id/udsaet': () => ({ til: 'dato', dato: '2027-03-05' }),
  'POST /opgaver/:id': () => ({ udfald: 'done' }),
  'POST /aftaler/:id/svar': () => ({ svar: `ja.${ids.paaroerende}` }),
};

async function ask(browser: TestBrowser, route: string): Promise<number> {
  const [method, path = ''] = route.split(' ');
  const address = addressOf(path);
  const answer = method === 'GET' ? browser.get(address) : browser.post(address, FIELDS[route]?.() ?? {});
  return (await answer).status;
}

/** What a page asks by itself is answered with nothing, so that it stays as it is. */
const asked = (route: string): number => {
  if (route.includes(' /live/')) return 204;
  return route.startsWith('GET') ? 302 : 403;
};

test('every route of the desk has an entry, and every entry a route', () => {
  const known = deskRoutes.routes.filter(({ method }) => method !== 'ALL');
  expect([...new Set(known.map(({ method, path }) => `${method} ${path}`))].sort()).toEqual(
    entries.map(({ route }) => route).sort(),
  );
});

const may = (role: Role, needed: Needed): boolean =>
  needed === 'open' || needed === 'own' || RIGHTS[role].includes(needed);

const guarded = entries.filter(({ needed }) => needed !== 'open');

test.each(guarded)('$route is closed to whoever is not logged in', async ({ route }) => {
  expect(await ask(openBrowser(createApp(rt)), route)).toBe(asked(route));
});

/** The clock is there only in a whole demo. */
const always = guarded.filter(({ route }) => route !== 'POST /ur');

test.each(always)('$route is refused without the right to $needed', async ({ route, needed }) => {
  for (const role of ROLES.filter((one) => !may(one, needed)))
    expect([role, await ask(staff[role], route)]).toEqual([role, 403]);
});

/** Sections whose `:id` is a relative, or belongs to one or to a unit. */
const OF_PEOPLE = [
  'paaroerende',
  'kredse',
  'indbakke',
  'opgaver',
  'varsler',
  'aftaler',
  'samtaler',
  'henvisninger',
];

/** What is found under such a section without belonging to anybody, or to the one who asks alone. */
const OF_NOBODY = /\/import\/|\/indbakke\/svar|\/flet\/:other/;

test.each(
  guarded.filter(
    ({ route }) => route.includes(':id') && OF_PEOPLE.includes(sectionOf(route)) && !OF_NOBODY.test(route),
  ),
)('$route answers a member of staff of another unit as if it were not there', async ({ route }) => {
  expect(await ask(foreigner, route)).toBe(404);
});

test.each(guarded.filter(({ route }) => route !== 'POST /logout' && route !== 'POST /sessioner'))(
  '$route opens with the right to $needed',
  async ({ route, needed }) => {
    for (const role of ROLES.filter((one) => may(one, needed))) {
      const status = await ask(staff[role], route);
      expect([role, status, status !== 403 && status < 500]).toEqual([role, status, true]);
    }
  },
);
