// What both sending rows need: the real gateway to the local Twilio, and a house that sends through it.
import type { Gateway } from '../../src/gateways/gateway.ts';
import { createTwilioGateway } from '../../src/gateways/twilio/twilio-gateway.ts';
import { CONCURRENCY, type House, openHouse } from './house.ts';
import type { LocalTwilio } from './local-twilio.ts';
import { seedPeople } from './seeds.ts';

export const SENDERS = { name: 'Kommunen', number: '+4520009999' };
export const PUBLIC_URL = 'https://limen.example';

export const gatewayTo = (twilio: LocalTwilio, connections = CONCURRENCY): Gateway =>
  createTwilioGateway({
    accountSid: twilio.accountSid,
    authToken: twilio.authToken,
    apiUrl: twilio.url,
    senders: SENDERS,
    publicUrl: PUBLIC_URL,
    requestTimeoutMs: 10_000,
    connections,
  });

/** A house with this many people whose messages leave through the gateway. */
export async function openSending(
  folder: string,
  name: string,
  gateway: Gateway,
  people: number,
): Promise<House> {
  const house = await openHouse(folder, name);
  await seedPeople(house, people);
  return { ...house, gateway };
}
