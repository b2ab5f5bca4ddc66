// What was said in a conversation, opened and in the order it was said.
import type { ShownMessage } from '../../store/messages/conversations.ts';
import type { Thread, ThreadPage, ThreadReply } from '../../store/talks/thread.ts';
import { openText } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';

/** One thing that was said: by SMS, or on the relative's page. */
export type Said = {
  id: string;
  from: 'relative' | 'us';
  by: 'sms' | 'page';
  at: number;
  text: string;
  status: string;
  masked: boolean;
  waits: boolean;
  createdBy?: string;
  /** What became of the SMS or call that tells of a page message. */
  notice?: { channel: string; status: string; reason: string | null };
};

const ofReply = (rt: Runtime, row: ThreadReply): Said => ({
  id: row.id,
  from: 'relative',
  by: 'sms',
  at: row.at,
  text: openText(rt, 'replies.text', row.id, row.textSealed),
  status: row.status,
  masked: row.masked === 1,
  waits: row.status === 'waiting',
});

const ofMessage = (rt: Runtime, row: ShownMessage): Said => ({
  id: row.id,
  from: 'us',
  by: 'sms',
  at: row.sentAt ?? row.dueAt,
  text: openText(rt, 'messages.text', row.id, row.textSealed),
  status: row.status,
  masked: false,
  waits: false,
  ...(row.createdBy ? { createdBy: row.createdBy } : {}),
});

const ofPage = (rt: Runtime, row: ThreadPage, notice: ShownMessage | undefined): Said => ({
  id: row.id,
  from: row.fromStaff === 1 ? 'us' : 'relative',
  by: 'page',
  at: row.at,
  text: openText(rt, 'page_messages.text', row.id, row.textSealed),
  status: row.status,
  masked: row.masked === 1,
  waits: row.status === 'waiting',
  ...(row.by ? { createdBy: row.by } : {}),
  ...(notice ? { notice: { channel: notice.channel, status: notice.status, reason: notice.reason } } : {}),
});

/** The last `most` things said, the oldest of them first. The SMS that tells of a page message stands with it. */
export function openThread(rt: Runtime, { replies, messages, pages }: Thread, most: number): Said[] {
  const notices = new Map(pages.flatMap((page) => (page.messageId ? [[page.messageId, page] as const] : [])));
  const byId = new Map(messages.map((row) => [row.id, row]));
  const said = [
    ...replies.map((row) => ofReply(rt, row)),
    ...messages
      .filter(({ id, channel, textKey }) => channel === 'sms' && textKey !== 'secure' && !notices.has(id))
      .map((row) => ofMessage(rt, row)),
    ...pages.map((row) => ofPage(rt, row, row.messageId ? byId.get(row.messageId) : undefined)),
  ];
  return said.sort((a, b) => a.at - b.at).slice(-most);
}
