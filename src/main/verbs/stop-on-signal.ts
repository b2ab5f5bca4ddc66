/** Ctrl-C and SIGTERM end the process once `stop` has finished what is under way: 0, or 2 when that failed. */
export function stopOnSignal(stop: () => Promise<void>): void {
  const end = (): void => {
    stop().then(
      () => process.exit(0),
      () => process.exit(2),
    );
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}
