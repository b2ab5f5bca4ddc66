import { expect, test } from 'vitest';
import { beat } from '../../../src/services/beat.ts';
import { openConversation } from '../../../src/services/inbox/open-conversation.ts';
import { writeSms } from '../../../src/services/inbox/write-in-conversation.ts';
import { enrolRelative } from '../../../src/services/journeys/enrol-relative.ts';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import { changeRelative, showChangeForm } from '../../../src/services/relatives/change-relative.ts';
import { mergeTwo, showMerge } from '../../../src/services/relatives/merge-relatives.ts';
import { addRelative, advisor, type DeskRuntime, makeDesk, rowsOf } from '../../support/desk.ts';
import { invitation } from '../../support/house.ts';

const HOUR = 3_600_000;

async function wish(rt: DeskRuntime, id: string, hoursFrom: string, hoursTo: string): Promise<void> {
  const { form } = await showChangeForm(rt, advisor, id);
  await changeRelative(rt, advisor, id, { ...form, hoursFrom, hoursTo });
}

const waiting = (rt: DeskRuntime) =>
  rowsOf(rt, "select purpose, due_at, hours_from from messages where status = 'due' order by purpose");

/** Two who may be one, each with something that waits: an invitation for the other, words of staff for the first. */
async function twoWhoWait(rt: DeskRuntime) {
  await publishFlow(rt, invitation('link'));
  const keep = await addRelative(rt, { name: 'Åse Holm' });
  const other = await addRelative(rt, { name: 'Aase H', number: '20000022' });
  await wish(rt, keep, '18:00', '19:00');
  await enrolRelative(rt, advisor, { flow: 'indbydelse-link', relativeId: other, anchors: {} });
  await wish(rt, other, '14:00', '15:00');
  const { seen, form } = await openConversation(rt, advisor, keep);
  await writeSms(rt, advisor, keep, { text: 'Hej', seen, form });
  return { keep, other };
}

test('what waits for either keeps to the hours that are kept, and leaves in them', async () => {
  await using rt = await makeDesk();
  const { keep, other } = await twoWhoWait(rt);
  const { seen } = await showMerge(rt, advisor, keep, other);

  await mergeTwo(rt, advisor, keep, other, { number: 'keep', seen });

  const evening = { due_at: rt.now() + 8 * HOUR, hours_from: 18 * 60 };
  expect(await waiting(rt)).toEqual([
    { purpose: 'flow', ...evening },
    { purpose: 'staff', ...evening },
  ]);
  rt.forward(4 * HOUR);
  await beat(rt);
  expect(rt.posted).toEqual([]);
  rt.forward(4 * HOUR);
  await beat(rt);
  expect(rt.posted).not.toEqual([]);
});

test('a merge that lost moves nothing', async () => {
  await using rt = await makeDesk();
  const { keep, other } = await twoWhoWait(rt);
  const { seen } = await showMerge(rt, advisor, keep, other);
  rt.forward(1);
  await wish(rt, other, '12:00', '13:00');
  const before = await waiting(rt);
  await expect(mergeTwo(rt, advisor, keep, other, { number: 'keep', seen })).rejects.toMatchObject({
    code: 'changed-meanwhile',
  });
  expect(await waiting(rt)).toEqual(before);
});
