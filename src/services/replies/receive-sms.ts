import { maskCpr } from '../../journey/reply/mask-cpr.ts';
import { readReply } from '../../journey/reply/read-reply.ts';
import { storeReplies } from '../../store/messages/replies.ts';
import { newNumber } from '../../store/people/numbers.ts';
import { seal } from '../../store/seal.ts';
import { getOrganisation, tellingWords } from '../organisation.ts';
import { toE164 } from '../phone-number.ts';
import type { Runtime } from '../runtime.ts';

/** More than any phone sends in one message; the rest of an abuse is cut off. */
const MOST_CHARACTERS = 10_000;

/** An SMS from a phone, as a gateway tells it. */
export type Incoming = { providerId: string; from: string; to: string; text: string };

/**
 * Stores an SMS once (by the provider's id) with CPR numbers masked; a plain STOP is an opt-out in the same commit.
 * Rings for the rest. Resolves when it is stored: then the provider may be answered.
 */
export async function receiveSms(rt: Runtime, sms: Incoming): Promise<void> {
  const words = tellingWords(await getOrganisation(rt));
  const masked = maskCpr(sms.text.slice(0, MOST_CHARACTERS));
  // Read as if an invitation waited, so that AFMELD is no opt-out before it is known what it answers.
  const reading = readReply(masked.text, 'rsvp', words);
  const id = rt.newId();
  const at = rt.now();
  const number = newNumber(rt.db.keys, toE164(sms.from) ?? sms.from, at, false);
  const isNew = await rt.db.lane.put(storeReplies, {
    number,
    stop: reading.meaning === 'stop' || reading.also === 'stop',
    reply: {
      id,
      providerId: sms.providerId,
      numberId: number.id,
      textSealed: seal(rt.db.keys, `replies.text:${id}`, masked.text),
      meaning: reading.meaning,
      masked: masked.masked ? 1 : 0,
      status: 'new',
      receivedAt: at,
    },
  });
  if (isNew) rt.bell.ring({ job: 'handle-inbound', reply: id });
}
