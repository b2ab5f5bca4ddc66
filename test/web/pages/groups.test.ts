// A relative sees the groups they are in behind the PIN, and leaves one by themselves.
import { expect, test } from 'vitest';
import { showGroup } from '../../../src/services/groups/show-group.ts';
import { putInGroup } from '../../../src/services/groups/step-in-or-out.ts';
import { addGroup } from '../../../src/services/groups/write-group.ts';
import type { Staff } from '../../../src/services/staff/staff.ts';
import { makeRuntime } from '../../support/runtime.ts';
import { countRows, givePin, openInvitation } from '../../support/visit.ts';

const coordinator: Staff = { id: 'demo-coordinator', role: 'coordinator', units: 'all' };

async function openInGroup(access: 'link' | 'pin') {
  const rt = await makeRuntime();
  const opened = await openInvitation(rt, access);
  const form = { title: 'Inden for demens', note: '', unit: '', rule: null };
  const { id: groupId } = await addGroup(rt, coordinator, form);
  await addGroup(rt, coordinator, { ...form, title: 'En anden gruppe' });
  await putInGroup(rt, coordinator, { groupId, relativeId: opened.relative, leave: false });
  return { rt, groupId, ...opened };
}

test('behind the PIN a relative sees their groups, no others and nobody in them, and leaves one', async () => {
  const { rt, browser, groupId, relative } = await openInGroup('pin');
  await using _ = rt;
  await givePin(rt, relative, '482915');
  await browser.get('/mit/pin');
  await browser.post('/mit/pin', { pin: '482915' });
  const page = await browser.get('/mit');
  expect(page.text).toContain('Inden for demens');
  expect(page.text).not.toContain('En anden gruppe');
  await browser.post('/mit/gruppe', { gruppe: groupId });
  expect((await browser.get('/mit')).text).not.toContain('Inden for demens');
  expect(await showGroup(rt, coordinator, groupId)).toMatchObject({ count: 0 });
  expect(await countRows(rt, `ledger where kind = 'group.left' and actor = 'relative:${relative}'`)).toBe(1);
  await browser.post('/mit/gruppe', { gruppe: groupId });
  expect(await countRows(rt, "ledger where kind = 'group.left'")).toBe(1);
});

test('a link alone shows no group, since its name may tell what somebody is ill of, and leaves none', async () => {
  const { rt, browser, groupId } = await openInGroup('link');
  await using _ = rt;
  expect((await browser.get('/mit')).text).not.toContain('demens');
  expect((await browser.post('/mit/gruppe', { gruppe: groupId })).status).toBe(403);
  expect(await showGroup(rt, coordinator, groupId)).toMatchObject({ count: 1 });
});

test('before the PIN was shown there is no group to see, and none to leave', async () => {
  const { rt, browser, groupId, relative } = await openInGroup('pin');
  await using _ = rt;
  await givePin(rt, relative, '482915');
  expect((await browser.get('/mit')).text).not.toContain('demens');
  expect((await browser.post('/mit/gruppe', { gruppe: groupId })).status).toBe(403);
  expect(await showGroup(rt, coordinator, groupId)).toMatchObject({ count: 1 });
});
