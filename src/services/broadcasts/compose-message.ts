// The message of a broadcast to one of its members, as rows.
import { messageHours } from '../../journey/engine/message-hours.ts';
import { countSegments } from '../../journey/text/segments.ts';
import { addDuration } from '../../journey/time/duration.ts';
import type { ComposedFor, WaitingMember } from '../../store/broadcasts/compose.ts';
import { seal, tokenHash } from '../../store/seal.ts';
import type { Organisation } from '../organisation.ts';
import { openText } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { type Book, noticeFor, noticeSegments, textFor, type Way } from './broadcast-text.ts';

const LINK_LIVES = { amount: 60, unit: 'days' } as const;

/** The page on which secure messages stand. */
const SECURE_PAGE = 'beskeder';

/** What everyone in a broadcast has in common; `by` ordered it, `advisors` are names by id. */
export type Common = {
  id: string;
  way: Way;
  book: Book;
  organisation: Organisation;
  by: string;
  at: number;
  advisors: ReadonlyMap<string, string>;
};

/** The id that nobody's second message of a broadcast can have, but for a new try of what failed. */
export const messageId = (broadcast: string, relativeId: string, tries: number): string =>
  `b.${broadcast}.${relativeId}${tries > 0 ? `.${tries}` : ''}`;

type Written = { text: string; language: string };

const ownText = (common: Common, member: WaitingMember, tiltale: string): Written =>
  textFor(common.organisation, common.book, {
    tiltale,
    language: member.language,
    confidential:
      common.way === 'page'
        ? {
            enhed: member.unitName,
            relation: member.relation,
            omraade: member.area,
            vejleder: common.advisors.get(member.advisorId ?? '') ?? '',
          }
        : {},
  });

function messageOf(rt: Runtime, common: Common, member: WaitingMember, { text, language }: Written) {
  const id = messageId(common.id, member.id, member.tries);
  return {
    id,
    relativeId: member.id,
    broadcastId: common.id,
    purpose: 'broadcast',
    channel: member.channel,
    language,
    textSealed: seal(rt.db.keys, `messages.text:${id}`, text),
    lane: 2,
    createdAt: common.at,
    createdBy: common.by,
  };
}

function smsOf(rt: Runtime, common: Common, member: WaitingMember, written: Written) {
  const { dueAt, hours } = messageHours(common.organisation.window, member.hours, common.at, undefined);
  return {
    ...messageOf(rt, common, member, written),
    numberId: member.numberId,
    status: 'due',
    dueAt,
    hoursFrom: hours?.from ?? null,
    hoursTo: hours?.to ?? null,
  };
}

/** The text on the page, the SMS that tells of it, and its link. */
function composePaged(
  rt: Runtime,
  common: Common,
  member: WaitingMember,
  tiltale: string,
): Pick<ComposedFor, 'message' | 'page' | 'link'> {
  const own = ownText(common, member, tiltale);
  const notice = noticeFor(common.organisation, { tiltale, language: member.language });
  const sms = smsOf(rt, common, member, notice);
  const token = rt.newId();
  const pageId = `p.${sms.id}`;
  return {
    message: {
      ...sms,
      textKey: 'secure',
      sender: 'name',
      linkSealed: seal(rt.db.keys, `messages.link:${sms.id}`, token),
      segments: noticeSegments(rt, notice.text),
    },
    page: {
      id: pageId,
      relativeId: member.id,
      messageId: sms.id,
      fromStaff: 1,
      textSealed: seal(rt.db.keys, `page_messages.text:${pageId}`, own.text),
      status: 'sent',
      at: common.at,
      by: common.by,
    },
    link: {
      tokenHash: tokenHash(token),
      messageId: sms.id,
      relativeId: member.id,
      journeyId: '',
      step: '',
      page: SECURE_PAGE,
      access: 'pin',
      endsAt: addDuration(common.at, LINK_LIVES),
    },
  };
}

/** The call to make or the letter to send says the text itself: only staff read it. */
function composeTask(rt: Runtime, common: Common, member: WaitingMember, tiltale: string) {
  return {
    ...messageOf(rt, common, member, ownText(common, member, tiltale)),
    numberId: null,
    textKey: 'broadcast',
    sender: 'number',
    segments: 0,
    status: 'todo',
    dueAt: common.at,
  };
}

function composePlain(rt: Runtime, common: Common, member: WaitingMember, tiltale: string) {
  const written = ownText(common, member, tiltale);
  return {
    ...smsOf(rt, common, member, written),
    textKey: 'broadcast',
    sender: 'number',
    segments: countSegments(written.text).count,
  };
}

/** What is written for one member who gets it. Throws when their record cannot be read. */
export function composeFor(rt: Runtime, common: Common, member: WaitingMember): ComposedFor {
  const tiltale = openText(rt, 'relatives.tiltale', member.id, member.tiltaleSealed);
  const { id: relativeId, tries, numberId } = member;
  const whom = { relativeId, tries, numberId };
  if (member.channel !== 'sms') return { ...whom, message: composeTask(rt, common, member, tiltale) };
  if (common.way === 'page') return { ...whom, ...composePaged(rt, common, member, tiltale) };
  return { ...whom, message: composePlain(rt, common, member, tiltale) };
}
