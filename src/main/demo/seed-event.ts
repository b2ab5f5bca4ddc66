import { AppError } from '../../services/app-error.ts';
import { saveEvent } from '../../services/events/save-event.ts';
import { openEvent } from '../../services/events/settle-event.ts';
import type { Runtime } from '../../services/runtime.ts';
import type { Staff } from '../../services/staff/staff.ts';
import { findEventRow } from '../../store/events/event-lists.ts';

const coordinator: Staff = { id: 'demo-coordinator', role: 'coordinator', units: 'all' };

/** An arrangement that is open at a time on the wall clock, made once; gives its id. */
export async function seedEvent(rt: Runtime, value: string): Promise<string> {
  const [date = '', time = ''] = value.split('T');
  const [year, month, day] = date.split('-').map(Number);
  const id = `demo-arrangement-${date}`;
  if (await findEventRow(rt.db, id)) return id;
  try {
    await saveEvent(rt, coordinator, {
      id,
      title: 'At være pårørende: en eftermiddag om at passe på sig selv',
      smsTitle: 'Eftermiddag',
      kind: 'temaeftermiddag',
      audience: 'relatives',
      track: 'støtte',
      unit: '',
      place: 'Kulturhuset, sal 2',
      smsPlace: 'Kulturhuset, sal 2',
      video: '',
      details: 'Et foredrag, kaffe og tid til spørgsmål.',
      sessions: [{ when: `${day}/${month}-${year} kl. ${time.replace(':', '.')}`, minutes: '150' }],
      capacity: '30',
      guests: '1',
      signUpUntil: '',
      lockHours: '24',
      remindDays: '5, 1',
      isPublic: 'yes',
    });
    const row = await findEventRow(rt.db, id);
    await openEvent(rt, coordinator, id, { seen: row?.changedAt ?? 0 });
  } catch (error) {
    // Another relative of the demo was quicker.
    if (!(error instanceof AppError && error.code === 'already-done')) throw error;
  }
  return id;
}
