// The tests' local Twilio in a process of its own, so that its work is not counted as the house's.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { startTwilioServer } from '../../test/gateways/twilio-server.ts';

export type LocalTwilio = { url: string; accountSid: string; authToken: string; close(): void };

const FLAG = '--serve-twilio';

/** Starts it on a free port of 127.0.0.1, answering after `latencyMs`; it ends with this process at the latest. */
export async function startLocalTwilio(latencyMs = 0): Promise<LocalTwilio> {
  const child = fork(import.meta.filename, [FLAG, String(latencyMs)]);
  const [address] = (await once(child, 'message')) as [Omit<LocalTwilio, 'close'>];
  return { ...address, close: () => child.disconnect() };
}

async function serve(): Promise<void> {
  const { url, accountSid, authToken } = await startTwilioServer({
    authToken: 'auth-token-of-the-bench',
    callbacks: 'none',
    latencyMs: Number(process.argv.at(-1)),
  });
  process.on('disconnect', () => process.exit());
  process.send?.({ url, accountSid, authToken });
}

if (process.argv.includes(FLAG)) await serve();
