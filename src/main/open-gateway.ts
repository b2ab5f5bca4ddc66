import { join } from 'node:path';
import type { Gateway } from '../gateways/gateway.ts';
import type { PhoneNetwork } from '../gateways/phone/phone.ts';
import { isLandline } from '../services/phone-number.ts';
import type { Config } from './config.ts';

/** The gateway of the settings; the simulated network also as itself, for the phones' pages. */
export type Opened = { gateway: Gateway; network?: PhoneNetwork };

const DEMO_SENDERS = { name: 'DemoKommune', number: '+4520009999' };
const DEMO_DELAY = { acceptedMs: 150, deliveredMs: 600 };
/** How long the reports of the demo's network take at most. */
export const DEMO_REPORT_MS = 1_000;

/** Opens the simulated network (its memory beside the database) or Twilio; neither loads the other. */
export async function openGateway(config: Config, now: () => number): Promise<Opened> {
  if (config.SMS_GATEWAY === 'phone') {
    const { createPhoneNetwork } = await import('../gateways/phone/phone-network.ts');
    const file = join(config.LIMEN_DATA, 'phones.jsonl');
    const network = createPhoneNetwork({
      now,
      senders: DEMO_SENDERS,
      isLandline,
      delay: DEMO_DELAY,
      file,
    });
    return { gateway: network, network };
  }
  const { createTwilioGateway } = await import('../gateways/twilio/twilio-gateway.ts');
  const gateway = createTwilioGateway({
    accountSid: config.TWILIO_ACCOUNT_SID ?? '',
    authToken: config.TWILIO_AUTH_TOKEN ?? '',
    ...(config.TWILIO_API_URL ? { apiUrl: config.TWILIO_API_URL } : {}),
    senders: { name: config.SMS_SENDER_NAME ?? '', number: config.SMS_SENDER_NUMBER ?? '' },
    publicUrl: config.PUBLIC_URL,
    requestTimeoutMs: config.SMS_TIMEOUT_SECONDS * 1_000,
    connections: config.SMS_CONCURRENCY,
  });
  return { gateway };
}
