// Who is written to in a simulation: circles of relatives, two of whom share a phone, one is called, one gets letters.
import type { Runtime } from '../../src/services/runtime.ts';
import { seedRelative } from '../support/house.ts';
import type { Random } from './random.ts';

export type Person = { id: string; phone: string; circle: string };

const phoneOf = (n: number): string => `+45200000${10 + n}`;

/** Moves in; the same seed gives the same people. */
export async function moveIn(rt: Runtime, random: Random): Promise<Person[]> {
  const people: Person[] = [];
  const count = random.whole(4, 8);
  for (let n = 0; n < count; n += 1) {
    const known = people.length > 0 && random.chance(0.4) ? random.pick(people) : undefined;
    const sharing = people.length > 0 && random.chance(0.15) ? random.pick(people) : undefined;
    const phone = sharing?.phone ?? phoneOf(n);
    const channel = random.weigh({ sms: 8, ring: 1, brev: 1 });
    const id = await seedRelative(rt, {
      number: phone,
      channel,
      language: random.pick(['da', 'da', 'en']),
      tiltale: `P${n}`,
      ...(known ? { circle: known.circle } : {}),
    });
    if (sharing)
      await rt.db.client.execute(
        'UPDATE numbers SET shared = 1 WHERE id = (SELECT number_id FROM relatives WHERE id = ?)',
        [id],
      );
    people.push({ id, phone, circle: known?.circle ?? `circle-${id}` });
  }
  return people;
}
