// Row by row: what a spreadsheet says, as the form of a relative, and everything that is wrong with it.
import { AppError, type ErrorCode } from '../app-error.ts';
import type { Unit } from '../organisation.ts';
import { checkRelative, type RelativeForm } from '../relatives/check-relative.ts';
import { wordsOf } from '../relatives/name-words.ts';
import { type OwnLists, openChoices } from '../relatives/people-lists.ts';
import type { ImportField, Mapping } from './columns.ts';
import { CHOICE_WORDS, readAgeBand, readChoice, readDay, readOwn } from './read-choices.ts';
import { hasMask, type TableRow } from './table.ts';

/** How a column is understood, and what stands for cells that say nothing. */
export type ImportChoices = {
  mapping: Mapping;
  unit: string;
  area: string;
  /** The uploader has confirmed that the columns of consents are consents that were really given. */
  consents: boolean;
};

export type RowCode =
  | ErrorCode
  | 'choice-unknown'
  | 'unit-unknown'
  | 'circle-unknown'
  | 'consent-half'
  | 'consent-date'
  | 'number-repeated';

/** What is wrong in one cell; `other` is a row with the same number. */
export type RowProblem = { field: ImportField; code: RowCode; other?: number };

/** A row as it would be registered. `circle` is what stood in its cell: a code, or a mark that only groups rows. */
export type CheckedRow = {
  row: number;
  form: RelativeForm;
  circle: string;
  consent?: { how: string; on: string };
  problems: RowProblem[];
};

type Reading = { cell(field: ImportField): string; problems: RowProblem[]; lists: OwnLists };

/** The choice a cell means, `empty` for nothing; a cell that means none of them is a problem. */
function choose({ cell, problems }: Reading, field: keyof typeof CHOICE_WORDS, empty: string): string {
  if (cell(field) === '') return empty;
  const read = readChoice(CHOICE_WORDS[field], cell(field));
  if (!read) problems.push({ field, code: 'choice-unknown' });
  return read ?? empty;
}

/** A relation or an area by the organisation's own words first, then by what people usually write. */
function chooseOwn(reading: Reading, field: 'relation' | 'area', empty: string): string {
  const list = field === 'relation' ? 'relations' : 'areas';
  return readOwn(reading.lists[list] ?? [], reading.cell(field)) ?? choose(reading, field, empty);
}

function chooseAge({ cell, problems, lists }: Reading): string {
  if (cell('ageBand') === '') return 'ukendt';
  const read =
    readOwn(lists.ageBands ?? [], cell('ageBand')) ??
    readAgeBand(cell('ageBand'), openChoices(lists, 'ageBands'));
  if (!read) problems.push({ field: 'ageBand', code: 'choice-unknown' });
  return read ?? 'ukendt';
}

const sameName = (a: string, b: string): boolean => wordsOf(a).join(' ') === wordsOf(b).join(' ');

function chooseUnit({ cell, problems }: Reading, units: readonly Unit[], empty: string): string {
  if (cell('unit') === '') return empty;
  const found = units.filter(({ id, name }) => id === cell('unit') || sameName(name, cell('unit')));
  if (found.length !== 1) problems.push({ field: 'unit', code: 'unit-unknown' });
  return found[0]?.id ?? empty;
}

/** A consent is taken only with how and when it was given, and only if the uploader has confirmed the columns. */
function chooseConsent(reading: Reading, today: string): { how: string; on: string } | undefined {
  const { cell, problems } = reading;
  const [how, on] = [cell('consentHow'), cell('consentOn')];
  if (how === '' && on === '') return undefined;
  if (how === '' || on === '') {
    problems.push({ field: how === '' ? 'consentHow' : 'consentOn', code: 'consent-half' });
    return undefined;
  }
  const day = readDay(on);
  if (!day || day > today) problems.push({ field: 'consentOn', code: 'consent-date' });
  return { how: choose(reading, 'consentHow', ''), on: day ?? '' };
}

const toForm = (reading: Reading, choices: ImportChoices, units: readonly Unit[]): RelativeForm => ({
  name: reading.cell('name'),
  tiltale: reading.cell('tiltale'),
  number: reading.cell('number'),
  phone: 'auto',
  channel: choose(reading, 'channel', 'sms'),
  language: choose(reading, 'language', 'da'),
  relation: chooseOwn(reading, 'relation', 'anden'),
  area: chooseOwn(reading, 'area', choices.area),
  ageBand: chooseAge(reading),
  guardian: reading.cell('guardian'),
  note: reading.cell('note'),
  circle: '',
  unit: chooseUnit(reading, units, choices.unit),
  shared: '',
  consent: '',
});

/** One row as it would be registered. `today` is an ISO date. Throws nothing: what is wrong stands in `problems`, one a field. */
export function checkRow(
  line: TableRow,
  choices: ImportChoices,
  known: { units: readonly Unit[]; countries: readonly string[]; today: string; lists: OwnLists },
): CheckedRow {
  const problems: RowProblem[] = [];
  const cell = (field: ImportField): string => {
    const column = choices.mapping[field];
    return column === undefined ? '' : (line.cells[column] ?? '');
  };
  for (const field of Object.keys(choices.mapping) as ImportField[])
    if (hasMask(cell(field))) problems.push({ field, code: 'cpr-typed' });
  const reading = { cell, problems, lists: known.lists };
  const form = toForm(reading, choices, known.units);
  const consent = choices.consents ? chooseConsent(reading, known.today) : undefined;
  for (const { field, code } of checkRelative(form, known.countries, known.lists))
    problems.push({ field: field as ImportField, code });
  const told = new Set<string>();
  const first = problems.filter(({ field }) => !told.has(field) && told.add(field));
  return { row: line.row, form, circle: cell('circle'), problems: first, ...(consent ? { consent } : {}) };
}

/** Throws unless what every relative needs has a column, and the unit of new circles was chosen. */
export function checkChoices({ mapping, unit }: ImportChoices, units: readonly Unit[]): void {
  for (const field of ['name', 'tiltale', 'number'] as const)
    if (mapping[field] === undefined) throw new AppError('field-missing', field);
  if (!units.some(({ id }) => id === unit)) throw new AppError('field-missing', 'unit');
}
