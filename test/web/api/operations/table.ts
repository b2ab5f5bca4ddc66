// Every operation of the API: what it asks for, and a body that does it in the world of `makeWorld`.
import { chooseMany } from '../../../../src/services/journeys/choose-many.ts';
import { orderMany } from '../../../../src/services/journeys/order-many.ts';
import type { Right, Role, Staff } from '../../../../src/services/staff/staff.ts';
import { createApp } from '../../../../src/web/app.ts';
import { newRelative } from '../../../support/api.ts';
import { addRelative, type DeskRuntime, makeDesk } from '../../../support/desk.ts';
import { meetingTable } from './meetings.ts';
import {
  booking,
  counselled,
  counselledAnew,
  lastChoice,
  makeImport,
  newOffer,
  record,
  referred,
  referrer,
  registered,
  said,
  savedAnswer,
  takenOver,
  type World,
} from './world.ts';

/** What an operation asks for, and a body for it; one that is not here fails the tests that use this, and so does one that is gone. */
export type Entry = {
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

/** Someone new, chosen for a flow by those who ask; only they see the choice. */
async function choose(rt: DeskRuntime, staff: Staff): Promise<{ enrolment: string }> {
  const relative = await addRelative(rt, { number: '20 00 00 61', name: 'Pårørende 9' });
  return { enrolment: await chooseMany(rt, staff, { ids: [relative] }) };
}

async function order(rt: DeskRuntime, staff: Staff): Promise<{ enrolment: string }> {
  const chosen = await choose(rt, staff);
  const form = { flow: 'indbydelse-link', anchors: {}, apartConfirmed: false, pastConfirmed: false };
  await orderMany(rt, staff, chosen.enrolment, form);
  return chosen;
}

/** Every operation of the API by its id. */
export const table: Record<string, Entry> = {
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
  moveRelative: care('relatives:write', () => ({ unit: 'unit-1' })),
  listCircles: look('circles:read', 'list'),
  moveCircle: care('circles:write', () => ({ from: 'unit-1', unit: 'unit-1' }), { status: 409 }),
  withdrawCircleConsent: care('circles:write', undefined, { status: 409 }),
  showCircle: look('circles:read', 'thing'),
  holdCircle: care('circles:write', () => ({ as: 'paused' })),
  releaseCircle: care('circles:write', undefined, { status: 409 }),
  noteCircle: care('circles:write', () => ({ apart: true, consentCheckedOn: null, seen: '0.' })),
  listFlows: look('journeys:read', 'all'),
  previewJourney: care('journeys:read', () => ({ flow: 'indbydelse-link' })),
  enrolRelative: care('journeys:write', () => ({ flow: 'indbydelse-link' }), { status: 409 }),
  showJourney: look('journeys:read', 'thing'),
  steerJourney: care('journeys:write', () => ({ do: 'pause' })),
  endJourney: care('journeys:write', () => ({ reason: 'andet tilbud' })),
  chooseForEnrolment: care('journeys:write', ({ relative }) => ({ relatives: [relative] }), {
    of: 'all',
  }),
  previewEnrolment: care('journeys:read', () => ({ flow: 'indbydelse-link' }), { own: choose }),
  orderEnrolment: care('journeys:write', () => ({ flow: 'indbydelse-link' }), { own: choose }),
  showEnrolment: { ...look('journeys:read', 'thing'), right: 'care', own: order },
  cancelEnrolment: care('journeys:write', undefined, { own: order }),
  listMessages: look('messages:read', 'thing'),
  explainMessage: look('messages:read', 'thing'),
  showSendings: coordinate(undefined, 'messages:read'),
  showSendDay: coordinate(undefined, 'messages:read'),
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
  showOverview: look('alerts:read', 'all'),
  reopenAlert: care('alerts:write', undefined, { status: 409 }),
  retryAlert: care('alerts:write', undefined, { status: 409 }),
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
  answerAppointment: care('appointments:write', ({ relative }) => ({ relative, answer: 'ja' })),
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
    ...coordinate(({ now }) => ({ title: 'Venner', unit: 'unit-1', seen: Number(now) }), 'groups:write'),
    of: 'thing',
  },
  closeGroup: { ...coordinate(() => ({ closed: true }), 'groups:write'), of: 'thing' },
  putInGroup: care('groups:write', ({ relative }) => ({ relative, member: true })),
  listOffers: look('offers:read', 'all'),
  showOffer: look('offers:read', 'all'),
  addOffer: coordinate(() => newOffer),
  changeOffer: coordinate(({ now }) => ({ ...newOffer, seen: Number(now) })),
  checkOffer: coordinate(() => undefined),
  retireOffer: coordinate(() => ({ retired: true })),
  signpost: care('offers:write', ({ relative }) => ({ relative })),
  listSignposts: look('offers:read', 'thing'),
  undoSignpost: care('offers:write'),
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
  changeSavedAnswer: coordinate(({ now }) => ({ ...savedAnswer, seen: Number(now) }), 'answers:write'),
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
  changeDayLimit: settings({ dayLimit: 3 }),
  changeGroupConsent: settings({ groupConsent: false }),
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
  ...meetingTable,
};

/** The least role with each right. */
export const LEAST: Partial<Record<Right, Role>> = {
  look: 'reader',
  care: 'advisor',
  coordinate: 'coordinator',
  administer: 'administrator',
};

/** An operation as the document tells it. */
export type Listed = { id: string; method: string; path: string; scope: string; right: string; ok: number };

/** Every operation of the document. */
export async function listOperations(): Promise<Listed[]> {
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
