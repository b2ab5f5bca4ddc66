// What the demo begins with. Everything is done by the services that do it in earnest, each part once: it leaves its own
// trace in the database, so that a second start, or one after a crash, goes on where it was. Nothing of this is ever outside the demo.
import type { PhoneNetwork } from '../../gateways/phone/phone.ts';
import { isoDate } from '../../journey/time/format.ts';
import { DAY_MS } from '../../journey/time/zone.ts';
import { holdCircleByStaff } from '../../services/circles/hold-circle-by-staff.ts';
import { OrganisationSettings } from '../../services/organisation.ts';
import { receiveSms } from '../../services/replies/receive-sms.ts';
import type { Runtime } from '../../services/runtime.ts';
import { sightOf } from '../../services/staff/staff.ts';
import { listRepliesOfNumber } from '../../store/messages/conversations.ts';
import { addUnits, findOrganisation, setOrganisation } from '../../store/organisation.ts';
import { findCircle } from '../../store/people/circles.ts';
import { numberId } from '../../store/people/numbers.ts';
import { listRelativesOfCircle } from '../../store/people/relative-details.ts';
import { addCircles } from '../../store/people/relatives.ts';
import { findStaffRow, insertStaff } from '../../store/people/staff.ts';
import { seal } from '../../store/seal.ts';
import { SettingError } from '../config.ts';
import { demoCircles } from './demo-circles.ts';
import { demoAdvisor, demoOrganisation, demoStaff, demoUnits } from './demo-house.ts';
import { type DemoCircle, type DemoPerson, demoNumber } from './demo-person.ts';
import { seedEvents } from './seed-events.ts';
import { seedGroups } from './seed-groups.ts';
import { seedOffers } from './seed-offers.ts';
import { seedPerson } from './seed-person.ts';
import { seedTalks } from './seed-talks.ts';

/** The simulated phones, so that what the demo's people wrote stands on them too. */
export type DemoPhones = Pick<PhoneNetwork, 'type' | 'conversation'>;

function requireDemo(rt: Runtime): void {
  if (!rt.config.demo) throw new Error('demo data outside the demo');
}

/** Sets up the organisation, its units and staff. Throws when the database belongs to an organisation that is no demo. */
export async function setUpDemo(rt: Runtime): Promise<void> {
  requireDemo(rt);
  const settings = await findOrganisation(rt.db);
  if (settings === undefined)
    await rt.db.lane.put(setOrganisation, {
      settings: JSON.stringify(OrganisationSettings.parse(demoOrganisation)),
      at: rt.now(),
    });
  else if (!OrganisationSettings.parse(JSON.parse(settings)).demo)
    throw new SettingError('DATABASE_URL', 'belongs to an organisation that is no demo');
  for (const unit of demoUnits) await rt.db.lane.put(addUnits, { ...unit });
  for (const { id, role, name } of demoStaff) {
    if (await findStaffRow(rt.db, id)) continue;
    const nameSealed = seal(rt.db.keys, `staff.name:${id}`, name);
    await rt.db.lane.put(insertStaff, { id, role, nameSealed, demo: 1, allUnits: 1, createdAt: rt.now() });
  }
}

async function seedCircle(rt: Runtime, circle: DemoCircle): Promise<void> {
  const { id, code, unit, people } = circle;
  if (!(await findCircle(rt.db, id)))
    await rt.db.lane.put(addCircles, {
      id,
      code,
      unitId: unit,
      state: 'alive',
      apart: circle.apart ? 1 : 0,
      consentCheckedOn: circle.consentChecked ? isoDate(rt.now() - 14 * DAY_MS) : null,
      createdAt: rt.now(),
    });
  const there = await listRelativesOfCircle(rt.db, id, people.length, sightOf(demoAdvisor));
  for (const person of people.slice(there.length)) await seedPerson(rt, person, circle);
}

/** A circle whose state was changed once is left as it is. */
async function holdOnce(rt: Runtime, { id, hold }: DemoCircle): Promise<void> {
  const circle = await findCircle(rt.db, id);
  if (hold && circle?.stateAt === null) await holdCircleByStaff(rt, demoAdvisor, id, hold);
}

/** Someone who has written before does not write again. */
async function writeOnce(rt: Runtime, person: DemoPerson, phones?: DemoPhones): Promise<void> {
  const number = demoNumber(person);
  if (!number || !person.wrote) return;
  const stored = await listRepliesOfNumber(rt.db, numberId(rt.db.keys, number), 1);
  const typed = phones?.conversation(number).some((sms) => sms.direction === 'fromPhone');
  if (stored.length > 0 || typed) return;
  if (phones) await phones.type(number, person.wrote);
  else await receiveSms(rt, { providerId: `demo-${number}`, from: number, to: '', text: person.wrote });
}

/** Does the work for all at once, so that they share commits; when one fails the others are finished first. */
async function forAll<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const done = await Promise.allSettled(all.map(work));
  for (const one of done) if (one.status === 'rejected') throw one.reason;
}

/**
 * Fills the demo with relatives by role, journeys under way and replies that wait; call it after `setUpDemo` and once the
 * flows are published. With `phones`, what people wrote stands on their phones. A second call changes nothing.
 */
export async function seedDemo(rt: Runtime, phones?: DemoPhones): Promise<void> {
  requireDemo(rt);
  const people = demoCircles.flatMap((circle) => circle.people);
  await forAll(demoCircles, (circle) => seedCircle(rt, circle));
  await rt.bell.quiet();
  await forAll(people, (person) => writeOnce(rt, person, phones));
  await forAll(demoCircles, (circle) => holdOnce(rt, circle));
  await seedOffers(rt);
  await seedTalks(rt);
  await seedGroups(rt);
  await seedEvents(rt);
}
