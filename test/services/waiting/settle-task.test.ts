import { expect, test } from 'vitest';
import { endJourney } from '../../../src/services/journeys/end-journey.ts';
import { enrolRelative } from '../../../src/services/journeys/enrol-relative.ts';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import { showJourney } from '../../../src/services/journeys/show-journey.ts';
import { listTasks } from '../../../src/services/waiting/list-tasks.ts';
import { settleTask } from '../../../src/services/waiting/settle-task.ts';
import { showLetter } from '../../../src/services/waiting/show-letter.ts';
import { addRelative, advisor, type DeskRuntime, makeDesk, reader, rowsOf } from '../../support/desk.ts';
import { invitation } from '../../support/house.ts';

const enrol = async (rt: DeskRuntime, change: { channel?: string; number?: string }) => {
  await publishFlow(rt, invitation('link'));
  const relativeId = await addRelative(rt, change);
  const { journeyId } = await enrolRelative(rt, advisor, {
    flow: 'indbydelse-link',
    relativeId,
    anchors: {},
  });
  const [task] = (await listTasks(rt, advisor)).lines;
  return { relativeId, journeyId, task };
};

test('a call brings the words, the number to ring and the answers it asks for', async () => {
  await using rt = await makeDesk();
  const { task } = await enrol(rt, { number: '38 12 34 56' });
  expect(task).toMatchObject({
    channel: 'ring',
    name: 'Bror, 22',
    number: '38 12 34 56',
    asks: true,
    status: 'todo',
  });
  expect(task?.text).toContain('Hej Mads');
});

test('a yes on the telephone goes on as a yes, noted by the one who called', async () => {
  await using rt = await makeDesk();
  const { relativeId, journeyId, task } = await enrol(rt, { channel: 'ring' });

  await settleTask(rt, advisor, task?.id ?? '', 'ja');

  const { state, turns } = await showJourney(rt, advisor, relativeId, journeyId);
  expect(state.answers).toEqual({ indbyd: 'accepted' });
  expect(turns.at(-1)?.facts[0]).toMatchObject({ kind: 'answered', answer: 'ja', by: advisor.id });
  expect((await listTasks(rt, advisor)).lines.map(({ id }) => id)).not.toContain(task?.id);
});

test('a no on the telephone ends the journey as a no, and the call is done', async () => {
  await using rt = await makeDesk();
  const { relativeId, journeyId, task } = await enrol(rt, { channel: 'ring' });
  await settleTask(rt, advisor, task?.id ?? '', 'nej');
  expect((await showJourney(rt, advisor, relativeId, journeyId)).state.endedBecause).toBe('afslået');
  expect(await rowsOf(rt, 'select status from messages')).toEqual([{ status: 'done' }]);
});

test('of two answers typed at once the one that counted is done, and the other is told so', async () => {
  await using rt = await makeDesk();
  const { relativeId, journeyId, task } = await enrol(rt, { channel: 'ring' });
  const id = task?.id ?? '';

  const typed = await Promise.allSettled([
    settleTask(rt, advisor, id, 'ja'),
    settleTask(rt, advisor, id, 'nej'),
  ]);

  expect(typed.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(typed[1]).toMatchObject({ reason: { code: 'already-done' } });
  expect((await showJourney(rt, advisor, relativeId, journeyId)).state.answers).toEqual({
    indbyd: 'accepted',
  });
  const noted = await rowsOf(rt, "select body from ledger where kind = 'task.done'");
  expect(noted.map(({ body }) => JSON.parse(String(body)).outcome)).toEqual(['ja']);
});

test('a call nobody took waits on and is counted', async () => {
  await using rt = await makeDesk();
  const { task } = await enrol(rt, { channel: 'ring' });
  await settleTask(rt, advisor, task?.id ?? '', 'missed');
  await settleTask(rt, advisor, task?.id ?? '', 'missed');
  expect((await listTasks(rt, advisor)).lines).toMatchObject([{ id: task?.id, attempts: 2 }]);
});

test('a letter has its secure address written out, once it is opened to be printed', async () => {
  await using rt = await makeDesk();
  const { task } = await enrol(rt, { channel: 'brev' });
  const letter = await showLetter(rt, advisor, task?.id ?? '');
  expect(letter.text).toMatch(/https:\/\/limen\.test\/i\/[\w-]{22}/);
  await expect(showLetter(rt, reader, task?.id ?? '')).rejects.toThrow('forbidden');
  await settleTask(rt, advisor, task?.id ?? '', 'done');
  expect(await rowsOf(rt, 'select status from messages')).toEqual([{ status: 'done' }]);
});

test('a letter is not missed, and nobody answers what was not asked', async () => {
  await using rt = await makeDesk();
  const { task, journeyId } = await enrol(rt, { channel: 'brev' });
  await expect(settleTask(rt, advisor, task?.id ?? '', 'missed')).rejects.toThrow('field-unreadable');
  await rt.db.client.execute({ sql: 'update journeys set awaiting = null where id = ?', args: [journeyId] });
  await expect(settleTask(rt, advisor, task?.id ?? '', 'ja')).rejects.toThrow('field-unreadable');
});

test('a task is settled once, by staff who may, and only when it is there', async () => {
  await using rt = await makeDesk();
  const { task } = await enrol(rt, { channel: 'brev' });
  await expect(settleTask(rt, reader, task?.id ?? '', 'done')).rejects.toThrow('forbidden');
  await expect(settleTask(rt, advisor, 'nothing', 'done')).rejects.toThrow('not-found');
  const outcomes = await Promise.allSettled([
    settleTask(rt, advisor, task?.id ?? '', 'done'),
    settleTask(rt, advisor, task?.id ?? '', 'done'),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a letter that was taken back is neither printed nor posted', async () => {
  await using rt = await makeDesk();
  const { task, journeyId } = await enrol(rt, { channel: 'brev' });
  await endJourney(rt, journeyId, 'fejl', advisor.id);
  await expect(showLetter(rt, advisor, task?.id ?? '')).rejects.toThrow('already-done');
  await expect(settleTask(rt, advisor, task?.id ?? '', 'done')).rejects.toThrow('already-done');
});

test('an SMS is no task', async () => {
  await using rt = await makeDesk();
  await enrol(rt, {});
  const [message] = await rowsOf(rt, 'select id from messages');
  await expect(settleTask(rt, advisor, String(message?.id), 'done')).rejects.toThrow('not-found');
});
