// Group messages and events of the world that every operation of the API is tried in, and what their operations ask for.
import type { Right } from '../../../../src/services/staff/staff.ts';
import type { Program } from '../../../support/api.ts';
import type { Entry } from './table.ts';
import type { World } from './world.ts';

/** By the names the paths have for them; a draft, one that rests and one whose line waits for staff stand in for those. */
export type Meetings = Record<
  | 'audience'
  | 'broadcast'
  | 'broadcastDraft'
  | 'broadcastResting'
  | 'event'
  | 'eventSeen'
  | 'eventDraft'
  | 'eventLocked'
  | 'eventOfSeries'
  | 'attendance'
  | 'inLine',
  string
>;

const when = '2027-03-01T11:00';

export const newEvent = {
  ...{ title: 'Temaeftermiddag om demens', smsTitle: 'Temaeftermiddag', kind: 'temaeftermiddag' },
  ...{ audience: 'relatives', track: 'støtte', unit: 'unit-1', place: 'Sal 2', smsPlace: 'Kulturhuset' },
  ...{ sessions: [{ when, minutes: 60 }], capacity: 3, guests: 1 },
};

const allOfIt = {
  ...{ ...newEvent, video: '', details: '', signUpUntil: null, lockHours: 0, remindDays: [1], public: false },
  sessions: [{ when: '2027-03-11T14:00', minutes: 60 }],
};

const series = { ...newEvent, weeks: 2, times: 2 };

/** Makes them as a program does; `idOf` posts and gives the id of what was made. */
export async function makeMeetings(
  program: Program,
  idOf: (path: string, body: unknown) => Promise<string>,
  { relatives, now }: { relatives: readonly string[]; now: number },
): Promise<Meetings> {
  const press = async (path: string, body: unknown = {}): Promise<void> => {
    const { status, text } = await program.post(path, body);
    if (status !== 200) throw new Error(`${path}: ${text}`);
  };
  const audience = await idOf('/groups', { title: 'Caféen', unit: 'unit-1' });
  for (const relative of relatives) await press(`/groups/${audience}/members`, { relative, member: true });
  const draft = (text: string): Promise<string> =>
    idOf('/broadcasts', { title: text, group: audience, way: 'sms', texts: { da: text } });
  const [broadcast, broadcastDraft, broadcastResting] = [
    await draft('Caféen åbner'),
    await draft('Caféen lukker'),
    await draft('Caféen flytter'),
  ];
  const dueAt = new Date(now + 86_400_000).toISOString();
  for (const id of [broadcast, broadcastResting])
    await press(`/broadcasts/${id}/order`, { seen: now, dueAt });
  await press(`/broadcasts/${broadcastResting}/pause`);

  const [event, eventDraft] = [await idOf('/events', newEvent), await idOf('/events', newEvent)];
  const eventLocked = await idOf('/events', { ...newEvent, capacity: 1, guests: 0, lockHours: 24 });
  for (const id of [event, eventLocked]) await press(`/events/${id}/open`, { seen: now });
  const made = await program.post('/events/series', series);
  const [eventOfSeries = ''] = made.json.events as string[];
  const [relative = ''] = relatives;
  const attendance = await idOf(`/events/${event}/attendances`, { relative, tell: false });
  const first = await idOf(`/events/${eventLocked}/attendances`, { name: 'Medarbejder 1' });
  const inLine = await idOf(`/events/${eventLocked}/attendances`, { name: 'Medarbejder 2' });
  await press(`/events/${eventLocked}/attendances/${first}/sign-off`);
  const eventSeen = String((await program.get(`/events/${event}`)).json.seen);
  return {
    ...{ audience, broadcast, broadcastDraft, broadcastResting },
    ...{ event, eventSeen, eventDraft, eventLocked, eventOfSeries, attendance, inLine },
  };
}

const ofDraft = ({ broadcastDraft }: World): Partial<World> => ({ broadcast: broadcastDraft });
const ofDraftEvent = ({ eventDraft }: World): Partial<World> => ({ event: eventDraft });
const ofSeries = ({ eventOfSeries }: World): Partial<World> => ({ event: eventOfSeries });

/** What an operation is done to, where it is not what the others are done to. */
export const instead: Record<string, (world: World) => Partial<World>> = {
  changeBroadcast: ofDraft,
  dropBroadcast: ofDraft,
  previewBroadcast: ofDraft,
  orderBroadcast: ofDraft,
  resumeBroadcast: ({ broadcastResting }) => ({ broadcast: broadcastResting }),
  openEvent: ofDraftEvent,
  dropEvent: ofDraftEvent,
  openEventSeries: ofDraftEvent,
  showEventSeriesEnd: ofSeries,
  previewEventSeriesMore: ofSeries,
  extendEventSeries: ofSeries,
  giveSeat: ({ eventLocked, inLine }) => ({ event: eventLocked, attendance: inLine }),
  noteTold: ({ eventLocked, inLine }) => ({ event: eventLocked, attendance: inLine }),
  linkAttendance: ({ eventLocked, inLine }) => ({ event: eventLocked, attendance: inLine }),
};

