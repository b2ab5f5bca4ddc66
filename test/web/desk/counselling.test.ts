import { expect, test } from 'vitest';
import { makeDesk, openDesk, rowsOf } from '../../support/desk.ts';

test('counselling is registered, changed, taken back after its effect was shown, and counts again', async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt);
  const { text } = await browser.get('/desk/raadgivning/ny');
  const id = /name="id" value="([^"]*)"/.exec(text)?.[1] ?? '';
  const form = {
    id,
    date: '2027-03-01',
    unit: 'unit-1',
    kind: 'kortlægning',
    participants: '6',
    minutes: '60',
    material: '',
    followUp: 'ingen',
    note: 'Svær aften',
  };
  await browser.post('/desk/raadgivning/ny', form);
  expect((await browser.get('/desk/raadgivning')).text).toContain(`href="/desk/raadgivning/${id}"`);
  const change = await browser.get(`/desk/raadgivning/${id}/ret`);
  const seen = /name="seen" value="([^"]*)"/.exec(change.text)?.[1] ?? '';
  expect(change.text).toContain('Svær aften');
  const saved = await browser.post(`/desk/raadgivning/${id}/ret`, { ...form, minutes: '95', seen });
  expect((await browser.follow(saved)).text).toContain('Rådgivningen er rettet.');
  const late = await browser.post(`/desk/raadgivning/${id}/ret`, { ...form, minutes: '30', seen });
  expect(late.text).toContain('En anden har ændret det imens');
  expect(late.text).toContain('value="95"');
  expect((await browser.get(`/desk/raadgivning/${id}/tag-tilbage`)).text).toContain(
    'tæller den ikke længere',
  );
  const taken = await browser.follow(await browser.post(`/desk/raadgivning/${id}/tag-tilbage`, {}));
  expect(taken.text).toContain('Taget tilbage: tæller ikke');
  expect((await browser.get('/desk/raadgivning')).text).toContain('Dem, du har taget tilbage');
  const other = await openDesk(rt, 'coordinator');
  expect((await other.get(`/desk/raadgivning/${id}`)).text).not.toContain('Lad den tælle igen');
  expect((await other.post(`/desk/raadgivning/${id}/tael-igen`, {})).status).toBe(403);
  await browser.post(`/desk/raadgivning/${id}/tael-igen`, {});
  expect(await rowsOf(rt, 'select minutes, taken_back_at from counsellings')).toEqual([
    { minutes: 95, taken_back_at: null },
  ]);
});
