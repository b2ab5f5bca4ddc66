/** What a dispatcher has under way: posts whose answer is not there yet, and messages whose result is not written down yet. */
export type Traffic = {
  posting: number;
  open: number;
  /** To be called when one of the two has fallen. */
  fallen(): void;
  /** Resolves as soon as `isSo`, which is asked again whenever one has fallen. */
  until(isSo: () => boolean): Promise<void>;
};

/** Nothing under way. */
export function makeTraffic(): Traffic {
  let waiting: { isSo: () => boolean; resolve: () => void }[] = [];
  return {
    posting: 0,
    open: 0,
    fallen() {
      const ready = waiting.filter(({ isSo }) => isSo());
      waiting = waiting.filter((one) => !ready.includes(one));
      for (const { resolve } of ready) resolve();
    },
    until: (isSo) =>
      isSo() ? Promise.resolve() : new Promise((resolve) => void waiting.push({ isSo, resolve })),
  };
}
