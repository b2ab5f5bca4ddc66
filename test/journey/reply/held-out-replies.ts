import type { ReplyGroup } from './danish-replies.ts';

export const heldOutReplies: readonly ReplyGroup[] = [];
