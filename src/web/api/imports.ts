import { z } from '@hono/zod-openapi';
import { AppError } from '../../services/app-error.ts';
import { dropDraft } from '../../services/imports/drop-draft.ts';
import { checkRows, keepRows, runRows, showRows } from '../../services/imports/keep-rows.ts';
import { operation } from './frame/operation.ts';
import { pageOfAll } from './frame/page-of-all.ts';
import { ApiError } from './frame/problem.ts';
import { Id, Made, Nothing, PageQuery, pageOf } from './frame/shapes.ts';
import { Import, NewImport, rowDetail, toImport, toRowsOrder } from './import-shapes.ts';

const tag = 'imports';
const OneImport = z.strictObject({ import: Id });

/** Long imports are sent where they may take their time. */
const MOST_AT_EDGE = 500;

const rowsIn = ({ rows, csv = '' }: z.output<typeof NewImport>): number =>
  rows?.length ?? csv.trimEnd().split('\n').length - 1;

const create = operation({
  id: 'createImport',
  tag,
  method: 'post',
  path: '/imports',
  words: {
    da: 'Læs rækker eller en CSV-fil ind; endnu er ingen registreret, og efter to timer er det slettet',
    en: 'Read rows or a CSV file; nobody is registered yet, and after two hours it is deleted',
  },
  scope: 'imports:write',
  right: 'care',
  refusedAtEdge: 'large',
  body: NewImport,
  answer: Made,
  status: 201,
  location: ({ id }) => `/imports/${id}`,
  run({ rt, staff, body }) {
    const order = toRowsOrder(body);
    if (rt.config.edge && rowsIn(body) > MOST_AT_EDGE) throw new ApiError('not-at-edge');
    if (!order) throw new AppError('field-missing', 'rows');
    return keepRows(rt, staff, order);
  },
});

const show = operation({
  id: 'showImport',
  tag,
  method: 'get',
  path: '/imports/{import}',
  words: {
    da: 'Hvordan det står til med en import, som nøglen selv har sendt',
    en: 'How it stands with an import that this key has sent',
  },
  scope: 'imports:read',
  right: 'care',
  params: OneImport,
  answer: Import,
  run: async ({ rt, staff, params }) => toImport(params.import, await showRows(rt, staff, params.import)),
});

const rows = operation({
  id: 'listImportRows',
  tag,
  method: 'get',
  path: '/imports/{import}/rows',
  words: {
    da: 'Rækker med fejl, celle for celle, eller rækker, der ligner en, der er registreret',
    en: 'Rows with something wrong, cell by cell, or rows that look like somebody who is registered',
  },
  scope: 'imports:read',
  right: 'care',
  params: OneImport,
  query: PageQuery.extend({ which: z.enum(['bad', 'alike']).default('bad') }),
  answer: pageOf(
    z.object({
      row: z.int().openapi({ example: 4, description: 'From 1 in `rows`; in a CSV the headings are 1.' }),
      problems: z.array(
        z.object({
          field: z.string().openapi({ example: 'number' }),
          code: z.string().openapi({ example: 'number-repeated' }),
          detail: z.string().openapi({ example: 'The number is also in row 3.' }),
          other: z.int().nullable().openapi({ example: 3, description: 'The row with the same number.' }),
        }),
      ),
      alike: z.array(
        z.object({
          id: Id,
          name: z.string().openapi({ example: 'Pårørende 1' }),
          relation: z.string().openapi({ example: 'søskende' }),
        }),
      ),
    }),
  ).openapi('ImportRowPage'),
  async run({ rt, staff, params, query, language }) {
    const { good, bad, alike } = await checkRows(rt, staff, params.import);
    const asked = query.which === 'bad' ? bad : good.filter(({ row }) => alike.has(row));
    const { lines, next } = pageOfAll(`import-${query.which}`, asked, query, ({ row }) => String(row));
    return {
      data: lines.map(({ row, problems }) => ({
        row,
        problems: problems.map((problem) => ({
          field: problem.field,
          code: problem.code,
          detail: rowDetail(problem, language),
          other: problem.other ?? null,
        })),
        alike: alike.get(row) ?? [],
      })),
      next,
    };
  },
});

const run = operation({
  id: 'runImport',
  tag,
  method: 'post',
  path: '/imports/{import}/run',
  words: {
    da: 'Registrér de gode rækker, alle eller ingen. Det kan ikke fortrydes',
    en: 'Register the good rows, all of them or none. This cannot be undone',
  },
  scope: 'imports:write',
  right: 'care',
  params: OneImport,
  body: z
    .strictObject({
      expected: z.int().min(1).openapi({
        description:
          '`good`, less `alike` when they are left out; another number than it comes to is refused.',
      }),
      leaveBad: z.boolean().default(false).openapi({ description: 'Needed where there are bad rows.' }),
      leaveAlike: z.boolean().default(false),
    })
    .openapi('ImportRun', { example: { expected: 193, leaveBad: true } }),
  answer: Import,
  async run({ rt, staff, params, body }) {
    await runRows(rt, staff, params.import, body);
    return toImport(params.import, await showRows(rt, staff, params.import));
  },
});

const cancel = operation({
  id: 'cancelImport',
  tag,
  method: 'post',
  path: '/imports/{import}/cancel',
  words: {
    da: 'Slet en import, før den er begyndt, eller det, der står om den, bagefter',
    en: 'Delete an import before it has begun, or what stands of it afterwards',
  },
  scope: 'imports:write',
  right: 'care',
  params: OneImport,
  answer: Nothing,
  async run({ rt, staff, params }) {
    const { draft } = await showRows(rt, staff, params.import);
    if (draft.status === 'running') throw new AppError('already-done');
    await dropDraft(rt, staff, params.import);
    return {};
  },
});

export const importOperations = [create, show, rows, run, cancel];
