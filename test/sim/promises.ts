// The promises of the house, held against what happened. Each gives a sentence for every time it was broken.
import { isDeepStrictEqual } from 'node:util';
import { foldFacts } from '../../src/journey/engine/evolve.ts';
import { NEW_JOURNEY } from '../../src/journey/engine/state.ts';
import { LINK } from '../../src/journey/text/segments.ts';
import { isOpen, narrow, STANDARD_WINDOW } from '../../src/journey/time/window.ts';
import { verifyLedger } from '../../src/services/chain-ledger.ts';
import { brokenPlaces } from './events.ts';
import { brokenForms } from './forms.ts';
import type { Message, Record } from './record.ts';
import type { World } from './world.ts';

export type Promised = (record: Record, world: World) => string[];

const TEN_MINUTES = 10 * 60_000;
const REST = new Set([
  'sent',
  'delivered',
  'undelivered',
  'failed',
  'cancelled',
  'expired',
  'held',
  'todo',
  'done',
]);
const LEFT = new Set(['sent', 'delivered', 'undelivered']);

const told = (m: Message): string =>
  `${m.id} (${m.key} to ${m.phone}, ${m.status}${m.reason ? ` ${m.reason}` : ''})`;

/** 1: nothing stays under way, and whoever must look at a failure is told. */
export const nothingIsLost: Promised = ({ messages, alerts, replies, typed }) => [
  ...[...messages.values()].flatMap((m) => {
    if (!REST.has(m.status)) return [`${told(m)} is left under way`];
    const hasFailed = m.status === 'failed' || m.status === 'undelivered' || m.status === 'expired';
    return hasFailed && !alerts.has(`delivery.${m.id}`) ? [`nobody was told that ${told(m)}`] : [];
  }),
  ...replies.filter(({ status }) => status === 'new').map(({ id }) => `reply ${id} was never handled`),
  ...typed.flatMap((sms) => {
    const times = replies.filter(({ providerId }) => providerId === sms.id).length;
    return times === 1
      ? []
      : [`${sms.id} "${sms.text}" from ${sms.from} (${sms.status}) is stored ${times} times`];
  }),
];

/** What happens to an arrangement takes back what was not sent of it. */
const CHANGES: ReadonlySet<string> = new Set(['anchorMoved', 'anchorCancelled', 'attendanceChanged']);

const CAUSES: { [reason: string]: (m: Message, record: Record) => boolean } = {
  stopped: (m, { seen }) => seen.some(({ what, id }) => what === 'stopped' && id === m.numberId),
  'wrong-number': (m, { seen }) => seen.some(({ what, id }) => what === 'wrong' && id === m.numberId),
  dead: (m, { seen }) => seen.some(({ what, id }) => what === 'circle dead' && id === m.circleId),
  moved: (m, { journeys }) =>
    journeys.some(({ id, facts }) => id === m.journeyId && facts.some(({ kind }) => CHANGES.has(kind))),
  'form-over': (m, { journeys }) =>
    journeys.some(
      ({ id, facts }) => id === m.journeyId && facts.some(({ kind }) => kind === 'answerRecorded'),
    ),
  ended: (m, { journeys }) => journeys.some(({ id, status }) => id === m.journeyId && status === 'ended'),
  consentChanged: (m, { journeys }) =>
    journeys.some(({ id, status }) => id === m.journeyId && status === 'ended'),
  held: (m, { seen }) => {
    const last = (name: string, id: string | undefined) =>
      seen.findLast((one) => one.what.startsWith(name) && one.id === id)?.what;
    return last('circle', m.circleId) === 'circle paused' || last('journey', m.journeyId) === 'journey held';
  },
};

/** 1, the other way round: nothing is taken back or kept without its cause. */
export const nothingIsKeptForNothing: Promised = (record) =>
  [...record.messages.values()]
    .filter((m) => m.status === 'cancelled' || m.status === 'held')
    .filter((m) => !CAUSES[m.reason ?? '']?.(m, record))
    .map((m) => `${told(m)} has no cause`);

