// A house with simulated phones in front of it, for the tests of their pages.

import type { IncomingSms } from '../../../src/gateways/gateway.ts';
import type { PhoneNetwork } from '../../../src/gateways/phone/phone.ts';
import { createPhoneNetwork } from '../../../src/gateways/phone/phone-network.ts';
import { isLandline } from '../../../src/services/phone-number.ts';
import { createApp } from '../../../src/web/app.ts';
import { phoneRoutes } from '../../../src/web/phone/routes.ts';
import { openBrowser } from '../../support/browser.ts';
import { seedOrganisation } from '../../support/house.ts';
import { makeRuntime, type TestRuntime } from '../../support/runtime.ts';

export const BROTHER = '+4520000116';
export const MOTHER = '+4520000117';
const SENDERS = { name: 'DemoKommune', number: '+4520009999' };

export type Stand = {
  rt: TestRuntime;
  network: PhoneNetwork;
  app: ReturnType<typeof createApp>;
  browser: ReturnType<typeof openBrowser>;
  /** What the house was handed. */
  incoming: IncomingSms[];
  /** How many look at the network now. */
  watchers(): number;
  /** The house sends an SMS, and it arrives. */
  send(to: string, text: string, sender?: 'name' | 'number'): Promise<void>;
} & AsyncDisposable;

/** Opens the phones of a demo (or, to be refused, of no demo). */
export async function openPhones(demo = true): Promise<Stand> {
  const rt = await makeRuntime({ config: { demo } });
  await seedOrganisation(rt);
  const incoming: IncomingSms[] = [];
  const network = createPhoneNetwork({
    now: rt.now,
    senders: SENDERS,
    isLandline,
    schedule: () => () => undefined,
  });
  network.connect({
    onIncoming: async (sms) => void incoming.push(sms),
    onStatus: async () => undefined,
  });
  let watching = 0;
  const counted: PhoneNetwork = {
    ...network,
    watch(listener) {
      const stop = network.watch(listener);
      let stopped = false;
      watching += 1;
      return () => {
        if (!stopped) watching -= 1;
        stopped = true;
        stop();
      };
    },
  };
  const aliases: Record<string, string> = { [BROTHER]: 'Bror, 22' };
  const routes = phoneRoutes(counted, { nameOf: async (number) => aliases[number], numbers: [MOTHER] });
  const app = createApp(rt, { extra: (a) => void a.route('/phone', routes) });
  return {
    rt,
    network,
    app,
    incoming,
    browser: openBrowser(app),
    watchers: () => watching,
    async send(to, text, sender = 'number') {
      await network.post({ reference: rt.newId(), sender, to, text, validityMinutes: 60 });
      rt.forward(5_000);
      await network.settle();
      rt.forward(5_000);
      await network.settle();
    },
    async [Symbol.asyncDispose]() {
      await network.close();
      await rt[Symbol.asyncDispose]();
    },
  };
}
