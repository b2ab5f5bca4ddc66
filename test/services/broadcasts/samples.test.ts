// The few that are shown before a group message is ordered.
import { expect, test } from 'vitest';
import { previewBroadcast } from '../../../src/services/broadcasts/preview-broadcast.ts';
import { makeHouse } from '../stand.ts';
import { coordinator, draft, makeGroup } from './stand.ts';

const shown = async (
  tiltaler: readonly string[],
  more: (n: number) => { channel?: 'ring' | 'brev'; language?: string } = () => ({}),
): Promise<string[]> => {
  await using rt = await makeHouse();
  const { groupId } = await makeGroup(rt, tiltaler.length, (n) => ({
    tiltale: tiltaler[n] ?? '',
    ...more(n),
  }));
  const id = await draft(rt, groupId, { texts: { da: 'Hej {{ tiltale }}', en: 'Hello {{ tiltale }}' } });
  const { samples } = await previewBroadcast(rt, coordinator, id);
  expect((await previewBroadcast(rt, coordinator, id)).samples).toEqual(samples);
  return samples.map(({ channel, text }) => `${channel} ${text}`);
};

test('five real ones that differ are shown, the longest and the shortest first, also of those as long as each other', async () => {
  const names = ['Bo', 'Ib', 'Anne', 'Mona', 'Karl', 'Alexandrine', 'Anne'];
  const [longest, shortest, ...rest] = await shown(names);
  expect(longest).toBe('sms Hej Alexandrine');
  expect(shortest).toMatch(/^sms Hej (Bo|Ib)$/);
  expect(new Set([longest, shortest, ...rest]).size).toBe(5);
  expect(await shown(['Anne', 'Mona'])).toHaveLength(2);
  expect(await shown(['Anne', 'Anne'])).toEqual(['sms Hej Anne']);
});

test('each language and each channel is among them', async () => {
  const names = ['Alexandrine', 'Bo', 'Anne', 'Mona', 'Karl', 'Inger', 'Margrethe'];
  const seen = await shown(names, (n) => ({
    ...(n === 2 || n === 6 ? { channel: 'ring' as const } : {}),
    ...(n === 3 ? { channel: 'brev' as const } : {}),
    ...(n === 4 ? { language: 'en' } : {}),
  }));
  expect(seen).toHaveLength(5);
  expect(seen).toEqual(
    expect.arrayContaining([
      ...['sms Hej Alexandrine', 'sms Hej Bo', 'ring Hej Margrethe', 'brev Hej Mona', 'sms Hello Karl'],
    ]),
  );
});
