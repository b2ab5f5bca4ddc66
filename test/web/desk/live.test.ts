import { expect, test } from 'vitest';
import { createApp } from '../../../src/web/app.ts';
import { openBrowser } from '../../support/browser.ts';
import { addRelative, addReply, makeDesk, openDesk, rowsOf } from '../../support/desk.ts';

/** Where a live part of a page asks next. */
const nextOf = (text: string, part: string): string =>
  new RegExp(`hx-get="(/desk/live/${part}[^"]*)"`).exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';

test('the overview and the inbox are sent anew when something waits, and nothing while nothing changed', async () => {
  await using rt = await makeDesk();
  const relativeId = await addRelative(rt);
  const desk = await openDesk(rt);
  for (const [path, part] of [
    ['/desk', 'overblik'],
    ['/desk/indbakke?vis=unassigned', 'indbakke'],
  ] as const) {
    const at = nextOf((await desk.get(path)).text, part);
    expect((await desk.get(at)).status).toBe(204);
    rt.forward(1_000);
    await addReply(rt, { text: `Nyt til ${part}`, relativeId });
    const live = await desk.get(at);
    expect([live.status, live.text.includes(`Nyt til ${part}`)]).toEqual([200, true]);
    expect(live.text).not.toContain('<html');
    expect((await desk.get(nextOf(live.text, part))).status).toBe(204);
  }
});

test('the counts of the menu are told when they change', async () => {
  await using rt = await makeDesk();
  const desk = await openDesk(rt);
  const at = nextOf((await desk.get('/desk/forloeb')).text, 'antal');
  expect((await desk.get(at)).status).toBe(204);
  await addReply(rt, { text: 'Hej' });
  const { text } = await desk.get(at);
  expect(text).toContain('Nu venter: samtaler 1, varsler 0, opgaver 0.');
  expect(text).toMatch(/<span id="antal-inbox" class="limen-count" hx-swap-oob="true">1<\/span>/);
  expect((await desk.get(nextOf(text, 'antal'))).status).toBe(204);
});

test('who works elsewhere is sent nothing of it', async () => {
  await using rt = await makeDesk();
  const relativeId = await addRelative(rt);
  await rt.db.client.execute("update staff set all_units = 0 where id = 'demo-reader'");
  const far = await openDesk(rt, 'reader');
  const [lists, counts] = [
    nextOf((await far.get('/desk')).text, 'overblik'),
    nextOf((await far.get('/desk')).text, 'antal'),
  ];
  await addReply(rt, { text: 'Ikke for dig', relativeId });
  expect((await far.get(lists)).text).not.toContain('Ikke for dig');
  expect((await far.get(counts)).status).toBe(204);
  expect((await far.post(`/desk/live/samtale/${relativeId}`)).status).toBe(404);
});

test('asking is no sign of life: the session ends, and with it the lists', async () => {
  await using rt = await makeDesk();
  const relativeId = await addRelative(rt);
  const desk = await openDesk(rt);
  const at = nextOf((await desk.get('/desk')).text, 'overblik');
  const [before] = await rowsOf(rt, "select seen_at from sessions where kind = 'staff'");
  rt.forward(5 * 60_000);
  expect((await desk.get(at)).status).toBe(200);
  expect(await rowsOf(rt, "select seen_at from sessions where kind = 'staff'")).toEqual([before]);
  rt.forward(24 * 60 * 60_000);
  await addReply(rt, { text: 'Efter fyraften', relativeId });
  for (const browser of [desk, openBrowser(createApp(rt))]) {
    const over = await browser.get(at);
    expect([over.status, over.text, over.headers.get('hx-refresh')]).toEqual([204, '', 'true']);
  }
  const talk = await desk.post(`/desk/live/samtale/${relativeId}`);
  expect([talk.status, talk.text, talk.headers.get('hx-refresh')]).toEqual([204, '', null]);
});
