// What staff write in a conversation: an SMS, or a secure message of which an SMS tells.

import { renderText } from '../../journey/text/render.ts';
import { countSegments, LINK, segmentsWithLink } from '../../journey/text/segments.ts';
import { addDuration } from '../../journey/time/duration.ts';
import { findRelativeDetails } from '../../store/people/relative-details.ts';
import { seal, tokenHash } from '../../store/seal.ts';
import type { Party } from '../../store/talks/parties.ts';
import { endPresence } from '../../store/talks/presences.ts';
import { type Saying, sayInConversation } from '../../store/talks/say.ts';
import { listWaitingIn } from '../../store/talks/thread.ts';
import { AppError } from '../app-error.ts';
import { linkOf } from '../journeys/known.ts';
import { getOrganisation } from '../organisation.ts';
import { ledgerRow } from '../record-ledger.ts';
import { looksLikeCpr } from '../relatives/looks-like-cpr.ts';
import { openText } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { SECURE_NOTICE } from '../sending/house-texts.ts';
import type { Staff } from '../staff/staff.ts';
import { requireConversation } from './find-conversation.ts';
import { refuseConfidential } from './refuse-confidential.ts';
import { findWay } from './ways.ts';
import { type Leaves, type LeavesRow, whenLeaves } from './when-leaves.ts';

/** The most characters of an SMS that a person writes. */
export const MOST_CHARACTERS = 480;

/** The most characters of a secure message. */
export const MOST_SECURE = 4000;

/** The page a link to secure messages opens. */
const SECURE_PAGE = 'beskeder';

/** What stands in the call task where no SMS may tell of a secure message. It tells nothing itself. */
const CALL_TEXT = 'Ring, og sig det, der står i den sikre besked. Den står i samtalen i indbakken.';

const LINK_LIVES = { amount: 60, unit: 'days' } as const;

/** What was typed, under which form, and how much had been said when its page was shown. */
export type Written = { text: string; seen: number; form: string };

const tidy = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

function readText(typed: string, most: number): string {
  const text = tidy(typed);
  if (text === '') throw new AppError('text-empty');
  if (text.length > most) throw new AppError('text-too-long');
  return text;
}

const idOf = ({ form }: Written): string => {
  if (!/^[\w-]{22}$/.test(form)) throw new AppError('field-unreadable', 'form');
  return `a.${form}`;
};

type About = { rt: Runtime; staff: Staff; party: Party; order: Written; how: 'sms' | 'page' | 'call' };

/** What every writing has: what it answers, and the entries that tell of it. */
async function beginSaying({ rt, staff, party, order, how }: About) {
  const waiting = await listWaitingIn(rt.db, party);
  const at = rt.now();
  const whose = party.relativeId ? { relativeId: party.relativeId } : {};
  const written = { kind: 'conversation.written', actor: staff.id, ...whose, subject: idOf(order) };
  return {
    party,
    seen: order.seen,
    at,
    by: staff.id,
    settles: waiting.map(({ id }) => id),
    ledger: [
      { row: ledgerRow(rt, { ...written, body: { how } }) },
      ...waiting.map((one) => ({
        row: ledgerRow(rt, {
          kind: 'reply.answered',
          actor: staff.id,
          ...whose,
          subject: one.id,
          body: { waitedMs: Math.max(0, at - one.at) },
        }),
        about: one.id,
      })),
    ],
  };
}

const messageOf = ({ rt, staff, party, order }: About, text: string, leaves: LeavesRow) => ({
  id: idOf(order),
  relativeId: party.relativeId,
  purpose: 'staff',
  textSealed: seal(rt.db.keys, `messages.text:${idOf(order)}`, text),
  ...leaves,
  createdAt: rt.now(),
  createdBy: staff.id,
});

/** Whether it is said now, or was by the same form with the same words. */
async function commit({ rt, staff, party, order }: About, saying: Saying): Promise<boolean> {
  const outcome = await rt.db.lane.put(sayInConversation, saying);
  if (!outcome) return false;
  const { page, message } = saying;
  const [column, id] = page ? ['page_messages.text', page.id] : ['messages.text', message.id];
  if (outcome.said === 'before' && openText(rt, column, id, outcome.textSealed) !== tidy(order.text))
    return false;
  await rt.db.lane.put(endPresence, { conversationId: party.id, staffId: staff.id });
  return true;
}

/**
 * Writes an SMS, and gives when it leaves; everything that waits in the conversation is answered by it. Two who press at once send one.
 * Throws `not-found`, `text-empty`, `text-too-long`, `cpr-typed`, `text-confidential`, `stopped`, `no-number`,
 * `conversation-moved` when something was said that the writer had not seen.
 */
