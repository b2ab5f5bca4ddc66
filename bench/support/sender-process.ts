// A process that dispatches the senders given to it, on a libSQL server, when it is told to.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { dispatchSender } from '../../src/services/sending/dispatch-sender.ts';
import { openHouseAt } from './house.ts';
import type { LocalTwilio } from './local-twilio.ts';
import { gatewayTo } from './sending.ts';

export type SenderProcess = {
  /** Sends everything its senders have; gives how many were posted. */
  dispatch(): Promise<number>;
  close(): void;
};

export type SenderOptions = {
  databaseUrl: string;
  twilio: LocalTwilio;
  connections: number;
  senders: ('name' | 'number')[];
};

const FLAG = '--serve-senders';

/** Starts it and waits until it is ready; it ends with this process at the latest. */
export async function startSender(options: SenderOptions): Promise<SenderProcess> {
  const child = fork(import.meta.filename, [FLAG, JSON.stringify(options)]);
  await once(child, 'message');
  return {
    async dispatch() {
      child.send('dispatch');
      const [posted] = (await once(child, 'message')) as [number];
      return posted;
    },
    close: () => child.disconnect(),
  };
}

async function serve({ databaseUrl, twilio, connections, senders }: SenderOptions): Promise<void> {
  const house = await openHouseAt(databaseUrl);
  house.gateway = gatewayTo(twilio, connections);
  house.config.concurrency = connections;
  house.owner = `bench ${process.pid}`;
  process.on('disconnect', () => process.exit());
  process.on('message', async () => {
    const posted = await Promise.all(senders.map((sender) => dispatchSender(house, sender)));
    process.send?.(posted.reduce((sum, n) => sum + n, 0));
  });
  process.send?.('ready');
}

if (process.argv[2] === FLAG) await serve(JSON.parse(process.argv[3] ?? '') as SenderOptions);
