import { expect, test } from 'vitest';
import { beat } from '../../src/services/beat.ts';
import { noteCircle } from '../../src/services/circles/note-circle.ts';
import { steerJourney } from '../../src/services/journeys/steer-journey.ts';
import { showRelative } from '../../src/services/relatives/show-relative.ts';
import type { Staff } from '../../src/services/staff/staff.ts';
import { exportTimeline, showTimeline, type Timeline } from '../../src/services/timeline/show-timeline.ts';
import { type Entry, KINDS } from '../../src/services/timeline/timeline.ts';
import { alertRow, raiseAlerts } from '../../src/store/messages/alerts.ts';
import { seal } from '../../src/store/seal.ts';
import { timelineCsv } from '../../src/web/desk/timeline/timeline-csv.ts';
import { tellEntry } from '../../src/web/telling/tell-entry.ts';
import { ask, say } from '../journey/engine/make-flow.ts';
import { advisor, reader } from '../support/desk.ts';
import { enrol, HOUR, type House, hear, makeHouse, rows, run } from './stand.ts';

/** A relative of whom there is one thing of every kind at least, each at an instant of its own. */
async function livedThrough(rt: House) {
  const { relativeId, journeyId } = await enrol(rt, [say('hej'), ask('kommer')]);
  await beat(rt);
  rt.forward(HOUR);
  await hear(rt, 'JA');
  rt.forward(HOUR);
  const { circle } = await showRelative(rt, advisor, relativeId, 'new');
  await noteCircle(rt, advisor, circle.id, { apart: true, consentCheckedOn: '' });
  const at = rt.now();
  const alert = { id: 'a1', kind: 'call', audience: 'advisor', relativeId, raisedAt: at + 1, text: 'Ring' };
  await rt.db.lane.put(raiseAlerts, alertRow(rt.db.keys, alert));
  await run(
    rt,
    `INSERT INTO page_messages (id, relative_id, from_staff, text_sealed, status, at)
    VALUES ('p1', ?, 0, ?, 'waiting', ?)`,
    [relativeId, seal(rt.db.keys, 'page_messages.text:p1', '=1+1'), at + 2],
  );
  await run(
    rt,
    `INSERT INTO appointments (id, starts_at, minutes, place, sms_place, advisor_id, state, created_at, created_by, changed_at)
    VALUES ('m1', ?, 45, 'telefon', '', 'staff-1', 'agreed', ?, 'staff-1', ?)`,
    [at + 3, at, at],
  );
  await run(rt, "INSERT INTO appointment_relatives (appointment_id, relative_id) VALUES ('m1', ?)", [
    relativeId,
  ]);
  await run(
    rt,
    `INSERT INTO contacts (id, at, minutes, kind, place, initiative, level, themes, outcome, follow_up, note_sealed,
    unit_id, advisor_id, created_at, changed_at) VALUES ('c1', ?, 30, 'samtale', 'telefon', 'pårørende', 'let', '["sorg og krise"]',
    'ja', 'ingen', ?, 'unit-1', 'staff-1', ?, ?)`,
    [at + 4, seal(rt.db.keys, 'contacts.note:c1', 'Et notat'), at, at],
  );
  await run(rt, "INSERT INTO contact_relatives (contact_id, relative_id) VALUES ('c1', ?)", [relativeId]);
  await run(
    rt,
    `INSERT INTO referrals (id, source_id, unit_id, name_sealed, number_sealed, relation, area, status, relative_id, received_at)
    VALUES ('r1', 's1', 'unit-1', '', '', 'anden', 'andet', 'taken', ?, ?)`,
    [relativeId, at + 5],
  );
  await run(
    rt,
    `INSERT INTO ledger (at, kind, actor, relative_id, purpose, body)
    VALUES (?, 'consent.given', 'staff-1', ?, 'sms', '{"wording":"Ja tak"}')`,
    [at + 6, relativeId],
  );
  await run(
    rt,
    `INSERT INTO events (id, title, sms_title, kind, audience, track, unit_id, place, sms_place, starts_at, ends_at, state,
    moves, created_at, created_by, changed_at) VALUES ('e1', 'Om demens', 'Temaeftermiddag', 'café', 'relatives', 'støtte',
    'unit-2', 'Sal 2', 'Kulturhuset', ?, ?, 'held', 2, ?, 'staff-1', ?)`,
    [at + 7, at + 8, at, at],
  );
  await run(rt, "INSERT INTO event_sessions (event_id, n, starts_at, minutes) VALUES ('e1', 1, ?, 60)", [
    at + 7,
  ]);
  await run(
    rt,
    `INSERT INTO attendances (id, event_id, relative_id, guests, state, since, by, created_at, created_by)
    VALUES ('t1', 'e1', ?, 1, 'yes', ?, 'sms', ?, 'staff-1')`,
    [relativeId, at, at - HOUR],
  );
  await run(
    rt,
    "INSERT INTO event_presences (attendance_id, n, came, noted_at, noted_by) VALUES ('t1', 1, 1, 1, 's')",
  );
  return { relativeId, journeyId };
}

