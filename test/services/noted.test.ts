import { expect, test } from 'vitest';
import { holdCircleByStaff, releaseCircleByStaff } from '../../src/services/circles/hold-circle-by-staff.ts';
import { noteCircle } from '../../src/services/circles/note-circle.ts';
import { answerQuestion } from '../../src/services/inbox/answer-question.ts';
import { closeConversation } from '../../src/services/inbox/settle-conversation.ts';
import { writeSms } from '../../src/services/inbox/write-in-conversation.ts';
import { enrolRelative } from '../../src/services/journeys/enrol-relative.ts';
import { publishFlow } from '../../src/services/journeys/publish-flow.ts';
import { retryTimer } from '../../src/services/journeys/retry-timer.ts';
import { changeNumber } from '../../src/services/relatives/change-number.ts';
import { closeNumberByStaff } from '../../src/services/relatives/close-number-by-staff.ts';
import { createRelative } from '../../src/services/relatives/create-relative.ts';
import { givePin, givePinCode } from '../../src/services/relatives/give-pin.ts';
import { listTasks } from '../../src/services/waiting/list-tasks.ts';
import { reopenAlert } from '../../src/services/waiting/reopen-alert.ts';
import { settleAlert } from '../../src/services/waiting/settle-alert.ts';
import { settleTask } from '../../src/services/waiting/settle-task.ts';
import { alertRow, raiseAlerts } from '../../src/store/messages/alerts.ts';
import {
  addRelative,
  addReply,
  advisor,
  type DeskRuntime,
  makeDesk,
  relativeForm,
  rowsOf,
} from '../support/desk.ts';
import { invitation } from '../support/house.ts';
import { giveCode, openInvitation } from '../support/visit.ts';

/** Something staff or a relative do: `changed` finds a row once it is done, `kinds` are its ledger entries. */
type Act = { act(): Promise<unknown>; changed: string; kinds: readonly string[] };

const circleOf = async (rt: DeskRuntime): Promise<string> =>
  String((await rowsOf(rt, 'select id from circles'))[0]?.id);

async function makeTask(rt: DeskRuntime): Promise<string> {
  await publishFlow(rt, invitation('link'));
  const relativeId = await addRelative(rt, { channel: 'ring' });
  await enrolRelative(rt, advisor, { flow: 'indbydelse-link', relativeId, anchors: {} });
  return (await listTasks(rt, advisor)).lines[0]?.id ?? '';
}

