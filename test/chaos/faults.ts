// What can go wrong at a moment of the script.
import { spawnSync } from 'node:child_process';
import { statfsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TwilioFault } from '../gateways/twilio-server.ts';
import type { Child } from './child.ts';
import type { Fault } from './play.ts';
import { sleep, type World } from './world.ts';

/** How long a dispatcher's and the heartbeat's lease are left alone before it is given up waiting for a holder. */
const HOLDER_WITHIN_MS = 5_000;

/** The worker that holds a lease now, or any one when nobody does for a while. */
async function holderOf({ eye, workers, random }: World, lease: string): Promise<Child> {
  const until = Date.now() + HOLDER_WITHIN_MS;
  while (Date.now() < until) {
    const found = await eye.db.client
      .execute({ sql: 'SELECT owner FROM leases WHERE name = ?', args: [lease] })
      .catch(() => undefined);
    const owner = found?.rows[0]?.owner;
    const holder = workers.find((one) => one.owner() !== undefined && one.owner() === owner);
    if (holder) return holder;
    await sleep(20);
  }
  return random.pick(workers);
}

/** Waits until the provider takes messages of this moment, so that a fault strikes in the middle of it. */
async function untilSending({ accepted, twilio }: World): Promise<void> {
  const [before, until] = [accepted.length, Date.now() + HOLDER_WITHIN_MS];
  const tried = twilio.attempts();
  while (accepted.length < before + 3 && twilio.attempts() < tried + 3 && Date.now() < until) await sleep(10);
}

/** Kills a worker at random, so often, a random moment apart. */
export const killWorkers =
  (times: number): Fault =>
  async (world, move) => {
    await move();
    for (let n = 0; n < times; n += 1) {
      await sleep(world.random.whole(100, 1_100));
      const up = world.workers.filter((one) => one.owner() !== undefined);
      if (up.length === 0) await Promise.race(world.workers.map((one) => one.ready()));
      world.random.pick(world.workers.filter((one) => one.owner() !== undefined)).signal('SIGKILL');
    }
  };

/** Kills the one that holds a sender, in the middle of its posts. */
export const killSender: Fault = async (world, move) => {
  await move();
  await untilSending(world);
  (await holderOf(world, 'sender:number')).signal('SIGKILL');
};

export const killWebs: Fault = async (world, move) => {
  await move();
  for (const web of world.webs) {
    await sleep(world.random.whole(50, 500));
    web.signal('SIGKILL');
    await web.ready();
  }
};

export const killRedis: Fault = async (world, move) => {
  await move();
  await untilSending(world);
  await world.redis.kill();
  await sleep(500);
  await world.redis.start();
};

export const flushRedis: Fault = async (world, move) => {
  await move();
  for (let n = 0; n < 5; n += 1) {
    // Beside another fault it may be away just now.
    await world.redis.client.flushall().catch(() => undefined);
    await sleep(world.random.whole(20, 300));
  }
};

export const redisAway =
  (ms: number): Fault =>
  async (world, move) => {
    await world.redis.kill();
    await move();
    await sleep(world.lasts(ms));
    await world.redis.start();
  };

export const killDatabase: Fault = async (world, move) => {
  await move();
  await untilSending(world);
  await world.sqld.restart('SIGKILL');
};

export const stopDatabase =
  (ms: number): Fault =>
  async (world, move) => {
    await move();
    await untilSending(world);
    world.sqld.signal('SIGSTOP');
    await sleep(world.lasts(ms));
    world.sqld.signal('SIGCONT');
  };

/** Stops the holder of a lease for longer than its lease, and lets it go on. */
export const freeze =
  (lease: string, ms: number): Fault =>
  async (world, move) => {
    await move();
    await untilSending(world);
    await sleep(world.random.whole(50, 600));
    const holder = await holderOf(world, lease);
    holder.signal('SIGSTOP');
    await sleep(ms);
    holder.signal('SIGCONT');
  };

/** Keeps the holder's event loop busy for longer than BullMQ's lock and its lease last. */
export const block =
  (lease: string, ms: number): Fault =>
  async (world, move) => {
    await move();
    await untilSending(world);
    await sleep(world.random.whole(50, 600));
    const holder = await holderOf(world, lease);
    await holder.ask({ do: 'block', ms }).catch(() => undefined);
  };

/** A share of what is handed over meets this fate, for so long after time has moved. */
export const gateway =
  (fault: TwilioFault, share: number, ms: number): Fault =>
  async (world, move) => {
    world.refuse(() => (world.random.chance(share) ? fault : undefined));
    await move();
    await sleep(world.lasts(ms));
    world.refuse(undefined);
  };

/** Nothing is taken from this moment on; the next one brings what is left. */
export const closeGateway: Fault = async (world, move) => {
  world.refuse(() => 429);
  await move();
  await sleep(3_000);
  world.goOn('none');
};

export const openGateway: Fault = async (world, move) => {
  await move();
  world.refuse(undefined);
  await sleep(world.lasts(12_000));
};

