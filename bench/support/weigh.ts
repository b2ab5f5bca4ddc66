/** What this process holds once garbage is collected, bytes: on its heap and in buffers, and as a whole. Twice, since what a first collection lets go of may hold more. */
export function weigh(): { heap: number; rss: number } {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed + external, rss };
}
