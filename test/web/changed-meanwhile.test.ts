// Two who change the same thing at once: the second is told, at the desk and by the API, and nothing is written over.
import { describe, expect, test } from 'vitest';
import { keepSavedAnswer } from '../../src/services/inbox/saved-answers.ts';
import { addOffer } from '../../src/services/offers/write-offer.ts';
import { addSource } from '../../src/services/referrals/keep-source.ts';
import type { Role, Staff } from '../../src/services/staff/staff.ts';
import { openProgram } from '../support/api.ts';
import { addRelative, type DeskRuntime, makeDesk, openDesk, rowsOf } from '../support/desk.ts';

const coordinator: Staff = { id: 'demo-coordinator', role: 'coordinator', units: 'all' };
const offer = { text: 'En gruppe.', target: 'Pårørende', area: 'demens', contact: 'Ring' };

type Noun = {
  role: Role;
  make(rt: DeskRuntime): Promise<string>;
  /** Where its form is, what is sent with a name, and the field of the hidden state. */
  page: (id: string) => string;
  fields: (name: string) => Record<string, string>;
  api: (id: string) => string;
  body: (name: string) => Record<string, unknown>;
  /** Where the API tells the state, when it is not where it is changed. */
  read?: (id: string) => string;
  names: string;
};

const nouns: Record<string, Noun> = {
  user: {
    role: 'administrator',
    make: async () => 'demo-reader',
    page: (id) => `/desk/brugere/${id}`,
    fields: (name) => ({ name, role: 'reader', units: 'unit-1' }),
    api: (id) => `/staff/${id}`,
    body: (name) => ({ name, role: 'reader', units: ['unit-1'] }),
    names: "select 1 from ledger where kind = 'staff.changed'",
  },
  unit: {
    role: 'administrator',
    make: async () => 'unit-1',
    page: (id) => `/desk/enheder/${id}`,
    fields: (name) => ({ name, area: 'demens', parentId: '' }),
    api: (id) => `/units/${id}`,
    body: (name) => ({ name, area: 'demens' }),
    names: "select 1 from ledger where kind = 'unit.changed'",
  },
  source: {
    role: 'coordinator',
    make: async (rt) => (await addSource(rt, coordinator, { title: 'Navn 0', unit: 'unit-1' })).id,
    page: (id) => `/desk/kilder/${id}`,
    fields: (title) => ({ title }),
    api: (id) => `/sources/${id}`,
    body: (title) => ({ title }),
    names: "select 1 from ledger where kind = 'source.renamed'",
  },
  'saved answer': {
    role: 'coordinator',
    make: (rt) => keepSavedAnswer(rt, coordinator, { title: 'Navn 0', text: 'Hej', language: 'da' }),
    page: (id) => `/desk/indbakke/svar/${id}`,
    fields: (titel) => ({ titel, tekst: 'Hej', sprog: 'da' }),
    api: (id) => `/saved-answers/${id}`,
    body: (title) => ({ title, text: 'Hej' }),
    names: "select 1 from ledger where kind = 'saved-answer.changed'",
  },
  offer: {
    role: 'coordinator',
    make: async (rt) =>
      (
        await addOffer(rt, coordinator, {
          ...{ ...offer, title: 'Navn 0' },
          ...{ url: '', inside: '', validUntil: '' },
        })
      ).id,
    page: (id) => `/desk/vejviser/${id}/ret`,
    fields: (title) => ({ ...offer, title }),
    api: (id) => `/offers/${id}`,
    body: (title) => ({ ...offer, title, inside: false }),
    names: "select 1 from ledger where kind = 'offer.changed'",
  },
};

const seenIn = (html: string): string => /name="seen" value="(\d+)"/.exec(html)?.[1] ?? 'none';

describe.each(Object.entries(nouns))('a %s that two change at once', (_, noun) => {
  test('keeps the first at the desk; the second sees what stands there now, and may change that', async () => {
    await using rt = await makeDesk();
    const id = await noun.make(rt);
    const desk = await openDesk(rt, noun.role);
    const page = noun.page(id);
    const seen = seenIn((await desk.get(page)).text);
    const first = await desk.post(page, { ...noun.fields('Navn 1'), seen });
    const second = await desk.post(page, { ...noun.fields('Navn 2'), seen });

    expect([seen, first.status, second.status]).toEqual([expect.stringMatching(/^\d+$/), 303, 422]);
    expect(second.text).toContain('En anden har ændret det imens.');
    expect(second.text).toContain('value="Navn 1"');
    expect(await rowsOf(rt, noun.names)).toHaveLength(1);
    const third = await desk.post(page, { ...noun.fields('Navn 2'), seen: seenIn(second.text) });
    expect(third.status).toBe(303);
    expect((await desk.post(page, noun.fields('Navn 3'))).status).toBe(422);
    expect((await desk.get(page)).text).toContain('value="Navn 2"');
  });

  test('is changed by one of five programs, and the others are told', async () => {
    await using rt = await makeDesk();
    const id = await noun.make(rt);
    const program = await openProgram(rt, { role: noun.role });
    const { seen } = (await program.get(noun.api(id))).json;
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => program.post(noun.api(id), { ...noun.body(`Navn ${n}`), seen })),
    );
    const told = answers.map(({ status, json }) => [status, json.code]);
    expect(told.filter(([status]) => status === 200)).toHaveLength(1);
    expect(told.filter(([, code]) => code === 'changed-meanwhile')).toHaveLength(4);
    expect(await rowsOf(rt, noun.names)).toHaveLength(1);
    expect((await program.post(noun.api(id), noun.body('Navn 6'))).json.errors).toMatchObject([
      { pointer: '#/seen', code: 'missing' },
    ]);
    const now = (await program.get(noun.api(id))).json;
    expect(Number(now.seen)).toBeGreaterThan(Number(seen));
  });
});

test('a number and a shield that were changed since are not written over by a program', async () => {
  await using rt = await makeDesk();
  const program = await openProgram(rt);
  const id = await addRelative(rt, { number: '20 00 00 21' });
  const { numberSeen: seen } = (await program.get(`/relatives/${id}`)).json;
  const change = (number: string) =>
    program.post(`/relatives/${id}/number`, { number, channel: 'sms', seen });
  expect((await change('20 00 00 22')).status).toBe(200);
  expect((await change('20 00 00 23')).json.code).toBe('changed-meanwhile');
  const shield = (staff: string[]) => program.post(`/relatives/${id}/shield`, { staff, seen: '0.' });
  expect((await shield(['demo-advisor'])).status).toBe(200);
  expect((await shield(['demo-coordinator'])).json.code).toBe('changed-meanwhile');
});
