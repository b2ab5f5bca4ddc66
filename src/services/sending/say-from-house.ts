import type { KnownRelative } from '../../journey/engine/known.ts';
import { messageHours } from '../../journey/engine/message-hours.ts';
import { renderText } from '../../journey/text/render.ts';
import { countSegments } from '../../journey/text/segments.ts';
import type { MessageRow } from '../../store/journeys/turns.ts';
import { seal } from '../../store/seal.ts';
import type { Organisation } from '../organisation.ts';
import type { Runtime } from '../runtime.ts';
import { type HouseText, houseTextsOf } from './house-texts.ts';

/** What may leave after STOP: its receipt, and answers to the relative's own START, HJÆLP, FORKERT or distress. */
const AFTER_STOP = new Set<HouseText>([
  'stop',
  'start-ask',
  'start-done',
  'help',
  'wrong-number',
  'distress',
]);

const rowOf = (
  rt: Runtime,
  organisation: Organisation,
  order: { id: string; numberId: string; key: HouseText; language: string; at: number },
) => {
  const { id, numberId, key, at } = order;
  const { kommune, telefon, akut, aabningstid } = organisation;
  const fields = { kommune, telefon, akut, aabningstid };
  const { text, language } = renderText(houseTextsOf(organisation), key, order.language, fields);
  return {
    id,
    numberId,
    textKey: key,
    channel: 'sms',
    sender: 'number',
    language,
    textSealed: seal(rt.db.keys, `messages.text:${id}`, text),
    segments: countSegments(text).count,
    status: 'due',
    dueAt: at,
    createdAt: at,
  };
};

/** An SMS the house itself sends in answer to one: leaves at once. */
export const houseMessage = (
  rt: Runtime,
  organisation: Organisation,
  order: {
    reply: string;
    numberId: string;
    relativeId?: string;
    key: HouseText;
    language: string;
    at: number;
  },
): MessageRow => ({
  ...rowOf(rt, organisation, { ...order, id: `r.${order.reply}` }),
  relativeId: order.relativeId ?? null,
  purpose: AFTER_STOP.has(order.key) ? 'receipt' : 'answer',
  lane: 0,
});

/** An SMS the house itself sends because of what staff did: to a number alone, in the send window and the hours of whom it is about. */
export function houseNotice(
  rt: Runtime,
  organisation: Organisation,
  order: { numberId: string; key: HouseText; language: string; by: string; hours: KnownRelative['hours'] },
): MessageRow {
  const { dueAt, hours } = messageHours(organisation.window, order.hours, rt.now(), undefined);
  return {
    ...rowOf(rt, organisation, { ...order, id: `n.${rt.newId()}`, at: rt.now() }),
    relativeId: null,
    purpose: 'notice',
    lane: 1,
    dueAt,
    hoursFrom: hours?.from ?? null,
    hoursTo: hours?.to ?? null,
    createdBy: order.by,
  };
}
