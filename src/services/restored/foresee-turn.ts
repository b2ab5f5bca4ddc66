import { advance } from '../../journey/engine/advance.ts';
import type { MessageComposed } from '../../journey/engine/facts.ts';
import type { DueTimer } from '../../store/journeys/timers.ts';
import { knownOf } from '../journeys/known.ts';
import { getFlow } from '../journeys/load-flow.ts';
import { getOrganisation } from '../organisation.ts';
import type { Runtime } from '../runtime.ts';

export type Foreseen = { relativeId: string; numberId: string; sms: MessageComposed[] };

/** What a timer that fires at an instant would send, and to which number; nothing is written. Undefined when there is nobody to send to. */
export async function foreseeTurn(rt: Runtime, timer: DueTimer, at: number): Promise<Foreseen | undefined> {
  const journey = await rt.db.findJourney(timer.journeyId);
  if (!journey?.numberId) return undefined;
  const { relativeId, numberId } = journey;
  const known = knownOf(rt, await getOrganisation(rt), journey);
  const input = { kind: 'timerFired', at, timer: timer.name, dueAt: timer.dueAt } as const;
  const { facts } = advance(await getFlow(rt, journey.flowId), journey.state, input, known);
  const sms = facts
    .filter((fact) => fact.kind === 'messageComposed')
    .filter(({ channel }) => channel === 'sms');
  return { relativeId, numberId, sms };
}
