// An arrangement that is over, and the questionnaires about it.
import { parseFlow } from '../../src/journey/flow/parse-flow.ts';
import { beat } from '../../src/services/beat.ts';
import { publishFlow } from '../../src/services/journeys/publish-flow.ts';
import { findOpenLink } from '../../src/services/pages/find-link.ts';
import { openSession } from '../../src/services/pages/open-session.ts';
import { type PageVisit, resumePage } from '../../src/services/pages/resume-page.ts';
import { tokenHash } from '../../src/store/seal.ts';
import { readFlowFolder } from '../flows/read-folder.ts';
import { addRelative, makeDesk } from './desk.ts';
import { join, makeEvent } from './events.ts';
import type { TestRuntime } from './runtime.ts';

/** Around the theme afternoon of test/support/events.ts: the evening of it, and the morning after at 10.05. */
const EVENING = Date.UTC(2027, 2, 10, 16);
const MORNING_AFTER = Date.UTC(2027, 2, 11, 9, 5);

async function untilAsked(rt: TestRuntime): Promise<void> {
  for (const at of [EVENING, MORNING_AFTER]) {
    rt.forward(at - rt.now());
    for (let n = 0; n < 4; n += 1) await beat(rt);
  }
}

/** An arrangement at which so many relatives have a seat, one day later. */
export async function afterEvent(
  count: number,
  before: (rt: TestRuntime, id: string, ids: string[]) => Promise<void> = async () => {},
) {
  const rt = await makeDesk({ config: { publicUrl: 'http://127.0.0.1' } });
  const parsed = parseFlow(readFlowFolder('arrangement'));
  if (!parsed.ok) throw new Error('flows/arrangement does not pass its check');
  await publishFlow(rt, parsed.flow);
  const id = await makeEvent(rt, { capacity: '20' });
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const relativeId = await addRelative(rt, { number: `20 00 01 ${10 + n}`, name: `Pårørende ${n}` });
    await join(rt, id, { relativeId });
    ids.push(relativeId);
  }
  await beat(rt);
  await before(rt, id, ids);
  await untilAsked(rt);
  return { rt, id, ids };
}

/** The tokens of every link that was posted. */
export const tokensOf = (rt: TestRuntime): string[] =>
  rt.posted.flatMap(({ text }) => /\/i\/([\w-]{22})/.exec(text)?.[1] ?? []);

/** The visits behind the links that were posted, as a press on the landing page opens them. */
export async function visits(rt: TestRuntime): Promise<PageVisit[]> {
  const tokens = tokensOf(rt);
  return Promise.all(
    tokens.map(async (token) => {
      const link = await findOpenLink(rt, tokenHash(token));
      if (!link) throw new Error('a link does not open');
      const secret = await openSession(rt, { link: link.tokenHash, verified: true });
      return resumePage(rt, secret);
    }),
  );
}
