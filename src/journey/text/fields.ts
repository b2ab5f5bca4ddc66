// Merge fields and who may read them. A field that is not listed here does not exist.
import type { Flow } from '../flow/flow.ts';
import { formatDate } from '../time/format.ts';
import { DAY_MS } from '../time/zone.ts';
import { LINK } from './segments.ts';

/** Open fields may stand in an SMS; confidential ones only on a page behind a PIN or MitID. */
export type FieldClass = 'open' | 'confidential';

/** Field name → the value it is rendered with. */
export type Fields = Readonly<Record<string, string>>;

type Anchors = Flow['anchors'];

/** Characters of the longest link a text is checked with. */
export const LONGEST_LINK = 50;

const OPEN: Fields = {
  tiltale: 'n'.repeat(20),
  kommune: 'n'.repeat(20),
  telefon: '12 34 56 78',
  akut: '12 34 56 78',
  aabningstid: 'n'.repeat(20),
  link: LINK,
};

const CONFIDENTIAL: Fields = {
  enhed: 'n'.repeat(40),
  arrangement: 'n'.repeat(60),
  vejleder: 'n'.repeat(30),
  relation: 'n'.repeat(20),
  omraade: 'n'.repeat(20),
};

/** Confidential fields that may be without a value: a relative need not have a unit, an event or an advisor. */
export const OPTIONAL_FIELDS: readonly string[] = ['enhed', 'arrangement', 'vejleder'];

const EXAMPLE_YEAR_START = Date.UTC(2027, 0, 20, 12);
const LONGEST_TIME = '23.59';
/** Characters of the longest place an anchor can have. */
export const LONGEST_PLACE = 40;
/** Characters of the longest title of an arrangement that an SMS may say. */
export const LONGEST_EVENT_TITLE = 40;

/** The class of a field in a flow with these anchors; undefined when there is no such field. */
export function fieldClass(name: string, anchors: Anchors): FieldClass | undefined {
  if (Object.hasOwn(OPEN, name) || anchorFields(anchors).includes(name)) return 'open';
  return Object.hasOwn(CONFIDENTIAL, name) ? 'confidential' : undefined;
}

/** Every field a flow with these anchors can use, the open ones first. */
export function fieldNames(anchors: Anchors): string[] {
  return [...Object.keys(OPEN), ...anchorFields(anchors), ...Object.keys(CONFIDENTIAL)];
}

/** Every field with the longest value it is reckoned with in a language. */
export function longestFields(language: string, anchors: Anchors): Fields {
  const dates = Object.keys(anchors).length > 0 ? longestDate(language) : '';
  const ofAnchors = anchorFields(anchors).map((name) => [name, longestOf(name, dates)]);
  return { ...OPEN, ...CONFIDENTIAL, ...Object.fromEntries(ofAnchors) };
}

function longestOf(field: string, longestDate: string): string {
  if (field.endsWith('_titel')) return 'n'.repeat(LONGEST_EVENT_TITLE);
  if (field.endsWith('_sted')) return 'n'.repeat(LONGEST_PLACE);
  return field.endsWith('_tid') ? LONGEST_TIME : longestDate;
}

function anchorFields(anchors: Anchors): string[] {
  return Object.entries(anchors).flatMap(([name, { time, event, where }]) => [
    `${name}_dato`,
    ...(time ? [`${name}_tid`] : []),
    ...(event ? [`${name}_titel`] : []),
    ...(where ? [`${name}_sted`] : []),
  ]);
}

/** Seven days in the twenties of each month hold every pair of weekday and month, with a day of two digits. */
function longestDate(language: string): string {
  let longest = '';
  for (let month = 0; month < 12; month++) {
    for (let day = 0; day < 7; day++) {
      const text = formatDate(EXAMPLE_YEAR_START + (month * 30.4 + day) * DAY_MS, language);
      if (text.length > longest.length) longest = text;
    }
  }
  return longest;
}
