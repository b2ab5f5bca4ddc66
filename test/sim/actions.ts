// What people do, at random moments: relatives write and open pages, staff hold, release, move, end and answer, machines are turned off.

import type { PhoneBehaviour } from '../../src/gateways/phone/phone.ts';
import type { Input } from '../../src/journey/engine/inputs.ts';
import type { State } from '../../src/journey/engine/state.ts';
import { isoDate } from '../../src/journey/time/format.ts';
import { DAY_MS, HOUR_MS } from '../../src/journey/time/zone.ts';
import { holdCircle } from '../../src/services/circles/hold-circle.ts';
import { releaseCircle } from '../../src/services/circles/release-circle.ts';
import { openConversation } from '../../src/services/inbox/open-conversation.ts';
import { writeSms } from '../../src/services/inbox/write-in-conversation.ts';
import { endJourney } from '../../src/services/journeys/end-journey.ts';
import { startJourney } from '../../src/services/journeys/start-journey.ts';
import { takeTurn } from '../../src/services/journeys/take-turn.ts';
import { reportWrongNumber } from '../../src/services/replies/report-wrong-number.ts';
import { stopNumber } from '../../src/services/replies/stop-number.ts';
import { advisor } from '../support/desk.ts';
import { cancelSimulated, EVENTS, moveEvent, signOffBy, signUpBy } from './events.ts';
import type { Process } from './process.ts';
import { startProcess, type World } from './world.ts';

const TEXTS = {
  JA: 6,
  'Ja tak!': 2,
  'nej desværre': 3,
  STOP: 2,
  'stop nu': 1,
  START: 3,
  HJÆLP: 2,
  'Hvornår kommer I?': 3,
  FORKERT: 0.3,
  'Jeg kan ikke mere, jeg vil ikke leve': 0.4,
  'Min mor er død': 0.4,
  'Min mor er død. STOP': 0.2,
  AFMELD: 1,
  'Det er 010190-1234': 0.4,
  '': 0.3,
};

type Action = (world: World, up: Process) => Promise<unknown>;

type Running = { id: string; state: State };

async function drawJourney(world: World): Promise<Running | undefined> {
  const found = await world.eye.execute(
    "SELECT id, state FROM journeys WHERE status <> 'ended' ORDER BY rowid",
  );
  const running = found.rows.map((row) => ({
    id: String(row.id),
    state: JSON.parse(String(row.state)) as State,
  }));
  return running.length > 0 ? world.random.pick(running) : undefined;
}

const turn = (up: Process, id: string, input: Input): Promise<unknown> =>
  up.does((rt) => takeTurn(rt, id, input));

const write: Action = async (world) => {
  const { phone } = world.random.pick(world.people);
  const text = world.random.weigh(TEXTS);
  world.say(`${phone} writes "${text}"`);
  await world.network.type(phone, text);
};

const enrol: Action = async (world, up) => {
  const person = world.random.pick(world.people);
  const flow = world.random.pick(world.flows);
  const day = isoDate(world.clock.now() + world.random.whole(-2, 12) * DAY_MS);
  const anchors = Object.fromEntries(
    Object.entries(flow.anchors).map(([name, { time, event }]) => [
      name,
      event ? world.random.pick(EVENTS) : time ? `${day}T14:00` : day,
    ]),
  );
  world.say(`${up.name} enrols ${person.phone} into ${flow.name} ${JSON.stringify(anchors)}`);
  await up.does((rt) => startJourney(rt, { flow: flow.name, relativeId: person.id, anchors, by: 'staff-1' }));
};

const answerPage: Action = async (world, up) => {
  const journey = await drawJourney(world);
  if (!journey?.state.step) return;
  const at = world.clock.now();
  const { step, awaiting } = journey.state;
  if (awaiting === 'form') {
    world.say(`${up.name} takes the questionnaire of ${journey.id}`);
    const filled = { step, answers: { udbytte: '4', andet: 'Tak' } };
    await up.does((rt) =>
      takeTurn(rt, journey.id, { kind: 'filled', at, step, answer: 'answered' }, { filled }),
    );
    return;
  }
  const answer = world.random.pick(['ja', 'nej'] as const);
  const byStaff = world.random.chance(0.3) ? { by: 'staff-1' } : {};
  world.say(`${up.name} takes ${answer} for ${journey.id} at ${journey.state.step}`);
  await turn(up, journey.id, { kind: 'answered', at, step, answer, ...byStaff });
};

const openPage: Action = async (world, up) => {
  const journey = await drawJourney(world);
  if (journey) await turn(up, journey.id, { kind: 'pageOpened', at: world.clock.now(), page: 'side' });
};

