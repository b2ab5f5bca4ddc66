// What the simulated network knows, as a fold over its journal: the same records give the same phones.
import type { DeliveryStatus } from '../gateway.ts';
import type { PhoneBehaviour, PhoneSms, PhoneSummary } from './phone.ts';

/** An SMS with what only the network needs: since when it has its status, what the house was told, the failure's code. */
export type Entry = {
  sms: PhoneSms;
  changedAt: number;
  told: DeliveryStatus | undefined;
  code: number | undefined;
  forgotten: boolean;
};

/** One line of the journal: something that happened in the network. */
export type PhoneRecord =
  | { type: 'network'; prefix: string }
  | { type: 'sms'; sms: PhoneSms }
  | { type: 'status'; id: string; at: number; status: DeliveryStatus; code?: number }
  | { type: 'told'; id: string; status: DeliveryStatus }
  | { type: 'forgot'; id: string }
  | { type: 'behaviour'; number: string; behaviour: PhoneBehaviour }
  | { type: 'read'; number: string; at: number };

type Phone = { entries: Entry[]; behaviour: PhoneBehaviour; unread: number };

export type Memory = {
  prefix: string;
  entries: Map<string, Entry>;
  phones: Map<string, Phone>;
};

/** A network in which nothing has happened. */
export function createMemory(): Memory {
  return { prefix: '', entries: new Map(), phones: new Map() };
}

/** The number of the phone an SMS is on, whichever way it went. */
export function numberOf(sms: PhoneSms): string {
  return sms.direction === 'toPhone' ? sms.to : sms.from;
}

/** Finds the phone with this number, or makes it when it was never heard of. */
export function ensurePhone(memory: Memory, number: string): Phone {
  const known = memory.phones.get(number);
  if (known) return known;
  const phone: Phone = { entries: [], behaviour: 'normal', unread: 0 };
  memory.phones.set(number, phone);
  return phone;
}

/** Carries one record into the memory; a record about an SMS that is not there changes nothing. */
export function remember(memory: Memory, record: PhoneRecord): void {
  switch (record.type) {
    case 'network':
      memory.prefix = record.prefix;
      return;
    case 'sms':
      rememberSms(memory, record.sms);
      return;
    case 'behaviour':
      ensurePhone(memory, record.number).behaviour = record.behaviour;
      return;
    case 'read':
      ensurePhone(memory, record.number).unread = 0;
      return;
    default: {
      const entry = memory.entries.get(record.id);
      if (entry) rememberChange(memory, entry, record);
    }
  }
}

function rememberSms(memory: Memory, sms: PhoneSms): void {
  const entry: Entry = { sms, changedAt: sms.at, told: undefined, code: undefined, forgotten: false };
  memory.entries.set(sms.id, entry);
  const phone = ensurePhone(memory, numberOf(sms));
  phone.entries.push(entry);
  if (sms.direction === 'fromPhone') phone.unread = 0;
}

function rememberChange(memory: Memory, entry: Entry, record: Extract<PhoneRecord, { id: string }>): void {
  if (record.type === 'forgot') entry.forgotten = true;
  else if (record.type === 'told') entry.told = record.status;
  else {
    entry.sms = { ...entry.sms, status: record.status };
    entry.changedAt = record.at;
    entry.code = record.code;
    if (entry.sms.direction === 'toPhone' && record.status === 'delivered')
      ensurePhone(memory, entry.sms.to).unread += 1;
  }
}

/** The phones with the newest SMS first; those that never had one come last. */
export function summarise(memory: Memory): PhoneSummary[] {
  const summaries = [...memory.phones].map(([number, phone]): PhoneSummary => {
    const last = phone.entries.at(-1)?.sms;
    const { behaviour, unread } = phone;
    return last ? { number, behaviour, last, unread } : { number, behaviour, unread };
  });
  return summaries.sort((a, b) => (b.last?.at ?? 0) - (a.last?.at ?? 0));
}
