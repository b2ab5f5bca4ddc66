// The coordinator's day in a real Chromium: a group message from its draft to its report, and an event from the invitation
// to who came, with the phones of those it is about.
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { putInGroup } from '../../src/services/groups/step-in-or-out.ts';
import { addGroup } from '../../src/services/groups/write-group.ts';
import type { Staff } from '../../src/services/staff/staff.ts';
import { look, MOBILE, press } from './browser.ts';
import { playInDemo } from './play-in-demo.ts';

const coordinator: Staff = { id: 'demo-coordinator', role: 'coordinator', units: 'all' };
const GROUP = 'Gåturen om tirsdagen';

const stage = playInDemo();
let desk: Page;

const textOf = (page: Page): Promise<string> => page.locator('main').innerText();

/** The wall clock some ms from the demo's now, as a field takes it. */
const wallIn = (ms: number): string =>
  new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone: 'Europe/Copenhagen', dateStyle: 'short', timeStyle: 'short' },
  }).format(stage.demo.rt.now() + ms);

async function register(n: number): Promise<string> {
  await desk.goto(`${stage.demo.url}/desk/paaroerende/ny`);
  await desk.fill('#name', `Pårørende ${n}`);
  await desk.fill('#tiltale', `Pårørende ${n}`);
  await desk.fill('#number', `20 00 00 ${n}`);
  await desk.check('[name=consent]');
  await desk.selectOption('#unit', { index: 1 });
  await press(desk, 'Opret');
  return new URL(desk.url()).pathname.split('/').at(-1) ?? '';
}

/** The page as it is once all that was begun is done. */
async function settle(page: Page): Promise<string> {
  await stage.demo.rt.bell.quiet();
  await page.reload();
  return textOf(page);
}

async function follow(name: string): Promise<void> {
  await Promise.all([
    desk.waitForEvent('load'),
    desk.getByRole('link', { name, exact: true }).first().click(),
  ]);
}

async function openPhone(n: number): Promise<Page> {
  const page = await stage.openPage(MOBILE);
  await page.goto(`${stage.demo.url}/phone/45200000${n}`);
  return page;
}

async function write(phone: Page, text: string): Promise<void> {
  await phone.locator('[name=tekst]').fill(text);
  await phone.getByRole('button', { name: /^Send/ }).first().click();
  await phone
    .locator('.phone-text')
    .filter({ hasText: new RegExp(`^${text}$`) })
    .last()
    .waitFor();
  await stage.demo.rt.bell.quiet();
}

beforeAll(async () => {
  desk = await stage.openDesk('coordinator');
  const { rt } = stage.demo;
  const order = { title: GROUP, note: '', unit: '', rule: null };
  const { id: groupId } = await addGroup(rt, coordinator, order);
  for (const n of [81, 82])
    await putInGroup(rt, coordinator, { groupId, relativeId: await register(n), leave: false });
}, 120_000);

test('a group message goes to one first, then to the rest, and an answer stands on its page', {
  timeout: 180_000,
}, async () => {
  await desk.goto(`${stage.demo.url}/desk/gruppebeskeder/ny`);
  await desk.fill('#title', 'Turen går fra søen');
  await desk.selectOption('#groupId', { label: GROUP });
  await desk.fill(
    '#tekst-da',
    'Hej {{ tiltale }}. På tirsdag går vi fra søen. Kommer du? Hilsen {{ kommune }}',
  );
  await press(desk, /^Gem, og se/);
  expect(await textOf(desk)).toMatch(/2 af 2 får beskeden[\s\S]*Hej Pårørende 8[12]\. På tirsdag/);
  await desk.fill('#proeve', '1');
  await press(desk, /^Vis, hvad der så sker/);
  await look(desk, 'desk-broadcast-draft');
  await press(desk, 'Send til de første 1');
  expect(await settle(desk)).toMatch(/Prøven er sendt: se efter[\s\S]*1 af 2 er færdige/);
  await look(desk, 'desk-broadcast-sampled');
  await press(desk, 'Lad den fortsætte');
  expect(await settle(desk)).toMatch(/2 af 2 er færdige/);

  const phone = await openPhone(81);
  await write(phone, 'Ja tak, jeg kommer');
  expect(await settle(desk)).toMatch(/Svar\s+Ja\s+1/);
  await look(desk, 'desk-broadcast-done');
  await follow('Læs svarene');
  expect(await textOf(desk)).toContain('Ja tak, jeg kommer');
  await look(desk, 'desk-broadcast-replies');
  await desk.goBack();
  await follow('Rapport');
  expect(await textOf(desk)).toMatch(/I gruppen\s+2/);
  await look(desk, 'desk-broadcast-report');
});

test('a group is invited to an event, a JA is a seat, a new time is told once, and who came is noted', {
  timeout: 180_000,
}, async () => {
  await desk.goto(`${stage.demo.url}/desk/arrangementer/ny`);
  await desk.fill('#title', 'Temaeftermiddag om demens');
  await desk.fill('#smsTitle', 'Temaeftermiddag');
  await desk.selectOption('#kind', 'temaeftermiddag');
  await desk.fill('#when-0', wallIn(3 * 86_400_000));
  await desk.fill('#smsPlace', 'Kulturhuset');
  await press(desk, 'Gem');
  await press(desk, 'Åbn for tilmelding');
  const event = new URL(desk.url()).pathname;
  await follow('Inviter en gruppe');
  await desk.selectOption('#gruppe', { label: GROUP });
  await press(desk, /^Vis, hvem/);
  expect(await textOf(desk)).toContain('2 bliver inviteret');
  await look(desk, 'desk-event-invite');
  await press(desk, 'Inviter 2');

  await stage.demo.rt.bell.quiet();
  const phone = await openPhone(81);
  await phone.getByText(/Temaeftermiddag .* Vil du med/).waitFor();
  await write(phone, 'JA');
  await phone.getByText(/Tak, du har plads til Temaeftermiddag/).waitFor();
  expect(await settle(desk)).toMatch(/Kommer: 1[\s\S]*Pårørende 81[\s\S]*Har ikke svaret: 1/);
  await look(desk, 'desk-event');

  await follow('Ret eller flyt');
  await desk.fill('#when-0', wallIn(2 * 3_600_000));
  await press(desk, /^Vis, hvad der sker/);
  expect(await textOf(desk)).toContain('Disse får det at vide');
  await look(desk, 'desk-event-change');
  await press(desk, 'Gem');
  await stage.demo.rt.bell.quiet();
  expect((await settle(phone)).match(/Ændret: Temaeftermiddag/g)).toHaveLength(1);

  await desk.goto(`${stage.demo.url}${event}/fremmoede`);
  await press(desk, /^Kom\b(?! ikke)/);
  expect(await textOf(desk)).toMatch(/Pårørende 81\s+Kom\b/);
  await look(desk, 'desk-event-presence');
  await desk.goto(`${stage.demo.url}${event}/kursusbevis`);
  expect(await textOf(desk)).toContain('1 af 1 gange');
  await look(desk, 'desk-event-certificates');
});
