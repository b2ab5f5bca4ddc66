import { renderText } from '../journey/text/render.ts';
import { countSegments } from '../journey/text/segments.ts';
import { seal } from '../store/seal.ts';
import type { MessageRow } from '../store/turns.ts';
import { HOUSE_TEXTS, type HouseText } from './house-texts.ts';
import type { Organisation } from './organisation.ts';
import type { Runtime } from './runtime.ts';

/** What may leave after STOP: its receipt, and answers to the relative's own START, HJÆLP, FORKERT or distress. */
const AFTER_STOP = new Set<HouseText>([
  'stop',
  'start-ask',
  'start-done',
  'help',
  'wrong-number',
  'distress',
]);

/** An SMS the house itself sends in answer to one: leaves at once. */
export function houseMessage(
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
): MessageRow {
  const { kommune, telefon, akut, aabningstid } = organisation;
  const { text, language } = renderText(HOUSE_TEXTS, order.key, order.language, {
    kommune,
    telefon,
    akut,
    aabningstid,
  });
  const id = `r.${order.reply}`;
  return {
    id,
    relativeId: order.relativeId ?? null,
    numberId: order.numberId,
    textKey: order.key,
    purpose: AFTER_STOP.has(order.key) ? 'receipt' : 'answer',
    channel: 'sms',
    sender: 'number',
    language,
    textSealed: seal(rt.db.keys, `messages.text:${id}`, text),
    segments: countSegments(text).count,
    lane: 0,
    status: 'due',
    dueAt: order.at,
    createdAt: order.at,
  };
}