const places = (entries: readonly Entry[]): string[] => entries.map(({ at, key }) => `${at} ${key}`);

async function whole(rt: House, id: string): Promise<Entry[]> {
  const all: Entry[] = [];
  let page: Timeline | undefined;
  do {
    page = await showTimeline(rt, advisor, id, { kinds: [], ...(page?.next ? { before: page.next } : {}) });
    all.push(...page.entries);
  } while (page.next);
  return all;
}

test('the timeline holds everything of every kind, newest first, and nothing of another', async () => {
  await using rt = await makeHouse();
  const { relativeId } = await livedThrough(rt);
  const entries = await whole(rt, relativeId);
  expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(KINDS));
  const times = entries.map(({ at }) => at);
  expect(times).toEqual([...times].sort((a, b) => b - a));
  expect(new Set(places(entries)).size).toBe(entries.length);
  const count = async (sql: string) => Number((await rows(rt, sql))[0]?.n);
  const of = (kind: string) => entries.filter((entry) => entry.kind === kind).length;
  expect(of('journey')).toBe(await count('SELECT count(DISTINCT version) AS n FROM facts'));
  expect(of('message')).toBe(await count('SELECT count(*) AS n FROM messages WHERE relative_id IS NOT NULL'));
  expect(of('reply')).toBe(1);
  const found = entries.find((entry) => entry.kind === 'contact');
  expect(found?.kind === 'contact' && found.contact.note).toBe('Et notat');
});

test('read page by page it is the same as read at once, also where many happened at one instant', async () => {
  await using rt = await makeHouse();
  const { relativeId } = await livedThrough(rt);
  const at = rt.now();
  for (let n = 0; n < 130; n += 1)
    await run(
      rt,
      `INSERT INTO replies (id, provider_id, number_id, relative_id, text_sealed, meaning, status, received_at)
      VALUES (?, ?, 'n', ?, ?, 'unclear', 'closed', ?)`,
      [`x${n}`, `x${n}`, relativeId, seal(rt.db.keys, `replies.text:x${n}`, 'Hej'), at],
    );
  const order = { kinds: [], purpose: 'journalisering', format: 'html' } as const;
  const exported = places((await exportTimeline(rt, advisor, relativeId, order)).entries);
  const paged = places(await whole(rt, relativeId));
  expect(paged).toEqual(exported);
  expect(paged.filter((place) => place.includes('reply:x'))).toHaveLength(130);
});

test('only the kinds that are asked for are read', async () => {
  await using rt = await makeHouse();
  const { relativeId } = await livedThrough(rt);
  const { entries } = await showTimeline(rt, reader, relativeId, { kinds: ['reply', 'contact'] });
  expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(['reply', 'contact']));
});

test('what staff did to a journey is told once, by whom', async () => {
  await using rt = await makeHouse();
  const { relativeId, journeyId } = await enrol(rt, [ask('kommer')]);
  await steerJourney(rt, { ...advisor, id: 'staff-1' }, relativeId, journeyId, { do: 'pause' });
  const { entries, staffNames } = await showTimeline(rt, advisor, relativeId, {
    kinds: ['journey', 'change'],
  });
  expect(entries.map(({ kind }) => kind)).toEqual(['journey', 'journey']);
  expect(staffNames.get('staff-1')).toBe('Vera Vejleder');
});

