import type { Draft } from '../draft.ts';
import { checkIds } from './ids.ts';
import { checkTargets } from './targets.ts';

/** Whether it is known which step leads to which: none is broken, none leads nowhere, no two share an id. */
export function waysAreClear(draft: Draft): boolean {
  return draft.broken.length === 0 && checkTargets(draft).length === 0 && checkIds(draft).length === 0;
}
