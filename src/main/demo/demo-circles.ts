import { circlesNord, circlesSyd } from './circles-elderly.ts';
import { circlesCumb } from './circles-young.ts';
import type { DemoCircle } from './demo-person.ts';

/** All circles of the demo. */
export const demoCircles: readonly DemoCircle[] = [...circlesNord, ...circlesSyd, ...circlesCumb];
