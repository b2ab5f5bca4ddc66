// The words of the simulated network: what its phones hold and what its makers can ask of it. Types only.
import type { DeliveryStatus, Gateway, IncomingSms, OutgoingSms, StatusReport } from '../gateway.ts';

/** One SMS as the network keeps it; one from a phone is *sent* until the house has taken it, then *delivered*. */
export type PhoneSms = {
  id: string;
  /** When the network took it, UTC ms. */
  at: number;
  from: string;
  to: string;
  text: string;
  direction: 'toPhone' | 'fromPhone';
  status: DeliveryStatus;
  reference?: string;
};

/** One phone in the list: its number, its newest SMS, how many delivered ones nobody has looked at. */
export type PhoneSummary = { number: string; behaviour: PhoneBehaviour; last?: PhoneSms; unread: number };

/**
 * *off*: taken and then undelivered (30003) · *invalid*: refused as no number (21211) · *unreachable*: refused as
 * not to be reached (21612) · *slow*: delivered a minute later.
 */
export type PhoneBehaviour = 'normal' | 'off' | 'invalid' | 'unreachable' | 'slow';

/** The house as the network sees it; a rejected promise is a webhook that failed and is tried again, five times in all. */
export type House = {
  onIncoming(sms: IncomingSms): Promise<void>;
  onStatus(report: StatusReport): Promise<void>;
};

/** A plan of what goes wrong, asked for every step; deterministic when its maker is. */
export type PhoneFaults = {
  /** *accept-then-unknown* has taken the message, the others have not. */
  post?(sms: OutgoingSms): 'accept-then-unknown' | 'unknown' | 'rate' | 'temporary' | undefined;
  find?(sms: OutgoingSms): 'unavailable' | undefined;
  list?(): 'unavailable' | undefined;
  /** *late* comes after the reports that follow it; *lost* never comes. */
  status?(report: StatusReport): 'doubled' | 'late' | 'lost' | undefined;
  incoming?(sms: IncomingSms): 'doubled' | undefined;
};

/** Runs `fn` after `ms` unless cancelled. */
export type Schedule = (ms: number, fn: () => void) => () => void;

export type PhoneNetworkOptions = {
  /** The clock the phones show, UTC ms; it may jump forward. */
  now: () => number;
  senders: { name: string; number: string };
  /** Whether a telephone with a cord is at the end of a number (E.164): no SMS reaches it. */
  isLandline: (number: string) => boolean;
  deliver?: House;
  delay?: { acceptedMs: number; deliveredMs: number };
  schedule?: Schedule;
  /** JSON lines that the network remembers by; without it a restart begins with no phones. */
  file?: string;
  faults?: PhoneFaults;
  requestTimeoutMs?: number;
};

export type PhoneNetwork = Gateway & {
  /** Newest first. */
  listPhones(): PhoneSummary[];
  /** Oldest first. */
  conversation(number: string): PhoneSms[];
  /** The person at the phone sends an SMS, to our number when `toSender` is left out; not ok to a sender by name. */
  type(number: string, text: string, toSender?: string): Promise<{ ok: boolean }>;
  /** The person at the phone has looked at everything. */
  markRead(number: string): void;
  /** Calls `listener` with a number whenever something changed on that phone; answers how to stop. */
  watch(listener: (number: string) => void): () => void;
  configure(number: string, behaviour: PhoneBehaviour): void;
  /** Tells the network where the house is; what was waiting to be told is told now. */
  connect(house: House): void;
  /** Does everything that is due now and waits for it; never call it from inside a webhook. */
  settle(): Promise<void>;
};
