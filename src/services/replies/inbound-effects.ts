// What each meaning of a received SMS leads to (domain.md § 3), as rows for one commit and turns of the relative's journeys.
import type { AlertKind } from '../../journey/engine/facts.ts';
import type { Input } from '../../journey/engine/inputs.ts';
import { DAY_MS } from '../../journey/time/zone.ts';
import type { MessageRow } from '../../store/journeys/turns.ts';
import type { LedgerRow } from '../../store/ledger.ts';
import { type AlertRow, alertRow } from '../../store/messages/alerts.ts';
import { countReceipts } from '../../store/messages/messages.ts';
import { type NumberNote, openNumber } from '../../store/people/numbers.ts';
import { countryOf } from '../phone-number.ts';
import type { Runtime } from '../runtime.ts';
import type { HouseText } from '../sending/house-texts.ts';
import { houseMessage } from '../sending/say-from-house.ts';
import type { Inbound } from './handle-inbound.ts';
import { stoppedText } from './stopped-text.ts';

export type Effects = {
  status: 'handled' | 'waiting';
  turns: { journeyId: string; input: Input }[];
  note?: Omit<NumberNote, 'id'>;
  messages: MessageRow[];
  /** Leaves at most once in 24 hours to a number. */
  autoAnswer?: MessageRow;
  alerts: AlertRow[];
  ledger: LedgerRow[];
};

/** More answers than this in a day to one number, and two machines are talking to each other. */
const MOST_RECEIPTS_A_DAY = 5;

const nothing = (status: Effects['status']): Effects => ({
  status,
  turns: [],
  messages: [],
  alerts: [],
  ledger: [],
});

const say = (rt: Runtime, inbound: Inbound, key: HouseText): MessageRow =>
  houseMessage(rt, inbound.organisation, {
    reply: inbound.reply.id,
    numberId: inbound.number.id,
    ...(inbound.people.length === 1 && inbound.people[0] ? { relativeId: inbound.people[0].id } : {}),
    key,
    language: inbound.people[0]?.language ?? 'da',
    at: rt.now(),
  });

/** One alert for each relative at the number, or one without a relative when nobody is known there. */
const tell = (rt: Runtime, inbound: Inbound, kind: AlertKind, urgent: boolean): AlertRow[] =>
  (inbound.people.length > 0 ? inbound.people : [undefined]).map((person) => {
    const text = kind === 'stopped' && person ? stoppedText(inbound.seats.get(person.id)) : undefined;
    return alertRow(rt.db.keys, {
      ...(text ? { text } : {}),
      id: `${kind}.${inbound.reply.id}.${person?.id ?? ''}`,
      kind,
      audience: 'advisor',
      urgent: urgent ? 1 : 0,
      relativeId: person?.id ?? null,
      replyId: inbound.reply.id,
      raisedAt: rt.now(),
    });
  });

const note = (rt: Runtime, inbound: Inbound, kind: string, purpose: string): LedgerRow[] =>
  inbound.people.map((person) => ({
    at: rt.now(),
    kind,
    actor: `relative:${person.id}`,
    relativeId: person.id,
    subject: inbound.reply.id,
    purpose,
    body: JSON.stringify({ how: 'sms' }),
  }));

const forAll = (inbound: Inbound, input: Input): Effects['turns'] =>
  inbound.journeys.map((j) => ({ journeyId: j.id, input }));

function stop(rt: Runtime, inbound: Inbound): Effects {
  const { stoppedAt } = inbound.number;
  const fresh = stoppedAt === null || stoppedAt === inbound.reply.receivedAt;
  if (!fresh) return nothing('handled');
  return {
    ...nothing('handled'),
    note: { stoppedAt: inbound.reply.receivedAt, startAskedAt: null },
    turns: forAll(inbound, { kind: 'consentChanged', at: rt.now(), purpose: 'sms', given: false }),
    messages: [say(rt, inbound, 'stop')],
    alerts: tell(rt, inbound, 'stopped', false),
    ledger: note(rt, inbound, 'consent.withdrawn', 'sms'),
  };
}

function start(rt: Runtime, inbound: Inbound): Effects {
  if (inbound.number.wrongAt !== null) return nothing('waiting');
  const stopped = inbound.number.stoppedAt !== null;
  return {
    ...nothing('handled'),
    ...(stopped ? { note: { startAskedAt: rt.now() } } : {}),
    messages: [say(rt, inbound, stopped ? 'start-ask' : 'start-running')],
  };
}

