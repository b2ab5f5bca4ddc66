import { findNumber } from '../../store/people/numbers.ts';
import { listAwaitingJourneys } from '../../store/people/relative-details.ts';
import { findListedRelative, listRelativesOfNumber } from '../../store/people/relative-lists.ts';
import type { Party } from '../../store/talks/parties.ts';
import { listOthers } from '../../store/talks/presences.ts';
import { countSaid, findConversationRow, listWaitingIn, readThread } from '../../store/talks/thread.ts';
import { getFlow } from '../journeys/load-flow.ts';
import { findPinState, type PinState } from '../pages/try-pin.ts';
import { recordLedger } from '../record-ledger.ts';
import { type RelativeLine, toLine } from '../relatives/list-relatives.ts';
import { openNumber, openStaffNames } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { type Staff, sightOf } from '../staff/staff.ts';
import { requireConversation } from './find-conversation.ts';
import { isAsleep } from './list-conversations.ts';
import { openThread, type Said } from './said.ts';
import { findWay, type Way } from './ways.ts';
import { whenLeaves } from './when-leaves.ts';

export type { Said } from './said.ts';

/** How much of a conversation is shown. */
const SHOWN = 40;

/** Who wrote within so long writes now, ms of the real clock. */
const WRITES_MS = 20_000;

/** A question that is open with someone here, so that staff can give it the answer the reply means. */
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

/** The relative, or those in sight who are reached at the number. */
async function listPeople(rt: Runtime, staff: Staff, party: Party): Promise<RelativeLine[]> {
  if (party.relativeId) {
    const row = await findListedRelative(rt.db, party.relativeId);
    return row ? [toLine(rt, row)] : [];
  }
  const rows = await listRelativesOfNumber(rt.db, party.numberId ?? '', 20, sightOf(staff));
  return rows.map((row) => toLine(rt, row));
}

async function readNotes(rt: Runtime, party: Party, newestAt: number) {
  const row = await findConversationRow(rt.db, party.id);
  const names = await openStaffNames(rt, [row?.assignedTo]);
  return {
    assignedTo: row?.assignedTo ?? undefined,
    assignedName: row?.assignedTo ? (names.get(row.assignedTo) ?? '') : undefined,
    snoozedUntil: row && isAsleep(row, newestAt, rt.now()) ? (row.snoozedUntil ?? undefined) : undefined,
  };
}

async function listPresent(rt: Runtime, staff: Staff, party: Party) {
  const others = await listOthers(rt.db, party.id, staff.id, rt.clock());
  const names = await openStaffNames(
    rt,
    others.map(({ staffId }) => staffId),
  );
  return others.map(({ staffId, writing }) => ({
    name: names.get(staffId) ?? '',
    writes: writing > rt.clock() - WRITES_MS,
  }));
}

/** The last thing from the other side that was settled and nothing has waited since: it can be opened again. */
const lastSettled = (said: readonly Said[]): string | undefined => {
  const last = said.findLast(({ from }) => from === 'relative');
  return last && (last.status === 'closed' || last.status === 'answered') ? last.id : undefined;
};

/** A conversation as it stands, without the look in the ledger: for its live part. */
export async function readConversation(rt: Runtime, staff: Staff, party: Party) {
  const [seen, thread, waiting, others, people] = await Promise.all([
    countSaid(rt.db, party),
    readThread(rt.db, party, SHOWN),
    listWaitingIn(rt.db, party),
    listPresent(rt, staff, party),
    listPeople(rt, staff, party),
  ]);
  const said = openThread(rt, thread, SHOWN);
  const names = await openStaffNames(
    rt,
    said.map(({ createdBy }) => createdBy),
  );
  const lastSms = waiting.findLast(({ kind }) => kind === 'sms');
  return {
    id: party.id,
    party,
    /** How much had been said: whoever answers tells it, and learns when there was more. */
    seen,
    said: said.map((one) => ({ ...one, writer: one.createdBy ? names.get(one.createdBy) : undefined })),
    waiting: waiting.length,
    waitedMs: waiting[0] ? Math.max(0, rt.now() - waiting[0].at) : undefined,
    reply: lastSms?.id,
    mayReopen: waiting.length === 0 && lastSettled(said) !== undefined,
    others,
    people,
    questions: lastSms ? await listQuestions(rt, people) : [],
    ...(await readNotes(rt, party, waiting.at(-1)?.at ?? 0)),
  };
}

/** A conversation with who is behind it and how they are reached; the look is in the ledger. Throws `not-found`. */
export async function openConversation(rt: Runtime, staff: Staff, id: string) {
  const party = await requireConversation(rt, staff, 'look', id);
  const number = party.numberId ? await findNumber(rt.db, party.numberId) : undefined;
  const read = await readConversation(rt, staff, party);
  for (const person of read.people)
    await recordLedger(rt, {
      kind: 'relative.viewed',
      actor: staff.id,
      relativeId: person.id,
      subject: party.id,
      purpose: 'reply',
    });
  const way: Way = await findWay(rt, party);
  const pin: PinState | undefined = party.relativeId ? await findPinState(rt, party.relativeId) : undefined;
  return {
    ...read,
    number: number && openNumber(rt, number),
    way,
    /** When an SMS written now leaves. */
    ...(way === 'sms' ? { leaves: (await whenLeaves(rt, party)).leaves } : {}),
    pin,
    /** What a form of this page is sent under: pressed twice, it is done once. */
    form: rt.newId(),
  };
}

export type LiveConversation = Awaited<ReturnType<typeof readConversation>>;
export type OpenConversation = Awaited<ReturnType<typeof openConversation>>;
