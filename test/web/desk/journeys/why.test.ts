import { expect, test } from 'vitest';
import type { Flow } from '../../../../src/journey/flow/flow.ts';
import { enrolRelative } from '../../../../src/services/journeys/enrol-relative.ts';
import { publishFlow } from '../../../../src/services/journeys/publish-flow.ts';
import { takeTurn } from '../../../../src/services/journeys/take-turn.ts';
import { addRelative, advisor, type DeskRuntime, makeDesk, openDesk, rowsOf } from '../../../support/desk.ts';
import { invitation } from '../../../support/house.ts';

/** Asks at once, answers each answer, and reminds once. */
const asking: Flow = {
  ...invitation('link'),
  name: 'spoerg',
  languages: ['da'],
  steps: [
    {
      kind: 'ask',
      id: 'ring',
      text: 'ring',
      ja: { say: 'tak' },
      nej: { say: 'okay' },
      silent: { after: { amount: 2, unit: 'days' }, remind: 1, say: 'farvel' },
    },
  ],
  texts: { da: { ring: 'Skal vi ringe? JA/NEJ', tak: 'Tak, vi ringer.', okay: 'Okay.', farvel: 'Farvel.' } },
  pages: {},
};

async function enrol(rt: DeskRuntime): Promise<{ id: string; journeyId: string }> {
  await publishFlow(rt, asking);
  const id = await addRelative(rt);
  const order = { flow: 'spoerg', relativeId: id, anchors: {} };
  return { id, ...(await enrolRelative(rt, advisor, order)) };
}

const fireSilence = async (rt: DeskRuntime, journeyId: string): Promise<void> => {
  const [timer] = await rowsOf(rt, "select due_at from timers where name = 'silence'");
  const dueAt = Number(timer?.due_at);
  rt.forward(dueAt - rt.now());
  await takeTurn(rt, journeyId, { kind: 'timerFired', at: dueAt, timer: 'silence', dueAt });
};

const readWhy = async (rt: DeskRuntime, id: string, key: string): Promise<string> => {
  const [message] = await rowsOf(
    rt,
    `select id from messages where text_key = '${key}' order by created_at desc limit 1`,
  );
  const browser = await openDesk(rt);
  const { status, text } = await browser.get(`/desk/paaroerende/${id}/hvorfor/${message?.id}`);
  expect(status).toBe(200);
  return text;
};

test('an answer is explained by the answer it answers, and nothing that does not matter stands beside it', async () => {
  await using rt = await makeDesk();
  const { id, journeyId } = await enrol(rt);
  await takeTurn(rt, journeyId, { kind: 'replied', at: rt.now(), answer: 'ja', reply: 'reply-1' });

  const why = await readWhy(rt, id, 'tak');

  for (const told of ['Skrives med det samme, fordi der blev svaret JA.', 'Venter på JA eller NEJ.'])
    expect(why).toContain(told);
  expect(why).not.toContain('Teksten »ring« blev skrevet.');
  expect(why).not.toContain('Forløbet sluttede');
  expect(why.match(/Reglen i forløbet/g)).toHaveLength(1);
});

test('a reminder and a farewell are explained by the silence', async () => {
  await using rt = await makeDesk();
  const { id, journeyId } = await enrol(rt);
  expect(await readWhy(rt, id, 'ring')).toContain('Så snart trinnet nås.');
  await fireSilence(rt, journeyId);
  await fireSilence(rt, journeyId);

  expect(await readWhy(rt, id, 'ring')).toContain('Det er påmindelse nummer 1, fordi der ikke var svaret.');
  const farewell = await readWhy(rt, id, 'farvel');
  expect(farewell).toContain('Skrives, fordi der ikke blev svaret i tide.');
  expect(farewell).toContain('Venter 2 dage på svar; minder om det 1 gang.');
});

test('what was checked stands with the instant a message left, and with none that has not left', async () => {
  await using rt = await makeDesk();
  const { id } = await enrol(rt);
  expect(await readWhy(rt, id, 'ring')).not.toContain('Tjekket, da den gik ud');

  await rt.db.client.execute(`update messages set status = 'sent', intent_at = ${rt.now()}`);

  const why = await readWhy(rt, id, 'ring');
  for (const told of [
    'gik ud i dag kl. 10.00.',
    'Nummeret havde ikke sagt stop og var ikke meldt forkert.',
    'Kredsen stod ikke stille.',
    'Tidsrummet for sms var åbent.',
  ])
    expect(why).toContain(told);
});
