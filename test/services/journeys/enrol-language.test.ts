import { expect, test } from 'vitest';
import { enrolRelative, previewEnrolment } from '../../../src/services/journeys/enrol-relative.ts';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import { makeFlow, say } from '../../journey/engine/make-flow.ts';
import { advisor } from '../../support/desk.ts';
import { invitation, seedRelative } from '../../support/house.ts';
import { makeHouse, rows, run, textOf } from '../stand.ts';

test('the language is chosen with the enrolment, shown first, and kept for what is written later', async () => {
  await using rt = await makeHouse();
  await publishFlow(rt, invitation('link'));
  const relativeId = await seedRelative(rt);
  const order = { flow: 'indbydelse-link', relativeId, anchors: {}, language: 'en' };
  const { preview } = await previewEnrolment(rt, advisor, order);
  expect(preview.paths[0]?.messages[0]?.text).toMatch(/^Hello/);
  expect(await rows(rt, 'SELECT language FROM relatives')).toEqual([{ language: 'da' }]);
  await enrolRelative(rt, advisor, order);
  expect(await textOf(rt, 'indbydelse')).toMatch(/^Hello/);
  expect(await rows(rt, 'SELECT language FROM relatives')).toEqual([{ language: 'en' }]);
  expect(await rows(rt, "SELECT body FROM ledger WHERE kind = 'relative.changed'")).toEqual([
    { body: '{"fields":["language"]}' },
  ]);
});

test('only a language the flow has texts in can be chosen, and who may not be enrolled keeps theirs', async () => {
  await using rt = await makeHouse();
  await publishFlow(rt, invitation('link'));
  const relativeId = await seedRelative(rt);
  const order = { flow: 'indbydelse-link', relativeId, anchors: {}, language: 'pl' };
  await expect(enrolRelative(rt, advisor, order)).rejects.toThrow('field-unreadable');
  await run(rt, "UPDATE circles SET state = 'paused'");
  await expect(enrolRelative(rt, advisor, { ...order, language: 'en' })).rejects.toThrow('circle-held');
  expect(await rows(rt, 'SELECT language FROM relatives')).toEqual([{ language: 'da' }]);
});

test('the plan says when a moment was moved since no SMS leaves then, and how the relative is reached', async () => {
  await using rt = await makeHouse();
  const timed = {
    timing: {
      when: { offset: { amount: 1, unit: 'days' }, direction: 'before', anchor: 'dag', clock: '10:00' },
      late: 'skip',
    },
  } as const;
  await publishFlow(rt, makeFlow([{ ...say('husk'), ...timed }], { name: 'husk' }));
  const relativeId = await seedRelative(rt, { channel: 'ring' });
  // The day before this Monday is a Sunday: it leaves on Saturday.
  const anchors = { dag: '2027-03-15', moede: '2027-03-20T14:00' };
  const { preview } = await previewEnrolment(rt, advisor, { flow: 'husk', relativeId, anchors });
  const [message] = preview.paths[0]?.messages ?? [];
  expect(message?.movedFrom).toBe(Date.UTC(2027, 2, 14, 9));
  expect(message?.at).toBeLessThan(Date.UTC(2027, 2, 14));
  expect(preview.channel).toBe('ring');
});
