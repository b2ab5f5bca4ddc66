// A process of the house as `limen start` and `limen worker` build it, with the bench's clock and eyes: a child of the bench.
import { readConfig } from '../../src/main/config.ts';
import { start } from '../../src/main/start.ts';
import { startWorker } from '../../src/main/start-worker.ts';
import { orderBroadcast } from '../../src/services/broadcasts/order-broadcast.ts';
import { saveDraft, showDraft } from '../../src/services/broadcasts/save-draft.ts';
import { addGroup } from '../../src/services/groups/write-group.ts';
import { enrolMany } from '../../src/services/journeys/fan-out.ts';
import type { Staff } from '../../src/services/staff/staff.ts';
import { findBroadcast } from '../../src/store/broadcasts/broadcasts.ts';
import { findFanOut } from '../../src/store/journeys/fan-outs.ts';
import { takeLease } from '../../src/store/leases.ts';
import type { Answered, Asked, Seen } from './house-orders.ts';
import { type Lateness, tapLateness } from './tap-lateness.ts';
import { weigh } from './weigh.ts';

const LOOK_EVERY_MS = 50;

const aheadOf = (now: number): number => now - Date.now();
const [role = '', now = ''] = process.argv.slice(2);
const ahead = async (): Promise<number> => aheadOf(Number(now));
const config = readConfig(process.env);
const started = role === 'web' ? await start(config, ahead) : await startWorker(config, ahead);
const { rt, offset } = started;

const lateness = tapLateness(rt);
const sent = { name: 0, number: 0 };
const { metrics } = rt;
rt.metrics = {
  ...metrics,
  count(name, labels, by) {
    if ('outcome' in labels && 'sender' in labels && labels.outcome === 'accepted') sent[labels.sender] += 1;
    metrics.count(name, labels, by);
  },
};
let peak = 0;
setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, LOOK_EVERY_MS);

type Looked = { fanOut?: string; broadcast?: string };

async function statusOf({ fanOut, broadcast }: Looked): Promise<string | undefined> {
  if (fanOut !== undefined) return (await findFanOut(rt.db, fanOut))?.status;
  return broadcast === undefined ? undefined : (await findBroadcast(rt.db, broadcast))?.status;
}

/** A text behind the PIN to all who are there; gives the broadcast. */
async function writeToAll(): Promise<string> {
  const staff: Staff = { id: 'bench', role: 'administrator', units: 'all' };
  const rule = { languages: ['da'] };
  const { id: groupId } = await addGroup(rt, staff, { title: 'Alle', note: '', unit: '', rule });
  const texts = { da: 'Kære {{ tiltale }}. Vi holder lukket på fredag. Ring på {{ telefon }}.' };
  const { id } = await saveDraft(rt, staff, { id: rt.newId(), title: 'Lukket', groupId, way: 'page', texts });
  const { seen } = await showDraft(rt, staff, id);
  const asked = { dueAt: null, sample: null, twiceConfirmed: false, apartConfirmed: true };
  await orderBroadcast(rt, staff, id, { seen, ...asked });
  return id;
}

async function see(looked: Looked): Promise<Seen> {
  const status = await statusOf(looked);
  return {
    rss: process.memoryUsage.rss(),
    peak,
    sent,
    turns: lateness.late.length,
    ...(status ? { status } : {}),
  };
}

/** Another process is to have both senders: nothing leaves from here. */
async function giveSendersAway(ms: number): Promise<void> {
  for (const sender of ['name', 'number']) {
    const asked = { name: `sender:${sender}`, owner: 'another', now: rt.clock(), endsAt: rt.clock() + ms };
    await rt.db.lane.put(takeLease, asked);
  }
}

function takeLateness(): Lateness {
  const taken = { ...lateness, late: lateness.late.splice(0) };
  lateness.idle = 0;
  return taken;
}

async function obey(order: Asked): Promise<Answered['answer']> {
  if (order.do === 'set-clock') offset.ms = aheadOf(order.now);
  else if (order.do === 'give-senders-away') await giveSendersAway(order.ms);
  else if (order.do === 'take-lateness') return takeLateness();
  else if (order.do === 'weigh') return weigh().heap;
  else if (order.do === 'stop') await started.stop();
  else if (order.do === 'forget-peak') {
    globalThis.gc?.();
    peak = 0;
  } else if (order.do === 'enrol') {
    const relativeIds = Array.from({ length: order.count }, (_, n) => `r${n}`);
    return (await enrolMany(rt, { flow: order.flow, relativeIds, anchors: {}, by: 'bench' })).fanOutId;
  } else if (order.do === 'broadcast') return writeToAll();
  else return see(order);
  return undefined;
}

const tell = (told: Answered): void => void process.send?.(told);

process.on('message', (order: Asked) => {
  obey(order).then(
    (answer) => tell({ nr: order.nr, answer }),
    (error) => tell({ nr: order.nr, failed: error instanceof Error ? error.message : 'failed' }),
  );
});
process.on('disconnect', () => process.exit());
tell({ nr: 0, answer: 'port' in started ? Number(started.port) : 0 });
