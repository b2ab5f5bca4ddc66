// The port of the mouth: what every gateway promises the house. Types only.
// What the world refused is a value from a closed list; nothing here throws for what a provider did.

/** Which of the organisation's two sender profiles a message leaves from: *name* cannot be answered, *number* can. */
export type SenderKind = 'name' | 'number';

/** One SMS on its way out; `reference` is our message id and comes back in the status callback's address. */
export type OutgoingSms = {
  reference: string;
  sender: SenderKind;
  /** The name staff have given the profile, in the place of its own. */
  from?: string;
  /** E.164 */
  to: string;
  text: string;
  /** The network drops the message when it has not left after this long. */
  validityMinutes: number;
};

/** Every reason a provider or network can have for not taking or not delivering a message. */
export type Refusal =
  | 'invalid-number'
  | 'landline'
  | 'opted-out'
  | 'unreachable'
  | 'blocked'
  | 'country'
  | 'content'
  | 'rate'
  | 'credit'
  | 'configuration'
  | 'temporary';

/**
 * What became of one attempt to hand a message over. *refused* is certain: the provider did not take it, and
 * `retryable` says that the fault is not in this message. *untried*: nothing left, and it says nothing of the provider.
 * *unknown* may have been taken: ask, never post again blindly.
 */
export type Posted =
  | { outcome: 'accepted'; providerId: string; segments?: number }
  | { outcome: 'refused'; reason: Refusal; retryable: boolean; code?: number }
  | { outcome: 'untried' }
  | { outcome: 'unknown' };

/**
 * What the provider's list says of a message of unknown outcome. *doubtful*: several could be it, a person decides;
 * *unavailable*: the provider did not answer. A found id that another of our messages already carries is not this one.
 */
export type Found =
  | { outcome: 'found'; providerId: string; status?: DeliveryStatus }
  | { outcome: 'absent' }
  | { outcome: 'doubtful' }
  | { outcome: 'unavailable' };

export type DeliveryStatus = 'queued' | 'sent' | 'delivered' | 'undelivered' | 'failed';

/** One status callback; they come late, twice and out of order: the one of higher rank stands (`services/sending/record-status`). */
export type StatusReport = {
  reference: string;
  providerId: string;
  status: DeliveryStatus;
  reason?: Refusal;
  code?: number;
};

/** One SMS from a phone; it may come twice with the same `providerId`. */
export type IncomingSms = { providerId: string; from: string; to: string; text: string };

/** One SMS on the provider's list; `at` is when the provider took it (UTC ms, to the second), `text` is empty where it was deleted. */
export type ListedSms = { providerId: string; at: number; from: string; to: string; text: string } & (
  | { direction: 'in' }
  | { direction: 'out'; status?: DeliveryStatus }
);

export type Gateway = {
  name: string;
  /** What the two profiles leave from unless a message says otherwise. */
  senders?: Record<SenderKind, string>;
  /**
   * Hands one SMS over; never throws and settles within `requestTimeoutMs`. `mayLeave` is asked in the same breath as the
   * first byte leaves; when it says no nothing leaves, and the post was *untried*.
   */
  post(sms: OutgoingSms, mayLeave?: () => boolean): Promise<Posted>;
  /** Asks the provider for a message of unknown outcome by recipient, time (UTC ms) and text; never throws. */
  find(sms: OutgoingSms, between: { from: number; to: number }): Promise<Found>;
  /**
   * Hands over, page by page, every SMS the provider took to or from our senders since an instant (UTC ms), in no order;
   * false when it did not answer to the end. Never throws but for what `take` throws.
   */
  list(since: number, take: (page: readonly ListedSms[]) => void): Promise<boolean>;
  /** Deletes the body at the provider; false when it is not gone yet (not final, no answer): ask again later. */
  forget(providerId: string): Promise<boolean>;
  requestTimeoutMs: number;
  close(): Promise<void>;
};
