import { foreseeOn } from '../../journey/engine/foresee-on.ts';
import { tellsChange } from '../../journey/flow/tells-change.ts';
import { dayStart, nextDayStart } from '../../journey/time/open-days.ts';
import { loadJourneysOfNumber } from '../../store/journeys/journeys.ts';
import { countLeftSince, listSmsOfNumber } from '../../store/messages/open-sendings.ts';
import { knownOf } from '../journeys/known.ts';
import { getFlow } from '../journeys/load-flow.ts';
import { getOrganisation } from '../organisation.ts';
import type { Runtime } from '../runtime.ts';
import { keepDayLimit, type Limited } from './keep-day-limit.ts';
import { dayAt } from './sending.ts';

/** What waits to leave to a phone already, and what its running journeys will say before `until`. */
async function others(rt: Runtime, numberId: string, until: number): Promise<Limited[]> {
  const organisation = await getOrganisation(rt);
  const [waiting, running] = await Promise.all([
    listSmsOfNumber(rt.db, numberId),
    loadJourneysOfNumber(rt.db, numberId),
  ]);
  const foreseen = await Promise.all(
    running.map(async (journey) => {
      const flow = await getFlow(rt, journey.flowId);
      const known = knownOf(rt, organisation, journey);
      const said = foreseeOn(flow, journey.state, { known, now: rt.now(), until });
      return said
        .filter(({ channel }) => channel === 'sms')
        .map(
          ({ dueAt, answer, step, notAfter }): Limited => ({
            at: dueAt,
            free: answer || tellsChange(flow, step),
            answer,
            ...(notAfter === undefined ? {} : { notAfter }),
          }),
        );
    }),
  );
  return [...waiting, ...foreseen.flat()];
}

/** Until when each of these SMS to one phone is put off, UTC ms; undefined for one that is not. */
export type LimitOfOne = (sms: readonly Limited[]) => (number | undefined)[];

/**
 * Makes what tells, of SMS planned to this phone beside all that goes there anyway, until when each is put off by the limit
 * a day (UTC ms; undefined for one that is not). With no limit nothing is.
 */
export async function limitOfOne(
  rt: Runtime,
  numberId: string | undefined,
  until: number,
): Promise<LimitOfOne> {
  const { dayLimit: limit, window } = await getOrganisation(rt);
  if (limit === null || numberId === undefined) return (sms) => sms.map(() => undefined);
  const now = rt.now();
  const beside = await others(rt, numberId, nextDayStart(until));
  const before = (await countLeftSince(rt.db, [numberId], dayStart(now))).get(numberId) ?? 0;
  return (sms) => {
    const left = keepDayLimit([...beside, ...sms], { limit, window, now, before }).slice(beside.length);
    return sms.map(({ at }, n) => (dayAt(left[n] ?? at) === dayAt(at) ? undefined : left[n]));
  };
}
