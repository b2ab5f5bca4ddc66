const EVERY_MS = 100;

/** Resolves when it is so, looked at ten times a second; throws after `patienceMs`. */
export async function untilTrue(isSo: () => Promise<boolean>, patienceMs: number): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`it took more than ${patienceMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}
