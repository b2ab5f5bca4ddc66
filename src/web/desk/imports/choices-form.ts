// How a spreadsheet is to be read, as a form carries it from page to page.
import type { ImportChoices } from '../../../services/imports/check-rows.ts';
import { IMPORT_FIELDS, type Mapping } from '../../../services/imports/columns.ts';

const columnOf = (text: string | null): number | undefined =>
  text !== null && /^\d{1,2}$/.test(text) ? Number(text) : undefined;

/** Reads the choices of a form. */
export function readChoices(form: URLSearchParams): ImportChoices {
  const mapping: Mapping = {};
  for (const field of IMPORT_FIELDS) {
    const column = columnOf(form.get(`k-${field}`));
    if (column !== undefined) mapping[field] = column;
  }
  return {
    mapping,
    unit: form.get('unit') ?? '',
    area: form.get('area') || 'andet',
    consents: form.get('consents') === 'yes',
  };
}

/** The same as names and values of hidden fields. */
export const choiceFields = ({ mapping, unit, area, consents }: ImportChoices): [string, string][] => [
  ...Object.entries(mapping).map(([field, column]): [string, string] => [`k-${field}`, String(column)]),
  ['unit', unit],
  ['area', area],
  ['consents', consents ? 'yes' : ''],
];