test('a look and an export stand in the ledger with what they were for; a reader exports nothing, and nobody what is out of sight', async () => {
  await using rt = await makeHouse();
  const { relativeId } = await livedThrough(rt);
  const order = { kinds: [], purpose: 'journalisering', format: 'csv' } as const;
  await showTimeline(rt, reader, relativeId, { kinds: [] });
  await exportTimeline(rt, advisor, relativeId, order);
  expect(
    await rows(
      rt,
      "SELECT actor, kind, purpose FROM ledger WHERE purpose IN ('timeline', 'journalisering') ORDER BY seq",
    ),
  ).toEqual([
    { actor: reader.id, kind: 'relative.viewed', purpose: 'timeline' },
    { actor: advisor.id, kind: 'relative.exported', purpose: 'journalisering' },
  ]);
  await expect(exportTimeline(rt, reader, relativeId, order)).rejects.toThrow('forbidden');
  await expect(
    exportTimeline(rt, advisor, relativeId, { ...order, purpose: 'nysgerrighed' }),
  ).rejects.toThrow('field-unreadable');
  const elsewhere = { ...advisor, units: ['unit-2'] };
  await expect(showTimeline(rt, elsewhere, relativeId, { kinds: [] })).rejects.toThrow('not-found');
  await expect(exportTimeline(rt, elsewhere, relativeId, order)).rejects.toThrow('not-found');
});

test('the relative who asks for access is told when and why somebody looked, and not who; no other export and no page tells', async () => {
  await using rt = await makeHouse();
  const { relativeId } = await livedThrough(rt);
  rt.forward(HOUR);
  const at = rt.now();
  await showRelative(rt, { ...reader, id: 'staff-1' }, relativeId, 'search');
  rt.forward(HOUR);
  const order = { kinds: ['reply'], purpose: 'indsigt', format: 'csv' } as const;
  const view = await exportTimeline(rt, advisor, relativeId, order);
  const telling = { ...view, now: rt.now(), language: 'da' } as const;
  const looks = view.entries.filter(({ kind }) => kind === 'look');
  expect(looks.map(({ at: when, kind, ...rest }) => [when, 'look' in rest && rest.look])).toEqual([
    [at, { purpose: 'search' }],
    [at - HOUR, { purpose: 'new' }],
  ]);
  const [first] = looks;
  expect(first && tellEntry(first, telling)).toEqual({
    what: 'Oplysningerne blev set: fundet ved en søgning',
    lines: [],
  });
  expect(timelineCsv(view, telling)).not.toContain('Vera Vejleder');
  expect(JSON.stringify(looks)).not.toContain('staff-1');

  const journal = await exportTimeline(rt, advisor, relativeId, { ...order, purpose: 'journalisering' });
  expect(journal.entries.map(({ kind }) => kind)).toEqual(['reply']);
  expect((await whole(rt, relativeId)).map(({ kind }) => kind)).not.toContain('look');
});

test('the spreadsheet is one Danish Excel opens, and no cell of it is a formula', async () => {
  await using rt = await makeHouse();
  const { relativeId } = await livedThrough(rt);
  const view = await showTimeline(rt, advisor, relativeId, { kinds: [] });
  const csv = timelineCsv(view, { ...view, now: rt.now(), language: 'da' });
  expect(csv.startsWith('\uFEFFTidspunkt;Slags;Hvad;Nærmere\r\n')).toBe(true);
  expect(csv).not.toMatch(/(^|;|")=/m);
  expect(csv).toContain("'=1+1");
});

test('an event tells what was answered, that it was moved and whether they came; out of sight it is called as in an SMS', async () => {
  await using rt = await makeHouse();
  const { relativeId } = await livedThrough(rt);
  const told = async (staff: Staff, language: 'da' | 'en') => {
    const view = await showTimeline(rt, staff, relativeId, { kinds: ['event'] });
    const telling = { id: view.id, staffNames: view.staffNames, now: rt.now(), language };
    return view.entries.map((entry) => tellEntry(entry, telling));
  };
  const [seen] = await told(advisor, 'da');
  expect(seen).toMatchObject({
    what: 'Arrangement: Om demens, Sal 2: holdt',
    href: '/desk/arrangementer/e1',
  });
  expect(seen?.lines.slice(2)).toEqual(['Gæster: 1', 'Flyttet 2 gange', 'Kom']);
  expect(seen?.lines[1]).toContain('Fik plads');
  const [unseen] = await told({ ...advisor, units: ['unit-1'] }, 'en');
  expect(unseen?.what).toBe('Event: Temaeftermiddag, Kulturhuset: held');
  expect(unseen).not.toHaveProperty('href');
});
