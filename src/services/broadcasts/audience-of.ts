// Whom a broadcast is for, and by what each is left out, as the store asks for it.
import { dayStart } from '../../journey/time/open-days.ts';
import type { Audience } from '../../store/broadcasts/audience.ts';
import type { WhyNotValues } from '../../store/broadcasts/why-not.ts';
import type { Sight } from '../../store/people/sight.ts';
import { readRule } from '../groups/group-rule.ts';
import type { Organisation } from '../organisation.ts';
import type { Runtime } from '../runtime.ts';

/** The members of a group in somebody's sight, as they are now. */
export const audienceOf = (
  rt: Runtime,
  group: { id: string; rule: string | null },
  sight: Sight,
): Audience => ({ group: { id: group.id, rule: readRule(group.rule), now: rt.now() }, sight });

/** What leaving out goes by at an instant, for what is written in the languages of `texts`, by the rules of the organisation: a day is one on the wall in Denmark. */
export const valuesOf = (
  { groupConsent }: Organisation,
  id: string,
  texts: Readonly<Record<string, unknown>>,
  now: number,
): WhyNotValues => ({
  broadcast: id,
  now,
  dayBegan: dayStart(now),
  asksConsent: groupConsent,
  languages: Object.keys(texts),
});