const entry = (
  scope: string,
  right: Right,
  body?: (world: World) => unknown,
  more: Partial<Entry> = {},
): Entry => ({ scope, right, of: 'thing', ...(body ? { body } : {}), ...more });

const read = (scope: string, more: Partial<Entry> = {}): Entry => entry(scope, 'look', undefined, more);
const steer = (body?: (world: World) => unknown, more?: Partial<Entry>): Entry =>
  entry('broadcasts:write', 'coordinate', body, more);
const settle = (body?: (world: World) => unknown, more?: Partial<Entry>): Entry =>
  entry('events:write', 'coordinate', body, more);
const place = (body?: (world: World) => unknown, more?: Partial<Entry>): Entry =>
  entry('events:write', 'care', body, more);

const seen = ({ now }: World) => ({ seen: Number(now) });
const seenEvent = ({ eventSeen }: World) => ({ seen: Number(eventSeen) });
const seenAll = ({ event, eventSeen }: World) => ({ seen: [{ event, seen: Number(eventSeen) }] });
const extension = { after: '2027-03-15', weeks: 2, times: 2 };
const written = ({ audience }: World) => ({
  ...{ title: 'Caféen', group: audience, way: 'sms', texts: { da: 'Caféen holder ferie' } },
});

/** The operations of group messages, by their ids. */
const broadcasts: Record<string, Entry> = {
  listBroadcasts: read('broadcasts:read', { of: 'list' }),
  showBroadcast: read('broadcasts:read'),
  draftBroadcast: steer(written, { of: 'all' }),
  changeBroadcast: steer((world) => ({ ...written(world), ...seen(world) })),
  dropBroadcast: steer(seen),
  previewBroadcast: entry('broadcasts:read', 'coordinate'),
  orderBroadcast: steer(seen),
  pauseBroadcast: steer(),
  resumeBroadcast: steer(),
  cancelBroadcast: steer(),
  retryBroadcast: steer(undefined, { status: 409 }),
  listBroadcastReplies: read('inbox:read'),
  reportBroadcast: read('broadcasts:read'),
  noteConsent: entry('relatives:write', 'care', () => ({})),
  quietRelative: entry('relatives:write', 'care', () => ({ until: '2027-06-01T00:00:00Z' })),
};

const ofGroup = ({ audience }: World) => ({ group: audience });

/** Those of events. */
const events: Record<string, Entry> = {
  listEvents: read('events:read', { of: 'list' }),
  showEvent: read('events:read'),
  saveEvent: settle(() => newEvent, { of: 'all' }),
  previewEventChange: entry('events:read', 'coordinate', () => allOfIt),
  changeEvent: settle((world) => ({ ...allOfIt, ...seenEvent(world) })),
  previewEventSeries: entry('events:read', 'coordinate', () => series, { of: 'all' }),
  makeEventSeries: settle(() => series, { of: 'all' }),
  readEventCalendar: read('events:read'),
  previewEventSeriesChange: entry('events:read', 'coordinate', () => allOfIt),
  changeEventSeries: settle((world) => ({ ...allOfIt, ...seenAll(world) })),
  openEventSeries: settle(({ eventDraft, now }) => ({ seen: [{ event: eventDraft, seen: Number(now) }] })),
  previewEventSeriesCancel: entry('events:read', 'coordinate'),
  cancelEventSeries: settle(seenAll),
  showEventSeriesEnd: entry('events:read', 'coordinate'),
  previewEventSeriesMore: entry('events:read', 'coordinate', () => extension),
  extendEventSeries: settle(() => extension),
  openEvent: settle(seen),
  dropEvent: settle(seen),
  previewEventCancel: entry('events:read', 'coordinate'),
  cancelEvent: settle(seenEvent),
  closeEvent: settle((world) => ({ ...seenEvent(world), rest: 'missed' }), { status: 422 }),
  previewInvitation: entry('events:read', 'coordinate', ofGroup),
  inviteToEvent: settle(ofGroup),
  listCertificates: read('events:read'),
  listAttendances: read('events:read'),
  showEventEvaluation: read('events:read'),
  listEventsOfRelative: read('events:read'),
  signUp: place(({ other }) => ({ relative: other })),
  signOff: place(),
  setGuests: place(() => ({ guests: 1 })),
  giveSeat: place(),
  noteTold: place(() => ({ telling: 1 }), { status: 409 }),
  linkAttendance: place(({ other }) => ({ relative: other })),
  notePresence: place(() => ({ came: true })),
};

export const meetingTable: Record<string, Entry> = { ...broadcasts, ...events };
