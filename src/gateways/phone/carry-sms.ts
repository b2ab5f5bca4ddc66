// An SMS on its way to a phone: queued, sent, delivered or not. What is under way goes on after a restart.
import type { DeliveryStatus } from '../gateway.ts';
import { type Entry, ensurePhone } from './memory.ts';
import { type NetworkState, record } from './network-state.ts';
import { tellIncoming, tellStatus } from './tell-house.ts';

const slowMs = 60_000;
const handsetUnreachable = 30003;

/** Plans the next thing that happens to an SMS to a phone; nothing when it has arrived or never will. */
export function planNext(state: NetworkState, entry: Entry): void {
  const { status, to } = entry.sms;
  const { acceptedMs, deliveredMs } = state.delay;
  if (status === 'queued') state.errands.add(entry.changedAt + acceptedMs, () => move(state, entry, 'sent'));
  if (status === 'sent') {
    const extraMs = ensurePhone(state.memory, to).behaviour === 'slow' ? slowMs : 0;
    state.errands.add(entry.changedAt + deliveredMs + extraMs, () => arrive(state, entry));
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

function arrive(state: NetworkState, entry: Entry): Promise<void> {
  const { behaviour } = ensurePhone(state.memory, entry.sms.to);
  return behaviour === 'off'
    ? move(state, entry, 'undelivered', handsetUnreachable)
    : move(state, entry, 'delivered');
}

async function move(state: NetworkState, entry: Entry, status: DeliveryStatus, code?: number): Promise<void> {
  const change = { type: 'status', id: entry.sms.id, at: state.options.now(), status } as const;
  record(state, code ? { ...change, code } : change);
  await tellStatus(state, entry);
  planNext(state, entry);
}
