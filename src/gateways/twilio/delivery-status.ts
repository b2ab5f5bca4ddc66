import type { DeliveryStatus } from '../gateway.ts';

/** Reads Twilio's message status as ours; undefined for one that says nothing about delivery (receiving, received) or is new. */
export function toDeliveryStatus(status: string): DeliveryStatus | undefined {
  return statuses.get(status);
}

const statuses = new Map<string, DeliveryStatus>([
  ['accepted', 'queued'],
  ['scheduled', 'queued'],
  ['queued', 'queued'],
  ['sending', 'queued'],
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'delivered'],
  ['undelivered', 'undelivered'],
  ['partially_delivered', 'undelivered'],
  ['failed', 'failed'],
  ['canceled', 'failed'],
]);
