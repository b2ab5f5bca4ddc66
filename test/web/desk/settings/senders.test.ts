// The page of senders.
import { expect, test } from 'vitest';
import { makeDesk, openDesk, rowsOf } from '../../../support/desk.ts';

const AT = '/desk/indstillinger/afsendere';

test('an administrator sees both senders, is shown the effect, stops everything and starts it again', async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt, 'administrator');
  const page = await browser.get(AT);
  for (const told of ['Afsender med navn', 'Afsender med nummer', 'Sendt i dag', 'Uafklarede', 'Tempo'])
    expect(page.text).toContain(told);
  expect((await browser.get('/desk/indstillinger')).text).toContain(AT);

  const effect = await browser.get(`${AT}/alle/stop`);
  expect(effect.text).toContain('kvittering for STOP');
  expect(await rowsOf(rt, 'select * from senders')).toEqual([]);
  const stopped = await browser.follow(await browser.post(`${AT}/alle/stop`));
  expect(stopped.text).toContain('Stoppet');
  expect(stopped.text).not.toContain(`${AT}/alle/stop`);
  const alerts = await browser.get('/desk/varsler');
  expect(alerts.text).toContain('Afsenderen med navn er stoppet');
  expect(alerts.text).not.toContain('action="/desk/varsler/sender-stopped');

  const one = await browser.follow(await browser.post(`${AT}/name/start`));
  expect(one.text).toContain('Der er sat i gang igen');
  expect((await browser.get('/desk/varsler')).text).not.toContain('Afsenderen med navn er stoppet');
  expect(await rowsOf(rt, 'select name from senders where stopped_at is not null')).toEqual([
    { name: 'number' },
  ]);
});

test('a name that cannot be is refused with what was typed, and one that can is shown with its version', async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt, 'administrator');
  const seen = async (): Promise<string> =>
    /name="seen" value="(\d+)"/.exec((await browser.get(AT)).text)?.[1] ?? '';

  const refused = await browser.post(`${AT}/navn`, { seen: await seen(), name: 'Ældre' });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('href="#name"');
  expect(refused.text).toContain('value="Ældre"');

  await browser.post(`${AT}/navn`, { seen: await seen(), name: 'Kommunen2' });
  const page = await browser.get(AT);
  expect(page.text).toContain('<dd>Kommunen2</dd>');
  expect(page.text).toContain('Version 1');
});

test('a coordinator is refused, and a sender there is not is not found', async () => {
  await using rt = await makeDesk();
  const coordinator = await openDesk(rt, 'coordinator');
  expect((await coordinator.get(AT)).status).toBe(403);
  expect((await coordinator.post(`${AT}/alle/stop`)).status).toBe(403);
  const administrator = await openDesk(rt, 'administrator');
  expect((await administrator.get(`${AT}/findes-ikke/stop`)).status).toBe(404);
});
