// Every operation of the document against scope, role and unit. One that is not in the table fails, and so does one that is gone.
import { expect, test } from 'vitest';
import { SCOPES } from '../../../src/services/api-keys/scopes.ts';
import { keepRows } from '../../../src/services/imports/keep-rows.ts';
import { keepSavedAnswer } from '../../../src/services/inbox/saved-answers.ts';
import { enrolRelative } from '../../../src/services/journeys/enrol-relative.ts';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import { addSource } from '../../../src/services/referrals/keep-source.ts';
import { referRelative } from '../../../src/services/referrals/refer-relative.ts';
import { showRelative } from '../../../src/services/relatives/show-relative.ts';
import { showSettings } from '../../../src/services/settings/show-settings.ts';
import { inviteStaff } from '../../../src/services/staff/invite-member.ts';
import { RIGHTS, type Right, ROLES, type Role, type Staff } from '../../../src/services/staff/staff.ts';
import { alertRow, raiseAlerts } from '../../../src/store/messages/alerts.ts';
import { addUnits } from '../../../src/store/organisation.ts';
import { createApp } from '../../../src/web/app.ts';
import { administrator, newRelative, openProgram, type Program } from '../../support/api.ts';
import { addRelative, addReply, advisor, type DeskRuntime, makeDesk, rowsOf } from '../../support/desk.ts';
import { invitation } from '../../support/house.ts';

type World = Record<
  | 'relative'
  | 'circle'
  | 'journey'
  | 'message'
  | 'reply'
  | 'conversation'
  | 'alert'
  | 'task'
  | 'letter'
  | 'appointment'
  | 'contact'
  | 'counselling'
  | 'sender'
  | 'peopleList'
  | 'offer'
  | 'referral'
  | 'source'
  | 'other'
  | 'answer'
  | 'member'
  | 'unit'
  | 'list'
  | 'key'
  | 'kind'
  | 'seen'
  | 'import',
  string
>;

/** A unit with people, journeys and everything that can wait; `unit-2` has none. */
async function makeWorld(rt: DeskRuntime): Promise<World> {
  await rt.db.lane.put(addUnits, { id: 'unit-2', parentId: null, name: 'Sydhuset', area: 'demens' });
  await publishFlow(rt, invitation('link'));
  const enrol = async (channel: string, number: string) => {
    const relativeId = await addRelative(rt, { channel, number });
    const { journeyId } = await enrolRelative(rt, advisor, {
      flow: 'indbydelse-link',
      relativeId,
      anchors: {},
    });
    const [message] = await rowsOf(rt, `select id from messages where journey_id = '${journeyId}'`);
    return { relative: relativeId, journey: journeyId, message: String(message?.id) };
  };
  const walked = await enrol('sms', '20 00 00 21');
  const { message: task, relative: other } = await enrol('ring', '20 00 00 22');
  const letter = (await enrol('brev', '')).message;
  const reply = await addReply(rt, { text: 'Hvornår er det?', relativeId: walked.relative });
  const alert = {
    id: 'alert-1',
    kind: 'task',
    audience: 'advisor',
    raisedAt: rt.now(),
    relativeId: walked.relative,
  };
  await rt.db.lane.put(raiseAlerts, alertRow(rt.db.keys, alert));
  const circle = (await showRelative(rt, advisor, walked.relative, 'direct')).circle.id;
  const world = { ...walked, circle, reply, conversation: walked.relative, alert: 'alert-1', task, letter };
  return { ...world, other, ...(await makeMore(rt, walked.relative)), ...(await makeHouse(rt)) };
}

/** What advisors do, done by a program. */
async function makeMore(rt: DeskRuntime, relative: string) {
  const program = await openProgram(rt, { role: 'coordinator' });
  const idOf = async (path: string, body: unknown): Promise<string> => {
    const { status, text, json } = await program.post(path, body);
    if (status !== 201) throw new Error(`${path}: ${text}`);
    return String(json.id);
  };
  const appointment = await idOf('/appointments', { ...booking, relatives: [relative], remind: false });
  const handedOver = { followUp: 'overdraget', handedTo: 'Demenskoordinatoren' };
  const contact = await idOf('/contacts', { ...registered, ...handedOver, relatives: [relative] });
  const counselling = await idOf('/counsellings', counselled);
  const offer = await idOf('/offers', newOffer);
  const { id } = await addSource(rt, coordinator, { title: 'Biblioteket', unit: 'unit-1' });
  const group = await idOf('/groups', { title: 'Netværk', unit: 'unit-1' });
  const open = { id, unitId: 'unit-1', code: '' };
  const referral = rt.newId();
  const form = { ...referred, note: '', consent: 'yes', byName: '', byContact: '' };
  await referRelative(rt, open, { id: referral, form, by: 'self', address: 'a' });
  return { appointment, contact, counselling, offer, referral, source: id, group };
}

