// Letters and calls as a list to work through: whose they are, all letters of today at once, and posting them.
import { expect, test } from 'vitest';
import { enrolRelative } from '../../../src/services/journeys/enrol-relative.ts';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import type { Staff } from '../../../src/services/staff/staff.ts';
import { listTasks } from '../../../src/services/waiting/list-tasks.ts';
import { postLetters, showLetters } from '../../../src/services/waiting/show-letter.ts';
import {
  addRelative,
  advisor,
  type DeskRuntime,
  makeDesk,
  openDesk,
  reader,
  rowsOf,
} from '../../support/desk.ts';
import { invitation } from '../../support/house.ts';

const elsewhere: Staff = { id: 'staff-9', role: 'advisor', units: ['unit-9'] };

/** Two letters and a call; the first letter is of the advisor's own relative. */
async function makeTasks(): Promise<DeskRuntime> {
  const rt = await makeDesk();
  await publishFlow(rt, invitation('link'));
  const channels = ['brev', 'brev', 'ring'];
  for (const [n, channel] of channels.entries()) {
    const relativeId = await addRelative(rt, { channel, number: `20 00 00 4${n}` });
    if (n === 0)
      await rt.db.client.execute({
        sql: 'update relatives set advisor_id = ? where id = ?',
        args: [advisor.id, relativeId],
      });
    await enrolRelative(rt, advisor, { flow: 'indbydelse-link', relativeId, anchors: {} });
  }
  return rt;
}

test('the list keeps to the relatives one has the contact with when that is asked for', async () => {
  await using rt = await makeTasks();
  expect((await listTasks(rt, advisor)).lines).toHaveLength(3);
  expect((await listTasks(rt, advisor, undefined, undefined, { mine: true })).lines).toHaveLength(1);
  expect((await listTasks(rt, reader, undefined, undefined, { mine: true })).lines).toEqual([]);
});

test('all letters due today are shown with their links, each look in the ledger; tomorrow’s wait', async () => {
  await using rt = await makeTasks();
  const [later] = await rowsOf(rt, "select id from messages where channel = 'brev' limit 1");
  await rt.db.client.execute({
    sql: 'update messages set due_at = ? where id = ?',
    args: [rt.now() + 24 * 3_600_000, String(later?.id)],
  });
  const letters = await showLetters(rt, advisor);
  expect(letters).toHaveLength(1);
  expect(letters[0]?.text).toMatch(/https:\/\/limen\.test\/i\/\S+/);
  const looks = await rowsOf(
    rt,
    "select subject from ledger where kind = 'relative.viewed' and purpose = 'task'",
  );
  expect(looks).toEqual([{ subject: letters[0]?.id }]);
  expect(await showLetters(rt, elsewhere)).toEqual([]);
  await expect(showLetters(rt, reader)).rejects.toThrow('forbidden');
});

test('posting settles letters that ask for nothing, once, and never a call or a letter out of sight', async () => {
  await using rt = await makeTasks();
  const ids = (await rowsOf(rt, 'select id from messages')).map(({ id }) => String(id));
  expect(await postLetters(rt, advisor, ids)).toBe(0);
  await rt.db.client.execute('update journeys set awaiting = null');
  expect(await postLetters(rt, elsewhere, ids)).toBe(0);
  expect(await postLetters(rt, advisor, [...ids, 'nothing'])).toBe(2);
  expect(await postLetters(rt, advisor, ids)).toBe(0);
  expect((await listTasks(rt, advisor)).lines.map(({ channel }) => channel)).toEqual(['ring']);
});

test('after a press the desk leads to the next task, and keeps to one’s own', async () => {
  await using rt = await makeTasks();
  const desk = await openDesk(rt);
  const { lines } = await listTasks(rt, advisor);
  const { text } = await desk.get('/desk/opgaver');
  expect(text).toContain(`name="naeste" value="${lines[1]?.id}"`);
  const missed = lines.find(({ channel }) => channel === 'ring')?.id;
  const press = { udfald: 'missed', naeste: lines[1]?.id ?? '', mine: 'ja' };
  const answer = await desk.post(`/desk/opgaver/${missed}`, press);
  expect(answer.location).toBe(`/desk/opgaver?gemt=missed&mine=ja#o-${lines[1]?.id}`);
  const odd = await desk.post(`/desk/opgaver/${missed}`, { udfald: 'missed', naeste: '"><b>' });
  expect(odd.location).toBe('/desk/opgaver?gemt=missed');
});
