// Twilio's error codes as our closed list. The source of each line is https://www.twilio.com/docs/api/errors/<code>,
// whose title stands beside it. Codes are added there now and then: what is not here is decided by the HTTP status.
import type { Refusal } from '../gateway.ts';

/** What a code means for the message; `retryable` when the fault is not in the message and it may go later unchanged. */
export type RefusalMeaning = { reason: Refusal; retryable: boolean };

/** Finds what a Twilio error code means, undefined for a code we do not know. */
export function findRefusal(code: number): RefusalMeaning | undefined {
  return meanings.get(code);
}

const wrong = (reason: Refusal): RefusalMeaning => ({ reason, retryable: false });
const later = (reason: Refusal): RefusalMeaning => ({ reason, retryable: true });

const meanings = new Map<number, RefusalMeaning>([
  // The request was refused: nothing was sent.
  [14107, later('rate')], // Message rate exceeded
  [20001, wrong('configuration')], // Unknown parameters
  [20003, later('configuration')], // Authentication error: invalid username or password
  [20005, later('credit')], // Account not active
  [20006, later('configuration')], // Access denied
  [20008, later('configuration')], // Resource not accessible with test account credentials
  [20403, later('configuration')], // Forbidden
  [20404, later('configuration')], // Not found: the account in the address does not exist
  [20429, later('rate')], // Too many requests: not processed
  [21211, wrong('invalid-number')], // Invalid 'To' phone number
  [21212, later('configuration')], // Invalid 'From' number
  [21265, wrong('invalid-number')], // 'To' number cannot be a short code
  [21266, wrong('invalid-number')], // 'To' and 'From' numbers cannot be the same
  [21267, later('configuration')], // Alphanumeric sender ID cannot be used on trial accounts
  [21268, wrong('invalid-number')], // Premium rate or information service numbers are not allowed
  [21408, wrong('country')], // Permission to send an SMS has not been enabled for the region
  [21602, wrong('content')], // Message body is required
  [21603, later('configuration')], // 'From' phone number is required
  [21604, wrong('invalid-number')], // 'To' phone number is required
  [21606, later('configuration')], // 'From' number is not a valid, SMS-capable number of this account
  [21607, later('configuration')], // 'From' number must be a valid, SMS-enabled Twilio number
  [21608, later('configuration')], // Trial account: the number is not verified
  [21609, later('configuration')], // Invalid 'StatusCallback' address
  [21610, wrong('opted-out')], // Attempt to send to an unsubscribed recipient
  [21611, later('rate')], // This 'From' number has exceeded the maximum number of queued messages
  [21612, wrong('unreachable')], // 'To' is not currently reachable using this 'From'
  [21614, wrong('landline')], // 'To' number is not a valid mobile number
  [21617, wrong('content')], // The concatenated message body exceeds the 1600 character limit
  [21619, wrong('content')], // A text message body or media is required
  [21635, wrong('landline')], // 'To' number cannot be a landline
  [21659, later('configuration')], // 'From' is not a Twilio phone number
  [21660, later('configuration')], // Mismatch between the 'From' number and the account
  [21661, later('configuration')], // 'From' number is not SMS-capable
  [63038, later('rate')], // Account exceeded the daily messages limit
  // The message was taken and then not delivered: these come in status callbacks.
  [30001, later('rate')], // Queue overflow
  [30002, later('credit')], // Account suspended
  [30003, later('unreachable')], // Unreachable destination handset: switched off or out of reach
  [30004, wrong('blocked')], // Message blocked
  [30005, wrong('invalid-number')], // Unknown destination handset
  [30006, wrong('landline')], // Landline or unreachable carrier
  [30007, wrong('content')], // Message filtered by Twilio or the carrier
  [30008, later('temporary')], // Unknown error
  [30010, later('configuration')], // Message price exceeds max price
  [30017, later('temporary')], // Carrier network congestion
  [30019, wrong('content')], // Content size exceeds carrier limit
  [30024, later('configuration')], // Sender ID is not provisioned on the carrier
  [30036, later('temporary')], // Validity period expired
  [30410, later('temporary')], // Provider timeout error
  [30450, wrong('blocked')], // Message delivery blocked by SMS pumping protection
  [30454, later('rate')], // Account exceeded its messages limit
  [30500, later('temporary')], // Twilio error
]);
