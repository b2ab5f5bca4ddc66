import { Hono } from 'hono';
import { AppError } from '../../../services/app-error.ts';
import { checkImport } from '../../../services/imports/check-import.ts';
import type { ImportChoices } from '../../../services/imports/check-rows.ts';
import { guessColumns } from '../../../services/imports/columns.ts';
import { type Draft, findDraft } from '../../../services/imports/draft.ts';
import { dropDraft } from '../../../services/imports/drop-draft.ts';
import { reasonsCsv } from '../../../services/imports/reasons-csv.ts';
import { resumeImport, runImport } from '../../../services/imports/run-import.ts';
import type { Table } from '../../../services/imports/table.ts';
import { uploadTable } from '../../../services/imports/upload-table.ts';
import { listOwnUnits } from '../../../services/relatives/choose-circle.ts';
import { inLanguage } from '../../words/language.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { attempt, fieldSentence } from '../frame/problems.tsx';
import { readChoices } from './choices-form.ts';
import { sendColumns } from './columns-page.tsx';
import { importWords } from './import-words.ts';
import { sendPreview } from './preview-page.tsx';
import { sendDone, sendRunning, sendUpload } from './progress-pages.tsx';
import { rowSentence } from './row-sentences.ts';

const AT = '/desk/paaroerende/import';

/** The spreadsheet of a draft that was not imported yet. Throws `already-done`. */
function tableOf(draft: Draft): Table {
  if (draft.status !== 'read') throw new AppError('already-done');
  return draft.table;
}

async function guess(c: DeskContext, table: Table): Promise<ImportChoices> {
  const units = await listOwnUnits(c.var.rt, c.var.staff);
  const unit = units.length === 1 ? (units[0]?.id ?? '') : '';
  return { mapping: guessColumns(table.headings), unit, area: 'andet', consents: false };
}

/** Checks the rows; a column or unit that is missing comes back as the form of columns. */
async function check(c: DeskContext, id: string) {
  const { rt, staff, language, form } = c.var;
  const table = tableOf(await findDraft(rt, staff, id));
  const choices = readChoices(form);
  const outcome = await attempt(() => checkImport(rt, staff, table, choices));
  if ('value' in outcome) return { table, choices, checked: outcome.value };
  const { code, detail = 'name' } = outcome.error;
  const field = detail === 'unit' ? 'unit' : `k-${detail}`;
  return { answer: sendColumns(c, id, table, choices, { [field]: fieldSentence(code, language) }) };
}

/** Importing relatives: the file, its columns, what will happen, and then the whole of it or nothing. */
export const importRoutes = new Hono<DeskEnv>();

importRoutes.get('/paaroerende/import', (c) => sendUpload(c));

importRoutes.post('/paaroerende/import', async (c) => {
  const { rt, staff, language, upload } = c.var;
  const outcome = await attempt(async () => {
    if (!upload) throw new AppError('file-missing');
    return uploadTable(rt, staff, upload);
  });
  if ('value' in outcome) return c.redirect(`${AT}/${outcome.value.id}`, 303);
  return sendUpload(c, fieldSentence(outcome.error.code, language));
});

importRoutes.get('/paaroerende/import/:id', async (c) => {
  const id = c.req.param('id');
  const draft = await findDraft(c.var.rt, c.var.staff, id);
  if (draft.status === 'done') return sendDone(c, draft);
  if (draft.status === 'running') return sendRunning(c, id);
  return sendColumns(c, id, draft.table, await guess(c, draft.table));
});

importRoutes.post('/paaroerende/import/:id/vis', async (c) => {
  const id = c.req.param('id');
  const read = await check(c, id);
  return read.answer ?? sendPreview({ c, id, ...read });
});

importRoutes.post('/paaroerende/import/:id/fejl', async (c) => {
  const { language } = c.var;
  const read = await check(c, c.req.param('id'));
  if (read.answer) return read.answer;
  const t = inLanguage(importWords, language);
  const reasons = new Map(read.checked.bad.map((row) => [row.row, rowSentence(row, language)]));
  c.header('Content-Type', 'text/csv; charset=utf-8');
  c.header('Content-Disposition', 'attachment; filename="raekker-med-fejl.csv"');
  return c.body(reasonsCsv(read.table, reasons, { row: t.row, reason: t.wrong }));
});

importRoutes.post('/paaroerende/import/:id/slet', async (c) => {
  await dropDraft(c.var.rt, c.var.staff, c.req.param('id'));
  return c.redirect(`${AT}?gemt=dropped`, 303);
});

importRoutes.post('/paaroerende/import/:id/videre', async (c) => {
  const id = c.req.param('id');
  await resumeImport(c.var.rt, c.var.staff, id);
  return c.redirect(`${AT}/${id}`, 303);
});

importRoutes.post('/paaroerende/import/:id', async (c) => {
  const { rt, staff, language, form } = c.var;
  const id = c.req.param('id');
  const read = await check(c, id);
  if (read.answer) return read.answer;
  const { good, bad, alike } = read.checked;
  const t = inLanguage(importWords, language);
  const [leaveBad, leaveAlike] = [form.get('leaveBad') === 'yes', form.get('leaveAlike') === 'yes'];
  if (bad.length > 0 && !leaveBad)
    return sendPreview({ c, id, ...read, problems: { leaveBad: t.leaveBadNeeded } });
  const isAsShown = form.get('good') === String(good.length) && form.get('alike') === String(alike.size);
  const expected = good.length - (leaveAlike ? alike.size : 0);
  const order = { ...read.choices, expected, leaveBad, leaveAlike };
  const outcome = isAsShown ? await attempt(() => runImport(rt, staff, id, order)) : undefined;
  if (!outcome || ('error' in outcome && outcome.error.code === 'changed-meanwhile'))
    return sendPreview({ c, id, ...read, changed: true });
  return c.redirect(`${AT}/${id}`, 303);
});
