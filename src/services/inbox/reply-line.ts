import type { ListedReply } from '../../store/messages/desk-lists.ts';
import { openName, openText } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { isUrgent } from './list-conversations.ts';

/** A reply that waits for a person; `waitedMs` is how long. */
export type ReplyLine = Omit<ListedReply, 'nameSealed' | 'textSealed'> & {
  name: string | undefined;
  text: string;
  waitedMs: number;
  urgent: boolean;
};

export const toReplyLine = (rt: Runtime, row: ListedReply): ReplyLine => {
  const { nameSealed, textSealed, ...rest } = row;
  return {
    ...rest,
    name: openName(rt, row.relativeId, nameSealed),
    text: openText(rt, 'replies.text', row.id, textSealed),
    waitedMs: Math.max(0, rt.now() - row.receivedAt),
    urgent: isUrgent(row.meaning),
  };
};
