import type { Flow } from './flow.ts';

/**
 * Whether a step tells that what was agreed is another now, as "moved", "cancelled" or "there is a seat": on the day after,
 * it may be too late. Where such a step only chooses the way, those it leads to tell.
 */
export function tellsChange(flow: Flow, step: string): boolean {
  const first = Object.values(flow.anchors).flatMap(({ moved, cancelled, seated }) => [
    moved,
    cancelled,
    seated,
  ]);
  const telling = new Set<string>();
  const open = first.filter((id) => id !== undefined);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const found = flow.steps.find((one) => one.id === id);
    if (telling.has(id)) continue;
    telling.add(id);
    if (found?.kind !== 'branch') continue;
    open.push(...Object.values(found.is), ...(found.otherwise ? [found.otherwise] : []));
  }
  return telling.has(step);
}