/** What the house itself is made of. */
async function makeHouse(rt: DeskRuntime) {
  const form = { name: 'Rådgiver 2', email: 'raadgiver@limen.test', role: 'advisor' };
  const { id: member } = await inviteStaff(rt, administrator, { ...form, allUnits: true, units: [] });
  const answer = await keepSavedAnswer(rt, coordinator, { title: 'Vi ringer', text: 'Kære', language: 'da' });
  const { seen } = await showSettings(rt, administrator);
  const names = {
    unit: 'unit-2',
    list: 'levels',
    key: 'stop',
    kind: 'sms',
    sender: 'name',
    peopleList: 'relations',
  };
  return { ...names, member, answer, seen: String(seen), ...(await makeImport(rt, coordinator)) };
}

const makeImport = async (rt: DeskRuntime, staff: Staff): Promise<{ import: string }> => {
  const rows = [
    { name: 'Pårørende 5', tiltale: 'Fem', number: '20 00 00 55' },
    { name: 'Pårørende 6', tiltale: 'Seks', number: '55' },
  ];
  const { id } = await keepRows(rt, staff, { rows, unit: 'unit-1', area: 'demens', consents: false });
  return { import: id };
};

const booking = { when: '2027-03-05T14:00', minutes: 45, place: 'telefon' };
const registered = { date: '2027-03-01', minutes: 30 };
const newOffer = {
  title: 'Samtalegruppe',
  text: 'En gruppe.',
  target: 'Pårørende',
  area: 'demens',
  contact: 'Ring',
  inside: true,
};
const counselled = { date: '2027-03-01', unit: 'unit-1', kind: 'kortlægning', participants: 4, minutes: 60 };
const record = {
  ...{ name: 'Pårørende 1', tiltale: 'Pårørende', relation: 'søskende', area: 'demens', language: 'en' },
  ...{ ageBand: 'ukendt', gender: 'ukendt', guardian: '', channel: 'sms', onlyCall: false },
  ...{ hoursFrom: '', hoursTo: '', foundBy: '', advisor: '', note: '' },
};
const said = {
  ...{ ...registered, kind: 'samtale', level: 'let', place: 'telefon', initiative: 'pårørende' },
  ...{ themes: [], outcome: 'ja', followUp: 'ingen', handedTo: '', nextStep: '', note: '' },
};
const counselledAnew = {
  ...counselled,
  ...{ staffGroups: [], themes: [], material: '', followUp: 'ingen', note: '' },
};
const referrer = { consent: true, byName: 'Sygeplejerske 1', byContact: '20 00 00 03' };
const lastChoice = { choices: [{ da: 'Anden', en: 'Other' }] };
const referred = { name: 'Pårørende 3', number: '20 00 00 41', relation: 'søskende', area: 'demens' };
const coordinator: Staff = { id: 'demo-coordinator', role: 'coordinator', units: 'all' };

const takenOver = ({ relative }: World) => ({ to: 'demo-advisor', relative });
const savedAnswer = { title: 'Vi skriver', text: 'Kære {{ tiltale }}' };

type Entry = {
  scope: string;
  right: Right;
  /** thing: out of sight it is as if it were not there · list: it is left out · all: the same for every unit. */
  of: 'thing' | 'list' | 'all';
  body?: (world: World) => unknown;
  query?: string;
  /** What is there only for the one who made it. */
  own?: (rt: DeskRuntime, staff: Staff) => Promise<Partial<World>>;
  /** What those who may are answered, when it is not 200 or 201. */
  status?: number;
};

const look = (scope: string, of: Entry['of']): Entry => ({ scope, right: 'look', of });
const care = (scope: string, body: Entry['body'] = () => undefined, more: Partial<Entry> = {}): Entry => ({
  scope,
  right: 'care',
  of: 'thing',
  body,
  ...more,
});

const coordinate = (body: Entry['body'], scope = 'offers:write'): Entry => ({
  ...care(scope, body),
  right: 'coordinate',
  of: 'all',
});

const administer = (scope: string, body?: Entry['body'], status?: number): Entry => ({
  ...{ scope, right: 'administer', of: 'all' },
  ...(body ? { body } : {}),
  ...(status ? { status } : {}),
});

const settings = (body: Record<string, unknown>): Entry =>
  administer('administration:write', ({ seen }) => ({ ...body, seen: Number(seen) }));

