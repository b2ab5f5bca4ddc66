// Why a relative does not get a broadcast: one expression for the preview, for composing, and for the commit of what was composed.

/** Where the expression finds what it asks for, each as SQL: the broadcast's id, now and when the day on the wall began (UTC ms), and a JSON list of the languages it can be written in. */
export type WhyNotPlaces = { broadcast: string; now: string; dayBegan: string; languages: string };

/** In the order in which they are asked for; with `broken` for what could not be written. */
export const WHY_NOT = [
  'circle-held',
  'minor',
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

const hadOne = ({ broadcast, dayBegan }: WhyNotPlaces): string => `EXISTS (SELECT 1 FROM messages had
  WHERE had.relative_id = relatives.id AND had.created_at >= ${dayBegan} AND had.purpose = 'broadcast'
    AND had.broadcast_id <> ${broadcast} AND had.status NOT IN ('cancelled', 'failed', 'undelivered', 'expired'))`;

/** The last word on SMS in the ledger, of this record and of those that were merged into it, was a no. */
const WITHDRAWN = `(SELECT said.kind FROM ledger said WHERE said.relative_id IN (
    SELECT relatives.id UNION ALL SELECT was.id FROM relatives was WHERE was.merged_into = relatives.id)
  AND said.kind IN ('consent.given', 'consent.withdrawn') AND said.purpose = 'sms'
  ORDER BY said.seq DESC LIMIT 1) = 'consent.withdrawn'`;

/** Null for who gets it. Over the tables relatives and circles, and numbers joined where there is one. */
export const whyNot = (places: WhyNotPlaces): string => `CASE
  WHEN circles.state <> 'alive' THEN 'circle-held'
  WHEN relatives.minor = 1 THEN 'minor'
  WHEN relatives.quiet_until > ${places.now} THEN 'quiet'
  WHEN ${hadOne(places)} THEN 'had-one'
  WHEN NOT EXISTS (SELECT 1 FROM json_each(${places.languages}) l WHERE l.value IN (relatives.language, 'da')) THEN 'language'
  WHEN ${CHANNEL} = 'brev' AND ${WITHDRAWN} THEN 'no-consent'
  WHEN ${CHANNEL} <> 'sms' THEN NULL
  WHEN numbers.id IS NULL OR numbers.landline = 1 THEN 'no-number'
  WHEN numbers.wrong_at IS NOT NULL THEN 'wrong'
  WHEN numbers.stopped_at IS NOT NULL THEN 'stopped'
  WHEN ${WITHDRAWN} THEN 'no-consent' END`;

/** A text as SQL. */
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** What the expression asks for, known beforehand. */
export type WhyNotValues = { broadcast: string; now: number; dayBegan: number; languages: readonly string[] };

/** The expression with its values in it, for a statement that is put together by names and not by places. */
export const whyNotOf = ({ broadcast, now, dayBegan, languages }: WhyNotValues): string =>
  whyNot({
    broadcast: quoted(broadcast),
    now: String(Math.trunc(now)),
    dayBegan: String(Math.trunc(dayBegan)),
    languages: quoted(JSON.stringify(languages)),
  });
