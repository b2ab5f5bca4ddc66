// `tsx test/sim/run.ts` plays 1,000 seeds; `--seed 4711` plays one again and shows everything, `--seeds 50`, `--from 1001`.
import { parseArgs } from 'node:util';
import { discardTemplate } from './database.ts';
import { playSeed } from './play-seed.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string' }, seeds: { type: 'string' }, from: { type: 'string' } },
});

async function playOne(seed: number): Promise<number> {
  const { broken, trace } = await playSeed(seed);
  console.log(trace.join('\n'));
  console.log(
    broken.length === 0
      ? `\nseed ${seed}: every promise was kept`
      : `\nseed ${seed} broke\n${broken.join('\n')}`,
  );
  return broken.length;
}

async function playMany(from: number, count: number): Promise<number> {
  const began = performance.now();
  const failed: number[] = [];
  const sum = { sms: 0, journeys: 0, deaths: 0 };
  for (let seed = from; seed < from + count; seed += 1) {
    const { broken, counts } = await playSeed(seed);
    for (const key of ['sms', 'journeys', 'deaths'] as const) sum[key] += counts[key];
    if (broken.length === 0) continue;
    failed.push(seed);
    console.log(`seed ${seed} broke\n  ${broken.slice(0, 5).join('\n  ')}`);
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    `${count} seeds in ${seconds} s: ${sum.journeys} journeys, ${sum.sms} SMS, ${sum.deaths} deaths of a process.`,
  );
  console.log(
    failed.length === 0
      ? 'Every promise was kept.'
      : `Broken by seeds ${failed.join(', ')}; play one again with --seed.`,
  );
  return failed.length;
}

const broken = values.seed
  ? await playOne(Number(values.seed))
  : await playMany(Number(values.from ?? 1), Number(values.seeds ?? 1000));
await discardTemplate();
process.exitCode = broken === 0 ? 0 : 1;