export async function writeSms(rt: Runtime, staff: Staff, id: string, order: Written): Promise<Leaves> {
  const party = await requireConversation(rt, staff, 'care', id);
  const text = readText(order.text, MOST_CHARACTERS);
  await refuseConfidential(rt, text);
  await requireSms(rt, party);
  const { leaves, row } = await whenLeaves(rt, party);
  const about: About = { rt, staff, party, order, how: 'sms' };
  const said = await commit(about, {
    ...(await beginSaying(about)),
    numberId: party.numberId ?? '',
    message: {
      ...messageOf(about, text, row),
      numberId: party.numberId,
      textKey: 'staff',
      channel: 'sms',
      sender: 'number',
      language: 'da',
      segments: countSegments(text).count,
      status: 'due',
    },
  });
  if (!said) {
    await requireSms(rt, party);
    throw new AppError('conversation-moved');
  }
  rt.bell.ring({ job: 'dispatch-sender', sender: 'number' });
  return leaves;
}

async function requireSms(rt: Runtime, party: Party): Promise<void> {
  const way = await findWay(rt, party);
  if (way !== 'sms') throw new AppError(way === 'stopped' || way === 'wrong' ? 'stopped' : 'no-number');
}

/** The SMS that tells of a secure message, and the link in it. */
async function noticeOf(
  about: About,
  relativeId: string,
  leaves: LeavesRow,
): Promise<Pick<Saying, 'message' | 'link' | 'numberId'>> {
  const { rt, party } = about;
  const details = await findRelativeDetails(rt.db, relativeId);
  if (!details) throw new AppError('not-found');
  const { kommune, telefon } = await getOrganisation(rt);
  const { tiltaleSealed, language } = details.relative;
  const tiltale = openText(rt, 'relatives.tiltale', relativeId, tiltaleSealed);
  const notice = renderText(SECURE_NOTICE, 'secure', language, { tiltale, kommune, telefon, link: LINK });
  const message = messageOf(about, notice.text, leaves);
  const token = rt.newId();
  return {
    numberId: party.numberId ?? '',
    message: {
      ...message,
      numberId: party.numberId,
      textKey: 'secure',
      channel: 'sms',
      sender: 'name',
      language: notice.language,
      linkSealed: seal(rt.db.keys, `messages.link:${message.id}`, token),
      segments: segmentsWithLink(notice.text, linkOf(rt, token).length).count,
      status: 'due',
    },
    link: {
      tokenHash: tokenHash(token),
      messageId: message.id,
      relativeId,
      journeyId: '',
      step: '',
      page: SECURE_PAGE,
      access: 'pin',
      endsAt: addDuration(rt.now(), LINK_LIVES),
    },
  };
}

/** The call that tells of a secure message where no SMS may. */
const callOf = (about: About): Pick<Saying, 'message' | 'numberId'> => ({
  numberId: '',
  message: {
    ...messageOf(about, CALL_TEXT, { lane: 1, dueAt: about.rt.now(), hoursFrom: null, hoursTo: null }),
    numberId: null,
    textKey: 'secure',
    channel: 'ring',
    sender: 'number',
    language: 'da',
    segments: 0,
    status: 'todo',
  },
});

/**
 * Writes on the relative's page, behind the PIN; an SMS with a link tells of it and of nothing else, and leaves when it
 * is told to. Where no SMS may leave it becomes a call to make. Throws `not-found`, `text-empty`, `text-too-long`, `cpr-typed`, `conversation-moved`.
 */
export async function writeSecure(
  rt: Runtime,
  staff: Staff,
  id: string,
  order: Written,
): Promise<{ told: 'sms'; leaves: Leaves } | { told: 'call' }> {
  const party = await requireConversation(rt, staff, 'care', id);
  const { relativeId } = party;
  if (!relativeId) throw new AppError('not-found');
  const text = readText(order.text, MOST_SECURE);
  if (looksLikeCpr(text)) throw new AppError('cpr-typed');
  const bySms = (await findWay(rt, party)) === 'sms';
  const { leaves, row } = await whenLeaves(rt, party);
  const about: About = { rt, staff, party, order, how: bySms ? 'page' : 'call' };
  const begun = await beginSaying(about);
  const pageId = `p.${order.form}`;
  const page = {
    id: pageId,
    relativeId,
    messageId: idOf(order),
    fromStaff: 1,
    textSealed: seal(rt.db.keys, `page_messages.text:${pageId}`, text),
    status: 'sent',
    at: begun.at,
    by: staff.id,
  };
  const told = bySms ? await noticeOf(about, relativeId, row) : callOf(about);
  if (await commit(about, { ...begun, ...told, page })) {
    if (bySms) rt.bell.ring({ job: 'dispatch-sender', sender: 'name' });
    return bySms ? { told: 'sms', leaves } : { told: 'call' };
  }
  // Somebody said STOP, or something else, since the page was shown.
  if (bySms && (await findWay(rt, party)) !== 'sms') return writeSecure(rt, staff, id, order);
  throw new AppError('conversation-moved');
}
