import type { TwilioDoor } from '../web/env.ts';
import type { Config } from './config.ts';

/** Twilio's half of the webhooks, loaded only where Twilio is used. */
export async function openTwilioDoor(
  config: Pick<Config, 'PUBLIC_URL' | 'TWILIO_AUTH_TOKEN'>,
): Promise<TwilioDoor> {
  const { validateSignature } = await import('../gateways/twilio/validate-signature.ts');
  const { parseInbound } = await import('../gateways/twilio/parse-inbound.ts');
  const { parseStatus } = await import('../gateways/twilio/parse-status.ts');
  return {
    validate: (url, params, signature) =>
      validateSignature({
        authToken: config.TWILIO_AUTH_TOKEN ?? '',
        publicUrl: config.PUBLIC_URL,
        pathAndQuery: url.slice(config.PUBLIC_URL.length),
        signature,
        params,
      }),
    parseInbound,
    parseStatus,
  };
}
