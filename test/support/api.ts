// A program that uses the API: a key of its own, and an Idempotency-Key for each thing it asks for.
import { makeKey } from '../../src/services/api-keys/make-key.ts';
import { SCOPES } from '../../src/services/api-keys/scopes.ts';
import type { Runtime } from '../../src/services/runtime.ts';
import type { Role, Staff } from '../../src/services/staff/staff.ts';
import { createApp } from '../../src/web/app.ts';
import type { Answering } from './browser.ts';

export const administrator: Staff = { id: 'demo-administrator', role: 'administrator', units: 'all' };

export type ApiAnswer = { status: number; headers: Headers; text: string; json: Record<string, unknown> };

export type Program = {
  key: string;
  keyId: string;
  get(path: string, headers?: Record<string, string>): Promise<ApiAnswer>;
  /** Posts JSON under an Idempotency-Key of its own, unless `once` names one. */
  post(path: string, body?: unknown, once?: string, headers?: Record<string, string>): Promise<ApiAnswer>;
};

export type KeyOrder = { role?: Role; units?: 'all' | string[]; scopes?: readonly string[]; endsOn?: string };

/** Makes a key as an administrator does. */
export const addKey = (rt: Runtime, order: KeyOrder = {}) =>
  makeKey(rt, administrator, {
    title: 'Fagsystem',
    role: order.role ?? 'advisor',
    units: order.units ?? 'all',
    scopes: order.scopes ?? SCOPES,
    endsOn: order.endsOn ?? new Date(rt.clock() + 90 * 24 * 60 * 60_000).toISOString().slice(0, 10),
  });

/** A program with a key: an advisor of every unit with every scope unless the order says otherwise. */
export async function openProgram(rt: Runtime, order: KeyOrder & { app?: Answering } = {}): Promise<Program> {
  const { id, key } = await addKey(rt, order);
  const app = order.app ?? createApp(rt);
  let nth = 0;
  const send = async (path: string, init: RequestInit): Promise<ApiAnswer> => {
    const url = `https://limen.test/api/v1${path}`;
    const headers = { authorization: `Bearer ${key}`, ...(init.headers as Record<string, string>) };
    const answer = await app.request(url, { ...init, headers });
    const text = await answer.text();
    const json = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
    return { status: answer.status, headers: answer.headers, text, json };
  };
  return {
    key,
    keyId: id,
    get: (path, headers = {}) => send(path, { headers }),
    post(path, body, once, headers = {}) {
      nth += 1;
      const own = { 'idempotency-key': once ?? `request-${nth}`, 'content-type': 'application/json' };
      return send(path, {
        method: 'POST',
        headers: { ...own, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body ?? {}),
      });
    },
  };
}

/** A relative of the unit `unit-1` as the API takes it. */
export const newRelative = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  name: 'Pårørende 1',
  tiltale: 'Pårørende',
  number: '+45 20 00 00 31',
  relation: 'søskende',
  area: 'demens',
  unit: 'unit-1',
  ...change,
});