const moveAnchor: Action = async (world, up) => {
  const journey = await drawJourney(world);
  const [anchor, value] = Object.entries(journey?.state.anchors ?? {})[0] ?? [];
  if (!journey || journey.state.events || !anchor || !value) return;
  const day = isoDate(world.clock.now() + world.random.whole(0, 12) * DAY_MS);
  const moved = value.includes('T') ? `${day}T15:00` : day;
  world.say(`${up.name} moves ${anchor} of ${journey.id} to ${moved}`);
  await turn(up, journey.id, {
    kind: 'anchorMoved',
    at: world.clock.now(),
    anchor,
    value: moved,
    by: 'staff-1',
  });
};

const end: Action = async (world, up) => {
  const journey = await drawJourney(world);
  if (!journey) return;
  world.say(`${up.name} ends ${journey.id}`);
  await up.does((rt) => endJourney(rt, journey.id, 'fejl', 'staff-1'));
};

const hold =
  (what: 'paused' | 'dead'): Action =>
  async (world, up) => {
    const { circle } = world.random.pick(world.people);
    world.say(`${up.name} holds ${circle}: ${what}`);
    await up.does((rt) => holdCircle(rt, circle, what, 'staff-1'));
  };

const release: Action = async (world, up) => {
  const { circle } = world.random.pick(world.people);
  world.say(`${up.name} releases ${circle}`);
  await up.does((rt) => releaseCircle(rt, circle, 'staff-1'));
};

const close =
  (how: 'stop' | 'wrong'): Action =>
  async (world, up) => {
    const { phone, id } = world.random.pick(world.people);
    const found = await world.eye.execute({
      sql: 'SELECT number_id FROM relatives WHERE id = ?',
      args: [id],
    });
    const numberId = String(found.rows[0]?.number_id);
    world.say(`${up.name} closes ${phone}: ${how}`);
    await up.does((rt) =>
      how === 'stop'
        ? stopNumber(rt, numberId, 'page', `relative:${id}`)
        : reportWrongNumber(rt, numberId, 'page'),
    );
  };

const reply: Action = async (world, up) => {
  const found = await world.eye.execute("SELECT id FROM replies WHERE status = 'waiting' ORDER BY rowid");
  const [row] = found.rows;
  if (!row) return;
  world.say(`${up.name} answers ${row.id}`);
  await up.does(async (rt) => {
    const { seen, form } = await openConversation(rt, advisor, String(row.id));
    await writeSms(rt, advisor, String(row.id), { text: `Vi ringer i morgen. ${row.id}`, seen, form });
  });
};

const breakPhone: Action = async (world) => {
  const { phone } = world.random.pick(world.people);
  const behaviour = world.random.weigh<PhoneBehaviour>({
    normal: 5,
    off: 1,
    invalid: 1,
    unreachable: 1,
    slow: 2,
  });
  world.say(`${phone} is ${behaviour}`);
  world.network.configure(phone, behaviour);
};

const jump: Action = async (world) => {
  const hours = world.random.whole(1, 30);
  world.say(`${hours} hours are gone`);
  world.clock.forward(hours * HOUR_MS);
};

const setWall: Action = async (world) => {
  const ms = world.random.pick([-HOUR_MS, HOUR_MS, -5 * 60_000]);
  world.say(`the wall clock is set ${ms / 60_000} minutes`);
  world.clock.setWall(ms);
};

const kill: Action = async (_, up) => up.kill();

const start: Action = async (world) => {
  if (world.processes.filter((one) => !one.isDead()).length < 2) await startProcess(world);
};

const ACTIONS = {
  write: [10, write],
  enrol: [4, enrol],
  answerPage: [4, answerPage],
  openPage: [1, openPage],
  moveAnchor: [1, moveAnchor],
  moveEvent: [1, moveEvent],
  cancelEvent: [0.1, cancelSimulated],
  signUp: [2, signUpBy],
  signOff: [0.5, signOffBy],
  end: [0.5, end],
  pause: [0.8, hold('paused')],
  dead: [0.2, hold('dead')],
  release: [1, release],
  stop: [0.3, close('stop')],
  wrong: [0.1, close('wrong')],
  reply: [1, reply],
  breakPhone: [1, breakPhone],
  jump: [0.7, jump],
  setWall: [0.3, setWall],
  kill: [0.5, kill],
  start: [1.5, start],
} as const satisfies Record<string, readonly [number, Action]>;

const WEIGHTS = Object.fromEntries(
  Object.entries(ACTIONS).map(([name, [weight]]) => [name, weight]),
) as Record<keyof typeof ACTIONS, number>;

/** Does one thing that somebody might do now. */
export const act = (world: World, up: Process): Promise<unknown> => {
  const [, action] = ACTIONS[world.random.weigh(WEIGHTS)];
  return action(world, up);
};

export { enrol };
