// Why a relative does not get a broadcast: one expression for the preview, for composing, for the commit of what was composed,
// for what goes on after a pause, and for the claim of what waited.
import { OVER } from './take-back.ts';

/** Where the expression finds what it asks for, each as SQL: the broadcast's id, now and when the day on the wall began (UTC ms), a JSON list of the languages it can be written in, and whether the organisation asks for a consent (1) or only heeds one that was withdrawn (0). */
export type WhyNotPlaces = Record<'broadcast' | 'now' | 'dayBegan' | 'languages' | 'asksConsent', string>;

/** In the order in which they are asked for; with `broken` for what could not be written. */
export const WHY_NOT = [
  'circle-held',
  'minor',
  'left-group',
  'quiet',
  'had-one',
  'language',
  'no-number',
  'wrong',
  'stopped',
  'no-consent',
  'broken',
] as const;

export type WhyNot = (typeof WHY_NOT)[number];

/** How the relative is reached: sms, ring or brev. */
export const CHANNEL = "iif(relatives.only_call = 1, 'ring', relatives.channel)";

/** Another one of this day, or of an earlier one that left or is still to leave today. */
const hadOne = ({ broadcast, dayBegan }: WhyNotPlaces): string => `EXISTS (SELECT 1 FROM messages had
  WHERE had.relative_id = relatives.id AND had.purpose = 'broadcast' AND had.broadcast_id <> ${broadcast}
    AND ((had.created_at >= ${dayBegan} AND had.status NOT IN ${OVER})
      OR had.sent_at >= ${dayBegan} OR (had.status IN ('due', 'sending') AND had.due_at >= ${dayBegan})))`;

/** Their own word goes before what the group was when it began. */
const hasLeft = ({ broadcast }: WhyNotPlaces): string => `EXISTS (SELECT 1 FROM broadcasts b
  JOIN group_members g ON g.group_id = b.group_id AND g.relative_id = relatives.id AND g.left_at IS NOT NULL
  WHERE b.id = ${broadcast})`;

/** Of this record and of those that were merged into it. */
const OF_PERSON = `said.relative_id IN (
  SELECT relatives.id UNION ALL SELECT was.id FROM relatives was WHERE was.merged_into = relatives.id)`;

/** When the ledger noted the last yes to being written to (any yes lets us write), and the last no to SMS, which takes all before it back. */
const SAID_YES = `(SELECT max(said.seq) FROM ledger said WHERE ${OF_PERSON} AND said.kind = 'consent.given')`;
const SAID_NO = `(SELECT max(said.seq) FROM ledger said WHERE ${OF_PERSON} AND said.kind = 'consent.withdrawn'
  AND said.purpose = 'sms')`;

const WITHDRAWN = `COALESCE(${SAID_NO}, 0) > COALESCE(${SAID_YES}, 0)`;

/** Null for who gets it. Over the tables relatives and circles, and numbers joined where there is one. */
export const whyNot = (places: WhyNotPlaces): string => `CASE
  WHEN circles.state <> 'alive' THEN 'circle-held'
  WHEN relatives.minor = 1 THEN 'minor'
  WHEN ${hasLeft(places)} THEN 'left-group'
  WHEN relatives.quiet_until > ${places.now} THEN 'quiet'
  WHEN ${hadOne(places)} THEN 'had-one'
  WHEN NOT EXISTS (SELECT 1 FROM json_each(${places.languages}) l WHERE l.value IN (relatives.language, 'da')) THEN 'language'
  WHEN ${CHANNEL} = 'brev' AND ${WITHDRAWN} THEN 'no-consent'
  WHEN ${CHANNEL} <> 'sms' THEN NULL
  WHEN numbers.id IS NULL OR numbers.landline = 1 THEN 'no-number'
  WHEN numbers.wrong_at IS NOT NULL THEN 'wrong'
  WHEN numbers.stopped_at IS NOT NULL THEN 'stopped'
  WHEN ${WITHDRAWN} OR (${places.asksConsent} AND ${SAID_YES} IS NULL) THEN 'no-consent' END`;

/** A text as SQL. */
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** What the expression asks for, known beforehand. */
export type WhyNotValues = {
  broadcast: string;
  now: number;
  dayBegan: number;
  languages: readonly string[];
  asksConsent: boolean;
};

/** The expression with its values in it, for a statement that is put together by names and not by places. */
export const whyNotOf = (values: WhyNotValues): string =>
  whyNot({
    broadcast: quoted(values.broadcast),
    now: String(Math.trunc(values.now)),
    dayBegan: String(Math.trunc(values.dayBegan)),
    languages: quoted(JSON.stringify(values.languages)),
    asksConsent: values.asksConsent ? '1' : '0',
  });
