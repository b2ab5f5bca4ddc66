import { expect, test } from 'vitest';
import { startHeartbeat } from '../../src/jobs/heartbeat.ts';
import { addMessages } from '../../src/store/messages/messages.ts';
import { accepted, DAY, makeHouse, rows, scriptedGateway } from '../services/stand.ts';

test('the heartbeat sweeps bodies from the provider', async () => {
  const asked = Promise.withResolvers<string>();
  const gateway = scriptedGateway((_, nth) => accepted(nth), {
    forget: async (id) => {
      asked.resolve(id);
      return true;
    },
  });
  await using rt = await makeHouse({ gateway });
  await rt.db.lane.put(addMessages, {
    id: 'm',
    textKey: 't',
    purpose: 'flow',
    channel: 'sms',
    sender: 'number',
    language: 'da',
    textSealed: 'x',
    segments: 1,
    lane: 1,
    status: 'delivered',
    dueAt: rt.now(),
    createdAt: rt.now(),
    providerId: 'P-1',
    sentAt: rt.now(),
    deliveredAt: rt.now(),
  });
  rt.forward(2 * DAY);
  const heartbeat = startHeartbeat(rt, 5);
  expect(await asked.promise).toBe('P-1');
  await heartbeat.stop();
  expect(await rows(rt, 'SELECT forgotten_at FROM messages')).toEqual([{ forgotten_at: rt.clock() }]);
});
