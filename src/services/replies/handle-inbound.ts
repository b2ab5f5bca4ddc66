// From an inbox row to what it leads to: an opt-out, an answer to the waiting journey, or a person. Done once, however often it is rung for.

import { heldSeats } from '../../journey/engine/attend.ts';
import type { Input } from '../../journey/engine/inputs.ts';
import { fold } from '../../journey/reply/fold.ts';
import { type Expecting, type Reading, readReply } from '../../journey/reply/read-reply.ts';
import { meansSignOff, saysNo } from '../../journey/reply/says-no.ts';
import { DAY_MS } from '../../journey/time/zone.ts';
import { findHeldSeats, type HeldSeat } from '../../store/events/event-facts.ts';
import { type LoadedJourney, loadJourneysOfNumber } from '../../store/journeys/journeys.ts';
import { settleInbound } from '../../store/messages/inbound.ts';
import {
  findReply,
  listNewUpTo,
  openReply,
  type ReplyRow,
  settleReplies,
} from '../../store/messages/replies.ts';
import { findNumber, type NumberRow } from '../../store/people/numbers.ts';
import { listRelativesOfNumber } from '../../store/people/relatives.ts';
import { AppError } from '../app-error.ts';
import { chooseJourney, waitingForAnswer } from '../journeys/choose-journey.ts';
import { takeTurn } from '../journeys/take-turn.ts';
import { tellJourneys } from '../journeys/tell-journey.ts';
import { getOrganisation, type Organisation, tellingWords } from '../organisation.ts';
import { mayPass, reportBroken } from '../report-broken.ts';
import type { Runtime } from '../runtime.ts';
import { chooseTakenBack } from './choose-taken-back.ts';
import { chooseWhere } from './choose-where.ts';
import { type Effects, effectsOf } from './inbound-effects.ts';

export type Person = { id: string; language: string; circleId: string; onlyCall: number };

/** Everything that is known when a received SMS is handled. */
export type Inbound = {
  reply: ReplyRow;
  number: NumberRow;
  people: Person[];
  /** When the soonest arrangement begins at which each of them has a seat, UTC ms. */
  seats: ReadonlyMap<string, HeldSeat>;
  journeys: LoadedJourney[];
  reading: Reading;
  /** The house asked whether START was meant, and this may be the answer. */
  confirming: boolean;
  /** A plain JA: an OK or a thumb is never a consent. */
  plainYes: boolean;
  /** A no that nothing asked for. */
  unaskedNo: boolean;
  organisation: Organisation;
};

const PLAIN_YES = /\b(ja|yes)\b/;

/**
 * Handles one received SMS, after those from its number that came before it; does nothing when that was done. What
 * cannot be handled is left to a person.
 */
export async function handleInbound(rt: Runtime, replyId: string): Promise<void> {
  const first = await findReply(rt.db, replyId);
  if (!first) return;
  await rt.inOrder(`number:${first.numberId}`, async () => {
    for (const reply of await listNewUpTo(rt.db, first)) await handleOne(rt, reply);
  });
}

async function handleOne(rt: Runtime, reply: ReplyRow): Promise<void> {
  try {
    const inbound = await load(rt, reply);
    await handle(rt, inbound);
    rt.metrics.count('replies', { meaning: inbound.reading.meaning });
  } catch (error) {
    if (mayPass(error)) throw error;
    if (error instanceof AppError && error.code === 'already-done') return;
    await reportBroken(rt, { id: reply.id, error, replyId: reply.id });
    await rt.db.lane.put(settleReplies, { id: reply.id, from: 'new', status: 'waiting' });
  }
}

async function load(rt: Runtime, reply: ReplyRow): Promise<Inbound> {
  const number = await findNumber(rt.db, reply.numberId);
  if (!number) throw new AppError('not-found');
  const organisation = await getOrganisation(rt);
  const journeys = await loadJourneysOfNumber(rt.db, number.id);
  const people = await listRelativesOfNumber(rt.db, number.id);
  const ids = people.map(({ id }) => id);
  const text = openReply(rt.db.keys, reply);
  const confirming = isConfirming(rt, number);
  const words = tellingWords(organisation);
  const expecting = expectingOf(journeys, confirming);
  const signsOff = expecting === 'nothing' && holdsSeat(journeys, rt.now()) && meansSignOff(text, words);
  return {
    reply,
    number,
    people,
    seats: await findHeldSeats(rt.db, ids, rt.now()),
    journeys,
    organisation,
    confirming,
    plainYes: PLAIN_YES.test(fold(text)),
    unaskedNo: signsOff || (!confirming && saysNo(text, words)),
    reading: readReply(text, signsOff ? 'rsvp' : expecting, words),
  };
}