const acts: Record<string, (rt: DeskRuntime) => Promise<Act>> = {
  'a relative who consents is registered': async (rt) => ({
    act: () => createRelative(rt, advisor, relativeForm({ consent: 'yes' })),
    changed: 'select 1 from relatives',
    kinds: ['relative.created', 'consent.given'],
  }),
  'a number is changed': async (rt) => {
    const id = await addRelative(rt);
    const form = { number: '20 00 00 22', phone: 'auto', channel: 'sms', shared: '' };
    return {
      act: () => changeNumber(rt, advisor, id, form),
      changed: 'select 1 from relatives join numbers n on n.id = number_id where n.rowid = 2',
      kinds: ['relative.number-changed'],
    };
  },
  'a circle is held': async (rt) => {
    await addRelative(rt);
    const id = await circleOf(rt);
    return {
      act: () => holdCircleByStaff(rt, advisor, id, 'paused'),
      changed: "select 1 from circles where state = 'paused'",
      kinds: ['circle.paused'],
    };
  },
  'a circle is released': async (rt) => {
    await addRelative(rt);
    const id = await circleOf(rt);
    await holdCircleByStaff(rt, advisor, id, 'paused');
    rt.forward(1);
    return {
      act: () => releaseCircleByStaff(rt, advisor, id),
      changed: "select 1 from circles where state = 'alive'",
      kinds: ['circle.released'],
    };
  },
  'a circle is noted': async (rt) => {
    await addRelative(rt);
    const id = await circleOf(rt);
    return {
      act: () => noteCircle(rt, advisor, id, { apart: true, consentCheckedOn: '' }),
      changed: 'select 1 from circles where apart = 1',
      kinds: ['circle.noted'],
    };
  },
  'a reply is answered': async (rt) => {
    const reply = await addReply(rt, { text: 'Hej' });
    return {
      act: () => writeSms(rt, advisor, reply, { text: 'Svar', seen: 1, form: rt.newId() }),
      changed: "select 1 from replies where status = 'answered'",
      kinds: ['conversation.written', 'reply.answered'],
    };
  },
  'a reply is put away': async (rt) => {
    const reply = await addReply(rt, { text: 'Hej' });
    return {
      act: () => closeConversation(rt, advisor, reply, 1),
      changed: "select 1 from replies where status = 'closed'",
      kinds: ['reply.closed'],
    };
  },
  'a reply is read as a yes': async (rt) => {
    await publishFlow(rt, invitation('link'));
    const relativeId = await addRelative(rt);
    const order = { flow: 'indbydelse-link', relativeId, anchors: {} };
    const { journeyId } = await enrolRelative(rt, advisor, order);
    const reply = await addReply(rt, { text: 'Det kan jeg vist godt' });
    return {
      act: () => answerQuestion(rt, advisor, reply, { journeyId, answer: 'ja' }),
      changed: `select 1 from replies where status = 'handled'
        and exists (select 1 from facts where kind = 'answerRecorded')`,
      kinds: ['reply.read'],
    };
  },
  'a PIN is given': async (rt) => {
    const id = await addRelative(rt);
    return {
      act: () => givePin(rt, advisor, id),
      changed: 'select 1 from pins where pin_hash is not null',
      kinds: ['pin.given'],
    };
  },
  'a one-time code is given': async (rt) => {
    const id = await addRelative(rt);
    return {
      act: () => givePinCode(rt, advisor, id, 'voice'),
      changed: 'select 1 from pins where code_hash is not null',
      kinds: ['pin.code-given'],
    };
  },
  'a PIN is chosen': async (rt) => {
    const { browser, relative } = await openInvitation(rt, 'pin');
    await giveCode(rt, relative, '880044');
    return {
      act: async () => {
        const typed = { kode: '880044', pin: '593017', igen: '593017' };
        if ((await browser.post('/mit/pin/ny', typed)).status !== 303) throw new Error('refused');
      },
      changed: 'select 1 from pins where pin_hash is not null',
      kinds: ['pin.chosen'],
    };
  },
  'an alert is settled': async (rt) => {
    const alert = { id: 'a', kind: 'flow', audience: 'advisor', raisedAt: rt.now() } as const;
    await rt.db.lane.put(raiseAlerts, alertRow(rt.db.keys, alert));
    return {
      act: () => settleAlert(rt, advisor, 'a'),
      changed: "select 1 from alerts where status = 'done'",
      kinds: ['alert.done'],
    };
  },
  'an alert is opened again': async (rt) => {
    const alert = { id: 'a', kind: 'flow', audience: 'advisor', raisedAt: rt.now() } as const;
    await rt.db.lane.put(raiseAlerts, alertRow(rt.db.keys, alert));
    await settleAlert(rt, advisor, 'a');
    return {
      act: () => reopenAlert(rt, advisor, 'a'),
      changed: "select 1 from alerts where status = 'open' and done_at is null and done_by is null",
      kinds: ['alert.reopened'],
    };
  },
  'a call is made': async (rt) => {
    const task = await makeTask(rt);
    return {
      act: () => settleTask(rt, advisor, task, 'done'),
      changed: "select 1 from messages where status = 'done'",
      kinds: ['task.done'],
    };
  },
  'an answer is typed that was given by telephone': async (rt) => {
    const task = await makeTask(rt);
    return {
      act: () => settleTask(rt, advisor, task, 'ja'),
      changed: `select 1 from messages where status = 'done'
        and exists (select 1 from facts where kind = 'answerRecorded')`,
      kinds: ['task.done'],
    };
  },
};

const noted = async (rt: DeskRuntime, { kinds }: Act): Promise<string[]> =>
  (await rowsOf(rt, 'select kind from ledger order by seq'))
    .map(({ kind }) => String(kind))
    .filter((kind) => kinds.includes(kind));

