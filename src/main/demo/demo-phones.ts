import { openName } from '../../services/relatives/open-names.ts';
import type { Runtime } from '../../services/runtime.ts';
import { numberId } from '../../store/people/numbers.ts';
import { listRelativesOfNumber } from '../../store/people/relative-lists.ts';
import { demoCircles } from './demo-circles.ts';
import { demoNumber } from './demo-person.ts';

/** The phones that stand on the wall from the beginning, and the aliases of whoever has a number now. */
export function demoPhones(rt: Runtime): {
  numbers: readonly string[];
  nameOf: (number: string) => Promise<string | undefined>;
} {
  const people = demoCircles.flatMap((circle) => circle.people);
  const numbers = new Set(people.map(demoNumber).filter((number) => number !== undefined));
  return {
    numbers: [...numbers],
    async nameOf(number) {
      const rows = await listRelativesOfNumber(rt.db, numberId(rt.db.keys, number), 5);
      const names = rows.map((row) => openName(rt, row.id, row.nameSealed)).filter(Boolean);
      return names.length > 0 ? names.join(' + ') : undefined;
    },
  };
}
