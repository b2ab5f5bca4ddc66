// From an inbox row to what it leads to: an opt-out, an answer to the waiting journey, or a person. Done once, however often it is rung for.
import { type Reading, readReply } from '../journey/reply/read-reply.ts';
import { settleInbound } from '../store/inbound.ts';
import { type LoadedJourney, loadJourneysOfNumber } from '../store/journeys.ts';
import { claimAutoAnswer, findNumber, type NumberRow } from '../store/numbers.ts';
import { listRelativesOfNumber } from '../store/relatives.ts';
import { findReply, openReply, type ReplyRow } from '../store/replies.ts';
import { chooseJourney, waitingForAnswer } from './choose-journey.ts';
import { type Effects, effectsOf } from './inbound-effects.ts';
import { getOrganisation, type Organisation, tellingWords } from './organisation.ts';
import type { Runtime } from './runtime.ts';
import { takeTurn } from './take-turn.ts';

export type Person = { id: string; language: string; circleId: string };

/** Everything that is known when a received SMS is handled. */
export type Inbound = {
  reply: ReplyRow;
  number: NumberRow;
  people: Person[];
  journeys: LoadedJourney[];
  reading: Reading;
  organisation: Organisation;
};

const AUTO_ANSWER_EVERY_MS = 24 * 3_600_000;
const CONFIRM_WITHIN_MS = 24 * 3_600_000;

/** Handles one received SMS; does nothing when that was done before. SMS from one number are handled in order. */
export async function handleInbound(rt: Runtime, replyId: string): Promise<void> {
  const first = await findReply(rt.db, replyId);
  if (!first) return;
  await rt.inOrder(`number:${first.numberId}`, async () => {
    const reply = await findReply(rt.db, replyId);
    if (reply?.status !== 'new') return;
    const inbound = await load(rt, reply);
    if (inbound) await handle(rt, inbound);
  });
}

async function load(rt: Runtime, reply: ReplyRow): Promise<Inbound | undefined> {
  const number = await findNumber(rt.db, reply.numberId);
  if (!number) return undefined;
  const organisation = await getOrganisation(rt);
  const journeys = await loadJourneysOfNumber(rt.db, number.id);
  const people = await listRelativesOfNumber(rt.db, number.id);
  const text = openReply(rt.db.keys, reply);
  const expecting = waitingForAnswer(journeys).length > 0 || confirmsStart(rt, number) ? 'yesno' : 'nothing';
  return {
    reply,
    number,
    people,
    journeys,
    organisation,
    reading: readReply(text, expecting, tellingWords(organisation)),
  };
}

const confirmsStart = (rt: Runtime, number: NumberRow): boolean =>
  number.startAskedAt !== null && rt.now() - number.startAskedAt <= CONFIRM_WITHIN_MS;

async function handle(rt: Runtime, inbound: Inbound): Promise<void> {
  const answer = answerOf(inbound.reading);
  if (answer && !confirmsStart(rt, inbound.number)) {
    const journey = chooseJourney(waitingForAnswer(inbound.journeys));
    if (journey && (await takeAnswer(rt, inbound, journey, answer))) return;
  }
  const effects = await effectsOf(rt, inbound, confirmsStart(rt, inbound.number));
  await settle(rt, inbound, effects);
}

const answerOf = (reading: Reading): 'ja' | 'nej' | undefined =>
  reading.also ? undefined : ({ yes: 'ja', no: 'nej' } as const)[reading.meaning as 'yes' | 'no'];

async function takeAnswer(
  rt: Runtime,
  { reply }: Inbound,
  journey: LoadedJourney,
  answer: 'ja' | 'nej',
): Promise<boolean> {
  const input = { kind: 'replied', at: rt.now(), answer, reply: reply.id } as const;
  const { facts } = await takeTurn(rt, journey.id, input, { reply: reply.id });
  return !facts.some((fact) => fact.kind === 'inputIgnored');
}

async function settle(rt: Runtime, inbound: Inbound, effects: Effects): Promise<void> {
  for (const turn of effects.turns) await takeTurn(rt, turn.journeyId, turn.input);
  const autoAnswer = effects.autoAnswer && (await mayAutoAnswer(rt, inbound)) ? [effects.autoAnswer] : [];
  const messages = [...effects.messages, ...autoAnswer];
  const person = inbound.people[0];
  await rt.db.lane.put(settleInbound, {
    reply: inbound.reply.id,
    status: effects.status,
    ...(inbound.people.length === 1 && person ? { relativeId: person.id } : {}),
    ...(effects.note ? { note: { id: inbound.number.id, ...effects.note } } : {}),
    messages,
    alerts: effects.alerts,
    ledger: effects.ledger,
  });
  if (messages.length > 0) rt.bell.ring({ job: 'dispatch-sender', sender: 'number' });
}

const mayAutoAnswer = (rt: Runtime, { number }: Inbound): Promise<boolean> =>
  rt.db.lane.put(claimAutoAnswer, { id: number.id, at: rt.now(), everyMs: AUTO_ANSWER_EVERY_MS });
