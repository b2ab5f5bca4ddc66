import pLimit from 'p-limit';

/**
 * What a dispatcher has under way: posts whose answer is not there yet (or that wait for a place), and messages whose result is not written down yet.
 * *astray*: something may be under way that it knows nothing of, which only a dispatch that begins anew finds.
 */
export type Traffic = {
  posting: number;
  open: number;
  astray: boolean;
  /** Posts as soon as one of the places at the gateway is free, in the order of asking. */
  inPlace<T>(post: () => Promise<T>): Promise<T>;
  /** To be called when one of the two has fallen. */
  fallen(): void;
  /** Resolves as soon as `isSo`, which is asked again whenever one has fallen. */
  until(isSo: () => boolean): Promise<void>;
};

/** Nothing under way, and so many places at the gateway. */
export function makeTraffic(places: number): Traffic {
  let waiting: { isSo: () => boolean; resolve: () => void }[] = [];
  return {
    posting: 0,
    open: 0,
    astray: false,
    inPlace: pLimit(places),
    fallen() {
      const ready = waiting.filter(({ isSo }) => isSo());
      waiting = waiting.filter((one) => !ready.includes(one));
      for (const { resolve } of ready) resolve();
    },
    until: (isSo) =>
      isSo() ? Promise.resolve() : new Promise((resolve) => void waiting.push({ isSo, resolve })),
  };
}
