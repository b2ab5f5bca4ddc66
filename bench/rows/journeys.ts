// The mind alone: whole journeys a second in virtual time, the stories beside our flows, without a database.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openFields } from '../../src/journey/engine/fields.ts';
import { parseStories } from '../../src/journey/engine/read-stories.ts';
import { sampleKnown } from '../../src/journey/engine/sample-known.ts';
import { type SimulationOrder, simulate } from '../../src/journey/engine/simulate.ts';
import type { Flow } from '../../src/journey/flow/flow.ts';
import { readReply } from '../../src/journey/reply/read-reply.ts';
import { renderText } from '../../src/journey/text/render.ts';
import { countSegments } from '../../src/journey/text/segments.ts';
import { listFlowFolders, readFlow } from '../../src/main/read-flows.ts';
import { race } from '../support/rounds.ts';
import { figureOf, type Row } from '../support/row.ts';

const ROUNDS = 5;
const REPEATS = 20;

type Told = { flow: Flow; order: SimulationOrder };

async function readTold(): Promise<Told[]> {
  const told: Told[] = [];
  for (const folder of await listFlowFolders(join(import.meta.dirname, '../../flows'))) {
    const read = await readFlow(folder);
    const stories = parseStories(await readFile(join(folder, 'stories.yaml'), 'utf8'), folder);
    if (!read.ok || !stories.ok) throw new Error(`${folder} cannot be read`);
    for (const story of stories.stories)
      told.push({ flow: read.flow, order: { ...story, known: sampleKnown(story.relative) } });
  }
  return told;
}

/** What a journey cannot do without: filling its texts in and reading what was answered. */
type Words = { texts: (() => unknown)[]; replies: string[] };

function wordsOf({ flow, order }: Told): Words {
  const texts = simulate(flow, order).lines.flatMap(({ fact }) => {
    if (fact.kind !== 'messageComposed') return [];
    const fields = openFields(order.known, order.anchors, fact.language);
    return [() => countSegments(renderText(flow, fact.key, fact.language, fields).text)];
  });
  return { texts, replies: order.script.flatMap(({ deed }) => (deed.do === 'reply' ? [deed.text] : [])) };
}

function goThrough({ texts, replies }: Words): void {
  for (const text of texts) text();
  for (const reply of replies) readReply(reply, 'yesno');
}

export async function measure(): Promise<Row[]> {
  const told = await readTold();
  const words = told.map(wordsOf);
  const again = async <T>(all: readonly T[], work: (one: T) => void): Promise<number> => {
    for (let n = 0; n < REPEATS; n += 1) all.forEach(work);
    return REPEATS * all.length;
  };
  const rates = await race(ROUNDS, {
    words: { run: () => again(words, goThrough) },
    journeys: { run: () => again(told, ({ flow, order }) => void simulate(flow, order)) },
  });
  return [
    {
      row: 'pure journeys',
      subject: figureOf(rates.journeys, 'journeys/s'),
      baseline: {
        ...figureOf(rates.words, 'journeys/s'),
        what: 'their words alone: texts filled in, replies read',
      },
      ratio: rates.journeys.perSecond / rates.words.perSecond,
    },
  ];
}
