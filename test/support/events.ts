// Arrangements for tests: a form that is fine as it is, and one that is open.
import type { EventForm } from '../../src/services/events/check-event.ts';
import { showEvent } from '../../src/services/events/list-events.ts';
import { saveEvent } from '../../src/services/events/save-event.ts';
import { openEvent } from '../../src/services/events/settle-event.ts';
import { type SignUpForm, signUp } from '../../src/services/events/sign-up.ts';
import type { Staff } from '../../src/services/staff/staff.ts';
import type { TestRuntime } from './runtime.ts';

export const coordinator: Staff = { id: 'demo-coordinator', role: 'coordinator', units: 'all' };

/** A theme afternoon on Wednesday 10 March 2027 at 14.00, with three seats. */
export const eventForm = (change: Partial<EventForm> = {}): EventForm => ({
  title: 'Temaeftermiddag om demens',
  smsTitle: 'Temaeftermiddag',
  kind: 'temaeftermiddag',
  audience: 'relatives',
  track: 'støtte',
  unit: '',
  place: 'Kulturhuset, sal 2',
  smsPlace: 'Kulturhuset',
  video: '',
  details: 'Om at være pårørende',
  sessions: [{ when: '10/3-2027 kl. 14', minutes: '120' }],
  capacity: '3',
  guests: change.capacity === '1' ? '0' : '1',
  signUpUntil: '',
  lockHours: '24',
  remindDays: '5, 1',
  isPublic: '',
  ...change,
});

/** Makes a draft and gives its id. */
export const draftEvent = async (rt: TestRuntime, change: Partial<EventForm> = {}): Promise<string> =>
  (await saveEvent(rt, coordinator, { id: rt.newId(), ...eventForm(change) })).id;

/** When it was last changed, as a page shows it. */
export const seenOf = async (rt: TestRuntime, id: string): Promise<number> =>
  (await showEvent(rt, coordinator, id)).changedAt;

/** Makes an arrangement that is open and gives its id. */
export async function makeEvent(rt: TestRuntime, change: Partial<EventForm> = {}): Promise<string> {
  const id = await draftEvent(rt, change);
  await openEvent(rt, coordinator, id, { seen: await seenOf(rt, id) });
  return id;
}

/** Signs a relative, or somebody by name, up as staff do. */
export const join = (rt: TestRuntime, eventId: string, who: Partial<SignUpForm>) =>
  signUp(rt, coordinator, eventId, { id: rt.newId(), guests: '', tell: 'yes', apart: '', ...who });
