import { createClient, type InStatement } from '@libsql/client';
import { expect, test } from 'vitest';
import { listCircles } from '../../src/services/circles/list-circles.ts';
import { showCircle } from '../../src/services/circles/show-circle.ts';
import { showInddragelse } from '../../src/services/circles/withdraw-circle-consent.ts';
import { listConversations } from '../../src/services/inbox/list-conversations.ts';
import { openConversation } from '../../src/services/inbox/open-conversation.ts';
import { pageReplies } from '../../src/services/inbox/page-replies.ts';
import { countSteps } from '../../src/services/journeys/count-steps.ts';
import { enrolRelative } from '../../src/services/journeys/enrol-relative.ts';
import { publishFlow } from '../../src/services/journeys/publish-flow.ts';
import { showJourney } from '../../src/services/journeys/show-journey.ts';
import { listSignposts } from '../../src/services/offers/signpost.ts';
import { listReferrals } from '../../src/services/referrals/list-referrals.ts';
import { findRelatives } from '../../src/services/relatives/find-relatives.ts';
import { listRelatives } from '../../src/services/relatives/list-relatives.ts';
import { showRelative } from '../../src/services/relatives/show-relative.ts';
import { findStaff } from '../../src/services/staff/find-staff.ts';
import { loginStaff } from '../../src/services/staff/login-staff.ts';
import { listAlerts } from '../../src/services/waiting/list-alerts.ts';
import { countDesk, listOverview } from '../../src/services/waiting/list-overview.ts';
import { listTasks } from '../../src/services/waiting/list-tasks.ts';
import { readPulse } from '../../src/services/waiting/read-pulse.ts';
import { addRelative, addReply, advisor, type DeskRuntime, makeDesk, reader } from '../support/desk.ts';
import { invitation } from '../support/house.ts';

/** Few rows by nature: the organisation's own. */
const SMALL = /SCAN (units|organisation|sources|offers|flows|flows USING .*)$/;

/** Walks through every row of a table: not a constant, a list that was passed in, or a subquery that is already bounded. */
const isWalk = (detail: string): boolean =>
  /^SCAN /.test(detail) &&
  !/^SCAN (CONSTANT|\(|e\b|json_each|told|begun|waiting|.* USING .*INDEX)/.test(detail) &&
  !SMALL.test(detail);

/** Tells every select that walks through a whole table, as SQLite plans it. */
function watchPlans(rt: DeskRuntime): { walks: string[]; close(): void } {
  const walks: string[] = [];
  const { client } = rt.db;
  const execute = client.execute.bind(client);
  const planner = createClient({ url: rt.url });
  client.execute = (async (statement: InStatement, args?: never) => {
    const asked = typeof statement === 'string' ? { sql: statement, args: args ?? [] } : statement;
    if (/^\s*(select|with)/i.test(asked.sql)) {
      const plan = await planner.execute({ ...asked, sql: `explain query plan ${asked.sql}` });
      const details = plan.rows.map((row) => String(row.detail)).filter(isWalk);
      walks.push(...details.map((detail) => `${detail}: ${asked.sql.replace(/\s+/g, ' ')}`));
    }
    return execute(asked);
  }) as typeof client.execute;
  return { walks, close: () => planner.close() };
}

test('no page of the desk walks through a whole table, however much is stored', async () => {
  await using rt = await makeDesk();
  await publishFlow(rt, invitation('link'));
  const id = await addRelative(rt);
  const { circle } = await showRelative(rt, advisor, id, 'new');
  const order = { flow: 'indbydelse-link', relativeId: id, anchors: {} };
  const { journeyId } = await enrolRelative(rt, advisor, order);
  const reply = await addReply(rt, { text: 'Hej', relativeId: id });
  const token = await loginStaff(rt, 'advisor');
  const after = { at: 1, id: 'x' };

  const { walks, close } = watchPlans(rt);
  await findStaff(rt, token);
  await listOverview(rt, reader);
  await countDesk(rt, reader);
  for (const list of [listAlerts, listTasks]) {
    await list(rt, reader);
    await list(rt, reader, after);
  }
  await listRelatives(rt, reader, { after: { createdAt: 1, id: 'x' } });
  await listRelatives(rt, reader, { circleId: circle.id });
  await findRelatives(rt, reader, '20000021');
  await findRelatives(rt, reader, 'bror');
  await showRelative(rt, reader, id, 'list');
  await showCircle(rt, reader, circle.id);
  await openConversation(rt, reader, reply);
  await pageReplies(rt, reader, { after, most: 10 });
  await listConversations(rt, reader, { filter: 'mine', after });
  await openConversation(rt, reader, id);
  await readPulse(rt, reader);
  await showJourney(rt, reader, id, journeyId);
  await countSteps(rt, reader, 'indbydelse-link', 30);
  await listCircles(rt, reader, { after });
  await listReferrals(rt, reader);
  await listReferrals(rt, reader, after);
  await listSignposts(rt, reader, id);
  await showInddragelse(rt, reader, circle.id);

  close();
  expect(walks).toEqual([]);
});