const hours = { from: '08:00', to: '16:00', weekdays: [1, 2], holidays: false, closed: ['2027-12-24'] };
const unit = { name: 'Østhuset', area: 'demens' };
const user = { name: 'Rådgiver 2', role: 'reader', units: ['unit-1'] };

const table: Record<string, Entry> = {
  listRelatives: look('relatives:read', 'list'),
  searchRelatives: { ...look('relatives:read', 'list'), body: () => ({ text: '20 00 00 21' }) },
  createRelative: care('relatives:write', () => newRelative(), { of: 'all' }),
  showRelative: look('relatives:read', 'thing'),
  readRecord: { ...look('relatives:read', 'thing'), right: 'care' },
  changeRelative: care('relatives:write', () => ({ ...record, seen: '1' }), { status: 409 }),
  changeNumber: care('relatives:write', () => ({ number: '20 00 00 29', channel: 'sms', seen: '1' }), {
    status: 409,
  }),
  closeNumber: care('relatives:write', () => ({ as: 'stopped' })),
  listCircles: look('circles:read', 'list'),
  moveCircle: care('circles:write', () => ({ from: 'unit-1', unit: 'unit-1' }), { status: 409 }),
  withdrawCircleConsent: care('circles:write', undefined, { status: 409 }),
  showCircle: look('circles:read', 'thing'),
  holdCircle: care('circles:write', () => ({ as: 'paused' })),
  releaseCircle: care('circles:write', undefined, { status: 409 }),
  noteCircle: care('circles:write', () => ({ apart: true, consentCheckedOn: null })),
  listFlows: look('journeys:read', 'all'),
  previewJourney: care('journeys:read', () => ({ flow: 'indbydelse-link' })),
  enrolRelative: care('journeys:write', () => ({ flow: 'indbydelse-link' }), { status: 409 }),
  showJourney: look('journeys:read', 'thing'),
  steerJourney: care('journeys:write', () => ({ do: 'pause' })),
  endJourney: care('journeys:write', () => ({ reason: 'andet tilbud' })),
  listMessages: look('messages:read', 'thing'),
  explainMessage: look('messages:read', 'thing'),
  listConversations: look('inbox:read', 'list'),
  showConversation: look('inbox:read', 'thing'),
  writeSms: care('inbox:write', () => ({ text: 'I morgen.', seen: 1 })),
  writeSecure: care('inbox:write', () => ({ text: 'I morgen kl. 10.', seen: 1 })),
  closeConversation: care('inbox:write', () => ({ seen: 1 })),
  reopenConversation: care('inbox:write', undefined, { status: 409 }),
  assignConversation: care('inbox:write', () => ({ to: null })),
  snoozeConversation: care('inbox:write', () => ({ until: '2027-03-08' })),
  readReply: care('inbox:write', ({ journey }) => ({ journey, answer: 'ja' })),
  listAlerts: look('alerts:read', 'list'),
  settleAlert: care('alerts:write'),
  listTasks: look('tasks:read', 'list'),
  settleTask: care('tasks:write', () => ({ outcome: 'done' })),
  showLetter: { scope: 'tasks:read', right: 'care', of: 'thing' },
  listAppointments: {
    ...look('appointments:read', 'list'),
    query: '?from=2027-03-01T00:00:00Z&to=2027-03-31T00:00:00Z',
  },
  showAppointment: look('appointments:read', 'thing'),
  bookAppointment: care('appointments:write', ({ relative }) => ({
    ...booking,
    relatives: [relative],
    remind: false,
  })),
  moveAppointment: care('appointments:write', () => ({ ...booking, when: '2027-03-05T15:00', moves: 0 })),
  cancelAppointment: care('appointments:write', () => ({ moves: 0 })),
  settleAppointment: care('appointments:write', () => ({ outcome: 'held' }), { status: 422 }),
  listContacts: look('contacts:read', 'thing'),
  showContact: look('contacts:read', 'thing'),
  registerContact: care('contacts:write', ({ relative }) => ({ ...registered, relatives: [relative] })),
  changeContact: care('contacts:write', () => ({ ...said, seen: 1 }), { status: 403 }),
  listHandOvers: look('contacts:read', 'list'),
  confirmHandOver: care('contacts:write', () => ({ date: '2027-03-01' })),
  listCounsellings: look('contacts:read', 'all'),
  showCounselling: look('contacts:read', 'thing'),
  registerCounselling: care('contacts:write', () => counselled, { of: 'all' }),
  changeCounselling: care('contacts:write', () => ({ ...counselledAnew, seen: 1 }), { status: 403 }),
  countCounselling: care('contacts:write', () => ({ counts: false }), { status: 403 }),
  showFigures: look('contacts:read', 'all'),
  listChoices: look('settings:read', 'all'),
  showOrganisation: look('settings:read', 'all'),
  listGroups: look('groups:read', 'list'),
  showGroup: look('groups:read', 'thing'),
  listGroupMembers: look('groups:read', 'thing'),
  tryGroupRule: coordinate(() => ({ rule: { relations: ['ven'] } }), 'groups:read'),
  addGroup: coordinate(() => ({ title: 'Venner', unit: 'unit-1' }), 'groups:write'),
  changeGroup: {
    ...coordinate(() => ({ title: 'Venner', unit: 'unit-1', seen: 1 }), 'groups:write'),
    of: 'thing',
    status: 409,
  },
  closeGroup: { ...coordinate(() => ({ closed: true }), 'groups:write'), of: 'thing' },
  putInGroup: care('groups:write', ({ relative }) => ({ relative, member: true })),
  listOffers: look('offers:read', 'all'),
  showOffer: look('offers:read', 'all'),
  addOffer: coordinate(() => newOffer),
  changeOffer: { ...coordinate(() => ({ ...newOffer, seen: 1 })), status: 409 },
  checkOffer: coordinate(() => undefined),
  retireOffer: coordinate(() => ({ retired: true })),
  signpost: care('offers:write', ({ relative }) => ({ relative })),
  listReferrals: look('referrals:read', 'list'),
  showReferral: look('referrals:read', 'thing'),
  referRelative: care('referrals:write', () => ({ ...referred, ...referrer })),
  takeReferral: care('referrals:write', () => newRelative()),
  takeReferralFor: care('referrals:write', ({ relative }) => ({ relative })),
  declineReferral: care('referrals:write', () => ({ reason: 'outside' })),
  reopenReferral: care('referrals:write', undefined, { status: 409 }),
  listUnits: look('settings:read', 'all'),
  readTimeline: look('relatives:read', 'thing'),
  showMerge: { ...look('relatives:read', 'thing'), right: 'care' },
  mergeRelatives: care('relatives:write', ({ other }) => ({ other, seen: '1.1' }), { status: 409 }),
  showShield: { ...look('relatives:read', 'thing'), right: 'care' },
  shieldRelative: care('relatives:write', () => ({ staff: ['demo-advisor'], seen: '0.' })),
  listColleagues: { ...look('relatives:read', 'all'), right: 'care' },
  foreseeTakeOver: { ...coordinate(takenOver, 'relatives:read'), of: 'thing' },
  takeOver: { ...coordinate(takenOver, 'relatives:write'), of: 'thing' },
  createImport: care('imports:write', () => ({ rows: [{ name: 'Pårørende 5' }], unit: 'unit-1' }), {
    of: 'all',
    status: 422,
  }),
  showImport: { ...look('imports:read', 'thing'), right: 'care', own: makeImport },
  listImportRows: { ...look('imports:read', 'thing'), right: 'care', own: makeImport },
  runImport: care('imports:write', () => ({ expected: 1, leaveBad: true }), { own: makeImport }),
  cancelImport: care('imports:write', undefined, { own: makeImport }),
  listSavedAnswers: look('answers:read', 'all'),
  showSavedAnswer: look('answers:read', 'all'),
  addSavedAnswer: coordinate(() => savedAnswer, 'answers:write'),
  changeSavedAnswer: { ...coordinate(() => ({ ...savedAnswer, seen: 1 }), 'answers:write'), status: 409 },
  retireSavedAnswer: coordinate(undefined, 'answers:write'),
  fillSavedAnswer: { ...look('inbox:read', 'thing'), right: 'care' },
  listSources: look('referrals:read', 'list'),
  showSource: look('referrals:read', 'thing'),
  addSource: coordinate(() => ({ title: 'Lægehuset', unit: 'unit-1' }), 'referrals:write'),
  renameSource: {
    ...coordinate(() => ({ title: 'Hovedbiblioteket', seen: 0 }), 'referrals:write'),
    of: 'thing',
  },
  closeSource: { ...coordinate(() => ({ closed: true }), 'referrals:write'), of: 'thing' },
  listUnitTree: administer('units:read'),
  showUnit: administer('units:read'),
  makeUnit: administer('units:write', () => unit),
  changeUnit: administer('units:write', () => ({ ...unit, seen: 0 })),
  closeUnit: administer('units:write', () => ({})),
  reopenUnit: administer('units:write', () => undefined, 409),
  listStaff: administer('staff:read'),
  showMember: administer('staff:read'),
  inviteMember: administer('staff:write', () => ({ ...user, email: 'ny@limen.test' })),
  inviteMemberAnew: administer('staff:write', () => undefined),
  changeMember: administer('staff:write', () => ({ ...user, seen: 0 })),
  closeMember: administer('staff:write', () => undefined),
  reopenMember: administer('staff:write', () => undefined, 409),
  listSessions: administer('staff:read'),
  endSessions: administer('staff:write', () => ({})),
  showSettings: administer('administration:read'),
  changeOrganisation: settings({
    ...{ kommune: 'Ny Kommune', authority: 'Ny Kommune', telefon: '20 00 00 01' },
    ...{ akut: '20 00 00 02', aabningstid: 'hverdage 8-16' },
  }),
  changeHours: settings({ window: hours, openingHours: hours }),
  changeList: settings({ choices: ['let', 'svær'] }),
  changeRetention: settings({ textsKeptMonths: 24 }),
  showPeopleList: administer('administration:read'),
  changePeopleList: administer('administration:write', () => ({ ...lastChoice, seen: 1 }), 409),
  showSenders: administer('administration:read'),
  renameSender: settings({ name: 'NyKommune' }),
  stopSender: administer('administration:write'),
  startSender: administer('administration:write', undefined, 409),
  listHouseTexts: administer('administration:read'),
  listWordings: administer('administration:read'),
  changeHouseText: settings({ language: 'da', text: 'Stoppet. Hjælp: {{ telefon }}' }),
  changeConsentWording: settings({ da: 'Må vi skrive?', en: 'May we text?' }),
  searchLog: administer('administration:read'),
};