/** No callback of this moment ever comes: what is unknown has to be asked for. */
export const unheard =
  (fault: Fault): Fault =>
  async (world, move) => {
    world.twilio.callbackMode('lost');
    await fault(world, move);
    world.later(() => world.twilio.callbackMode('normal'));
  };

/** Callbacks come in pairs, the last first, and only when the moment is long over. */
export const lateCallbacks: Fault = async (world, move) => {
  world.twilio.callbackMode('doubled-reordered');
  const release = world.keepCallbacks();
  await move();
  await sleep(world.lasts(6_000));
  release();
};

/** So many relatives who have not written it write STOP, each at a moment of its own while messages leave. */
export const stops =
  (count: number): Fault =>
  async (world, move) => {
    const chosen = Array.from({ length: count }, () => world.random.pick(world.relatives).phone).filter(
      (phone) => !world.stopped.has(phone),
    );
    await move();
    for (const phone of new Set(chosen)) {
      await sleep(world.random.whole(0, 120));
      void world.write(phone, world.random.pick(['STOP', 'stop', 'Stop.']));
    }
  };

/** A journey, the messages of another one, and a reply that cannot be read: each is for a person, and the others go on. */
export const poison: Fault = async (world, move) => {
  const { client } = world.eye.db;
  const { rows } = await client.execute(
    `SELECT DISTINCT j.id, j.relative_id, r.number_id FROM journeys j JOIN timers t ON t.journey_id = j.id
      JOIN relatives r ON r.id = j.relative_id WHERE j.status = 'active' ORDER BY j.rowid LIMIT 2`,
  );
  const [journey, another] = rows;
  if (!journey || !another) throw new Error('nobody to poison');
  for (const { relative_id } of rows)
    world.apart.add(world.relatives.find(({ id }) => id === relative_id)?.phone ?? '');
  await client.batch(
    [
      { sql: "UPDATE journeys SET state = '{' WHERE id = ?", args: [String(journey.id)] },
      `CREATE TRIGGER chaos_poison AFTER INSERT ON messages WHEN NEW.journey_id = '${another.id}'
        BEGIN UPDATE messages SET text_sealed = 'x' WHERE id = NEW.id; END`,
      {
        sql: `INSERT INTO replies (id, provider_id, number_id, text_sealed, meaning, status, received_at)
          VALUES ('poison', 'SMpoison', ?, 'x', 'other', 'new', ?)`,
        args: [String(another.number_id), world.now()],
      },
    ],
    'write',
  );
  world.mustBeTold.add(`broken.${journey.id}.`).add(`delivery.${another.id}.`).add('broken.poison');
  await move();
};

const HOUR_MS = 3_600_000;

/** The machine of one worker is an hour ahead, then an hour behind, then right again; then the next one's, then a web's. */
export const stepClocks: Fault = async (world, move) => {
  await move();
  for (const child of [...world.workers, ...world.webs.slice(0, 1)])
    for (const ms of [HOUR_MS, -HOUR_MS, 0]) {
      await child.ask({ do: 'shift', ms }).catch(() => undefined);
      await sleep(world.lasts(2_000));
    }
};

/**
 * Answers of the provider are lost while every worker's clock is wrong by so much; then the clocks are right again, and
 * nobody waits for what can only be asked for later.
 */
export const loseAnswersOffTime =
  (ms: number): Fault =>
  async (world, move) => {
    const shift = (by: number) =>
      Promise.all(world.workers.map((one) => one.ask({ do: 'shift', ms: by }).catch(() => [])));
    await shift(ms);
    await unheard(gateway('accept-then-drop', 0.5, 6_000))(world, move);
    await shift(0);
    world.goOn('settled-later');
  };

/** Nothing more can be written to the database's disk for a while; a server that ends of it is started again. */
export const fillDisk =
  (folder: () => string, ms: number): Fault =>
  async (world, move) => {
    const ballast = join(folder(), 'ballast');
    await move();
    await untilSending(world);
    const { bavail, bsize } = statfsSync(folder());
    await writeFile(ballast, Buffer.alloc(bavail * bsize)).catch(() => undefined);
    await sleep(world.lasts(ms));
    await rm(ballast, { force: true });
    if (spawnSync('kill', ['-0', String(world.sqld.pid())]).status !== 0) await world.sqld.restart();
  };

/** One fault after the other at the same moment; the first moves time. */
export const afterEachOther =
  (...faults: readonly Fault[]): Fault =>
  async (world, move) => {
    let moved = false;
    const once = async (): Promise<void> => {
      if (moved) return;
      moved = true;
      await move();
    };
    for (const fault of faults) await fault(world, once);
  };

/** Faults at the same time. */
export const together =
  (...faults: readonly Fault[]): Fault =>
  async (world, move) => {
    let moved: Promise<void> | undefined;
    const once = (): Promise<void> => {
      moved ??= move();
      return moved;
    };
    const ended = await Promise.allSettled(faults.map((fault) => fault(world, once)));
    for (const one of ended) if (one.status === 'rejected') throw one.reason;
  };
