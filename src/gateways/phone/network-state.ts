// Everything one simulated network holds, and the one way to change it: written down first, remembered after, shown last.
import { createErrands, type Errands } from './errands.ts';
import { type Journal, openJournal } from './journal.ts';
import { createMemory, type Memory, numberOf, type PhoneRecord, remember } from './memory.ts';
import type { House, PhoneNetworkOptions } from './phone.ts';

export type NetworkState = {
  options: PhoneNetworkOptions;
  delay: { acceptedMs: number; deliveredMs: number };
  memory: Memory;
  journal: Journal<PhoneRecord>;
  errands: Errands;
  listeners: Set<(number: string) => void>;
  house: House | undefined;
};

/** Opens the network with what its file remembers. */
export function openNetwork(options: PhoneNetworkOptions): NetworkState {
  const journal = openJournal<PhoneRecord>(options.file);
  const memory = createMemory();
  for (const record of journal.records) remember(memory, record);
  const state: NetworkState = {
    options,
    delay: options.delay ?? { acceptedMs: 300, deliveredMs: 1_500 },
    memory,
    journal,
    errands: createErrands(options.now, options.schedule),
    listeners: new Set(),
    house: options.deliver,
  };
  // Ids must not come again after the file was thrown away, since the house knows an SMS by its id.
  if (memory.prefix === '') record(state, { type: 'network', prefix: `PH${options.now().toString(36)}` });
  return state;
}

/** Writes down what happened and lets it count; throws, with nothing changed, when it cannot be written down. */
export function record(state: NetworkState, happened: PhoneRecord): void {
  state.journal.append(happened);
  remember(state.memory, happened);
  const number = numberIn(state, happened);
  if (number) for (const listener of state.listeners) show(listener, number);
}

/** Someone looking on never changes what happened to a message. */
function show(listener: (number: string) => void, number: string): void {
  try {
    listener(number);
  } catch {}
}

function numberIn(state: NetworkState, happened: PhoneRecord): string | undefined {
  if ('number' in happened) return happened.number;
  if ('sms' in happened) return numberOf(happened.sms);
  if (happened.type !== 'status') return undefined;
  const entry = state.memory.entries.get(happened.id);
  return entry && numberOf(entry.sms);
}
