// What will be written, decided once: ids are given here, so that a batch that is written twice is there once.
import { codeFrom } from '../circles/codes.ts';
import type { RelativeForm } from '../relatives/check-relative.ts';
import type { Runtime } from '../runtime.ts';
import type { GoodRow } from './check-import.ts';

/** One relative as it will be registered. */
export type PlannedRow = {
  row: number;
  id: string;
  circleId: string;
  /** The circle that is made with the first who goes into it. */
  circle: { id: string; code: string; unitId: string } | null;
  form: RelativeForm;
  consent?: { how: string; on: string };
};

/** Gives every row its id and its circle: those with the same mark go into the same new one, the others into one each. */
export function planRows(rt: Runtime, rows: readonly GoodRow[]): PlannedRow[] {
  const marked = new Map<string, { id: string; code: string; unitId: string }>();
  const make = (unitId: string) => ({ id: rt.newId(), code: codeFrom(rt.newId()), unitId });
  return rows.map(({ row, form, circle, circleId, consent }) => {
    const common = { row, id: rt.newId(), form, ...(consent ? { consent } : {}) };
    if (circleId) return { ...common, circleId, circle: null };
    const mark = circle === '' ? undefined : `${form.unit} ${circle.toLowerCase()}`;
    const made = (mark && marked.get(mark)) || make(form.unit);
    if (mark) marked.set(mark, made);
    return { ...common, circleId: made.id, circle: made };
  });
}