/** 2: the phones got each text as often as messages say it left; one that is in doubt may have. */
export const nobodyIsTextedTwice: Promised = ({ messages, accepted }) => {
  const sms = [...messages.values()].filter((m) => m.channel === 'sms');
  const plain = (text: string): string => text.replace(/https:\S+/, LINK);
  const got = Map.groupBy(accepted, (one) => `${one.to} ${plain(one.text)}`);
  const meant = Map.groupBy(sms, (m) => `${m.phone} ${m.text}`);
  return [...new Set([...got.keys(), ...meant.keys()])].flatMap((key) => {
    const times = got.get(key)?.length ?? 0;
    const of = meant.get(key) ?? [];
    const left = of.filter((m) => LEFT.has(m.status)).length;
    const doubtful = of.filter((m) => m.status === 'failed' && m.reason === 'doubtful').length;
    const isRight = times >= left && times <= left + doubtful;
    return isRight
      ? []
      : [`${key}: the phone got it ${times} times, the house says ${of.map(told).join(', ')}`];
  });
};

const AFTER_STOP = new Set(['stop', 'start-ask', 'start-done', 'help', 'wrong-number', 'distress']);

/** 3: no intent is committed after a STOP, a pause or a death was, in the order of commits. */
export const stopMeansStop: Promised = ({ seen, messages }) => {
  const closed = new Map<string, string>();
  const held = new Map<string, number>();
  const composed = new Map<string, number>();
  const broken: string[] = [];
  for (const { seq, what, id } of seen) {
    if (what === 'composed') composed.set(id, seq);
    else if (what === 'stopped' || what === 'wrong' || what === 'heard stop') closed.set(id, what);
    else if (what === 'open') closed.delete(id);
    else if (what === 'circle alive' || what === 'journey free') held.delete(id);
    else if (what.startsWith('circle ') || what === 'journey held') held.set(id, seq);
    const m = what === 'sending' ? messages.get(id) : undefined;
    if (!m) continue;
    if (closed.has(m.numberId) && !AFTER_STOP.has(m.key))
      broken.push(`${told(m)} left after ${closed.get(m.numberId)}`);
    if (m.journeyId && held.has(m.journeyId)) broken.push(`${told(m)} left while its journey stood still`);
    const since = m.circleId === undefined ? undefined : held.get(m.circleId);
    const isNewWord = m.journeyId === undefined && (composed.get(id) ?? 0) > (since ?? 0);
    if (since !== undefined && !isNewWord && m.purpose !== 'receipt')
      broken.push(`${told(m)} left while its circle stood still`);
  }
  return broken;
};

/** 4: nothing leaves outside the window, a flow's own narrower one included, but an answer within ten minutes of the relative's own SMS. */
export const nobodyIsWoken: Promised = ({ seen, messages, replies }, { flows }) => {
  const windows = new Map(
    flows.map((flow) => [flow.name, flow.window ? narrow(STANDARD_WINDOW, flow.window) : STANDARD_WINDOW]),
  );
  return seen.flatMap(({ what, id, at }) => {
    const m = what === 'sending' ? messages.get(id) : undefined;
    if (!m || isOpen(windows.get(m.flowId?.split('@')[0] ?? '') ?? STANDARD_WINDOW, at)) return [];
    const isAnswer =
      m.lane === 0 &&
      replies.some((r) => r.numberId === m.numberId && r.receivedAt <= at && r.receivedAt > at - TEN_MINUTES);
    return isAnswer ? [] : [`${told(m)} left at ${new Date(at).toISOString()}`];
  });
};

type Place = {
  message: Message;
  dueAt: number;
  seq: number;
  status: string;
  intentAt: number;
  tries: number;
};

