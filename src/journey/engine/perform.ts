import { type ReplyMeaning, readReply } from '../reply/read-reply.ts';
import { meansSignOff, saysNo } from '../reply/says-no.ts';
import { heldSeats, seatOf } from './attend.ts';
import type { AlertKind } from './facts.ts';
import type { Deed } from './script.ts';
import { yesToTakeBack } from './settle.ts';
import { keepBack, letGo, note, type Run, take } from './virtual-run.ts';

/** Does one deed of a script, with what the services do around the engine: the reader, the alerts, the messages kept back. */
export function perform(run: Run, at: number, deed: Deed): void {
  const step = run.state.step ?? '';
  switch (deed.do) {
    case 'reply':
      reply(run, at, deed.text);
      break;
    case 'open':
      take(run, { kind: 'pageOpened', at, page: deed.page });
      break;
    case 'accept':
      accept(run, at, deed.attend);
      break;
    case 'decline':
      take(run, { kind: 'answered', at, step, answer: 'nej' });
      break;
    case 'answer':
      take(run, { kind: 'answered', at, step, answer: deed.answer, by: 'staff' });
      break;
    case 'fill':
      take(run, { kind: 'filled', at, step, answer: 'answered', ...byStaff(run) });
      break;
    case 'move':
      if (run.flow.anchors[deed.anchor]?.moved) keepBack(run, at);
      take(run, { kind: 'anchorMoved', at, anchor: deed.anchor, value: deed.value });
      break;
    case 'cancel':
      keepBack(run, at);
      take(run, { kind: 'anchorCancelled', at, anchor: deed.anchor });
      break;
    case 'full':
    case 'closed':
    case 'seat':
    case 'signoff':
      changeSeats(run, at, deed);
      break;
    case 'pause':
    case 'dead':
      take(run, { kind: 'held', at, hold: deed.do === 'dead' ? 'dead' : 'paused' });
      break;
    case 'resume':
      resume(run, at);
      break;
    case 'skip':
      skip(run, at, step);
      break;
    case 'end':
      stop(run, at, deed.reason);
      break;
    case 'fail':
      fail(run, at);
      break;
  }
}

/** Whoever is called tells staff, who fill it in. */
const byStaff = ({ known: { relative } }: Run): { by?: string } =>
  relative.channel === 'sms' ? {} : { by: 'staff' };

function accept(run: Run, at: number, attend: string | undefined): void {
  const chosen = attend === undefined ? {} : { attend };
  take(run, { kind: 'answered', at, step: run.state.step ?? '', answer: 'ja', ...chosen });
}

type SeatDeed = Extract<Deed, { do: 'full' | 'seat' | 'closed' | 'signoff' }>;

function changeSeats(run: Run, at: number, { do: what, anchor }: SeatDeed): void {
  if (what === 'full' || what === 'closed') run.seats[anchor] = what;
  else if (what === 'signoff') changeSeat(run, at, anchor, 'no');
  else {
    delete run.seats[anchor];
    if (seatOf(run.state, anchor) === 'waiting') changeSeat(run, at, anchor, 'yes');
  }
}

/** What was said before a seat changed by itself is taken back, as far as it has not left. */
function changeSeat(run: Run, at: number, anchor: string, seat: 'yes' | 'no'): void {
  keepBack(run, at);
  take(run, { kind: 'attendanceChanged', at, anchor, seat });
}

function resume(run: Run, at: number): void {
  const { hold, heldAt = at } = run.state;
  take(run, { kind: 'released', at });
  if (hold === 'paused') letGo(run, heldAt, at);
  if (hold === 'dead') keepBack(run, heldAt);
}

/** What the step composed and has not left is taken back. */
function skip(run: Run, at: number, step: string): void {
  const stands = run.state.hold !== undefined;
  take(run, { kind: 'skipped', at, step, press: `skip-${run.turns}` });
  if (!stands) keepBack(run, at, step);
}

function stop(run: Run, at: number, reason: string): void {
  take(run, { kind: 'ended', at, reason });
  keepBack(run, at);
}

function fail(run: Run, at: number): void {
  const sent = run.lines.filter((line) => line.fact.kind === 'messageComposed' && line.at <= at);
  if (sent.length > 0)
    take(run, { kind: 'deliveryFailed', at, message: `message-${sent.length}`, reason: 'undelivered' });
}

function alert(run: Run, at: number, kind: AlertKind): void {
  const urgent = kind === 'distress';
  note(run, { kind: 'alertRaised', at, alert: kind, to: 'advisor', urgent, text: '' });
}

/** What is not clearly an answer to the open question, or comes while the journey stands still, goes to a person. */
function reply(run: Run, at: number, text: string): void {
  const { awaiting, hold } = run.state;
  const isAsked = awaiting === 'answer' && !hold && !run.known.relative.sharedPhone;
  const signsOff = !isAsked && isSigningOff(run, at, text);
  const { meaning, also } = readReply(text, isAsked || signsOff ? 'rsvp' : 'nothing');
  const heard = `reply-${run.turns}`;
  if (meaning === 'place' && saysWhere(run)) take(run, { kind: 'asked', at, reply: heard });
  else if (!isAsked && takesBack(run, at) && (signsOff || saysNo(text)))
    take(run, { kind: 'replied', at, answer: 'nej', reply: heard });
  else if (isAsked && (meaning === 'yes' || meaning === 'no'))
    take(run, {
      kind: 'replied',
      at,
      answer: meaning === 'yes' ? 'ja' : 'nej',
      reply: heard,
    });
  else act(run, at, meaning);
  if (also) act(run, at, also);
}

/** AFMELD and FRAMELD mean no where a seat is held. */
const isSigningOff = ({ state }: Run, at: number, text: string): boolean =>
  state.status === 'active' && heldSeats(state, at).length > 0 && meansSignOff(text);

const takesBack = ({ flow, state, known: { relative } }: Run, at: number): boolean =>
  state.status === 'active' &&
  (!state.awaiting || state.awaiting === 'seat') &&
  !relative.sharedPhone &&
  yesToTakeBack(flow, state, at) !== undefined;

const saysWhere = ({ flow, state, known: { relative } }: Run): boolean =>
  state.status === 'active' &&
  !state.hold &&
  relative.channel === 'sms' &&
  !relative.sharedPhone &&
  Object.values(flow.anchors).some(({ where }) => where !== undefined);

function act(run: Run, at: number, meaning: ReplyMeaning): void {
  if (meaning === 'start' || meaning === 'help') return;
  if (meaning === 'stop') {
    alert(run, at, 'stopped');
    take(run, { kind: 'consentChanged', at, purpose: 'sms', given: false });
    keepBack(run, at);
  } else if (meaning === 'wrongNumber') {
    alert(run, at, 'wrongNumber');
    stop(run, at, 'forkert nummer');
  } else if (meaning === 'death') {
    alert(run, at, 'death');
    take(run, { kind: 'held', at, hold: 'paused' });
  } else alert(run, at, meaning === 'distress' ? 'distress' : 'reply');
}
