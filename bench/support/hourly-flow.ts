import type { Flow } from '../../src/journey/flow/flow.ts';
import { makeFlow, say, wait } from '../../test/journey/engine/make-flow.ts';
import { TEXT } from './seeds.ts';

/** An SMS an hour, every other with a link: a turn is seven facts, a timer, a message, and every other time a link. */
export function hourlyFlow(hours: number): Flow {
  const all = Array.from({ length: hours }, (_, n) => n);
  const steps = all.flatMap((n) => [
    wait(`hour-${n}`, '1 hour'),
    say(`say-${n}`, n % 2 ? { page: 'side' } : {}),
  ]);
  const text = (n: number): string =>
    `${TEXT.replace('Eksempel', '{{ tiltale }}')}${n % 2 ? ' {{ link }}' : ''}`;
  const da = Object.fromEntries(all.map((n) => [`say-${n}`, text(n)]));
  return makeFlow([...steps, wait('last', '1 hour')], { name: 'hourly', anchors: {}, texts: { da, en: da } });
}
