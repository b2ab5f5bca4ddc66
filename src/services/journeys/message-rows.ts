// The SMS, call or letter a turn composed, as rows.
import type { MessageComposed } from '../../journey/engine/facts.ts';
import type { State } from '../../journey/engine/state.ts';
import type { Flow } from '../../journey/flow/flow.ts';
import { tellsChange } from '../../journey/flow/tells-change.ts';
import { addDuration } from '../../journey/time/duration.ts';
import type { MessageRow, TurnRows } from '../../store/journeys/turns.ts';
import { failureOf } from '../../store/messages/failures.ts';
import { seal, tokenHash } from '../../store/seal.ts';
import type { Runtime } from '../runtime.ts';

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
  /** The appointment it is about, or empty. */
  subject: string;
};

const LINK_LIVES = { amount: 30, unit: 'days' } as const;

/** Ids sort as they were composed: the order of messages to one phone at one instant. */
export const idOf = (subject: Subject, n: number): string =>
  `${subject.id}.${String(subject.version + 1).padStart(4, '0')}.${String(n).padStart(3, '0')}`;

const minuteOf = (clock: string | undefined): number | null =>
  clock === undefined ? null : Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

function messageRow(
  rt: Runtime,
  subject: Subject,
  flow: Flow,
  composed: MessageComposed,
  n: number,
): MessageRow {
  const id = idOf(subject, n);
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
    pressing: tellsChange(flow, composed.step) ? 1 : 0,
    windowFrom: minuteOf(flow.window?.from),
    windowTo: minuteOf(flow.window?.to),
    windowDays: flow.window?.weekdays?.join('') ?? null,
    hoursFrom: composed.hours?.from ?? null,
    hoursTo: composed.hours?.to ?? null,
    hoursUntil: composed.hours?.until ?? null,
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

/** Adds the message that a fact composed, its link, and the alert when there is no number to send it to. */
export function addMessage(
  rt: Runtime,
  rows: TurnRows,
  subject: Subject,
  flow: Flow,
  composed: MessageComposed,
  n: number,
): void {
  const message = messageRow(rt, subject, flow, composed, n);
  addLink(rt, rows, message, composed);
  rows.messages.push(message);
  if (message.status !== 'failed') return;
  const about = {
    relativeId: message.relativeId ?? null,
    journeyId: rows.journey.id,
    step: composed.step,
  };
  rows.alerts.push({ ...failureOf(rt.db.keys, message.id, 'no-number', composed.at).alert, ...about });
}
