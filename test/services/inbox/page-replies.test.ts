import { expect, test } from 'vitest';
import { pageReplies } from '../../../src/services/inbox/page-replies.ts';
import { addReply, makeDesk, reader } from '../../support/desk.ts';

test('the one that has waited longest comes first, and pages follow each other', async () => {
  await using rt = await makeDesk();
  const ids: string[] = [];
  for (let n = 0; n < 53; n += 1) {
    ids.push(await addReply(rt, { number: `+452000${1000 + n}`, text: `Nr. ${n}` }));
    rt.forward(1_000);
  }
  const first = await pageReplies(rt, reader, { most: 50 });
  const second = await pageReplies(rt, reader, { most: 50, ...(first.next ? { after: first.next } : {}) });
  expect([...first.lines, ...second.lines].map(({ id }) => id)).toEqual(ids);
  expect(second.next).toBeUndefined();
});
