import { expect, test } from 'vitest';
import { createRelative } from '../../../src/services/relatives/create-relative.ts';
import { doOnce, type KeptAnswer, SILENT_MS } from '../../../src/services/requests/do-once.ts';
import type { Runtime } from '../../../src/services/runtime.ts';
import { advisor, type DeskRuntime, makeDesk, relativeForm, rowsOf } from '../../support/desk.ts';

const asked = { keyId: 'key', idempotencyKey: 'same-request', request: 'POST /relatives\n{}' };

const register = async (rt: Runtime): Promise<KeptAnswer> => {
  const { id } = await createRelative(rt, advisor, relativeForm());
  return { status: 201, body: id, headers: {} };
};

const countOf = async (rt: DeskRuntime): Promise<number> =>
  (await rowsOf(rt, 'select 1 from relatives')).length;

test('a worker that was silent too long commits nothing any more once another has followed', async () => {
  await using rt = await makeDesk();
  const [begun, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slow = doOnce(rt, asked, async (own) => {
    begun.resolve();
    await gate.promise;
    return register(own);
  });
  await begun.promise;

  await expect(doOnce(rt, asked, register)).rejects.toThrow('request-under-way');
  rt.forward(SILENT_MS);
  const second = await doOnce(rt, asked, async (own) => {
    const given = await register(own);
    gate.resolve();
    await expect(slow).rejects.toThrow('NOT NULL');
    return given;
  });

  expect(second).toMatchObject({ status: 201, replayed: false });
  expect(await countOf(rt)).toBe(1);
  expect(await doOnce(rt, asked, register)).toEqual({ ...second, replayed: true });
});

test('a fault before anything was committed lets the same request begin anew at once', async () => {
  await using rt = await makeDesk();
  const fault = () => Promise.reject(new Error('away'));
  await expect(doOnce(rt, asked, fault)).rejects.toThrow('away');
  expect(await doOnce(rt, asked, register)).toMatchObject({ status: 201, replayed: false });
});

test('a fault after the commit lets whoever asks next find the same answer', async () => {
  await using rt = await makeDesk();
  let id = '';
  const fault = async (own: Runtime): Promise<KeptAnswer> => {
    id = (await register(own)).body;
    throw new Error('away');
  };
  await expect(doOnce(rt, asked, fault)).rejects.toThrow('away');
  expect(await doOnce(rt, asked, register)).toMatchObject({ status: 201, body: id });
  expect(await countOf(rt)).toBe(1);
});

test('ids that follow from a request are told by nothing a client knows', async () => {
  await using rt = await makeDesk();
  await using other = await makeDesk({ seed: 2 });
  const keys = { ...other.db.keys, index: other.db.keys.pin };
  const ids: string[] = [];
  const take = async (own: Runtime): Promise<KeptAnswer> => {
    ids.push(own.newId(), own.newId());
    return { status: 200, body: '', headers: {} };
  };
  await doOnce(rt, asked, take);
  await doOnce({ ...other, db: { ...other.db, keys } }, asked, take);
  expect(new Set(ids).size).toBe(4);
  for (const id of ids) expect(id).toMatch(/^[\w-]{22}$/);
});
