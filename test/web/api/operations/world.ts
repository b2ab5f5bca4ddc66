// A house in which every operation of the API has something to be done to, and bodies that do it.

import { afterAll } from 'vitest';
import { keepRows } from '../../../../src/services/imports/keep-rows.ts';
import { keepSavedAnswer } from '../../../../src/services/inbox/saved-answers.ts';
import { enrolRelative } from '../../../../src/services/journeys/enrol-relative.ts';
import { publishFlow } from '../../../../src/services/journeys/publish-flow.ts';
import { addSource } from '../../../../src/services/referrals/keep-source.ts';
import { referRelative } from '../../../../src/services/referrals/refer-relative.ts';
import { showRelative } from '../../../../src/services/relatives/show-relative.ts';
import { showSettings } from '../../../../src/services/settings/show-settings.ts';
import { inviteStaff } from '../../../../src/services/staff/invite-member.ts';
import type { Staff } from '../../../../src/services/staff/staff.ts';
import { alertRow, raiseAlerts } from '../../../../src/store/messages/alerts.ts';
import { addUnits } from '../../../../src/store/organisation.ts';
import { administrator, openProgram } from '../../../support/api.ts';
import {
  addRelative,
  addReply,
  advisor,
  copyDesk,
  type DeskRuntime,
  makeDesk,
  rowsOf,
} from '../../../support/desk.ts';
import { invitation } from '../../../support/house.ts';
import { type Meetings, makeMeetings } from './meetings.ts';

/** What stands in the world of `makeWorld`, by the names the paths of the API have for it. */
export type World = Record<
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
  | 'signpost'
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
  | 'now'
  | 'date'
  | 'enrolment'
  | 'import'
  | keyof Meetings,
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
  const now = String(rt.now());
  return {
    ...world,
    other,
    now,
    enrolment: 'none',
    date: '2027-03-01',
    ...(await makeMore(rt, [walked.relative, other])),
    ...(await makeHouse(rt)),
  };
}

/** The world, made once for the tests of the file that calls this, and copies of it for them to change. */
export async function makeWorlds(): Promise<{ world: World; copy: () => Promise<DeskRuntime> }> {
  const first = await makeDesk();
  afterAll(() => first[Symbol.asyncDispose]());
  return { world: await makeWorld(first), copy: () => copyDesk(first) };
}

/** What advisors do, done by a program. */
async function makeMore(rt: DeskRuntime, relatives: [string, string]) {
  const [relative] = relatives;
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
  const signpost = await idOf(`/offers/${offer}/signpost`, { contact });
  const { id } = await addSource(rt, coordinator, { title: 'Biblioteket', unit: 'unit-1' });
  const group = await idOf('/groups', { title: 'Netværk', unit: 'unit-1' });
  const meetings = await makeMeetings(program, idOf, { relatives, now: rt.now() });
  const open = { id, unitId: 'unit-1', code: '' };
  const referral = rt.newId();
  const form = { ...referred, note: '', consent: 'yes', byName: '', byContact: '' };
  await referRelative(rt, open, { id: referral, form, by: 'self', address: 'a' });
  return { appointment, contact, counselling, signpost, offer, referral, source: id, group, ...meetings };
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

/** An import of two rows, one of them bad; it is its maker's alone. */
export const makeImport = async (rt: DeskRuntime, staff: Staff): Promise<{ import: string }> => {
  const rows = [
    { name: 'Pårørende 5', tiltale: 'Fem', number: '20 00 00 55' },
    { name: 'Pårørende 6', tiltale: 'Seks', number: '55' },
  ];
  const { id } = await keepRows(rt, staff, { rows, unit: 'unit-1', area: 'demens', consents: false });
  return { import: id };
};

export const booking = { when: '2027-03-05T14:00', minutes: 45, place: 'telefon' };
export const registered = { date: '2027-03-01', minutes: 30 };
export const newOffer = {
  title: 'Samtalegruppe',
  text: 'En gruppe.',
  target: 'Pårørende',
  area: 'demens',
  contact: 'Ring',
  inside: true,
};
export const counselled = {
  date: '2027-03-01',
  unit: 'unit-1',
  kind: 'kortlægning',
  participants: 4,
  minutes: 60,
};
export const record = {
  ...{ name: 'Pårørende 1', tiltale: 'Pårørende', relation: 'søskende', area: 'demens', language: 'en' },
  ...{ ageBand: 'ukendt', gender: 'ukendt', guardian: '', channel: 'sms', onlyCall: false },
  ...{ hoursFrom: '', hoursTo: '', foundBy: '', advisor: '', note: '' },
};
export const said = {
  ...{ ...registered, kind: 'samtale', level: 'let', place: 'telefon', initiative: 'pårørende' },
  ...{ themes: [], outcome: 'ja', followUp: 'ingen', handedTo: '', nextStep: '', note: '' },
};
export const counselledAnew = {
  ...counselled,
  ...{ staffGroups: [], themes: [], material: '', followUp: 'ingen', note: '' },
};
export const referrer = { consent: true, byName: 'Sygeplejerske 1', byContact: '20 00 00 03' };
export const lastChoice = { choices: [{ da: 'Anden', en: 'Other' }] };
export const referred = { name: 'Pårørende 3', number: '20 00 00 41', relation: 'søskende', area: 'demens' };
const coordinator: Staff = { id: 'demo-coordinator', role: 'coordinator', units: 'all' };

export const takenOver = ({ relative }: World) => ({ to: 'demo-advisor', relative });
export const savedAnswer = { title: 'Vi skriver', text: 'Kære {{ tiltale }}' };
