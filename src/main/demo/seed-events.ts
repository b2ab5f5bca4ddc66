import { listEvents } from '../../services/events/list-events.ts';
import { saveEvent } from '../../services/events/save-event.ts';
import { openEvent } from '../../services/events/settle-event.ts';
import type { Runtime } from '../../services/runtime.ts';
import type { Staff } from '../../services/staff/staff.ts';

const coordinator: Staff = { id: 'demo-coordinator', role: 'coordinator', units: 'all' };

const DAY_MS = 86_400_000;

/** The wall clock so many days ahead, as the form takes it. */
const ahead = (rt: Runtime, days: number, clock: string): string =>
  `${new Date(rt.now() + days * DAY_MS).toISOString().slice(0, 10)} ${clock}`;

/** A theme afternoon that is open and public, and a course that is still a draft. A second call changes nothing. */
export async function seedEvents(rt: Runtime): Promise<void> {
  const { events } = await listEvents(rt, coordinator, { when: 'coming', most: 1 });
  if (events.length > 0) return;
  const common = {
    audience: 'relatives',
    track: 'støtte',
    unit: '',
    video: '',
    guests: '1',
    signUpUntil: '',
    lockHours: '24',
    remindDays: '5, 1',
  };
  const afternoon = await saveEvent(rt, coordinator, {
    ...common,
    id: rt.newId(),
    title: 'Når hverdagen ændrer sig',
    smsTitle: 'Temaeftermiddag',
    kind: 'temaeftermiddag',
    place: 'Medborgerhuset, Torvet 1, mødelokale 2',
    smsPlace: 'Medborgerhuset, Torvet 1',
    details: 'Om at passe på sig selv, når man passer på en anden. Der er kaffe og tid til at tale sammen.',
    sessions: [{ when: ahead(rt, 28, '14:00'), minutes: '120' }],
    capacity: '20',
    isPublic: 'yes',
  });
  const { events: drafts } = await listEvents(rt, coordinator, { when: 'coming' });
  const draft = drafts.find(({ id }) => id === afternoon.id);
  if (draft) await openEvent(rt, coordinator, draft.id, { seen: draft.changedAt });
  await saveEvent(rt, coordinator, {
    ...common,
    id: rt.newId(),
    title: 'Kursus i at mestre hverdagen',
    smsTitle: 'Kursus for pårørende',
    kind: 'kursus',
    place: 'Medborgerhuset, Torvet 1, salen',
    smsPlace: 'Medborgerhuset, Torvet 1',
    details: 'Tre gange med oplæg og øvelser. Man melder sig til alle tre på én gang.',
    sessions: [35, 42, 49].map((days) => ({ when: ahead(rt, days, '17:00'), minutes: '120' })),
    capacity: '12',
    isPublic: '',
  });
}
