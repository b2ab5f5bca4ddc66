// A telephone network in the house: a gateway whose phones can be seen and typed on. It stands in for a provider in
// demonstrations and tests, with a provider's habits: late reports, lost answers, webhooks tried again.
import type { Found, ListedSms, OutgoingSms } from '../gateway.ts';
import { type Candidate, matchCandidates } from '../match-candidates.ts';
import { planNext, resume } from './carry-sms.ts';
import { type Entry, summarise } from './memory.ts';
import { type NetworkState, openNetwork, record } from './network-state.ts';
import type { PhoneNetwork, PhoneNetworkOptions, PhoneSms } from './phone.ts';
import { nextId, postSms } from './post-sms.ts';
import { tellIncoming } from './tell-house.ts';

/** Builds the network; with a `file` it shows the phones of earlier runs and goes on with what was under way. */
export function createPhoneNetwork(options: PhoneNetworkOptions): PhoneNetwork {
  const state = openNetwork(options);
  const { memory, errands, journal, listeners } = state;
  for (const entry of memory.entries.values()) if (entry.sms.direction === 'toPhone') planNext(state, entry);
  if (state.house) resume(state);
  return {
    name: 'phone',
    senders: options.senders,
    requestTimeoutMs: options.requestTimeoutMs ?? 5_000,
    post: async (sms, mayLeave) => (mayLeave?.() === false ? { outcome: 'untried' } : postSms(state, sms)),
    find: async (sms, between) => find(state, sms, between),
    list: async (since, take) => list(state, since, take),
    forget: async (providerId) => forget(state, providerId),
    async close() {
      errands.close();
      journal.close();
    },
    listPhones: () => summarise(memory),
    conversation: (number) => memory.phones.get(number)?.entries.map(({ sms }) => sms) ?? [],
    type: (number, text, toSender) => type(state, number, text, toSender),
    markRead: (number) => record(state, { type: 'read', number, at: options.now() }),
    watch(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    configure: (number, behaviour) => record(state, { type: 'behaviour', number, behaviour }),
    connect(house) {
      state.house = house;
      resume(state);
    },
    settle: () => errands.settle(),
  };
}

function find(state: NetworkState, sms: OutgoingSms, between: { from: number; to: number }): Found {
  if (state.options.faults?.find?.(sms) === 'unavailable') return { outcome: 'unavailable' };
  const entries = state.memory.phones.get(sms.to)?.entries ?? [];
  const candidates = entries
    .filter(({ sms: { direction } }) => direction === 'toPhone')
    .map(({ sms: { id, text, at, status }, forgotten }): Candidate => {
      return { providerId: id, text: forgotten ? '' : text, at, status };
    });
  return matchCandidates(candidates, sms.text, between);
}

function list(state: NetworkState, since: number, take: (page: readonly ListedSms[]) => void): boolean {
  if (state.options.faults?.list?.() === 'unavailable') return false;
  take([...state.memory.entries.values()].filter(({ sms }) => sms.at >= since).map(toListed));
  return true;
}

function toListed({ sms, forgotten }: Entry): ListedSms {
  const { id, at, from, to, text, status } = sms;
  const listed = { providerId: id, at, from, to, text: forgotten ? '' : text };
  return sms.direction === 'toPhone'
    ? { ...listed, direction: 'out', status }
    : { ...listed, direction: 'in' };
}

/** The provider forgets the text; the phone it reached still shows it. */
function forget(state: NetworkState, id: string): boolean {
  const entry = state.memory.entries.get(id);
  if (!entry) return true;
  if (entry.sms.status === 'queued' || entry.sms.status === 'sent') return false;
  if (!entry.forgotten) record(state, { type: 'forgot', id });
  return true;
}

async function type(
  state: NetworkState,
  number: string,
  text: string,
  toSender = state.options.senders.number,
): Promise<{ ok: boolean }> {
  const isOff = state.memory.phones.get(number)?.behaviour === 'off';
  if (isOff || toSender !== state.options.senders.number) return { ok: false };
  const sms: PhoneSms = {
    id: nextId(state),
    at: state.options.now(),
    from: number,
    to: toSender,
    text,
    direction: 'fromPhone',
    status: 'sent',
  };
  record(state, { type: 'sms', sms });
  const entry = state.memory.entries.get(sms.id);
  if (entry) await tellIncoming(state, entry);
  return { ok: true };
}
