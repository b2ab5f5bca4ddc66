import { listMessagesToNumber, listRepliesOfNumber } from '../../store/messages/conversations.ts';
import { findReply } from '../../store/messages/replies.ts';
import { findNumber } from '../../store/people/numbers.ts';
import { listAwaitingJourneys } from '../../store/people/relative-details.ts';
import { listRelativesOfNumber } from '../../store/people/relative-lists.ts';
import { AppError } from '../app-error.ts';
import { getFlow } from '../journeys/load-flow.ts';
import { recordLedger } from '../record-ledger.ts';
import { type RelativeLine, toLine } from '../relatives/list-relatives.ts';
import { openNumber, openText } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff, sightOf } from '../staff/staff.ts';

/** How many SMS of a conversation are shown. */
const SHOWN = 20;

/** One SMS of a conversation, the relative's or ours. */
export type Said = {
  id: string;
  from: 'relative' | 'us';
  at: number;
  text: string;
  status: string;
  masked: boolean;
  createdBy?: string;
};

/** A question that is open with someone at this number, so that staff can give it the answer the reply means. */
export type OpenQuestion = { journeyId: string; relativeId: string; title: string; step: string };

async function listQuestions(rt: Runtime, people: readonly RelativeLine[]): Promise<OpenQuestion[]> {
  const journeys = await listAwaitingJourneys(
    rt.db,
    people.map(({ id }) => id),
    20,
  );
  return Promise.all(
    journeys.map(async ({ id, flowId, relativeId, step }) => ({
      journeyId: id,
      relativeId,
      step: step ?? '',
      title: (await getFlow(rt, flowId)).title,
    })),
  );
}

async function listSaid(rt: Runtime, numberId: string): Promise<Said[]> {
  const [incoming, outgoing] = await Promise.all([
    listRepliesOfNumber(rt.db, numberId, SHOWN),
    listMessagesToNumber(rt.db, numberId, SHOWN),
  ]);
  const said: Said[] = [
    ...incoming.map((row) => ({
      id: row.id,
      from: 'relative' as const,
      at: row.receivedAt,
      text: openText(rt, 'replies.text', row.id, row.textSealed),
      status: row.status,
      masked: row.masked === 1,
    })),
    ...outgoing.map((row) => ({
      id: row.id,
      from: 'us' as const,
      at: row.sentAt ?? row.dueAt,
      text: openText(rt, 'messages.text', row.id, row.textSealed),
      status: row.status,
      masked: false,
      ...(row.createdBy ? { createdBy: row.createdBy } : {}),
    })),
  ];
  return said.sort((a, b) => a.at - b.at).slice(-SHOWN);
}

/** A reply with the conversation of its number, who reads that phone, and the questions open with them; the look is in the ledger. Throws `not-found`. */
export async function showConversation(rt: Runtime, staff: Staff, replyId: string) {
  await requireSight(rt, staff, 'look', 'reply', replyId);
  const reply = await findReply(rt.db, replyId);
  const number = reply && (await findNumber(rt.db, reply.numberId));
  if (!reply || !number) throw new AppError('not-found');
  const rows = await listRelativesOfNumber(rt.db, number.id, 20, sightOf(staff));
  const people = rows.map((row) => toLine(rt, row));
  for (const person of people)
    await recordLedger(rt, {
      kind: 'relative.viewed',
      actor: staff.id,
      relativeId: person.id,
      subject: replyId,
      purpose: 'reply',
    });
  const [said, questions] = await Promise.all([listSaid(rt, number.id), listQuestions(rt, people)]);
  return {
    id: reply.id,
    status: reply.status,
    receivedAt: reply.receivedAt,
    waitedMs: Math.max(0, (reply.settledAt ?? rt.now()) - reply.receivedAt),
    number: openNumber(rt, number),
    stopped: number.stoppedAt !== null,
    wrong: number.wrongAt !== null,
    people,
    said,
    questions,
  };
}

export type Conversation = Awaited<ReturnType<typeof showConversation>>;
