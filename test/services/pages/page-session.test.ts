import { expect, test } from 'vitest';
import { openLink } from '../../../src/services/pages/open-link.ts';
import { resumePage } from '../../../src/services/pages/resume-page.ts';
import { sweepDoors } from '../../../src/services/sweep-doors.ts';
import { invitation, seedOrganisation, seedRelative, startWithLink } from '../../support/house.ts';
import { makeRuntime, type TestRuntime } from '../../support/runtime.ts';
import { countRows } from '../../support/visit.ts';

async function open(rt: TestRuntime) {
  await seedOrganisation(rt);
  const { token } = await startWithLink(rt, invitation('link'), await seedRelative(rt));
  const { session } = await openLink(rt, { token, address: 'a', read: true });
  return { token, session };
}

test('the demo clock does not end a session, and real time does not end a link', async () => {
  await using rt = await makeRuntime();
  const { session, token } = await open(rt);
  rt.forwardJourneys(20 * 24 * 3_600_000);
  await expect(resumePage(rt, session)).resolves.toMatchObject({ session: { verified: true } });

  rt.forwardJourneys(20 * 24 * 3_600_000);

  await expect(resumePage(rt, session)).rejects.toMatchObject({ code: 'session-ended' });
  await expect(openLink(rt, { token, address: 'a', read: true })).rejects.toMatchObject({
    code: 'link-unknown',
  });
});

test('opening a link anew ends the session the browser had', async () => {
  await using rt = await makeRuntime();
  const { session, token } = await open(rt);

  await openLink(rt, { token, address: 'a', read: true, instead: session });

  await expect(resumePage(rt, session)).rejects.toMatchObject({ code: 'session-ended' });
});

test('a sweep forgets ended sessions and keeps live ones', async () => {
  await using rt = await makeRuntime();
  const { session } = await open(rt);
  await sweepDoors(rt);
  await expect(resumePage(rt, session)).resolves.toBeDefined();
  rt.forward(3 * 3_600_000);

  await sweepDoors(rt);

  expect(await countRows(rt, 'sessions')).toBe(0);
});

test('a turn that fails leaves the opening to be told at the next one', async () => {
  let broken = false;
  await using rt = await makeRuntime({
    around: (when) => {
      if (when === 'before' && broken)
        throw Object.assign(new Error('read-only'), { code: 'SQLITE_READONLY' });
    },
  });
  await seedOrganisation(rt);
  const { token } = await startWithLink(rt, invitation('link'), await seedRelative(rt));
  broken = true;
  await expect(openLink(rt, { token, address: 'a', read: true })).rejects.toThrow();
  broken = false;
  expect(await countRows(rt, "facts WHERE kind = 'pageOpened'")).toBe(0);

  await openLink(rt, { token, address: 'a', read: true });

  expect(await countRows(rt, "facts WHERE kind = 'pageOpened'")).toBe(1);
});
