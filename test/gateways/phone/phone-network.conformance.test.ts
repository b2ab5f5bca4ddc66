import type { IncomingSms, StatusReport } from '../../../src/gateways/gateway.ts';
import type { PhoneFaults } from '../../../src/gateways/phone/phone.ts';
import { createPhoneNetwork } from '../../../src/gateways/phone/phone-network.ts';
import { isLandline } from '../../../src/services/phone-number.ts';
import { describeGateway, type Stand } from '../conformance.ts';

describeGateway('the simulated network', async () => {
  const senders = { name: 'Kommunen', number: '+4520009999' };
  const reports: StatusReport[] = [];
  const incoming: IncomingSms[] = [];
  const planned: ReturnType<Required<PhoneFaults>['post']>[] = [];
  let searchFails = false;
  let listFails = false;
  let muddled = false;
  let refusals = 0;
  let at = Date.parse('2027-03-01T09:00:00Z');
  const take = async <T>(list: T[], one: T) => {
    if (refusals-- > 0) throw new Error('503');
    list.push(one);
  };
  const network = createPhoneNetwork({
    now: () => at,
    senders,
    isLandline,
    schedule: () => () => {},
    deliver: {
      onIncoming: (sms) => take(incoming, sms),
      onStatus: (report) => take(reports, report),
    },
    faults: {
      post: () => planned.shift(),
      find: () => (searchFails ? 'unavailable' : undefined),
      list: () => (listFails ? 'unavailable' : undefined),
      status: ({ status }) => (muddled ? (status === 'sent' ? 'late' : 'doubled') : undefined),
    },
  });
  const stand: Stand = {
    gateway: network,
    senders,
    reports,
    incoming,
    now: () => at,
    taken: (number) => network.conversation(number).filter(({ direction }) => direction === 'toPhone'),
    breakNext(what) {
      if (what === 'answer lost') planned.push('accept-then-unknown');
      else if (what === 'message and answer lost') planned.push('unknown');
      else if (what === 'too many requests') planned.push('rate');
      else if (what === 'search') searchFails = true;
      else if (what === 'list') listFails = true;
      else muddled = true;
    },
    refuseWebhooks: (times) => {
      refusals = times;
    },
    switchOff: (number) => network.configure(number, 'off'),
    type: (number, text) => network.type(number, text),
    async settle() {
      for (let minute = 0; minute < 3; minute += 1) {
        at += 60_000;
        await network.settle();
      }
    },
    close: () => network.close(),
  };
  return stand;
});
