import type { InStatement } from '@libsql/client';
import { expect, test } from 'vitest';
import { countSteps } from '../../../src/services/desk/count-steps.ts';
import { enrolRelative } from '../../../src/services/desk/enrol-relative.ts';
import { findRelatives } from '../../../src/services/desk/find-relatives.ts';
import { findStaff } from '../../../src/services/desk/find-staff.ts';
import { listAlerts } from '../../../src/services/desk/list-alerts.ts';
import { countDesk, listOverview } from '../../../src/services/desk/list-overview.ts';
import { listRelatives } from '../../../src/services/desk/list-relatives.ts';
import { listReplies } from '../../../src/services/desk/list-replies.ts';
import { listTasks } from '../../../src/services/desk/list-tasks.ts';
import { loginStaff } from '../../../src/services/desk/login-staff.ts';
import { showCircle } from '../../../src/services/desk/show-circle.ts';
import { showConversation } from '../../../src/services/desk/show-conversation.ts';
import { showJourney } from '../../../src/services/desk/show-journey.ts';
import { showRelative } from '../../../src/services/desk/show-relative.ts';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import { addRelative, addReply, advisor, type DeskRuntime, makeDesk, reader } from '../../support/desk.ts';
import { invitation } from '../../support/house.ts';

/** Few rows by nature: the organisation's own. */
const SMALL = /SCAN (units|organisation|flows|flows USING .*)$/;

/** Walks through every row of a table: not a constant, a list that was passed in, or a subquery that is already bounded. */
const isWalk = (detail: string): boolean =>
  /^SCAN /.test(detail) &&
  !/^SCAN (CONSTANT|\(|e\b|json_each|told|begun|.* USING .*INDEX)/.test(detail) &&
  !SMALL.test(detail);

/** Tells every select that walks through a whole table, as SQLite plans it. */
function watchPlans(rt: DeskRuntime): string[] {
  const walks: string[] = [];
  const { client } = rt.db;
  const execute = client.execute.bind(client);
  client.execute = (async (statement: InStatement, args?: never) => {
    const asked = typeof statement === 'string' ? { sql: statement, args: args ?? [] } : statement;
    if (/^\s*(select|with)/i.test(asked.sql)) {
      const plan = await execute({ ...asked, sql: `explain query plan ${asked.sql}` });
      const details = plan.rows.map((row) => String(row.detail)).filter(isWalk);
      walks.push(...details.map((detail) => `${detail}: ${asked.sql.replace(/\s+/g, ' ')}`));
    }
    return execute(asked);
  }) as typeof client.execute;
  return walks;
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

  const walks = watchPlans(rt);
  await findStaff(rt, token);
  await listOverview(rt, reader);
  await countDesk(rt, reader);
  for (const list of [listAlerts, listReplies, listTasks]) {
    await list(rt, reader);
    await list(rt, reader, after);
  }
  await listRelatives(rt, reader, { after: { createdAt: 1, id: 'x' } });
  await listRelatives(rt, reader, { circleId: circle.id });
  await findRelatives(rt, reader, '20000021');
  await findRelatives(rt, reader, 'bror');
  await showRelative(rt, reader, id, 'list');
  await showCircle(rt, reader, circle.id);
  await showConversation(rt, reader, reply);
  await showJourney(rt, reader, id, journeyId);
  await countSteps(rt, reader, 'indbydelse-link', 30);

  expect(walks).toEqual([]);
});
