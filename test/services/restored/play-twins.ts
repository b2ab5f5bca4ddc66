// One life, lived twice from one seed: once the house only stands still for a while, once a backup takes its place meanwhile.

import { isoDate } from '../../../src/journey/time/format.ts';
import { isOpen, STANDARD_WINDOW } from '../../../src/journey/time/window.ts';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import { startJourney } from '../../../src/services/journeys/start-journey.ts';
import { forgetBodies } from '../../../src/services/sending/forget-bodies.ts';
import { openText } from '../../../src/store/messages/messages.ts';
import { openNumber } from '../../../src/store/people/numbers.ts';
import { CALM_TIMES, drawFlow } from '../../sim/flows.ts';
import { moveIn, type Person } from '../../sim/people.ts';
import { makeRandom, type Random } from '../../sim/random.ts';
import { DAY, HOUR, MINUTE, rows } from '../stand.ts';
import { buildEstate, type Estate, type OpenOutside } from './stand.ts';

type Deed =
  | { at: number; kind: 'enrol'; person: number; flow: number; day: number }
  | { at: number; kind: 'write'; person: number; text: string };

/** What happens, in ms after the beginning: deeds, the backup, the loss of everything since, the return; whether older texts were deleted at the provider. */
type Script = { deeds: Deed[]; backup: number; loss: number; back: number; forgets: boolean };

const TEXTS = { JA: 6, nej: 3, STOP: 1.5, 'Hvornår kommer I?': 2, HJÆLP: 1 };

/** Nobody is enrolled after the backup, since that would be lost, and nobody writes while the house is down: the simulated network would forget it. */
function drawScript(random: Random): Script {
  const backup = random.whole(0, 3 * 24 * 60) * MINUTE;
  const loss =
    backup + random.pick([0, 20 * MINUTE, 5 * HOUR, random.whole(1, 6) * DAY + random.whole(0, 24) * HOUR]);
  const back = loss + random.pick([2 * MINUTE, 3 * HOUR, 30 * HOUR]);
  const deeds: Deed[] = [];
  for (let n = random.whole(4, 9); n > 0; n -= 1)
    deeds.push({
      at: random.whole(0, backup / MINUTE) * MINUTE,
      kind: 'enrol',
      person: random.whole(0, 99),
      flow: random.whole(0, 1),
      day: random.whole(1, 9),
    });
  for (let n = random.whole(6, 20); n > 0; n -= 1) {
    const at = random.whole(0, loss / MINUTE + 4 * 24 * 60) * MINUTE + random.whole(0, 59_999);
    if (at < loss || at > back)
      deeds.push({ at, kind: 'write', person: random.whole(0, 99), text: random.weigh(TEXTS) });
  }
  return { deeds: deeds.sort((a, b) => a.at - b.at), backup, loss, back, forgets: random.chance(0.5) };
}

type House = { estate: Estate; people: Person[]; flows: string[]; began: number };

const of = <T>(list: readonly T[], n: number): T => {
  const one = list[n % list.length];
  if (one === undefined) throw new Error('an empty list');
  return one;
};

async function carryOut({ estate, people, flows }: House, deed: Deed): Promise<void> {
  const person = of(people, deed.person);
  if (deed.kind === 'write') return estate.outside.type(person.phone, deed.text);
  const day = isoDate(estate.now() + deed.day * DAY);
  const anchors = { dag: day, moede: `${day}T14:00` };
  await startJourney(estate.rt(), {
    flow: of(flows, deed.flow),
    relativeId: person.id,
    anchors,
    by: 'staff-1',
  }).catch(() => undefined);
}

const until = ({ estate, began }: House, at: number): Promise<void> =>
  estate.pass(Math.max(0, began + at - estate.now()));

async function live(house: House, script: Script, isRestored: boolean): Promise<void> {
  const { estate } = house;
  const { deeds, backup, loss, back } = script;
  const during = async (from: number, to: number): Promise<void> => {
    for (const deed of deeds.filter(({ at }) => at >= from && at < to)) {
      await until(house, deed.at);
      await carryOut(house, deed);
    }
    await until(house, to);
  };
  await during(0, backup);
  const file = await estate.backUp();
  await during(backup, loss);
  estate.switchOff();
  await until(house, back);
  if (isRestored && script.forgets) await forgetBodies(estate.rt());
  if (isRestored) await estate.putBack(file);
  else estate.switchOn();
  await estate.pass(5 * MINUTE);
  await during(back, loss + 5 * DAY);
  await estate.pass(25 * DAY);
}

const plain = (text: string): string => text.replace(/https:\S+/, '{link}');

/** Each text with the phone it went to, sorted; what the house itself says is told apart by how it begins. */
const textsOf = (estate: Estate): string[] =>
  estate.outside
    .accepted()
    .map(({ to, text }) => `${to} ${plain(text)}`)
    .sort();

const isPlanned = (text: string): boolean => /^(Hej|Hello) P\d/.test(text);

/** What the database says has left, as `textsOf` gives what did. */
async function recordedOf(estate: Estate): Promise<string[]> {
  const { keys } = estate.rt().db;
  const found = await rows(
    estate.rt(),
    `SELECT m.id, m.text_sealed, n.id AS number, n.number_sealed FROM messages m JOIN numbers n ON n.id = m.number_id
      WHERE m.channel = 'sms' AND m.status IN ('sent', 'delivered', 'undelivered')`,
  );
  return found
    .map((m) => {
      const to = openNumber(keys, { id: String(m.number), numberSealed: String(m.number_sealed) });
      return `${to} ${openText(keys, { id: String(m.id), textSealed: String(m.text_sealed) })}`;
    })
    .sort();
}

/** Sentences about what must never happen to a phone: a planned SMS after its STOP, or at night. */
function brokenOf({ estate, people, began }: House, { deeds }: Script): string[] {
  return estate.outside.accepted().flatMap(({ at, to, text }) => {
    if (!isPlanned(text)) return [];
    const stop = deeds.find(
      (deed) => deed.kind === 'write' && deed.text === 'STOP' && of(people, deed.person).phone === to,
    );
    const answered = deeds.some(
      (deed) =>
        deed.kind === 'write' &&
        of(people, deed.person).phone === to &&
        Math.abs(began + deed.at - at) < 10 * MINUTE,
    );
    return [
      ...(stop && at > began + stop.at + 1_000 ? [`after STOP: ${to} ${text}`] : []),
      ...(isOpen(STANDARD_WINDOW, at) || answered ? [] : [`at night: ${to} ${text}`]),
    ];
  });
}

export type Twin = { texts: string[]; recorded: string[]; broken: string[]; alerts: string[] };

/** Plays one of the twins of a seed. */
export async function playTwin(seed: number, isRestored: boolean, open: OpenOutside): Promise<Twin> {
  const random = makeRandom(seed);
  await using estate = await buildEstate(open);
  const flows = [0, 1].map((nth) => drawFlow(random, nth, CALM_TIMES));
  for (const flow of flows) await publishFlow(estate.rt(), flow);
  const people = await moveIn(estate.rt(), random);
  const house = { estate, people, flows: flows.map(({ name }) => name), began: estate.now() };
  const script = drawScript(random);
  await live(house, script, isRestored);
  const alerts = await rows(
    estate.rt(),
    "SELECT kind || ' ' || message_id AS told FROM alerts WHERE kind IN ('doubt', 'restoring', 'broken', 'delivery')",
  );
  return {
    texts: textsOf(estate),
    recorded: await recordedOf(estate),
    broken: brokenOf(house, script),
    alerts: alerts.map(({ told }) => String(told)),
  };
}
