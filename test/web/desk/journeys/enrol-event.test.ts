// Enrolling into a flow that is about an event: one chooses the event, and the relative is invited to it by the journey that begins.
import { expect, test } from 'vitest';
import { parseFlow } from '../../../../src/journey/flow/parse-flow.ts';
import { beat } from '../../../../src/services/beat.ts';
import { publishFlow } from '../../../../src/services/journeys/publish-flow.ts';
import { readFlowFolder } from '../../../flows/read-folder.ts';
import { openProgram } from '../../../support/api.ts';
import { addRelative, type DeskRuntime, makeDesk, openDesk, rowsOf } from '../../../support/desk.ts';
import { makeEvent } from '../../../support/events.ts';

/** A relative, an open event in April and a draft's worth of the flow that tells of it. */
async function ready() {
  const rt = await makeDesk();
  const parsed = parseFlow(readFlowFolder('temaeftermiddag'));
  if (!parsed.ok) throw new Error('flows/temaeftermiddag does not pass its check');
  await publishFlow(rt, parsed.flow);
  const event = await makeEvent(rt, { sessions: [{ when: '21/4-2027 kl. 14', minutes: '120' }] });
  return { rt, event, id: await addRelative(rt) };
}

const places = (rt: DeskRuntime) =>
  rowsOf(
    rt,
    `select a.relative_id, a.event_id, a.state, j.flow_name, j.subject, j.state ->> '$.anchors.temadag' as at
    from attendances a join journeys j on j.id = a.journey_id`,
  );

const invited = (id: string, event: string) => [
  {
    ...{ relative_id: id, event_id: event, state: 'invited', flow_name: 'temaeftermiddag' },
    ...{ subject: event, at: '2027-04-21T14:00' },
  },
];

test('by the form of the desk', async () => {
  const { rt, event, id } = await ready();
  await using _ = rt;
  const browser = await openDesk(rt);
  const at = `/desk/paaroerende/${id}/tilmeld`;
  const dates = await browser.get(`${at}?flow=temaeftermiddag`);
  const field = /<select id="([^"]+)"[^>]*>(?:(?!<\/select>)[\s\S])*Temaeftermiddag om demens/.exec(
    dates.text,
  )?.[1];
  expect(field).toBeDefined();
  const plan = await browser.get(`${at}?flow=temaeftermiddag&vis=plan&${field}=${event}`);
  expect(plan.text).toContain('21. april');
  const hidden = new RegExp(`name="${field}" value="([^"]*)"`).exec(plan.text)?.[1];
  expect(hidden).toBe(event);
  const missing = await browser.post(at, { flow: 'temaeftermiddag' });
  expect(missing.status).toBe(422);
  const enrolled = await browser.post(at, { flow: 'temaeftermiddag', [field ?? '']: event });
  expect(enrolled.status).toBe(303);
  expect(await places(rt)).toEqual(invited(id, event));
  expect((await browser.get(`/desk/arrangementer/${event}`)).text).toContain('Har ikke svaret: 1');
  await beat(rt);
  expect(rt.posted).toHaveLength(1);
});

test('by a program', async () => {
  const { rt, event, id } = await ready();
  await using _ = rt;
  const program = await openProgram(rt, { role: 'coordinator', scopes: ['journeys:read', 'journeys:write'] });
  const body = { flow: 'temaeftermiddag', anchors: { temadag: event } };
  const seen = await program.post(`/relatives/${id}/journeys/preview`, body);
  expect(seen.status).toBe(200);
  const unknown = { ...body, anchors: { temadag: 'no-such-event' } };
  expect((await program.post(`/relatives/${id}/journeys`, unknown)).status).toBe(404);
  expect((await program.post(`/relatives/${id}/journeys`, { flow: 'temaeftermiddag' })).status).toBe(422);
  const { status } = await program.post(`/relatives/${id}/journeys`, body);
  expect(status).toBe(201);
  expect(await places(rt)).toEqual(invited(id, event));
});
