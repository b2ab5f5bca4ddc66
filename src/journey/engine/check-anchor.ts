import type { Flow } from '../flow/flow.ts';
import { isAnchorValue, parseWallClock } from '../time/format.ts';
import type { Sentences } from './script.ts';

/** What is wrong with giving an anchor this value; undefined when the flow has that anchor and the value fits it. */
export function checkAnchor(
  flow: Pick<Flow, 'name' | 'anchors'>,
  name: string,
  value: string,
): Sentences | undefined {
  const anchor = Object.hasOwn(flow.anchors, name) ? flow.anchors[name] : undefined;
  if (!anchor) return unknownAnchor(flow, name);
  const example = anchor.time ? '2027-04-01T14:00' : '2027-04-01';
  const isFit = isAnchorValue(value) && value.includes('T') === anchor.time;
  if (!isFit)
    return {
      da: `${anchor.title} (${name}) kan ikke være "${value}". Skriv det som ${example}.`,
      en: `${name} cannot be "${value}". Write it as ${example}.`,
    };
  if (!anchor.time || 'at' in parseWallClock(value)) return undefined;
  return {
    da: `${anchor.title} (${name}) kan ikke være ${value}: uret stilles den nat. Vælg et andet klokkeslæt.`,
    en: `${name} cannot be ${value}: the clocks change that night. Choose another time.`,
  };
}

function unknownAnchor(flow: Pick<Flow, 'name' | 'anchors'>, name: string): Sentences {
  const known = Object.keys(flow.anchors).join(', ');
  return {
    da: `Forløbet ${flow.name} har ingen dato, der hedder "${name}". ${known ? `Det har: ${known}.` : 'Det har ingen datoer.'}`,
    en: `The flow ${flow.name} has no anchor "${name}". ${known ? `It has: ${known}.` : 'It has none.'}`,
  };
}
