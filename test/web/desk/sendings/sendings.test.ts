// The pages of what will be sent: the calendar, a day of it, and the limit a day.
import { expect, test } from 'vitest';
import { publishFlow } from '../../../../src/services/journeys/publish-flow.ts';
import { startJourney } from '../../../../src/services/journeys/start-journey.ts';
import { makeFlow, say } from '../../../journey/engine/make-flow.ts';
import { addRelative, makeDesk, openDesk } from '../../../support/desk.ts';

test('a day tells on whom much falls and until when it waits once there is a limit, and each leads on', async () => {
  await using rt = await makeDesk();
  const whens = ['2 days before dag at 09:00', '2 days before dag at 12:00'];
  const steps = whens.map((when, n) => say(`trin-${n}`, { when }));
  const anchors = { dag: { title: 'Dagen', time: false } };
  await publishFlow(rt, makeFlow(steps, { name: 'a', title: 'Prøven', anchors }));
  const relativeId = await addRelative(rt, { name: 'Pårørende 1' });
  await startJourney(rt, { flow: 'a', relativeId, anchors: { dag: '2027-03-05' }, by: 'staff-1' });

  const admin = await openDesk(rt, 'administrator');
  await admin.get('/desk/indstillinger/graense');
  const calendar = await admin.get('/desk/udsendelser');
  expect(calendar.text).toContain('Der er ingen grænse');
  expect(calendar.text).toContain('Ingen får 3 sms eller flere på en dag i perioden.');
  expect(calendar.text).toContain('href="/desk/udsendelser/2027-03-03"');

  const form = await admin.get('/desk/indstillinger/graense');
  const seen = /name="seen" value="(\d+)"/.exec(form.text)?.[1] ?? '';
  const wrong = await admin.post('/desk/indstillinger/graense', { seen, dayLimit: '99' });
  expect(wrong.status).toBe(422);
  expect((await admin.post('/desk/indstillinger/graense', { seen, dayLimit: '1' })).status).toBe(303);

  const coordinator = await openDesk(rt, 'coordinator');
  const day = await coordinator.get('/desk/udsendelser/2027-03-03');
  expect(day.text).toContain('<a href="/desk/forloeb/a">Prøven</a>');
  expect(day.text).toContain(`<a href="/desk/paaroerende/${relativeId}?fra=list">Pårørende 1</a>`);
  expect(day.text).toContain('Får 2 sms onsdag den 3. marts.');
  expect(day.text).toContain('1 af dem udskydes til torsdag den 4. marts, fordi grænsen er 1 om dagen.');
  expect(day.text).not.toContain('Ret grænsen');
  expect((await coordinator.get('/desk/udsendelser/2027-02-28')).status).toBe(404);
});
