import type { Fields } from '../text/fields.ts';
import { LINK } from '../text/segments.ts';
import { anchorAt, formatDate, formatTime } from '../time/format.ts';
import type { Known } from './known.ts';

/** The open merge fields of an SMS: everything a text that leaves the house may say. */
export function openFields(
  known: Known,
  anchors: Readonly<Record<string, string>>,
  language: string,
): Fields {
  const fields: Record<string, string> = {
    tiltale: known.relative.tiltale,
    kommune: known.organisation.kommune,
    telefon: known.organisation.telefon,
    akut: known.organisation.akut,
    aabningstid: known.organisation.aabningstid,
    link: LINK,
  };
  for (const [name, value] of Object.entries(anchors)) {
    const at = anchorAt(value);
    if (at === undefined) continue;
    fields[`${name}_dato`] = formatDate(at, language);
    if (value.includes('T')) fields[`${name}_tid`] = formatTime(at, language);
    const event = known.events?.[name];
    if (event) fields[`${name}_titel`] = event.title;
    const place = event ? event.place : known.place;
    if (place !== undefined) fields[`${name}_sted`] = place;
  }
  return fields;
}
