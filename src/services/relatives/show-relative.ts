import type { LedgerRow } from '../../store/ledger.ts';
import { listMessagesOfRelative, type ShownMessage } from '../../store/messages/conversations.ts';
import { numberSeen } from '../../store/people/number-changes.ts';
import { findPin } from '../../store/people/pins.ts';
import {
  findRelativeDetails,
  listConsents,
  listJourneysOfRelative,
  listRelativesOfCircle,
} from '../../store/people/relative-details.ts';
import { listShieldStaff } from '../../store/people/shields.ts';
import { AppError } from '../app-error.ts';
import { getFlow } from '../journeys/load-flow.ts';
import { recordLedger } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff, sightOf } from '../staff/staff.ts';
import { openName, openNumber, openStaffNames, openText } from './open-names.ts';
import { listSources } from './staff-choices.ts';

/** What somebody chooses who opens a record by its address alone. */
export const REASONS = ['called', 'prepare', 'follow-up', 'asked', 'correct', 'other'] as const;

/** From which task a record was opened; it stands in the ledger as the purpose of the look. */
export const PURPOSES = [
  'list',
  'search',
  'reply',
  'alert',
  'task',
  'journey',
  'circle',
  'new',
  'overview',
  'enrol',
  'contact',
  'appointment',
  'event',
  'direct',
  ...REASONS,
] as const;

/** `api` is the purpose of every look through the API; no page can name it. */
export type Purpose = (typeof PURPOSES)[number] | 'api';

/** A message as the desk shows it: `{link}` stands where the secure address goes. */
export type MessageLine = Omit<ShownMessage, 'textSealed'> & { text: string };

export const toMessageLine = (rt: Runtime, row: ShownMessage): MessageLine => {
  const { textSealed, ...rest } = row;
  return { ...rest, text: openText(rt, 'messages.text', row.id, textSealed) };
};

/** What stands in the ledger of a consent. */
type ConsentBody = {
  /** The day it was given (ISO), where that is another than the day it was noted. */
  on?: string;
  wording?: string;
  version?: string;
  language?: string;
  how?: string;
};

const toConsent = (row: Pick<LedgerRow, 'at' | 'kind' | 'body'> & { purpose: string | null }) => ({
  at: row.at,
  given: row.kind === 'consent.given',
  purpose: row.purpose,
  ...(JSON.parse(row.body) as ConsentBody),
});

async function listShownJourneys(rt: Runtime, relativeId: string) {
  const rows = await listJourneysOfRelative(rt.db, relativeId, 50);
  return Promise.all(rows.map(async (row) => ({ ...row, title: (await getFlow(rt, row.flowId)).title })));
}

async function showPin(rt: Runtime, relativeId: string) {
  const pin = await findPin(rt.db, relativeId);
  const codeEndsAt =
    pin?.codeHash && pin.codeEndsAt && pin.codeEndsAt > rt.clock() ? pin.codeEndsAt : undefined;
  return { has: Boolean(pin?.pinHash), locked: Boolean(pin?.lockedAt), codeEndsAt };
}

type Details = NonNullable<Awaited<ReturnType<typeof findRelativeDetails>>>;

/** The record itself, its sealed texts opened. */
function openRecord(rt: Runtime, { relative }: Details) {
  const open = (column: string, sealed: string | null): string | undefined =>
    sealed === null ? undefined : openText(rt, `relatives.${column}`, relative.id, sealed);
  const { hoursFrom: from, hoursTo: to } = relative;
  return {
    id: relative.id,
    name: open('name', relative.nameSealed) ?? '',
    tiltale: open('tiltale', relative.tiltaleSealed) ?? '',
    guardian: open('guardian', relative.guardianSealed),
    note: open('note', relative.noteSealed),
    relation: relative.relation,
    area: relative.area,
    language: relative.language,
    ageBand: relative.ageBand,
    channel: relative.channel,
    minor: relative.minor === 1,
    gender: relative.gender,
    onlyCall: relative.onlyCall === 1,
    hours: from === null || to === null ? undefined : { from, to },
    quietUntil: relative.quietUntil ?? undefined,
    createdAt: relative.createdAt,
  };
}

/** Who of us has the contact and sees the record, and how they found us. */
async function openOurs(rt: Runtime, { relative }: Details) {
  const [sources, named] = await Promise.all([
    listSources(rt),
    relative.shielded === 1 ? listShieldStaff(rt.db, relative.id) : [],
  ]);
  const names = await openStaffNames(rt, [relative.advisorId, ...named]);
  const source = sources.find(({ id }) => id === relative.foundBy);
  return {
    foundBy: source?.title ?? relative.foundBy ?? undefined,
    shielded: relative.shielded === 1 ? named.map((id) => names.get(id) ?? '') : undefined,
    advisor: relative.advisorId ? names.get(relative.advisorId) : undefined,
  };
}

/** Everything the desk shows of one relative; the look is in the ledger before anything is opened. Throws `not-found`. */
export async function showRelative(rt: Runtime, staff: Staff, id: string, purpose: Purpose) {
  await requireSight(rt, staff, 'look', 'relative', id);
  const details = await findRelativeDetails(rt.db, id);
  if (!details) throw new AppError('not-found');
  await recordLedger(rt, { kind: 'relative.viewed', actor: staff.id, relativeId: id, purpose });
  const { circle, number, unitName } = details;
  const [ours, journeys, messages, consents, others, pin] = await Promise.all([
    openOurs(rt, details),
    listShownJourneys(rt, id),
    listMessagesOfRelative(rt.db, id, 30),
    listConsents(rt.db, id, 50),
    listRelativesOfCircle(rt.db, circle.id, 30, sightOf(staff)),
    showPin(rt, id),
  ]);
  return {
    ...openRecord(rt, details),
    ...ours,
    circle: { ...circle, unitName },
    others: others
      .filter((other) => other.id !== id)
      .map((other) => ({
        id: other.id,
        relation: other.relation,
        name: openName(rt, other.id, other.nameSealed) ?? '',
      })),
    number: number && {
      text: openNumber(rt, number),
      landline: number.landline === 1,
      shared: number.shared === 1,
      stoppedAt: number.stoppedAt,
      wrongAt: number.wrongAt,
    },
    numberSeen: numberSeen(details.relative, number),
    pin,
    journeys,
    messages: messages.map((row) => toMessageLine(rt, row)),
    consents: consents.map(toConsent),
  };
}

export type RelativeView = Awaited<ReturnType<typeof showRelative>>;
