// The desk for tests: staff of every role, a logged-in browser, relatives as the form makes them, replies that wait.

import type { RelativeForm } from '../../src/services/relatives/check-relative.ts';
import { createRelative } from '../../src/services/relatives/create-relative.ts';
import type { Role, Staff } from '../../src/services/staff/staff.ts';
import { storeReplies } from '../../src/store/messages/replies.ts';
import { newNumber } from '../../src/store/people/numbers.ts';
import { insertStaff } from '../../src/store/people/staff.ts';
import { seal } from '../../src/store/seal.ts';
import { createApp } from '../../src/web/app.ts';
import type { AppOptions } from '../../src/web/env.ts';
import { type Answer, openBrowser, type TestBrowser } from './browser.ts';
import { seedOrganisation } from './house.ts';
import { makeRuntime, type TestOptions, type TestRuntime } from './runtime.ts';

export const advisor: Staff = { id: 'demo-advisor', role: 'advisor', units: 'all' };
export const reader: Staff = { id: 'demo-reader', role: 'reader', units: 'all' };

export type DeskRuntime = TestRuntime & AsyncDisposable;

const config = { demo: true, passwordCost: 4 };

/** A desk on a copy of another's file: what takes long to make is made once, and each test asks of a copy. */
export const copyDesk = (from: TestRuntime): Promise<DeskRuntime> => makeRuntime({ from, seed: 2, config });

/** A runtime with an organisation, one unit and a member of staff for each role. */
export async function makeDesk(options: TestOptions = {}): Promise<DeskRuntime> {
  const rt = await makeRuntime({ ...options, config: { ...config, ...options.config } });
  await seedOrganisation(rt);
  for (const role of ['advisor', 'coordinator', 'administrator', 'reader'] as const) {
    const id = `demo-${role}`;
    await rt.db.lane.put(insertStaff, {
      id,
      nameSealed: seal(rt.db.keys, `staff.name:${id}`, `Demo ${role}`),
      role,
      demo: 1,
      allUnits: 1,
      createdAt: rt.now(),
    });
  }
  return rt;
}

/** The form of a relative that can be registered as it is. */
export const relativeForm = (change: Partial<RelativeForm> = {}): RelativeForm => ({
  name: 'Bror, 22',
  tiltale: 'Mads',
  number: '20 00 00 21',
  phone: 'auto',
  channel: 'sms',
  language: 'da',
  relation: 'søskende',
  area: 'socialpsykiatri',
  ageBand: '18-29',
  guardian: '',
  note: '',
  circle: '',
  unit: 'unit-1',
  shared: '',
  consent: '',
  ...change,
});

/** Registers a relative as an advisor does and gives the id. */
export const addRelative = async (rt: TestRuntime, change: Partial<RelativeForm> = {}): Promise<string> =>
  (await createRelative(rt, advisor, relativeForm(change))).id;

/** An SMS from a number that waits for a person. */
export async function addReply(
  rt: TestRuntime,
  order: { number?: string; text: string; masked?: boolean; relativeId?: string },
): Promise<string> {
  const id = rt.newId();
  const number = newNumber(rt.db.keys, order.number ?? '+4520000021', rt.now(), false);
  await rt.db.lane.put(storeReplies, {
    number,
    stop: false,
    reply: {
      id,
      providerId: `in-${id}`,
      numberId: number.id,
      relativeId: order.relativeId ?? null,
      textSealed: seal(rt.db.keys, `replies.text:${id}`, order.text),
      meaning: 'unclear',
      masked: order.masked ? 1 : 0,
      status: 'waiting',
      receivedAt: rt.now(),
    },
  });
  return id;
}

/** Logs in with one press and gives the browser, with the token of a page of one's own: the overview asks the database for much. */
export async function openDesk(
  rt: TestRuntime,
  role: Role = 'advisor',
  options: AppOptions = {},
): Promise<TestBrowser> {
  const browser = openBrowser(createApp(rt, options));
  await browser.get('/desk/login');
  const answer = await browser.post('/desk/login', { rolle: role });
  if (answer.location !== '/desk') throw new Error(`login answered ${answer.status}`);
  await browser.get('/desk/mig');
  return browser;
}

/** Writes in a conversation as its page is shown now: an SMS, or with `knap` another of its buttons. */
export async function writeIn(
  browser: TestBrowser,
  id: string,
  fields: { text: string; knap?: string },
): Promise<Answer> {
  const { text } = await browser.get(`/desk/indbakke/${id}`);
  const hidden = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
  return browser.post(`/desk/indbakke/${id}/skriv`, { form: hidden('form'), set: hidden('set'), ...fields });
}

/** All rows a statement gives. */
export const rowsOf = async (rt: TestRuntime, sql: string): Promise<Record<string, unknown>[]> =>
  (await rt.db.client.execute(sql)).rows.map((row) => ({ ...row }));
