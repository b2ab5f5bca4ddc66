// Where an import begins and where it ends.
import type { Draft } from '../../../services/imports/draft.ts';
import { requireRight } from '../../../services/staff/staff.ts';
import { CsrfField, described, FieldFrame, only } from '../../layout/form.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Do } from '../frame/parts.tsx';
import { ProblemList } from '../frame/problems.tsx';
import { importWords } from './import-words.ts';

/** Asks for the file. */
export function sendUpload(c: DeskContext, error?: string): Promise<Response> {
  const { language, csrf, staff } = c.var;
  requireRight(staff, 'care');
  const t = inLanguage(importWords, language);
  const field = { name: 'fil', hint: t.fileHint, ...only({ error }) };
  return sendDesk(
    c,
    { title: t.title, section: 'relatives', failed: error !== undefined },
    <div class="desk-narrow">
      <h1>{t.title}</h1>
      <p class="font-lead">{t.lead}</p>
      <p>{t.rules}</p>
      <ProblemList problems={error ? { fil: error } : {}} labels={{ fil: t.file }} language={language} />
      <form
        method="post"
        action="/desk/paaroerende/import"
        enctype="multipart/form-data"
        class="desk-form"
        novalidate
      >
        <CsrfField token={csrf} />
        <FieldFrame {...field} label={t.file} language={language}>
          <input type="file" id="fil" name="fil" accept=".xlsx,.csv,.txt" required {...described(field)} />
        </FieldFrame>
        <button type="submit" class="button button-primary">
          {t.read}
        </button>
      </form>
    </div>,
  );
}

/** Says what came of it. */
export function sendDone(c: DeskContext, draft: Extract<Draft, { status: 'done' }>): Promise<Response> {
  const { language } = c.var;
  const t = inLanguage(importWords, language);
  return sendDesk(
    c,
    { title: t.doneTitle, section: 'relatives' },
    <div class="desk-narrow">
      <h1>{t.doneTitle}</h1>
      <p class="font-lead">{fill(t.done, { n: draft.imported })}</p>
      {draft.left.length > 0 ? (
        <p>{fill(t.left, { rows: draft.left.map(({ row }) => row).join(', ') })}</p>
      ) : null}
      <p>
        <a class="button button-primary" href="/desk/paaroerende">
          {t.toList}
        </a>
      </p>
    </div>,
  );
}

/** An import that was cut short, before the house goes on with it by itself. */
export function sendRunning(c: DeskContext, id: string): Promise<Response> {
  const { language } = c.var;
  const t = inLanguage(importWords, language);
  return sendDesk(
    c,
    { title: t.runningTitle, section: 'relatives' },
    <div class="desk-narrow">
      <h1>{t.runningTitle}</h1>
      <p>{t.running}</p>
      <Do c={c} action={`/desk/paaroerende/import/${id}/videre`}>
        {t.goOn}
      </Do>
    </div>,
  );
}
