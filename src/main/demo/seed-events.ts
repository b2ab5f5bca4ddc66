import { listEvents } from '../../services/events/list-events.ts';
import { saveEvent } from '../../services/events/save-event.ts';
import type { Runtime } from '../../services/runtime.ts';
import type { Staff } from '../../services/staff/staff.ts';

const coordinator: Staff = { id: 'demo-coordinator', role: 'coordinator', units: 'all' };

const DAY_MS = 86_400_000;

/** The wall clock so many days ahead, as the form takes it. */
const ahead = (rt: Runtime, days: number, clock: string): string =>
  `${new Date(rt.now() + days * DAY_MS).toISOString().slice(0, 10)} ${clock}`;

/** A course of three evenings that nobody has been told of. A second call changes nothing. */
export async function seedEvents(rt: Runtime): Promise<void> {
  const { events } = await listEvents(rt, coordinator, { when: 'coming' });
  if (events.some(({ kind }) => kind === 'kursus')) return;
  await saveEvent(rt, coordinator, {
    id: rt.newId(),
    title: 'Kursus i at mestre hverdagen',
    smsTitle: 'Kursus for pårørende',
    kind: 'kursus',
    audience: 'relatives',
    track: 'støtte',
    unit: '',
    place: 'Medborgerhuset, Torvet 1, salen',
    smsPlace: 'Medborgerhuset, Torvet 1',
    video: '',
    details: 'Tre aftener med oplæg og øvelser. Man melder sig til alle tre på én gang.',
    sessions: [35, 42, 49].map((days) => ({ when: ahead(rt, days, '17:00'), minutes: '120' })),
    capacity: '12',
    guests: '1',
    signUpUntil: '',
    lockHours: '24',
    remindDays: '5, 1',
    isPublic: '',
  });
}
