import { countSegments } from '../../journey/text/segments.ts';
import { notePresence } from '../../store/talks/presences.ts';
import { AppError } from '../app-error.ts';
import type { Runtime } from '../runtime.ts';
import type { Staff } from '../staff/staff.ts';
import { requireConversation } from './find-conversation.ts';
import { type LiveConversation, readConversation } from './open-conversation.ts';
import { refuseConfidential } from './refuse-confidential.ts';

/** Notes that somebody has a conversation open, and gives it as it stands now. Throws `not-found`. */
export async function followConversation(rt: Runtime, staff: Staff, id: string): Promise<LiveConversation> {
  const party = await requireConversation(rt, staff, 'look', id);
  const here = { conversationId: party.id, staffId: staff.id, at: rt.clock(), writes: false };
  await rt.db.lane.put(notePresence, here);
  return readConversation(rt, staff, party);
}

/** What an SMS would cost, and why it may not leave: `told` is the confidential word, empty for a CPR number. */
export type Measured = { characters: number; segments: number; told?: string };

/** Measures a text somebody writes, and notes that they write. Throws `not-found`. */
export async function measureText(rt: Runtime, staff: Staff, id: string, typed: string): Promise<Measured> {
  const party = await requireConversation(rt, staff, 'care', id);
  const text = typed.replace(/\r\n?/g, '\n').trim();
  const here = { conversationId: party.id, staffId: staff.id, at: rt.clock(), writes: text !== '' };
  await rt.db.lane.put(notePresence, here);
  const size = { characters: Array.from(text).length, segments: text === '' ? 0 : countSegments(text).count };
  try {
    await refuseConfidential(rt, text);
    return size;
  } catch (error) {
    if (error instanceof AppError) return { ...size, told: error.detail ?? '' };
    throw error;
  }
}