function confirmStart(rt: Runtime, inbound: Inbound): Effects {
  return {
    ...nothing('handled'),
    note: { stoppedAt: null, startAskedAt: null },
    messages: [say(rt, inbound, 'start-done')],
    alerts: tell(rt, inbound, 'resumed', false),
    ledger: note(rt, inbound, 'consent.given', 'sms'),
  };
}

function wrongNumber(rt: Runtime, inbound: Inbound): Effects {
  if (inbound.number.wrongAt !== null) return nothing('handled');
  return {
    ...nothing('handled'),
    note: { wrongAt: rt.now() },
    turns: forAll(inbound, { kind: 'ended', at: rt.now(), reason: 'forkert nummer' }),
    messages: inbound.number.stoppedAt === null ? [say(rt, inbound, 'wrong-number')] : [],
    alerts: tell(rt, inbound, 'wrongNumber', false),
    ledger: note(rt, inbound, 'number.wrong', 'sms'),
  };
}

/** After STOP the alert alone; otherwise one soft answer that never names the reason. */
function distress(rt: Runtime, inbound: Inbound): Effects {
  const stops = inbound.reading.also === 'stop' ? stop(rt, inbound) : nothing('waiting');
  const silent = inbound.reading.also === 'stop' ? stops.messages.length === 0 : isClosed(inbound);
  return {
    ...stops,
    status: 'waiting',
    messages: silent ? [] : [say(rt, inbound, 'distress')],
    alerts: [...tell(rt, inbound, 'distress', true), ...stops.alerts],
  };
}

/** Pauses the journeys of everyone at the number: nothing goes on before a person has looked. A STOP beside it ends them, and its receipt is the answer. */
function death(rt: Runtime, inbound: Inbound): Effects {
  const { also } = inbound.reading;
  const urgent = also === 'distress';
  const told = [
    ...tell(rt, inbound, 'death', urgent),
    ...(urgent ? tell(rt, inbound, 'distress', true) : []),
  ];
  if (also === 'stop') {
    const stops = stop(rt, inbound);
    return { ...stops, status: 'waiting', alerts: [...told, ...stops.alerts] };
  }
  return {
    ...nothing('waiting'),
    turns: forAll(inbound, { kind: 'held', at: rt.now(), hold: 'paused' }),
    messages: isClosed(inbound) ? [] : [say(rt, inbound, urgent ? 'distress' : 'death')],
    alerts: told,
  };
}

const isClosed = ({ number }: Inbound): boolean => number.stoppedAt !== null || number.wrongAt !== null;

function forAPerson(rt: Runtime, inbound: Inbound): Effects {
  if (isClosed(inbound)) return nothing('waiting');
  if (inbound.reply.masked === 1) return { ...nothing('waiting'), messages: [say(rt, inbound, 'cpr')] };
  return { ...nothing('waiting'), autoAnswer: say(rt, inbound, 'free-text') };
}

function byMeaning(rt: Runtime, inbound: Inbound): Effects {
  switch (inbound.reading.meaning) {
    case 'stop':
      return stop(rt, inbound);
    case 'start':
      return start(rt, inbound);
    case 'help':
      return { ...nothing('handled'), messages: [say(rt, inbound, 'help')] };
    case 'wrongNumber':
      return wrongNumber(rt, inbound);
    case 'distress':
      return distress(rt, inbound);
    case 'death':
      return death(rt, inbound);
    case 'yes':
      return inbound.confirming && inbound.plainYes ? confirmStart(rt, inbound) : forAPerson(rt, inbound);
    case 'no':
      return inbound.confirming
        ? { ...nothing('handled'), note: { startAskedAt: null } }
        : forAPerson(rt, inbound);
    default:
      return forAPerson(rt, inbound);
  }
}

/** The effects of a received SMS that no waiting journey took. */
export async function effectsOf(rt: Runtime, inbound: Inbound): Promise<Effects> {
  const { autoAnswer, ...effects } = byMeaning(rt, inbound);
  if (!mayBeAnswered(rt, inbound)) return { ...effects, messages: [] };
  const said = await countReceipts(rt.db, inbound.number.id, rt.now() - DAY_MS);
  if (said >= MOST_RECEIPTS_A_DAY) return { ...effects, messages: effects.messages.filter(isStop) };
  return autoAnswer ? { ...effects, autoAnswer } : effects;
}

const isStop = (message: MessageRow): boolean => message.textKey === 'stop';

/** A stranger from a country nobody here writes to gets no answer: each would cost, and some senders live on that. */
function mayBeAnswered(rt: Runtime, { number, people }: Inbound): boolean {
  const country = countryOf(openNumber(rt.db.keys, number));
  return country !== undefined && (people.length > 0 || rt.config.countries.includes(country));
}