/** AFMELD and FRAMELD mean no while somebody at this phone holds a seat, and stop otherwise. */
const holdsSeat = (journeys: readonly LoadedJourney[], now: number): boolean =>
  journeys.some(({ state }) => heldSeats(state, now).length > 0);

const isConfirming = (rt: Runtime, number: NumberRow): boolean =>
  number.startAskedAt !== null && rt.now() - number.startAskedAt <= DAY_MS;

/** An open question makes AFMELD a no, also where the journey stands still or a shared phone may not answer it. */
function expectingOf(journeys: readonly LoadedJourney[], confirming: boolean): Expecting {
  if (journeys.some((j) => j.state.awaiting === 'answer')) return 'rsvp';
  return confirming ? 'yesno' : 'nothing';
}

async function handle(rt: Runtime, inbound: Inbound): Promise<void> {
  const answer = answerOf(inbound.reading);
  if (answer && !inbound.confirming) {
    const journey = chooseJourney(waitingForAnswer(inbound.journeys));
    if (journey && (await takeAnswer(rt, inbound, journey, answer))) return;
  }
  if (inbound.unaskedNo) {
    const journey = await chooseTakenBack(rt, inbound.journeys);
    if (journey && (await takeAnswer(rt, inbound, journey, 'nej'))) return;
  }
  if (inbound.reading.meaning === 'place' && !inbound.reading.also) {
    const journey = chooseWhere(inbound.journeys, rt.now());
    if (journey && (await sayWhere(rt, inbound, journey))) return;
  }
  await settle(rt, inbound, await effectsOf(rt, inbound));
}

const answerOf = (reading: Reading): 'ja' | 'nej' | undefined =>
  reading.also ? undefined : ({ yes: 'ja', no: 'nej' } as const)[reading.meaning as 'yes' | 'no'];

async function takeAnswer(
  rt: Runtime,
  { reply }: Inbound,
  journey: LoadedJourney,
  answer: 'ja' | 'nej',
): Promise<boolean> {
  return takeReply(rt, journey, { kind: 'replied', at: rt.now(), answer, reply: reply.id });
}

const sayWhere = (rt: Runtime, { reply }: Inbound, journey: LoadedJourney): Promise<boolean> =>
  takeReply(rt, journey, { kind: 'asked', at: rt.now(), reply: reply.id });

/** Lets a journey take a reply, which is settled with the turn; false when it has no use for it. */
async function takeReply(
  rt: Runtime,
  journey: LoadedJourney,
  input: Extract<Input, { reply: string }>,
): Promise<boolean> {
  const { facts } = await takeTurn(rt, journey.id, input, { reply: { id: input.reply, from: 'new' } });
  return !facts.some((fact) => fact.kind === 'inputIgnored');
}

/**
 * The journeys are told first: should a fault come between, the reply is still new and everything is done again. A phone
 * that is only called gets no answer, not even a receipt.
 */
async function settle(rt: Runtime, { reply, number, people }: Inbound, effects: Effects): Promise<void> {
  await tellJourneys(rt, effects.turns);
  const [person] = people;
  const isSilent = people.some(({ onlyCall }) => onlyCall === 1);
  const messages = isSilent ? [] : effects.messages;
  const autoAnswer = isSilent ? undefined : effects.autoAnswer;
  await rt.db.lane.put(settleInbound, {
    reply: reply.id,
    status: effects.status,
    ...(people.length === 1 && person ? { relativeId: person.id } : {}),
    ...(effects.note ? { note: { id: number.id, ...effects.note } } : {}),
    messages,
    ...(autoAnswer ? { autoAnswer: { message: autoAnswer, unlessSince: rt.now() - DAY_MS } } : {}),
    alerts: effects.alerts,
    ledger: effects.ledger,
  });
  if (messages.length > 0 || autoAnswer) rt.bell.ring({ job: 'dispatch-sender', sender: 'number' });
}
