import { isoDate } from '../../journey/time/format.ts';
import { DAY_MS, wallAt } from '../../journey/time/zone.ts';
import { getNewestFlow, listFlows } from '../../services/journeys/load-flow.ts';
import { startJourney } from '../../services/journeys/start-journey.ts';
import { takeTurn } from '../../services/journeys/take-turn.ts';
import type { RelativeForm } from '../../services/relatives/check-relative.ts';
import { createRelative } from '../../services/relatives/create-relative.ts';
import { givePin } from '../../services/relatives/give-pin.ts';
import type { Runtime } from '../../services/runtime.ts';
import { listAwaitingJourneys } from '../../store/people/relative-details.ts';
import { demoAdvisor } from './demo-house.ts';
import { type DemoCircle, type DemoJourney, type DemoPerson, demoNumber } from './demo-person.ts';
import { seedEvent } from './seed-event.ts';

/** Reads well in "Hej …." and "Velkommen, …", and is nobody's name. */
const TILTALE = { one: 'kære dig', several: 'kære jer' };

function toForm(person: DemoPerson, circle: DemoCircle): RelativeForm {
  const { alias, line, journey, pin, wrote, ...given } = person;
  const shared = circle.people.filter((other) => other.line !== undefined && other.line === line).length > 1;
  return {
    name: alias,
    tiltale: shared ? TILTALE.several : TILTALE.one,
    number: demoNumber(person) ?? '',
    phone: 'auto',
    channel: 'sms',
    language: 'da',
    guardian: '',
    note: '',
    circle: circle.code,
    unit: '',
    shared: '',
    consent: person.channel === 'brev' ? '' : 'yes',
    ...given,
  };
}

const SATURDAY = 6;

/** The value of an anchor so many days from now, on the nearest working day after it. */
function anchorValue(rt: Runtime, { inDays, time }: DemoJourney): string {
  let at = rt.now() + inDays * DAY_MS;
  while ([0, SATURDAY].includes(new Date(wallAt(at)).getUTCDay())) at += DAY_MS;
  return `${isoDate(at)}${time ? `T${time}` : ''}`;
}

/** Says yes on the invitation's page; an invitation that waits for the morning is not open yet. */
async function accept(rt: Runtime, journeyId: string, relativeId: string): Promise<void> {
  const open = await listAwaitingJourneys(rt.db, [relativeId], 1);
  const step = open.find(({ id }) => id === journeyId)?.step;
  if (step)
    await takeTurn(rt, journeyId, { kind: 'answered', at: rt.now(), step, answer: 'ja', language: 'da' });
}

/** Enrols; nothing happens when the flow did not pass its check, which the start tells. */
async function walk(rt: Runtime, relativeId: string, journey: DemoJourney): Promise<void> {
  const published = (await listFlows(rt)).some(({ name }) => name === journey.flow);
  if (!published) return;
  const value = anchorValue(rt, journey);
  const { flow } = await getNewestFlow(rt, journey.flow);
  const isEvent = flow.anchors[journey.anchor]?.event ?? false;
  const anchors = { [journey.anchor]: isEvent ? await seedEvent(rt, value) : value };
  const { journeyId } = await startJourney(rt, { ...journey, relativeId, anchors, by: demoAdvisor.id });
  if (journey.accepted) await accept(rt, journeyId, relativeId);
}

/** Registers one person of the demo and begins what they take part in. */
export async function seedPerson(rt: Runtime, person: DemoPerson, circle: DemoCircle): Promise<void> {
  const { id } = await createRelative(rt, demoAdvisor, toForm(person, circle));
  if (person.pin) await givePin(rt, demoAdvisor, id);
  if (person.journey) await walk(rt, id, person.journey);
}
