// Twilio's signature as its security page describes it, written here without the SDK so that the two check each other.
import { createHmac } from 'node:crypto';

/** Signs a webhook: HMAC-SHA1 of the full address followed by every parameter's name and value, sorted by name, as base64. */
export function signWebhook(
  authToken: string,
  url: string,
  params: Readonly<Record<string, string>>,
): string {
  const sorted = Object.keys(params).sort();
  const data = sorted.reduce((text, name) => text + name + params[name], url);
  return createHmac('sha1', authToken).update(data, 'utf8').digest('base64');
}
