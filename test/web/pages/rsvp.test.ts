// A relative answers an invitation to an arrangement on its page: a seat, the waiting list, one of several, and off again.
import { expect, test } from 'vitest';
import { parseFlow } from '../../../src/journey/flow/parse-flow.ts';
import { beat } from '../../../src/services/beat.ts';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import { startJourney } from '../../../src/services/journeys/start-journey.ts';
import { createApp } from '../../../src/web/app.ts';
import { readFlowFolder } from '../../flows/read-folder.ts';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import { addRelative, makeDesk, rowsOf } from '../../support/desk.ts';
import { makeEvent } from '../../support/events.ts';
import type { TestRuntime } from '../../support/runtime.ts';
import { openLinkIn } from '../../support/visit.ts';

const CHOICE = { name: 'to-dage', anchor: 'andendag' };

/** Publishes flows/temaeftermiddag, and the same with a second afternoon to choose. */
async function publish(rt: TestRuntime): Promise<void> {
  const files = readFlowFolder('temaeftermiddag');
  const two = (files['flow.yaml'] ?? '')
    .replace('flow: temaeftermiddag', `flow: ${CHOICE.name}`)
    .replace(
      '\nsteps:',
      `\n  ${CHOICE.anchor}: { title: Den anden dag, event: true, seated: der-er-plads }\nsteps:`,
    )
    .replace('attend: temadag', `attend: [temadag, ${CHOICE.anchor}]`);
  for (const flow of [files, { ...files, 'flow.yaml': two }]) {
    const parsed = parseFlow(flow);
    if (!parsed.ok) throw new Error(parsed.problems.map(({ en }) => en).join('\n'));
    await publishFlow(rt, parsed.flow);
  }
}

async function visit(rt: TestRuntime, flow: string, anchors: Record<string, string>, line: number) {
  const relativeId = await addRelative(rt, { number: `20 00 00 ${line}`, name: `Pårørende ${line}` });
  await startJourney(rt, { flow, relativeId, anchors, by: 'demo-advisor' });
  await beat(rt);
  const token = /\/i\/([\w-]{22})/.exec(rt.posted.at(-1)?.text ?? '')?.[1] ?? '';
  const browser = openBrowser(createApp(rt));
  const page = await openLinkIn(browser, token);
  return { browser, page, relativeId };
}

const press = async (browser: TestBrowser, answer: Record<string, string>): Promise<string> =>
  (await browser.follow(await browser.post('/mit/svar', { sprog: 'da', ...answer }))).text;

const placesOf = async (rt: TestRuntime, relativeId: string): Promise<string[]> =>
  (
    await rowsOf(
      rt,
      `select a.state, a.guests from attendances a join events v on v.id = a.event_id
       where relative_id = '${relativeId}' order by v.starts_at`,
    )
  ).map(({ state, guests }) => `${state} ${guests}`);

test('a yes takes a seat with its guests, the next waits and says so, and a seat given up on the page goes to her', async () => {
  await using rt = await makeDesk();
  await publish(rt);
  const temadag = await makeEvent(rt, { capacity: '2' });
  const first = await visit(rt, 'temaeftermiddag', { temadag }, 21);
  const second = await visit(rt, 'temaeftermiddag', { temadag }, 22);
  expect(first.page.text).toContain('Temaeftermiddag, onsdag den 10. marts kl. 14.00, Kulturhuset');
  expect(first.page.text).not.toContain('demens');

  expect(await press(first.browser, { svar: 'ja', gaester: '1' })).toContain('Tak. Du er tilmeldt.');
  expect(await press(second.browser, { svar: 'ja', gaester: '0' })).toContain('Tak. Du står på venteliste.');
  expect([await placesOf(rt, first.relativeId), await placesOf(rt, second.relativeId)]).toEqual([
    ['yes 1'],
    ['waiting 0'],
  ]);

  expect(await press(first.browser, { svar: 'nej' })).toContain('Du har sagt nej tak.');
  await beat(rt);
  expect([await placesOf(rt, first.relativeId), await placesOf(rt, second.relativeId)]).toEqual([
    ['no 0'],
    ['yes 0'],
  ]);
  expect((await second.browser.get('/mit/besked')).text).toContain('Tak. Du er tilmeldt.');
  expect(rt.posted.at(-1)?.text).toContain('Du har fået en plads');
});

test('of several arrangements one is chosen, the others are given up; more guests than are allowed are refused', async () => {
  await using rt = await makeDesk();
  await publish(rt);
  const temadag = await makeEvent(rt);
  const andendag = await makeEvent(rt, { sessions: [{ when: '17/3-2027 kl. 10', minutes: '60' }] });
  const { browser, page, relativeId } = await visit(rt, CHOICE.name, { temadag, andendag }, 21);
  expect(page.text).toContain('value="andendag"');
  expect(await placesOf(rt, relativeId)).toEqual(['invited 0', 'invited 0']);

  const asked = await browser.follow(await browser.post('/mit/svar', { svar: 'ja', sprog: 'da' }));
  expect(asked.text).toContain('Vælg først, hvornår du vil komme.');
  const many = { svar: 'ja', sprog: 'da', arrangement: 'andendag', gaester: '9' };
  expect((await browser.post('/mit/svar', many)).status).toBeGreaterThanOrEqual(400);
  expect(await placesOf(rt, relativeId)).toEqual(['invited 0', 'invited 0']);

  expect(await press(browser, { svar: 'ja', arrangement: 'andendag', gaester: '1' })).toContain(
    'Tak. Du er tilmeldt.',
  );
  expect(await placesOf(rt, relativeId)).toEqual(['no 0', 'yes 1']);
});
