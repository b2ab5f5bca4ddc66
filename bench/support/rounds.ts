// Rounds in which baseline and subject take turns, so that what else the machine does falls on both.

/** One of those who are compared: `prepare` is not timed, `run` gives how many it did. */
export type Contender = { prepare?: () => Promise<void>; run: () => Promise<number> };

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The medians of a contender: how many a second, and how much processor time (all threads) each one took. */
export type Rate = { perSecond: number; cpuMicros: number };

/** Measures each contender over `rounds` rounds and one more to warm up. */
export async function race<Name extends string>(
  rounds: number,
  contenders: Record<Name, Contender>,
): Promise<Record<Name, Rate>> {
  const names = Object.keys(contenders) as Name[];
  const measured = new Map<Name, Rate[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1)
    for (const name of names) {
      const rate = await once(contenders[name]);
      if (round > 0) measured.get(name)?.push(rate);
    }
  return Object.fromEntries(names.map((name) => [name, medians(measured.get(name) ?? [])])) as Record<
    Name,
    Rate
  >;
}

const medians = (rates: readonly Rate[]): Rate => ({
  perSecond: median(rates.map((rate) => rate.perSecond)),
  cpuMicros: median(rates.map((rate) => rate.cpuMicros)),
});

async function once({ prepare, run }: Contender): Promise<Rate> {
  await prepare?.();
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  const done = await run();
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { perSecond: (done / ms) * 1000, cpuMicros: (user + system) / done };
}

/** Runs `work` for each of them, `width` at a time. */
export async function inParallel<T>(
  width: number,
  them: readonly T[],
  work: (one: T) => Promise<unknown>,
): Promise<number> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < them.length) await work(them[next++] as T);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return them.length;
}
