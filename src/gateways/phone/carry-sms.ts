// An SMS on its way to a phone: queued, sent, delivered or not. What is under way goes on after a restart.
import type { DeliveryStatus } from '../gateway.ts';
import { type Entry, ensurePhone } from './memory.ts';
import { type NetworkState, record } from './network-state.ts';
import { tellIncoming, tellStatus } from './tell-house.ts';

const slowMs = 60_000;
const handsetUnreachable = 30003;

/**
 * Plans the next thing that happens to an SMS to a phone; nothing when it has arrived or never will. It happens at its
 * own moment even when it is done late, so a clock that jumps finds everything arrived.
 */
export function planNext(state: NetworkState, entry: Entry): void {
  const { status, to } = entry.sms;
  const { acceptedMs, deliveredMs } = state.delay;
  if (status === 'queued') {
    const at = entry.changedAt + acceptedMs;
    state.errands.add(at, () => move(state, entry, { at, status: 'sent' }));
  }
  if (status === 'sent') {
    const extraMs = ensurePhone(state.memory, to).behaviour === 'slow' ? slowMs : 0;
    const at = entry.changedAt + deliveredMs + extraMs;
    state.errands.add(at, () => move(state, entry, { at, ...arrival(state, to) }));
  }
}

/** Goes on with everything the network was doing when it stopped, and tells the house what it was not told. */
export function resume(state: NetworkState): void {
  for (const entry of state.memory.entries.values()) {
    const { direction, status } = entry.sms;
    if (direction === 'fromPhone') {
      if (status !== 'delivered') state.errands.add(state.options.now(), () => tellIncoming(state, entry));
      continue;
    }
    if (status !== 'queued' && entry.told !== status)
      state.errands.add(state.options.now(), () => tellStatus(state, entry));
  }
}

type Change = { at: number; status: DeliveryStatus; code?: number };

function arrival({ memory }: NetworkState, to: string): Omit<Change, 'at'> {
  const isOff = ensurePhone(memory, to).behaviour === 'off';
  return isOff ? { status: 'undelivered', code: handsetUnreachable } : { status: 'delivered' };
}

async function move(state: NetworkState, entry: Entry, change: Change): Promise<void> {
  record(state, { type: 'status', id: entry.sms.id, ...change });
  await tellStatus(state, entry);
  planNext(state, entry);
}
