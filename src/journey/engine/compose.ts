import type { Access, Step } from '../flow/flow.ts';
import { renderText } from '../text/render.ts';
import { countSegments, segmentsWithLink } from '../text/segments.ts';
import type { Channel, Sender } from './facts.ts';
import { openFields } from './fields.ts';
import { messageHours } from './message-hours.ts';
import { expiryOf } from './timing.ts';
import { record, type Turn } from './turn.ts';

/** What is said: the text key, and the page when it carries a link (then from the sender by name, which cannot be answered). */
export type Saying = { key: string; page?: string; access?: Access; reminder?: number; asks?: boolean };

/** A shared phone is never asked for an answer by SMS: a person calls instead. */
export const channelOf = (turn: Turn, asks: boolean): Channel => {
  const { channel, sharedPhone } = turn.known.relative;
  return channel === 'sms' && sharedPhone && asks ? 'ring' : channel;
};

const languageOf = (turn: Turn): string => {
  const wanted = turn.known.relative.language;
  return turn.flow.languages.includes(wanted) ? wanted : (turn.flow.languages[0] ?? 'da');
};

/** Composes one message of a step: an SMS, or the call or letter with the same words. */
export function compose(turn: Turn, step: Step, saying: Saying): void {
  const { flow, known, state, at } = turn;
  const fields = openFields(known, state.anchors, languageOf(turn));
  const { text, language } = renderText(flow, saying.key, languageOf(turn), fields);
  const channel = channelOf(turn, saying.asks ?? false);
  const sender: Sender = saying.page ? 'name' : 'number';
  const count = saying.page ? segmentsWithLink(text, known.organisation.linkLength) : countSegments(text);
  const last = expiryOf(turn, step);
  const hoursOfSms = channel === 'sms' ? known.relative.hours : undefined;
  const { hours, ...planned } = messageHours(turn.wide, hoursOfSms, at, last);
  const dueAt = turn.replying ? at : planned.dueAt;
  record(turn, {
    kind: 'messageComposed',
    at,
    dueAt,
    step: step.id,
    key: saying.key,
    channel,
    sender,
    language,
    text,
    segments: count.count,
    reminder: saying.reminder ?? 0,
    answer: turn.replying,
    ...(saying.page ? { page: saying.page, access: saying.access ?? 'link' } : {}),
    ...(last !== undefined && last > dueAt ? { notAfter: last } : {}),
    ...(hours ? { hours } : {}),
  });
}
