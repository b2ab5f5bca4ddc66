// Run by phone-memory.test.ts in a process of its own: takes messages into a network and prints each id, until it is killed.
import { createPhoneNetwork } from '../../../src/gateways/phone/phone-network.ts';
import { isLandline } from '../../../src/services/phone-number.ts';

const [, , file = ''] = process.argv;
const senders = { name: 'Kommunen', number: '+4520009999' };
const network = createPhoneNetwork({ now: Date.now, senders, isLandline, file });
for (let count = 0; count < 1_000_000; count += 1) {
  const posted = await network.post({
    reference: `msg_${count}`,
    sender: 'number',
    to: '+4520000001',
    text: 'Hej',
    validityMinutes: 1,
  });
  if (posted.outcome !== 'accepted') break;
  await new Promise((written) => process.stdout.write(`${posted.providerId}\n`, written));
}
