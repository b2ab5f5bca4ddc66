import { isoDate } from '../../journey/time/format.ts';
import { DAY_MS } from '../../journey/time/zone.ts';
import { bookAppointment } from '../../services/appointments/book-appointment.ts';
import { registerContact } from '../../services/contacts/register-contact.ts';
import { registerCounselling } from '../../services/counselling/register-counselling.ts';
import type { Runtime } from '../../services/runtime.ts';
import { sightOf } from '../../services/staff/staff.ts';
import { findAppointmentRow } from '../../store/care/appointment-lists.ts';
import { listRelativesOfCircle } from '../../store/people/relative-details.ts';
import { demoAdvisor } from './demo-house.ts';

/** A conversation by telephone that a relative began, with nothing left to do. */
export const talk = {
  appointment: '',
  offer: '',
  kind: 'samtale',
  place: 'telefon',
  initiative: 'pårørende',
  outcome: 'ja',
  followUp: 'ingen',
  handedTo: '',
  nextStep: '',
  note: '',
};

const daysAgo = (rt: Runtime, days: number): string => isoDate(rt.now() - days * DAY_MS);

/** An appointment to come, two conversations (one handed over) and counselling of a unit. A second call changes nothing. */
export async function seedTalks(rt: Runtime): Promise<void> {
  const inCircle = async (id: string): Promise<string[]> =>
    (await listRelativesOfCircle(rt.db, id, 2, sightOf(demoAdvisor))).map((row) => row.id);
  const [[spouse, daughter], [other]] = await Promise.all([
    inCircle('demo-kreds-01'),
    inCircle('demo-kreds-03'),
  ]);
  if (!spouse || !daughter || !other || (await findAppointmentRow(rt.db, 'demo-appointment-1'))) return;
  await registerContact(rt, demoAdvisor, {
    ...talk,
    id: 'demo-contact-000001',
    relatives: [daughter],
    date: daysAgo(rt, 3),
    minutes: '40',
    level: 'moderat',
    themes: ['omsorgstræthed', 'aflastning'],
    nextStep: 'Taler sammen igen efter mødet med visitationen.',
  });
  await registerContact(rt, demoAdvisor, {
    ...talk,
    id: 'demo-contact-000002',
    relatives: [other],
    date: daysAgo(rt, 6),
    minutes: '55',
    level: 'omfattende',
    place: 'hjemme',
    themes: ['samarbejde og forventninger'],
    followUp: 'overdraget',
    handedTo: 'Visitationen, team Nord',
  });
  await registerCounselling(rt, demoAdvisor, {
    id: 'demo-counselling-1',
    date: daysAgo(rt, 5),
    unit: 'demo-nord-pleje',
    kind: 'svært samarbejde',
    staffGroups: ['frontmedarbejdere', 'ledere'],
    themes: ['samarbejde og forventninger'],
    participants: '7',
    minutes: '60',
    material: 'Pårørendefolder',
    followUp: 'nyt møde',
    note: '',
  });
  await bookAppointment(rt, demoAdvisor, {
    id: 'demo-appointment-1',
    relatives: [spouse],
    when: `${isoDate(rt.now() + 3 * DAY_MS)} 10.00`,
    minutes: '60',
    place: 'hjemme',
    smsPlace: '',
    details: 'Om hverdagen derhjemme.',
    remind: 'yes',
    apart: '',
  });
}
