// The two senders: what each has to do, the name one of them is called by, and the hand that stops and starts them.
import { dayStart } from '../../journey/time/open-days.ts';
import { alertRow } from '../../store/messages/alerts.ts';
import { countSender, findStopped, startSenders, stopSenders } from '../../store/messages/senders.ts';
import { listWordings } from '../../store/organisation.ts';
import { AppError } from '../app-error.ts';
import { SENDER_NAME } from '../organisation.ts';
import { ledgerRow } from '../record-ledger.ts';
import { openStaffNames } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import type { SenderName } from '../sending/dispatch-sender.ts';
import { requireRight, type Staff } from '../staff/staff.ts';
import { changeSettings } from './change-settings.ts';
import { showSettings } from './show-settings.ts';

export const SENDERS = ['name', 'number'] as const satisfies readonly SenderName[];

/** Further than this nothing is counted. */
export const MOST_SENDER_COUNTED = 10_000;

const VERSIONS_SHOWN = 20;
/** Where the names the sender was given stand among the wordings. */
export const VERSIONED_NAME = { kind: 'sender', key: 'name', language: 'da' } as const;

/** Both senders for administrators; counts stop at `MOST_SENDER_COUNTED`. */
export async function showSenders(rt: Runtime, staff: Staff) {
  const { organisation, seen } = await showSettings(rt, staff);
  const stopped = await findStopped(rt.db);
  const names = await openStaffNames(
    rt,
    [...stopped.values()].map(({ by }) => by),
  );
  const now = rt.now();
  const bounds = { now, since: dayStart(now), most: MOST_SENDER_COUNTED };
  const byDefault = { name: rt.gateway.senders?.name ?? '', number: rt.gateway.senders?.number ?? '' };
  const senders = await Promise.all(
    SENDERS.map(async (sender) => {
      const stop = stopped.get(sender);
      return {
        sender,
        address: sender === 'name' ? (organisation.senderName ?? byDefault.name) : byDefault.number,
        counts: await countSender(rt.db, { sender, ...bounds }),
        stopped: stop && { at: stop.at, by: names.get(stop.by) ?? stop.by },
      };
    }),
  );
  return {
    seen,
    senders,
    own: organisation.senderName,
    byDefault,
    segmentsPerSecond: rt.config.segmentsPerSecond,
    concurrency: rt.config.concurrency,
  };
}

export type SendersView = Awaited<ReturnType<typeof showSenders>>;
export type SenderView = SendersView['senders'][number];

/** The names the sender was given, the newest first. */
export async function listSenderNames(rt: Runtime, staff: Staff) {
  requireRight(staff, 'administer');
  const { kind, key, language } = VERSIONED_NAME;
  const rows = await listWordings(rt.db, kind, key, language, VERSIONS_SHOWN);
  const names = await openStaffNames(
    rt,
    rows.map(({ by }) => by),
  );
  return rows.map(({ version, text, at, by }) => ({ version, text, at, by: names.get(by) ?? by }));
}

/**
 * Changes the name messages with a link are sent from, from the next one claimed on; an empty one is the start setting's again.
 * Throws `forbidden`, `sender-name`, `changed-meanwhile`.
 */
export async function renameSender(
  rt: Runtime,
  staff: Staff,
  { seen, name }: { seen: number; name: string },
): Promise<void> {
  requireRight(staff, 'administer');
  const typed = name.trim();
  if (typed !== '' && !SENDER_NAME.test(typed)) throw new AppError('sender-name', 'name');
  const [last] = await listSenderNames(rt, staff);
  const text = typed === '' ? (rt.gateway.senders?.name ?? '') : typed;
  await changeSettings(rt, staff, {
    seen,
    change: { senderName: typed === '' ? null : typed },
    wordings: [{ ...VERSIONED_NAME, version: (last?.version ?? 0) + 1, text }],
  });
}

/** Which senders a word from an address stands for. Throws `not-found`. */
export function sendersOf(which: string): readonly SenderName[] {
  if (which === 'alle') return SENDERS;
  const found = SENDERS.filter((sender) => sender === which);
  if (found.length === 0) throw new AppError('not-found');
  return found;
}

const TITLES = { name: 'Afsenderen med navn', number: 'Afsenderen med nummer' } as const;

/** Stops senders: nothing of them is claimed from the commit on, answers included. Throws `forbidden`, `not-found`, `already-done`. */
export async function stopSender(rt: Runtime, staff: Staff, which: string): Promise<void> {
  requireRight(staff, 'administer');
  const at = rt.clock();
  const done = await Promise.all(
    sendersOf(which).map((sender) => {
      const alert = alertRow(rt.db.keys, {
        id: `sender-stopped.${sender}.${at}`,
        kind: 'sender-stopped',
        audience: 'administrator',
        urgent: 1,
        step: sender,
        text: TITLES[sender],
        raisedAt: rt.now(),
      });
      const entry = ledgerRow(rt, { kind: 'sender.stopped', actor: staff.id, subject: sender });
      return rt.db.lane.put(stopSenders, { name: sender, at, by: staff.id, alert, ledger: [entry] });
    }),
  );
  if (!done.some(Boolean)) throw new AppError('already-done');
}

/** Lets senders go on: what waited leaves in its order, and the alert is closed. Throws `forbidden`, `not-found`, `already-done`. */
export async function startSender(rt: Runtime, staff: Staff, which: string): Promise<void> {
  requireRight(staff, 'administer');
  const senders = sendersOf(which);
  const done = await Promise.all(
    senders.map((sender) => {
      const entry = ledgerRow(rt, { kind: 'sender.started', actor: staff.id, subject: sender });
      return rt.db.lane.put(startSenders, { name: sender, at: rt.now(), by: staff.id, ledger: [entry] });
    }),
  );
  if (!done.some(Boolean)) throw new AppError('already-done');
  for (const sender of senders) rt.bell.ring({ job: 'dispatch-sender', sender });
}
