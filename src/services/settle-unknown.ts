// A message whose outcome is unknown is asked for, never sent blindly again (promise 2).
import type { Found } from '../gateways/gateway.ts';
import { alertRow, raiseAlerts } from '../store/alerts.ts';
import { listUnknown, type UnknownMessage } from '../store/messages.ts';
import { type Finding, recordFindings } from '../store/outcomes.ts';
import { openSms } from './post-message.ts';
import type { Runtime } from './runtime.ts';

const PAGE = 50;
/** Before its intent the provider cannot have it; clocks may differ by this much. */
const CLOCKS_DIFFER_MS = 2 * 60_000;

/** Asks the gateway about every message whose search is due. Gives how many were settled. */
export async function settleUnknown(rt: Runtime): Promise<number> {
  const unknown = await listUnknown(rt.db, rt.now(), rt.config.unknownGraceMs, PAGE);
  let settled = 0;
  for (const message of unknown) if (await settleOne(rt, message)) settled += 1;
  return settled;
}

async function settleOne(rt: Runtime, message: UnknownMessage): Promise<boolean> {
  const { id, numberId, numberSealed, textSealed } = message;
  const linkSealed = message.linkSealed ?? undefined;
  const sms = openSms(rt, message.sender === 'name' ? 'name' : 'number', {
    id,
    numberId: numberId ?? '',
    numberSealed,
    textSealed,
    linkSealed,
  });
  const intentAt = message.intentAt ?? message.createdAt;
  const found = await rt.gateway.find(sms, {
    from: intentAt - CLOCKS_DIFFER_MS,
    to: rt.now() + CLOCKS_DIFFER_MS,
  });
  const finding = findingOf(rt, message, found);
  if (!finding) return false;
  const base = { id, searches: message.searches, at: rt.now() };
  const recorded = await rt.db.lane.put(recordFindings, { ...base, ...finding });
  if (recorded && finding.status === 'failed') await askAPerson(rt, message);
  if (recorded && finding.status === 'due')
    rt.bell.ring({ job: 'dispatch-sender', sender: message.sender === 'name' ? 'name' : 'number' });
  return recorded && finding.status !== 'unknown';
}

/** Found is sent; absent twice is sent once more, and after that a person decides; doubt is for a person at once. */
function findingOf(
  rt: Runtime,
  message: UnknownMessage,
  found: Found,
): Omit<Finding, 'id' | 'searches' | 'at'> | undefined {
  if (found.outcome === 'unavailable') return undefined;
  if (found.outcome === 'found') return { status: 'sent', providerId: found.providerId };
  if (found.outcome === 'doubtful') return { status: 'failed', reason: 'doubtful' };
  if (message.searches < 1) return { status: 'unknown', reason: 'no-answer' };
  if (message.attempts > 1) return { status: 'failed', reason: 'doubtful' };
  return { status: 'due', dueAt: rt.now(), reason: 'sent-again' };
}

async function askAPerson(rt: Runtime, message: UnknownMessage): Promise<void> {
  await rt.db.lane.put(
    raiseAlerts,
    alertRow(rt.db.keys, {
      id: `unknown.${message.id}`,
      kind: 'delivery',
      audience: 'advisor',
      text: 'doubtful',
      relativeId: message.relativeId,
      journeyId: message.journeyId,
      messageId: message.id,
      raisedAt: rt.now(),
    }),
  );
}
