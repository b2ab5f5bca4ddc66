import type { Flow } from './flow.ts';

/** Whether a step tells that what was agreed is another now, as "moved" or "cancelled": on the day after, it may be too late. */
export const tellsChange = (flow: Flow, step: string): boolean =>
  Object.values(flow.anchors).some(({ moved, cancelled }) => moved === step || cancelled === step);
