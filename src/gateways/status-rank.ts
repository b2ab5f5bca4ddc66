import type { DeliveryStatus } from './gateway.ts';

/** The order in which statuses can overtake one another: a report of lower or equal rank never undoes the one already known. */
export function statusRank(status: DeliveryStatus): number {
  return ranks[status];
}

const ranks: Record<DeliveryStatus, number> = { queued: 0, sent: 1, delivered: 2, undelivered: 2, failed: 2 };
