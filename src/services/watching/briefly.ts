/** Reads at most once in `ms` (by `monotonic`) and once at a time; who asks meanwhile gets the same answer. A failure is not kept. */
export function briefly<T>(ms: number, monotonic: () => number, read: () => Promise<T>): () => Promise<T> {
  let kept: { until: number; answer: Promise<T> } | undefined;
  return () => {
    if (kept && monotonic() < kept.until) return kept.answer;
    const mine = { until: Number.POSITIVE_INFINITY, answer: read() };
    kept = mine;
    mine.answer.then(
      () => {
        mine.until = monotonic() + ms;
      },
      () => {
        if (kept === mine) kept = undefined;
      },
    );
    return mine.answer;
  };
}
