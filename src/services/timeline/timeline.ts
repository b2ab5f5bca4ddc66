// One relative's timeline: every table read from the same place on, merged, newest first.
import type { Fact } from '../../journey/engine/facts.ts';
import type { Flow } from '../../journey/flow/flow.ts';
import type { Db } from '../../store/open.ts';
import { type EventSlice, sliceEvents } from '../../store/timeline/attended.ts';
import {
  type AlertSlice,
  type AppointmentSlice,
  type ContactSlice,
  type LedgerSlice,
  type LookSlice,
  listFactsOf,
  type ReferralSlice,
  sliceAlerts,
  sliceAppointments,
  sliceChanges,
  sliceConsents,
  sliceContacts,
  sliceLooks,
  sliceReferrals,
  sliceTurns,
  type TurnSlice,
} from '../../store/timeline/happened.ts';
import type { Place, Slice } from '../../store/timeline/places.ts';
import {
  type PageSlice,
  type ReplySlice,
  sliceMessages,
  slicePageMessages,
  sliceReplies,
} from '../../store/timeline/written.ts';
import { getFlow } from '../journeys/load-flow.ts';
import { openText } from '../relatives/open-names.ts';
import { type MessageLine, toMessageLine } from '../relatives/show-relative.ts';
import type { Runtime } from '../runtime.ts';

export const KINDS = [
  'message',
  'reply',
  'page',
  'journey',
  'appointment',
  'event',
  'contact',
  'consent',
  'referral',
  'alert',
  'change',
] as const;
export type Kind = (typeof KINDS)[number];

/** What a timeline can be read of: looks are shown to the relative who asks for access, and on no page. */
export type Readable = Kind | 'look';

type Written<T> = Omit<T, 'textSealed' | 'noteSealed' | 'key' | 'at'>;

/** One thing that happened, with what is told of it; sealed texts are opened. */
export type Told =
  | { kind: 'message'; message: MessageLine }
  | { kind: 'reply'; reply: Written<ReplySlice> & { text: string } }
  | { kind: 'page'; page: Written<PageSlice> & { text: string } }
  | { kind: 'journey'; journeyId: string; flow: Flow; facts: Fact[] }
  | { kind: 'appointment'; appointment: Written<AppointmentSlice> }
  | { kind: 'event'; event: Written<EventSlice> }
  | { kind: 'contact'; contact: Written<Omit<ContactSlice, 'themes'>> & { themes: string[]; note: string } }
  | { kind: 'consent' | 'change'; entry: Omit<LedgerSlice, 'body'> & { body: Record<string, unknown> } }
  | { kind: 'referral'; referral: Written<ReferralSlice> }
  | { kind: 'alert'; alert: Written<AlertSlice> & { text: string } }
  | { kind: 'look'; look: Pick<LookSlice, 'purpose'> };

export type Entry = Place & Told;

type Source = (rt: Runtime, slice: Slice) => Promise<Entry[]>;

const read =
  <R extends Place>(
    load: (db: Db, slice: Slice) => Promise<R[]>,
    toTold: (rt: Runtime, row: R) => Told,
  ): Source =>
  async (rt, slice) =>
    (await load(rt.db, slice)).map((row) => ({ at: row.at, key: row.key, ...toTold(rt, row) }));

const toEntry = (row: LedgerSlice) => ({ ...row, body: JSON.parse(row.body) as Record<string, unknown> });

async function readTurns(rt: Runtime, slice: Slice): Promise<Entry[]> {
  const turns = await sliceTurns(rt.db, slice);
  const facts = await listFactsOf(rt.db, turns);
  return Promise.all(
    turns.map(async ({ key, at, journeyId, flowId }: TurnSlice): Promise<Entry> => {
      const flow = await getFlow(rt, flowId);
      return { key, at, kind: 'journey', journeyId, flow, facts: facts.get(key) ?? [] };
    }),
  );
}

const SOURCES: Record<Readable, Source> = {
  message: async (rt, slice) =>
    (await sliceMessages(rt.db, slice)).map(({ key, ...row }) => ({
      key,
      at: row.createdAt,
      kind: 'message',
      message: toMessageLine(rt, row),
    })),
  reply: read(sliceReplies, (rt, { textSealed, ...row }) => ({
    kind: 'reply',
    reply: { ...row, text: openText(rt, 'replies.text', row.id, textSealed) },
  })),
  page: read(slicePageMessages, (rt, { textSealed, ...row }) => ({
    kind: 'page',
    page: { ...row, text: openText(rt, 'page_messages.text', row.id, textSealed) },
  })),
  journey: readTurns,
  appointment: read(sliceAppointments, (_, row) => ({ kind: 'appointment', appointment: row })),
  event: read(sliceEvents, (_, row) => ({ kind: 'event', event: row })),
  contact: read(sliceContacts, (rt, { noteSealed, themes, ...row }) => ({
    kind: 'contact',
    contact: {
      ...row,
      themes: JSON.parse(themes) as string[],
      note: noteSealed === null ? '' : openText(rt, 'contacts.note', row.id, noteSealed),
    },
  })),
  consent: read(sliceConsents, (_, row) => ({ kind: 'consent', entry: toEntry(row) })),
  referral: read(sliceReferrals, (_, row) => ({ kind: 'referral', referral: row })),
  alert: read(sliceAlerts, (rt, { textSealed, ...row }) => ({
    kind: 'alert',
    alert: { ...row, text: openText(rt, 'alerts.text', row.id, textSealed) },
  })),
  change: read(sliceChanges, (_, row) => ({ kind: 'change', entry: toEntry(row) })),
  look: read(sliceLooks, (_, { purpose }) => ({ kind: 'look', look: { purpose } })),
};

const newestFirst = (a: Place, b: Place): number => b.at - a.at || (a.key < b.key ? 1 : -1);

/** The entries of these kinds after a place, newest first, at most `limit`; the place of the last leads on. */
export async function readTimeline(rt: Runtime, kinds: readonly Readable[], slice: Slice): Promise<Entry[]> {
  const parts = await Promise.all(kinds.map((kind) => SOURCES[kind](rt, slice)));
  return parts.flat().sort(newestFirst).slice(0, slice.limit);
}

/** Everyone who is named in an entry. */
export function actorsOf(entry: Entry): (string | null | undefined)[] {
  switch (entry.kind) {
    case 'message':
      return [entry.message.createdBy];
    case 'reply':
      return [entry.reply.settledBy];
    case 'page':
      return [entry.page.by, entry.page.settledBy];
    case 'journey':
      return entry.facts.map((fact) => ('by' in fact ? fact.by : undefined));
    case 'appointment':
      return [entry.appointment.advisorId];
    case 'contact':
      return [entry.contact.advisorId];
    case 'referral':
      return [entry.referral.by];
    case 'alert':
      return [entry.alert.doneBy];
    case 'event':
    case 'look':
      return [];
    default:
      return [entry.entry.actor];
  }
}
