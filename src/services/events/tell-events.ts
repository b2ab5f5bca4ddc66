import type { Runtime } from '../runtime.ts';

/** Tells everyone who is still to be told, of one arrangement or of any. Gives how many were seen to. */
export async function tellEvents(_rt: Runtime, _event?: string): Promise<number> {
  return 0;
}
