// From what a turn decided to the rows that are committed together.
import type { Advanced } from '../journey/engine/advance.ts';
import type { Fact, MessageComposed } from '../journey/engine/facts.ts';
import { openFields } from '../journey/engine/fields.ts';
import type { Known } from '../journey/engine/known.ts';
import type { State, TimerName } from '../journey/engine/state.ts';
import type { Flow } from '../journey/flow/flow.ts';
import { renderText } from '../journey/text/render.ts';
import { addDuration } from '../journey/time/duration.ts';
import { seal, tokenHash } from '../store/seal.ts';
import type { MessageRow, TurnRows } from '../store/turns.ts';
import type { Runtime } from './runtime.ts';

/** The journey a turn is taken in, as it was loaded. */
export type Subject = {
  id: string;
  flowId: string;
  flowName: string;
  relativeId: string;
  numberId: string | undefined;
  version: number;
  state: State;
  startedBy: string | undefined;
};

const LINK_LIVES = { amount: 30, unit: 'days' } as const;

/** Inputs after which nothing that was composed and not sent may leave. */
const TAKES_BACK = new Set<Fact['kind']>(['ended', 'consentChanged']);

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

function timerRows(subject: Subject, after: State): { set: TurnRows['timersSet']; cleared: string[] } {
  const before = subject.state;
  const heldChanged = before.hold !== after.hold;
  const names = new Set([...Object.keys(before.timers), ...Object.keys(after.timers)]) as Set<TimerName>;
  const set: TurnRows['timersSet'] = [];
  const cleared: string[] = [];
  for (const name of names) {
    const dueAt = after.timers[name];
    if (dueAt === undefined) cleared.push(name);
    else if (dueAt !== before.timers[name] || heldChanged)
      set.push({ journeyId: subject.id, name, dueAt, held: after.hold ? 1 : 0 });
  }
  return { set, cleared };
}

const minuteOf = (clock: string | undefined): number | null =>
  clock === undefined ? null : Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

function messageRow(
  rt: Runtime,
  subject: Subject,
  flow: Flow,
  composed: MessageComposed,
  n: number,
): MessageRow {
  const id = `${subject.id}.${subject.version + 1}.${n}`;
  const bySms = composed.channel === 'sms';
  return {
    id,
    relativeId: subject.relativeId,
    numberId: bySms ? (subject.numberId ?? null) : null,
    journeyId: subject.id,
    turn: subject.version + 1,
    step: composed.step,
    textKey: composed.key,
    purpose: composed.answer ? 'answer' : 'flow',
    channel: composed.channel,
    sender: composed.sender,
    language: composed.language,
    textSealed: seal(rt.db.keys, `messages.text:${id}`, composed.text),
    segments: composed.segments,
    lane: composed.answer ? 0 : 1,
    windowFrom: minuteOf(flow.window?.from),
    windowTo: minuteOf(flow.window?.to),
    status: bySms ? (subject.numberId ? 'due' : 'failed') : 'todo',
    reason: bySms && !subject.numberId ? 'no-number' : null,
    dueAt: composed.dueAt,
    notAfter: composed.notAfter ?? null,
    createdAt: composed.at,
  };
}

function addLink(rt: Runtime, rows: TurnRows, message: MessageRow, composed: MessageComposed): void {
  if (!composed.page || composed.channel === 'ring') return;
  const token = rt.newId();
  message.linkSealed = seal(rt.db.keys, `messages.link:${message.id}`, token);
  rows.links.push({
    tokenHash: tokenHash(token),
    messageId: message.id,
    relativeId: rows.journey.relativeId,
    journeyId: rows.journey.id,
    step: composed.step,
    page: composed.page,
    access: composed.access ?? 'link',
    endsAt: addDuration(composed.at, LINK_LIVES),
  });
}

function consentRow(flow: Flow, known: Known, subject: Subject, fact: Fact): TurnRows['ledger'] {
  if (fact.kind !== 'consentGiven') return [];
  const fields = openFields(known, subject.state.anchors, fact.language);
  const { text, language } = renderText(flow, fact.key, fact.language, fields);
  const body = {
    key: fact.key,
    version: subject.flowId,
    language,
    wording: text,
    how: 'page',
    journey: subject.id,
  };
  return [
    {
      at: fact.at,
      kind: 'consent.given',
      actor: `relative:${subject.relativeId}`,
      relativeId: subject.relativeId,
      subject: subject.id,
      purpose: fact.key,
      body: JSON.stringify(body),
    },
  ];
}

/** Everything one decided turn writes. `token` marks the turn; the rows count only if it comes back. */
export function turnRows(
  rt: Runtime,
  subject: Subject,
  flow: Flow,
  known: Known,
  decided: Advanced,
  reply?: string,
): TurnRows {
  const { state, facts } = decided;
  const timers = timerRows(subject, state);
  const last = facts.at(-1);
  const ignored = facts.some((fact) => fact.kind === 'inputIgnored');
  const rows: TurnRows = {
    journey: {
      id: subject.id,
      flowId: subject.flowId,
      flowName: subject.flowName,
      relativeId: subject.relativeId,
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
    alerts: [],
    ledger: facts.flatMap((fact) => consentRow(flow, known, subject, fact)),
    ...(reply && !ignored ? { reply: { id: reply, status: 'handled', relativeId: subject.relativeId } } : {}),
    ...(facts[0] && TAKES_BACK.has(facts[0].kind) ? { takeBack: facts[0].kind } : {}),
  };
  facts.forEach((fact, n) => {
    if (fact.kind === 'messageComposed') {
      const message = messageRow(rt, subject, flow, fact, n);
      addLink(rt, rows, message, fact);
      rows.messages.push(message);
    } else if (fact.kind === 'alertRaised') {
      const id = `${subject.id}.${subject.version + 1}.${n}`;
      rows.alerts.push({
        id,
        kind: fact.alert,
        audience: fact.to,
        urgent: fact.urgent ? 1 : 0,
        relativeId: subject.relativeId,
        journeyId: subject.id,
        replyId: reply ?? null,
        step: fact.step ?? null,
        textSealed: seal(rt.db.keys, `alerts.text:${id}`, fact.text),
        status: 'open',
        raisedAt: fact.at,
      });
    }
  });
  return rows;
}
