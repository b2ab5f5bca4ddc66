// Messages for tests of the store: a row that is fine as it is.
import type { MessageRow } from '../../src/store/journeys/turns.ts';

/** An ordinary SMS of a flow, one segment from the number, composed and due at `at`. */
export const messageRow = (at: number, change: Partial<MessageRow> = {}): MessageRow => ({
  id: 'm',
  textKey: 'x',
  purpose: 'flow',
  channel: 'sms',
  sender: 'number',
  language: 'da',
  textSealed: 'sealed',
  segments: 1,
  lane: 1,
  status: 'due',
  dueAt: at,
  createdAt: at,
  ...change,
});