const LEAST: Partial<Record<Right, Role>> = {
  look: 'reader',
  care: 'advisor',
  coordinate: 'coordinator',
  administer: 'administrator',
};

type Listed = { id: string; method: string; path: string; scope: string; right: string; ok: number };

async function listOperations(): Promise<Listed[]> {
  await using rt = await makeDesk();
  const answer = await createApp(rt).request('https://limen.test/api/v1/openapi.json');
  const { paths } = (await answer.json()) as {
    paths: Record<string, Record<string, Record<string, unknown>>>;
  };
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, one]) => ({
      id: String(one.operationId),
      method,
      path: path.slice('/api/v1'.length),
      scope: (one.security as { key: string[] }[])[0]?.key[0] ?? '',
      right: String(one['x-right']),
      ok: Number(Object.keys(one.responses as object).find((status) => status.startsWith('2'))),
    })),
  );
}

const operations = await listOperations();

test('the table and the document name the same operations', () => {
  expect(operations.map(({ id }) => id).sort()).toEqual(Object.keys(table).sort());
});

test.each(operations.map((one) => [one.id, one] as const))(
  '%s asks for its scope, its right and its unit',
  async (id, one) => {
    const entry = table[id];
    if (!entry) throw new Error(`${id} is not in the table`);
    expect([one.scope, one.right]).toEqual([entry.scope, entry.right]);
    await using rt = await makeDesk();
    const world = await makeWorld(rt);
    const ask = (program: Program, in_ = world) => {
      const path = one.path.replaceAll(/\{(\w+)\}/g, (_, name: keyof World) => in_[name]);
      return one.method === 'get'
        ? program.get(path + (entry.query ?? ''))
        : program.post(path, entry.body?.(in_));
    };

    const without = await ask(
      await openProgram(rt, { scopes: SCOPES.filter((scope) => scope !== entry.scope) }),
    );
    expect([without.status, without.json.code]).toEqual([403, 'scope-missing']);
    for (const role of ROLES.filter((known) => !RIGHTS[known].includes(entry.right))) {
      const refused = await ask(await openProgram(rt, { role, scopes: [entry.scope] }));
      expect([role, refused.status, refused.json.code]).toEqual([role, 403, 'forbidden']);
    }
    const role = ROLES.findLast((known) => LEAST[entry.right] === known) ?? 'administrator';
    if (entry.of !== 'all') {
      const far = await ask(await openProgram(rt, { role, units: ['unit-2'], scopes: [entry.scope] }));
      if (entry.of === 'thing') expect([far.status, far.json.code]).toEqual([404, 'not-found']);
      else expect([far.status, far.json.data]).toEqual([200, []]);
    }

    const program = await openProgram(rt, { role, units: ['unit-1'], scopes: [entry.scope] });
    const own = await entry.own?.(rt, { id: `key:${program.keyId}`, role, units: ['unit-1'] });
    const near = await ask(program, { ...world, ...own });
    expect([near.status, near.text.slice(0, 300)]).toEqual([entry.status ?? one.ok, expect.any(String)]);
    if (entry.of === 'list') expect(near.json.data).not.toEqual([]);
  },
);