/** Does it in a process that dies when its lane has `left` moments more; true when it lived to the end. */
async function doIt(prepare: (rt: DeskRuntime) => Promise<Act>, kill: number): Promise<boolean> {
  let left = Number.POSITIVE_INFINITY;
  await using rt = await makeDesk({
    around: () => {
      if (left-- <= 0) throw new Error('killed');
    },
  });
  const act = await prepare(rt);
  left = kill;
  const lived = await act.act().then(
    () => true,
    () => false,
  );
  left = Number.POSITIVE_INFINITY;
  const changed = (await rowsOf(rt, act.changed)).length > 0;
  expect(await noted(rt, act), `killed at ${kill}`).toEqual(changed ? act.kinds : []);
  if (lived) expect(changed).toBe(true);
  return lived;
}

test.each(Object.entries(acts))(
  '%s: killed anywhere, it stands in the ledger or did not happen',
  async (_, prepare) => {
    for (let kill = 0; !(await doIt(prepare, kill)); kill += 1) expect(kill).toBeLessThan(20);
  },
);

test.each(Object.entries(acts))(
  '%s, pressed twice at once: as often in the ledger as it happened',
  async (_, prepare) => {
    await using rt = await makeDesk();
    const act = await prepare(rt);
    const fates = await Promise.allSettled([act.act(), act.act()]);
    const happened = fates.filter(({ status }) => status === 'fulfilled').length;
    expect(happened).toBeGreaterThan(0);
    expect(await noted(rt, act)).toHaveLength(act.kinds.length * happened);
  },
);

const lost: typeof acts = {
  ...acts,
  'a number is closed': async (rt) => {
    const id = await addRelative(rt);
    return {
      act: () => closeNumberByStaff(rt, advisor, id, 'stopped'),
      changed: 'select 1 from numbers where stopped_at is not null',
      kinds: ['consent.withdrawn'],
    };
  },
  'nobody takes the telephone': async (rt) => {
    const task = await makeTask(rt);
    return {
      act: () => settleTask(rt, advisor, task, 'missed'),
      changed: 'select 1 from messages where attempts = 1',
      kinds: ['task.missed'],
    };
  },
  'a timer is tried again': async (rt) => {
    await publishFlow(rt, invitation('link'));
    const relativeId = await addRelative(rt);
    const order = { flow: 'indbydelse-link', relativeId, anchors: {} };
    const { journeyId } = await enrolRelative(rt, advisor, order);
    const [timer] = await rowsOf(rt, "select due_at from timers where name = 'expiry'");
    const id = `broken.${journeyId}.expiry.${timer?.due_at}`;
    await rt.db.client.execute('update timers set held = 1');
    const alert = { id, kind: 'broken', audience: 'coordinator', journeyId, relativeId } as const;
    await rt.db.lane.put(raiseAlerts, alertRow(rt.db.keys, { ...alert, raisedAt: rt.now() }));
    return {
      act: () => retryTimer(rt, advisor, id),
      changed: 'select 1 from timers where held = 0',
      kinds: ['alert.retried'],
    };
  },
};

/** What is done again without harm has nothing to be looked up, and is then noted as often as it was done. */
const again = ['a circle is held', 'a circle is noted', 'a PIN is given', 'a one-time code is given'];

/** Does it while the database's answer to the n-th commit is lost; false when there were fewer. */
async function loseAnswer(prepare: (rt: DeskRuntime) => Promise<Act>, nth: number): Promise<boolean> {
  let left = Number.POSITIVE_INFINITY;
  await using rt = await makeDesk({
    around: (when) => {
      if (when === 'after' && left-- === 0) throw new TypeError('fetch failed');
    },
  });
  const act = await prepare(rt);
  left = nth;
  await act.act();
  expect(await rowsOf(rt, act.changed)).toHaveLength(1);
  expect(await noted(rt, act)).toEqual(act.kinds);
  return left < 0;
}

test.each(Object.entries(lost).filter(([name]) => !again.includes(name)))(
  '%s: who presses hears that it is done although an answer of the database was lost, and it is done once',
  async (_, prepare) => {
    for (let nth = 0; await loseAnswer(prepare, nth); nth += 1) expect(nth).toBeLessThan(20);
  },
);
