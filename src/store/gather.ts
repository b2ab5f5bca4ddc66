// The other side of the lane: what many callers want to read at one moment is read by one select.

/** Finds the value of one key; undefined when there is none. */
export type Find<K, V> = (key: K) => Promise<V | undefined>;

type Waiting<K, V> = { key: K; resolve: (value: V | undefined) => void; reject: (error: unknown) => void };

/**
 * Makes a finder of one out of a finder of many: calls of the same moment share one look-up, at most `most` keys in
 * each. Nothing is kept: the look-up begins after the call, so a caller sees everything committed before it asked.
 */
export function gather<K, V>(findMany: (keys: K[]) => Promise<ReadonlyMap<K, V>>, most = 200): Find<K, V> {
  let waiting: Waiting<K, V>[] = [];
  const look = async (them: Waiting<K, V>[]): Promise<void> => {
    try {
      const found = await findMany([...new Set(them.map(({ key }) => key))]);
      for (const { key, resolve } of them) resolve(found.get(key));
    } catch (error) {
      for (const { reject } of them) reject(error);
    }
  };
  const lookAll = (): void => {
    const all = waiting;
    waiting = [];
    for (let from = 0; from < all.length; from += most) void look(all.slice(from, from + most));
  };
  return (key) =>
    new Promise((resolve, reject) => {
      if (waiting.push({ key, resolve, reject }) === 1) setImmediate(lookAll);
    });
}
