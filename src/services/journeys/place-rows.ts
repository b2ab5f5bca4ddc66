// The seats and groups a turn decided about, as they are written.
import type { Fact } from '../../journey/engine/facts.ts';
import type { TurnPlaces } from '../../store/journeys/about-event.ts';
import type { GroupStep } from '../../store/journeys/about-groups.ts';
import type { Runtime } from '../runtime.ts';
import type { Subject } from './message-rows.ts';

/** What a turn wants and gives up; undefined when it has nothing to do with seats. */
export function placesOf(rt: Runtime, subject: Subject, facts: readonly Fact[]): TurnPlaces | undefined {
  const places: TurnPlaces = { begun: [], wanted: [], givenUp: [] };
  const { relativeId, state, id: journeyId } = subject;
  for (const fact of facts) {
    if (fact.kind !== 'seatWanted' && fact.kind !== 'seatGivenUp') continue;
    const eventId = state.events?.[fact.anchor]?.id;
    if (eventId === undefined) continue;
    const { at } = fact;
    const by = fact.kind === 'seatWanted' ? fact.by : 'journey';
    if (fact.kind === 'seatGivenUp') places.givenUp.push({ eventId, relativeId, at, by: wayOf(facts) });
    else {
      const guests = fact.guests ?? 0;
      const createdBy = subject.startedBy ?? journeyId;
      places.wanted.push({ id: rt.newId(), eventId, relativeId, guests, at, by, createdBy, journeyId });
    }
  }
  return places.wanted.length + places.givenUp.length > 0 ? places : undefined;
}

/** How a turn's answer came. */
const wayOf = ([input]: readonly Fact[]): string => {
  if (input?.kind === 'replied') return 'sms';
  return input?.kind === 'answered' ? (input.by ? 'staff' : 'page') : 'journey';
};

/** The groups a turn puts its relative into or takes them out of. */
export const groupsOf = (facts: readonly Fact[]): GroupStep[] =>
  facts.flatMap((fact) =>
    fact.kind === 'groupJoined' || fact.kind === 'groupLeft'
      ? [{ title: fact.group, leave: fact.kind === 'groupLeft', at: fact.at }]
      : [],
  );
