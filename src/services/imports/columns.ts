// What a column of a spreadsheet can be, and how its heading is understood.
import { fold } from '../../journey/reply/fold.ts';

/** What can be taken from a spreadsheet, in the order of the form. */
export const IMPORT_FIELDS = [
  'name',
  'tiltale',
  'number',
  'relation',
  'area',
  'language',
  'ageBand',
  'guardian',
  'channel',
  'circle',
  'unit',
  'note',
  'consentHow',
  'consentOn',
] as const;

export type ImportField = (typeof IMPORT_FIELDS)[number];

/** The column (from 0) of each field that has one. */
export type Mapping = Partial<Record<ImportField, number>>;

/** The beginnings of headings, folded; the first field whose heading fits takes the column. */
const HEADINGS: Record<ImportField, readonly string[]> = {
  consentHow: ['samtykke hvordan', 'samtykke givet', 'hvordan', 'consent how', 'consenthow'],
  consentOn: [
    'samtykke dato',
    'samtykkedato',
    'dato for samtykke',
    'samtykke den',
    'consent date',
    'consenton',
  ],
  name: ['navn', 'alias', 'fornavn', 'fulde navn', 'paaroerende', 'name'],
  tiltale: ['tiltale', 'kaldenavn', 'hilsen', 'address as'],
  number: ['mobil', 'telefon', 'tlf', 'nummer', 'phone', 'number'],
  relation: ['relation', 'forhold', 'slaegtskab'],
  area: ['omraade', 'maalgruppe', 'area'],
  language: ['sprog', 'language'],
  ageBand: ['alder', 'aldersgruppe', 'age'],
  guardian: ['vaerge', 'foraeldremyndighed', 'guardian'],
  channel: ['kontakt', 'kanal', 'channel'],
  circle: ['kreds', 'circle'],
  unit: ['enhed', 'plejehjem', 'bosted', 'unit'],
  note: ['note', 'bemaerk', 'kommentar'],
};

/** The fields whose column can be told by its heading; each column is one field. */
export function guessColumns(headings: readonly string[]): Mapping {
  const folded = headings.map((heading) =>
    fold(heading)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim(),
  );
  const mapping: Mapping = {};
  const taken = new Set<number>();
  for (const [field, beginnings] of Object.entries(HEADINGS) as [ImportField, readonly string[]][]) {
    const column = folded.findIndex(
      (heading, i) => !taken.has(i) && beginnings.some((beginning) => heading.startsWith(beginning)),
    );
    if (column < 0) continue;
    taken.add(column);
    mapping[field] = column;
  }
  return mapping;
}
