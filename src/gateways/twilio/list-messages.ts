import type { MessageInstance } from 'twilio/lib/rest/api/v2010/account/message.js';
import type Twilio from 'twilio/lib/rest/Twilio.js';
import type { ListedSms } from '../gateway.ts';
import { toDeliveryStatus } from './delivery-status.ts';

type Page = { instances: MessageInstance[]; nextPage(): Promise<Page> | undefined };

const pageSize = 1_000;
/** Twilio keeps a message queued for ten hours at most and lists by when it was sent: further down than this nothing is newer. */
const outOfOrderMs = 11 * 3_600_000;

/** A trial account puts this before every text. */
export const withoutTrialPrefix = (body: string): string =>
  body.replace(/^Sent from your Twilio trial account - /, '');

/**
 * Pages down the account's list, newest first, until everything is older than `since`; gives false when Twilio did not
 * answer. Without Twilio's own time filter, which leaves out what is still queued.
 */
export async function listMessages(
  messages: Twilio['messages'],
  number: string,
  since: number,
  take: (page: readonly ListedSms[]) => void,
): Promise<boolean> {
  let page = await read(messages.page({ pageSize }));
  while (page) {
    const listed = page.instances.flatMap((message) => toListed(message, number, since));
    take(listed.filter(({ at }) => at >= since));
    if (page.instances.every((message) => createdAt(message, since) < since - outOfOrderMs)) return true;
    const next: Promise<Page> | undefined = page.nextPage();
    if (!next) return true;
    page = await read(next);
  }
  return false;
}

const read = (page: Promise<Page>): Promise<Page | undefined> => page.catch(() => undefined);

/** Twilio's clock, to the second; a message without a date counts as `otherwise`. */
function createdAt({ dateCreated }: MessageInstance, otherwise: number): number {
  const at = dateCreated instanceof Date ? dateCreated.getTime() : Number.NaN;
  return Number.isNaN(at) ? otherwise : at;
}

/** A sender by name: which of them are ours is for the reader of the list to tell, since ours may have been changed meanwhile. */
const isName = (from: string): boolean => /[A-Za-z]/.test(from) && !from.includes(':');

/** What is of another number of the account, or no SMS, is left out. */
function toListed(message: MessageInstance, number: string, since: number): ListedSms[] {
  const { from, to, sid, body } = message;
  const at = createdAt(message, since);
  const listed = { providerId: sid, at, from, to, text: withoutTrialPrefix(body) };
  if (message.direction === 'inbound') return to === number ? [{ ...listed, direction: 'in' }] : [];
  if (from !== number && !isName(from)) return [];
  const status = toDeliveryStatus(message.status);
  return [{ ...listed, direction: 'out', ...(status ? { status } : {}) }];
}