/** One SMS after the other: none leaves beside another of its phone, and none before one that was composed earlier, answers apart. */
export const inOrder: Promised = ({ seen, messages }) => {
  const broken: string[] = [];
  const phones = new Map<string, Place[]>();
  const places = new Map<string, Place>();
  for (const { seq, what, id, detail, at } of seen) {
    const message = messages.get(id);
    if (message?.channel !== 'sms') continue;
    const place = places.get(id) ?? { message, dueAt: at, seq, status: detail, intentAt: 0, tries: 0 };
    const phone = phones.get(message.phone) ?? [];
    if (!places.has(id)) phones.set(message.phone, [...phone, place]);
    places.set(id, place);
    if (what === 'composed') continue;
    const isFirst = place.tries === 0;
    Object.assign(place, { status: what, intentAt: at, tries: Number(detail) });
    if (what !== 'sending' || message.lane === 0) continue;
    for (const other of phone)
      if (other !== place && mustWaitFor(other, place, at, isFirst))
        broken.push(`${told(message)} left before ${told(other.message)}`);
  }
  return broken;
};

/** Whether `place` may not leave yet: the other is under way, was tried and put off, or comes before it and is due as well. */
function mustWaitFor(other: Place, place: Place, at: number, isFirst: boolean): boolean {
  if (other.status === 'sending') return true;
  if (other.status === 'unknown') return other.intentAt > at - TEN_MINUTES;
  if (other.status !== 'due') return false;
  if (other.tries > 0) return isFirst;
  const isBefore = other.dueAt < place.dueAt || (other.dueAt === place.dueAt && other.seq < place.seq);
  return isFirst && isBefore && other.dueAt <= at && other.message.lane > 0;
}

/** Folding the facts gives the state, and no reply is counted twice. */
export const factsTellTheState: Promised = ({ journeys }) =>
  journeys.flatMap(({ id, facts, state }) => {
    const folded = foldFacts(NEW_JOURNEY, facts);
    const isSame = isDeepStrictEqual(JSON.parse(JSON.stringify(folded)), state);
    const replies = facts.flatMap((fact, n) =>
      fact.kind === 'replied' && facts[n + 1]?.kind !== 'inputIgnored' ? [fact.reply] : [],
    );
    return [
      ...(isSame
        ? []
        : [`the facts of ${id} give ${JSON.stringify(folded)}, it stands at ${JSON.stringify(state)}`]),
      ...(new Set(replies).size === replies.length ? [] : [`${id} counted a reply twice`]),
    ];
  });

/** A number that is closed has no journey by SMS that began before. */
export const stoppedJourneysEnd: Promised = ({ journeys, seen }) => {
  const closed = new Set<string>();
  for (const { what, id } of seen) {
    if (what === 'stopped' || what === 'wrong') closed.add(id);
    else if (what === 'open') closed.delete(id);
  }
  return journeys
    .filter((j) => j.status !== 'ended' && j.channel === 'sms' && closed.has(j.numberId))
    .map((j) => `${j.id} goes on although its number is closed`);
};

const PROMISES = {
  nothingIsLost,
  nothingIsKeptForNothing,
  nobodyIsTextedTwice,
  stopMeansStop,
  nobodyIsWoken,
  inOrder,
  factsTellTheState,
  stoppedJourneysEnd,
};

/** Every promise that was broken, by its name. */
export async function holdPromises(record: Record, world: World): Promise<string[]> {
  const broken = Object.entries(PROMISES).flatMap(([name, promised]) =>
    promised(record, world).map((sentence) => `${name}: ${sentence}`),
  );
  const up = world.processes.find((one) => one.isUp());
  const ledger = up && (await verifyLedger(up.rt.db));
  return [
    ...broken,
    ...(await brokenPlaces(world)),
    ...(await brokenForms(world)),
    ...(ledger?.ok ? [] : ['the ledger does not hold']),
    ...world.mistakes.map((one) => `mistake: ${one}`),
  ];
}
