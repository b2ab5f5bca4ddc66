// Opens no socket and reads no setting, so that it also runs at the edge.
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import type { FormParams } from './parsed.ts';

export type SignedWebhook = {
  authToken: string;
  /** The configured address; never the one the request says it came to. */
  publicUrl: string;
  /** The door under `publicUrl`, with its raw query: `/webhooks/twilio/status?ref=…`. */
  pathAndQuery: string;
  /** The `X-Twilio-Signature` header. */
  signature: string | undefined;
  /** Every parameter of the form. */
  params: FormParams;
};

/** Says whether Twilio signed this webhook; anything missing or malformed is a no. The signature carries no time: refuse doubles by id. */
export function validateSignature(webhook: SignedWebhook): boolean {
  const { authToken, signature, pathAndQuery } = webhook;
  if (!authToken || !signature || !pathAndQuery.startsWith('/')) return false;
  try {
    const url = webhook.publicUrl.replace(/\/+$/, '') + pathAndQuery;
    return validateRequest(authToken, signature, url, webhook.params);
  } catch {
    return false;
  }
}
