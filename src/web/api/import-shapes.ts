// Imports as the API takes and tells them.
import { z } from '@hono/zod-openapi';
import type { RowProblem } from '../../services/imports/check-rows.ts';
import { IMPORT_FIELDS } from '../../services/imports/columns.ts';
import type { RowsOrder, showRows } from '../../services/imports/keep-rows.ts';
import { errorWords } from '../words/errors.ts';
import { fill } from '../words/fill.ts';
import type { Language } from '../words/language.ts';
import { rowWords } from '../words/row-words.ts';
import { Id } from './frame/shapes.ts';

const cell = z.string().max(1_000).optional();
const EXAMPLE_ROW = {
  name: 'Pårørende 1',
  tiltale: 'Pårørende',
  number: '+45 20 00 00 01',
  relation: 'datter',
};

const Row = z
  .strictObject({
    name: cell.openapi({ description: 'Needed.' }),
    tiltale: cell.openapi({ description: 'Needed.' }),
    number: cell.openapi({ description: 'Needed, but for those who are written letters.' }),
    relation: cell,
    area: cell,
    language: cell,
    ageBand: cell,
    guardian: cell,
    channel: cell,
    circle: cell.openapi({
      description: 'Its code, or any mark: rows with the same one share a new circle.',
    }),
    unit: cell.openapi({ description: 'Id or name.' }),
    note: cell,
    consentHow: cell.openapi({ description: 'samtale, telefon or papir.' }),
    consentOn: cell.openapi({ description: 'The day it was given.' }),
  })
  .openapi('ImportRow', { example: EXAMPLE_ROW });

const Headings = Row.extend({}).openapi('ImportHeadings', {
  example: { tiltale: 'Kaldes' },
  description: 'Of `csv`: the heading of each field, where it is not to be guessed.',
});

/** Rows by field, or the text of a CSV file. */
export const NewImport = z
  .strictObject({
    rows: z.array(Row).min(1).max(5_000).optional().openapi({ description: 'Either these, or `csv`.' }),
    csv: z
      .string()
      .min(1)
      .optional()
      .openapi({ description: 'Its first line is headings; semicolon, comma or tab between the cells.' }),
    columns: Headings.optional(),
    unit: Id.openapi({ description: 'Where new circles go when a row names none.' }),
    area: z
      .string()
      .min(1)
      .max(60)
      .default('andet')
      .openapi({ description: 'For rows that name none; a value of the list areas of /choices.' }),
    consents: z
      .boolean()
      .default(false)
      .openapi({ description: 'The consents in the rows were given by the relatives; else they are left.' }),
  })
  .openapi('NewImport', { example: { rows: [EXAMPLE_ROW], unit: 'unit-1' } });

export function toRowsOrder(body: z.output<typeof NewImport>): RowsOrder | undefined {
  const { rows, csv, columns, unit, area, consents } = body;
  const choices = { unit, area, consents };
  if (rows && csv === undefined && columns === undefined) return { ...choices, rows };
  return csv !== undefined && !rows ? { ...choices, csv, columns: columns ?? {} } : undefined;
}

const count = (example: number) => z.int().nullable().openapi({ example });

/** How it stands with an import. */
export const Import = z
  .object({
    id: Id,
    state: z
      .enum(['read', 'running', 'done'])
      .openapi({ example: 'read', description: 'An import that is running is finished whatever happens.' }),
    columns: z
      .record(z.string(), z.string())
      .openapi({ example: { name: 'Navn' }, description: 'The heading of each field that is read.' }),
    unused: z.array(z.string()).openapi({ example: ['Skostørrelse'], description: 'Headings nobody reads.' }),
    rows: count(200).openapi({ description: 'null, as the other counts, once it was begun.' }),
    good: count(193).openapi({ description: 'Can be registered.' }),
    bad: count(7).openapi({ description: 'Something is wrong; see the rows.' }),
    alike: count(2).openapi({ description: 'Of the good ones, those that look like somebody who is there.' }),
    registered: z.int().openapi({ example: 0 }),
    left: z
      .array(z.int())
      .openapi({ example: [], description: 'Rows whose number somebody else got while it was running.' }),
  })
  .openapi('Import');

type Shown = Awaited<ReturnType<typeof showRows>>;

const NOTHING = { columns: {}, unused: [], registered: 0, left: [] };
const BEGUN = { ...NOTHING, rows: null, good: null, bad: null, alike: null };

export function toImport(id: string, { draft, checked }: Shown): z.input<typeof Import> {
  if (draft.status === 'done')
    return {
      ...BEGUN,
      id,
      state: 'done',
      registered: draft.imported,
      left: draft.left.map(({ row }) => row),
    };
  if (draft.status === 'running') return { ...BEGUN, id, state: 'running' };
  const { headings, rows } = draft.table;
  const mapping = draft.choices?.mapping ?? {};
  const named = IMPORT_FIELDS.flatMap((field): [string, string][] => {
    const column = mapping[field];
    return column === undefined ? [] : [[field, headings[column] ?? '']];
  });
  const used = new Set(Object.values(mapping));
  return {
    ...NOTHING,
    id,
    state: 'read',
    columns: Object.fromEntries(named),
    unused: headings.filter((_, column) => !used.has(column)),
    rows: rows.length,
    good: checked?.good.length ?? 0,
    bad: checked?.bad.length ?? 0,
    alike: checked?.alike.size ?? 0,
  };
}

const hasOwnWords = (code: string): code is keyof typeof rowWords => Object.hasOwn(rowWords, code);
const isError = (code: string): code is keyof typeof errorWords => Object.hasOwn(errorWords, code);

/** What to do about one cell, in words. */
export function rowDetail({ code, field, other }: RowProblem, language: Language): string {
  if (hasOwnWords(code)) return fill(rowWords[code][language], { other });
  return isError(code) ? errorWords[code].text[language].replace('{detail}', field) : '';
}
