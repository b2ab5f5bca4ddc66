// What the service tests stand on: a house with people in it, flows made by hand, SMS that come in, rows that can be looked at.
import type { InValue } from '@libsql/client';
import type { Gateway, OutgoingSms, Posted } from '../../src/gateways/gateway.ts';
import type { Flow, Step } from '../../src/journey/flow/flow.ts';
import { beat } from '../../src/services/beat.ts';
import { publishFlow } from '../../src/services/journeys/publish-flow.ts';
import { startJourney } from '../../src/services/journeys/start-journey.ts';
import { receiveSms } from '../../src/services/replies/receive-sms.ts';
import type { Runtime } from '../../src/services/runtime.ts';
import { openText } from '../../src/store/messages/messages.ts';
import { numberId } from '../../src/store/people/numbers.ts';
import { makeFlow } from '../journey/engine/make-flow.ts';
import { type RelativeOptions, seedOrganisation, seedRelative } from '../support/house.ts';
import { makeRuntime, type TestOptions, type TestRuntime } from '../support/runtime.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The number a relative has when the test names none. */
export const PHONE = '+4520000011';

export type House = TestRuntime & AsyncDisposable;

/** A runtime with an organisation; bells are only written down, so work is done when the test says `beat`. */
export async function makeHouse(options: TestOptions = {}): Promise<House> {
  const rt = await makeRuntime(options);
  await seedOrganisation(rt);
  return rt;
}

export const rows = async (
  rt: Runtime,
  sql: string,
  args: InValue[] = [],
): Promise<Record<string, unknown>[]> =>
  (await rt.db.client.execute({ sql, args })).rows.map((row) => ({ ...row }));

export const run = (rt: Runtime, sql: string, args: InValue[] = []) => rt.db.client.execute({ sql, args });

/** Registers a relative and enrols into a flow of these steps. */
export async function enrol(
  rt: Runtime,
  steps: Step[],
  more: {
    relative?: RelativeOptions;
    relativeId?: string;
    flow?: Partial<Flow>;
    anchors?: Record<string, string>;
  } = {},
): Promise<{ journeyId: string; relativeId: string }> {
  const flow = makeFlow(steps, { anchors: {}, ...more.flow });
  await publishFlow(rt, flow);
  const relativeId = more.relativeId ?? (await seedRelative(rt, more.relative));
  const { journeyId } = await startJourney(rt, {
    flow: flow.name,
    relativeId,
    anchors: more.anchors ?? {},
    by: 'staff-1',
  });
  return { journeyId, relativeId };
}

let sms = 0;

/** An SMS from a phone arrives, a moment after what came before it, and is handled. */
export async function hear(
  rt: TestRuntime,
  text: string,
  from: string = PHONE,
  providerId = `in-${++sms}`,
): Promise<void> {
  rt.forward(1);
  await receiveSms(rt, { providerId, from, to: '+4520009999', text });
  await beat(rt);
}

/** Key, status and purpose of every message, oldest first. */
export async function sent(rt: Runtime): Promise<string[]> {
  const all = await rows(rt, 'SELECT text_key, status FROM messages ORDER BY rowid');
  return all.map((m) => `${m.text_key} ${m.status}`);
}

/** The text of a message in clear. */
export async function textOf(rt: Runtime, key: string): Promise<string> {
  const [row] = await rows(rt, 'SELECT id, text_sealed FROM messages WHERE text_key = ?', [key]);
  if (!row) throw new Error(`no message ${key}`);
  return openText(rt.db.keys, { id: String(row.id), textSealed: String(row.text_sealed) });
}

/** Kind (and ! where urgent) of every alert, in order of kind. */
export async function alerts(rt: Runtime): Promise<string[]> {
  const all = await rows(rt, 'SELECT kind, urgent FROM alerts ORDER BY kind, id');
  return all.map((a) => `${a.kind}${a.urgent === 1 ? '!' : ''}`);
}

/** Status and meaning of every reply, oldest first. */
export async function replies(rt: Runtime): Promise<string[]> {
  const all = await rows(rt, 'SELECT status, meaning FROM replies ORDER BY received_at, rowid');
  return all.map((r) => `${r.status} ${r.meaning}`);
}

export async function numberOf(rt: Runtime, phone: string = PHONE): Promise<Record<string, unknown>> {
  const [row] = await rows(rt, 'SELECT * FROM numbers WHERE id = ?', [numberId(rt.db.keys, phone)]);
  if (!row) throw new Error('no such number');
  return row;
}

export async function stateOf(rt: Runtime, journeyId: string): Promise<Record<string, unknown>> {
  const [row] = await rows(rt, 'SELECT state FROM journeys WHERE id = ?', [journeyId]);
  return JSON.parse(String(row?.state)) as Record<string, unknown>;
}

/** A gateway that answers as told, and remembers what it was handed. */
export function scriptedGateway(
  answer: (sms: OutgoingSms, nth: number) => Posted | Promise<Posted>,
  more: Partial<Gateway> = {},
): Gateway & { posted: OutgoingSms[] } {
  const posted: OutgoingSms[] = [];
  return {
    name: 'scripted',
    requestTimeoutMs: 1_000,
    post: async (message) => answer(message, posted.push(message)),
    find: async () => ({ outcome: 'absent' }),
    list: async () => true,
    forget: async () => true,
    close: async () => undefined,
    ...more,
    posted,
  };
}

export const accepted = (nth: number): Posted => ({ outcome: 'accepted', providerId: `P-${nth}` });
