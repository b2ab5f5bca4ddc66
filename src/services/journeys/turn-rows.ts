// From what a turn decided to the rows that are committed together.
import type { Advanced } from '../../journey/engine/advance.ts';
import type { Fact } from '../../journey/engine/facts.ts';
import { openFields } from '../../journey/engine/fields.ts';
import type { Known } from '../../journey/engine/known.ts';
import type { State, TimerName } from '../../journey/engine/state.ts';
import type { Flow } from '../../journey/flow/flow.ts';
import { renderText } from '../../journey/text/render.ts';
import type { Told } from '../../store/journeys/about-appointment.ts';
import type { ToldPlace } from '../../store/journeys/about-event.ts';
import type { LoadedJourney } from '../../store/journeys/journeys.ts';
import type { TurnRows } from '../../store/journeys/turns.ts';
import { type AlertRow, alertRow } from '../../store/messages/alerts.ts';
import { failureId } from '../../store/messages/failures.ts';
import { type Answers, formRows } from '../forms/form-rows.ts';
import { type Entry, ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { addMessage, idOf, type Subject } from './message-rows.ts';
import { groupsOf, placesOf } from './place-rows.ts';

/** What an input means for what was composed and has not left. */
function unsentAfter(
  flow: Flow,
  before: State,
  input: Fact | undefined,
  isIgnored: boolean,
): Pick<TurnRows, 'unsent'> {
  if (input?.kind === 'skipped')
    return isIgnored ? {} : { unsent: { status: 'cancelled', reason: 'skipped', step: input.step } };
  if (input?.kind === 'released') return input.alone && !isIgnored ? { unsent: { status: 'free' } } : {};
  const isMoved = input?.kind === 'anchorMoved' && flow.anchors[input.anchor]?.moved !== undefined;
  const isOwnSeat = before.awaiting === 'seat';
  const isSeated = input?.kind === 'attendanceChanged' && !isIgnored && !isOwnSeat;
  if (isMoved || isSeated || input?.kind === 'anchorCancelled')
    return { unsent: { status: 'cancelled', reason: 'moved' } };
  if (input?.kind === 'ended' || input?.kind === 'consentChanged')
    return { unsent: { status: 'cancelled', reason: input.kind } };
  if (input?.kind !== 'held') return {};
  return input.hold === 'dead'
    ? { unsent: { status: 'cancelled', reason: 'dead' } }
    : { unsent: { status: 'held', reason: 'held' } };
}

const factRows = (subject: Subject, facts: readonly Fact[]): TurnRows['facts'] =>
  facts.map((fact, n) => {
    const { kind, at, ...rest } = fact;
    const body: Record<string, unknown> = { ...rest };
    delete body.text; // stands with the message or the alert, sealed
    const step = 'step' in fact && fact.step !== undefined ? fact.step : (subject.state.step ?? null);
    return {
      journeyId: subject.id,
      version: subject.version + 1,
      n,
      kind,
      step,
      at,
      body: JSON.stringify(body),
    };
  });

/** The timers as they changed; the one that fired is written in any case, so that a row which no longer fits is put right. */
function timerRows(
  subject: Subject,
  after: State,
  input: Fact | undefined,
): { set: TurnRows['timersSet']; cleared: string[] } {
  const before = subject.state;
  const heldChanged = before.hold !== after.hold;
  const fired = input?.kind === 'timerFired' ? input.timer : undefined;
  const names = new Set([
    ...Object.keys(before.timers),
    ...Object.keys(after.timers),
    ...(fired ? [fired] : []),
  ]) as Set<TimerName>;
  const set: TurnRows['timersSet'] = [];
  const cleared: string[] = [];
  for (const name of names) {
    const dueAt = after.timers[name];
    if (dueAt === undefined) cleared.push(name);
    else if (dueAt !== before.timers[name] || heldChanged || name === fired)
      set.push({ journeyId: subject.id, name, dueAt, held: after.hold ? 1 : 0 });
  }
  return { set, cleared };
}

function consentRow(
  flow: Flow,
  known: Known,
  subject: Subject,
  fact: Fact,
  [input]: readonly Fact[],
): TurnRows['ledger'] {
  const staff = input?.kind === 'answered' ? input.by : undefined;
  if (fact.kind !== 'consentGiven') return [];
  // The wording as everyone reads it: the ledger is append-only, so a person's name never gets into it.
  const fields = { ...openFields(known, subject.state.anchors, fact.language), tiltale: '{tiltale}' };
  const { text, language } = renderText(flow, fact.key, fact.language, fields);
  const body = {
    key: fact.key,
    version: subject.flowId,
    language,
    wording: text,
    how: staff ? 'staff' : 'page',
    journey: subject.id,
  };
  return [
    {
      at: fact.at,
      kind: 'consent.given',
      actor: staff ?? `relative:${subject.relativeId}`,
      relativeId: subject.relativeId,
      subject: subject.id,
      purpose: fact.key,
      body: JSON.stringify(body),
    },
  ];
}

/**
 * What the commit of a turn carries besides, unless the turn ignores its input: the inbox row and the call or letter
 * that bring the input, settled with it, and an audit entry. They must still wait, or the turn is not taken.
 */
export type Beside = {
  /** Looks at the journey as each try finds it; throws when the input must not be taken any more. */
  check?: (journey: LoadedJourney) => void;
  reply?: { id: string; from: 'new' | 'waiting'; by?: string };
  task?: string;
  entry?: Entry;
  /** The change of its appointment that the turn tells the relative of. */
  told?: Told;
  /** What the turn tells of an arrangement; also when the journey knew it already, but not after its end. */
  toldPlace?: ToldPlace;
  /** What the relative answered staff about the journey's appointment. */
  given?: { appointment: string; answer: 'ja' | 'nej'; at: number };
  /** What a questionnaire was answered with: kept without a name. */
  filled?: Answers;
};

function besideRows(rt: Runtime, { relativeId }: Subject, { reply, task, entry, told, given }: Beside) {
  return {
    entries: entry ? [ledgerRow(rt, entry)] : [],
    settled: {
      ...(reply ? { reply: { ...reply, relativeId } } : {}),
      ...(task ? { task } : {}),
      ...(told ? { told } : {}),
      ...(given ? { answerable: given.appointment, answered: { answer: given.answer, at: given.at } } : {}),
    },
  };
}

/** The relative's own yes or no, when the journey is about an appointment. */
function answerTo({ subject }: Subject, facts: readonly Fact[]): Pick<TurnRows, 'answered'> {
  const given = facts.find((fact) => fact.kind === 'answerRecorded');
  const { answer, at } = given ?? {};
  return subject !== '' && at !== undefined && (answer === 'ja' || answer === 'nej')
    ? { answered: { answer, at } }
    : {};
}

/** Everything one decided turn writes. `token` marks the turn; the rows count only if it comes back. */
export function turnRows(
  rt: Runtime,
  subject: Subject,
  flow: Flow,
  known: Known,
  decided: Advanced,
  beside: Beside = {},
): TurnRows {
  const { state, facts } = decided;
  const [input] = facts;
  const timers = timerRows(subject, state, input);
  const last = facts.at(-1);
  const ignored = facts.some((fact) => fact.kind === 'inputIgnored');
  const hasEnded = subject.state.status === 'ended';
  const { entries, settled } = besideRows(rt, subject, ignored ? {} : beside);
  const places = placesOf(rt, subject, facts);
  const groups = groupsOf(facts);
  const { alerts, over, ...forms } = formRows(rt, { ...subject, state }, flow, facts, beside.filled);
  const rows: TurnRows = {
    journey: {
      id: subject.id,
      flowId: subject.flowId,
      flowName: subject.flowName,
      relativeId: subject.relativeId,
      subject: subject.subject,
      version: subject.version + 1,
      turn: rt.newId(),
      status: state.status,
      hold: state.hold ?? null,
      awaiting: state.awaiting ?? null,
      step: state.step ?? null,
      state: JSON.stringify(state),
      startedAt: state.startedAt,
      endedAt: state.status === 'ended' ? (last?.at ?? null) : null,
      startedBy: subject.startedBy ?? null,
    },
    expected: subject.version,
    isNew: subject.version === 0,
    facts: factRows(subject, facts),
    timersSet: timers.set,
    timersCleared: timers.cleared,
    messages: [],
    links: [],
    alerts,
    ledger: [...facts.flatMap((fact) => consentRow(flow, known, subject, fact, facts)), ...entries],
    ...settled,
    ...forms,
    ...(beside.toldPlace && !hasEnded ? { toldPlace: beside.toldPlace } : {}),
    ...(places ? { places } : {}),
    ...(groups.length > 0 ? { groups } : {}),
    ...answerTo(subject, facts),
    ...(over ? { unsent: { status: 'cancelled', reason: 'form-over', step: over } } : {}),
    ...unsentAfter(flow, subject.state, input, ignored),
  };
  facts.forEach((fact, n) => {
    if (fact.kind === 'messageComposed') addMessage(rt, rows, subject, flow, fact, n);
    else if (fact.kind === 'alertRaised')
      rows.alerts.push(alertOf(rt, subject, fact, n, input, beside.reply?.id));
  });
  return rows;
}

/** An alert about a message that failed was raised when that was recorded; here it is only the journey's word for it. */
function alertOf(
  rt: Runtime,
  subject: Subject,
  raised: Extract<Fact, { kind: 'alertRaised' }>,
  n: number,
  input: Fact | undefined,
  reply: string | undefined,
): AlertRow {
  const message = input?.kind === 'deliveryFailed' ? input.message : undefined;
  return alertRow(rt.db.keys, {
    id: message ? failureId(message) : idOf(subject, n),
    kind: raised.alert,
    audience: raised.to,
    urgent: raised.urgent ? 1 : 0,
    relativeId: subject.relativeId,
    journeyId: subject.id,
    messageId: message ?? null,
    replyId: reply ?? null,
    step: raised.step ?? null,
    text: raised.text,
    raisedAt: raised.at,
  });
}
