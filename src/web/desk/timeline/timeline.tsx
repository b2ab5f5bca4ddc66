import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import {
  EXPORT_PURPOSES,
  exportTimeline,
  showTimeline,
  type Timeline,
} from '../../../services/timeline/show-timeline.ts';
import { type Entry, KINDS, type Kind } from '../../../services/timeline/timeline.ts';
import { Select } from '../../layout/choose.tsx';
import { CsrfField } from '../../layout/form.tsx';
import { BackLink } from '../../pages/parts.tsx';
import { type Telling, tellEntry } from '../../telling/tell-entry.ts';
import { kindWords, purposeWords, timelineWords } from '../../telling/timeline-words.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { showInstant } from '../../words/when.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Section } from '../frame/lists.tsx';
import { Badge, mayCare } from '../frame/parts.tsx';
import { timelineCsv } from './timeline-csv.ts';
import { timelineDocument } from './timeline-document.tsx';

const isKind = (text: string): text is Kind => KINDS.some((kind) => kind === text);

/** A place in an address: "1772355600000.message:<id>". */
function readPlace(text: string | undefined): { at: number; key: string } | undefined {
  const found = /^(\d{1,16})\.([a-z]+:[\w.:-]{1,160})$/.exec(text ?? '');
  return found?.[1] && found[2] ? { at: Number(found[1]), key: found[2] } : undefined;
}

const tellingOf = (c: DeskContext, { id, staffNames }: Timeline): Telling => ({
  id,
  staffNames,
  now: c.var.rt.now(),
  language: c.var.language,
});

const Line: FC<{ c: DeskContext; entry: Entry; telling: Telling }> = ({ c, entry, telling }) => {
  const { language, rt } = c.var;
  const { what, lines, text, href, why } = tellEntry(entry, telling);
  const when = showInstant(entry.at, rt.now(), language);
  return (
    <li class="desk-turn" id={entry.key}>
      <p class="desk-meta">
        <span>{when}</span> <Badge>{kindWords[entry.kind][language]}</Badge>
      </p>
      <h2 class="h4">{href ? <a href={href}>{what}</a> : what}</h2>
      {text ? (
        <p class="desk-sms" dir="auto">
          {text}
        </p>
      ) : null}
      {lines.length > 0 ? (
        <ul>
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      ) : null}
      {why ? (
        <p class="d-print-none">
          <a href={why}>
            {timelineWords.why[language]}
            <span class="sr-only"> {when}</span>
          </a>
        </p>
      ) : null}
    </li>
  );
};

const Filter: FC<{ c: DeskContext; at: string; kinds: readonly Kind[] }> = ({ c, at, kinds }) => {
  const { language } = c.var;
  const t = inLanguage(timelineWords, language);
  return (
    <details class="desk-path d-print-none" open={kinds.length > 0}>
      <summary>
        <h2>{t.filter}</h2>
      </summary>
      <form method="get" action={at} class="desk-form">
        <fieldset>
          <legend class="sr-only">{t.filter}</legend>
          {KINDS.map((kind) => (
            <div class="form-group-checkbox">
              <input
                type="checkbox"
                id={`vis-${kind}`}
                name="vis"
                value={kind}
                class="form-checkbox"
                checked={kinds.includes(kind)}
              />
              <label for={`vis-${kind}`}>{kindWords[kind][language]}</label>
            </div>
          ))}
        </fieldset>
        <div class="desk-buttons">
          <button type="submit" class="button button-secondary">
            {t.doFilter}
          </button>
          {kinds.length > 0 ? <a href={at}>{t.all}</a> : null}
        </div>
      </form>
    </details>
  );
};

const Export: FC<{ c: DeskContext; at: string; kinds: readonly Kind[] }> = ({ c, at, kinds }) => {
  const { language, csrf } = c.var;
  const t = inLanguage(timelineWords, language);
  if (!mayCare(c)) return null;
  return (
    <div class="d-print-none">
      <Section id="gem" heading={t.export} hint={t.exportHint}>
        <form method="post" action={`${at}/hent`} class="desk-form">
          <CsrfField token={csrf} />
          {kinds.map((kind) => (
            <input type="hidden" name="vis" value={kind} />
          ))}
          <Select
            name="formaal"
            label={t.purpose}
            language={language}
            value={EXPORT_PURPOSES[0]}
            options={EXPORT_PURPOSES.map((purpose) => [purpose, purposeWords[purpose][language]])}
          />
          <div class="desk-buttons">
            <button type="submit" name="som" value="html" class="button button-secondary">
              {t.html}
            </button>
            <button type="submit" name="som" value="csv" class="button button-secondary">
              {t.csv}
            </button>
          </div>
        </form>
      </Section>
    </div>
  );
};

/** A relative's timeline and its exports. */
export const timelineRoutes = new Hono<DeskEnv>();

timelineRoutes.get('/paaroerende/:id/forloebslinje', async (c) => {
  const { rt, staff, language } = c.var;
  const id = c.req.param('id');
  const kinds = (c.req.queries('vis') ?? []).filter(isKind);
  const before = readPlace(c.req.query('efter'));
  const view = await showTimeline(rt, staff, id, { kinds, ...(before ? { before } : {}) });
  const t = inLanguage(timelineWords, language);
  const at = `/desk/paaroerende/${id}/forloebslinje`;
  const query = kinds.map((kind) => `vis=${kind}`);
  const next = view.next && [...query, `efter=${encodeURIComponent(`${view.next.at}.${view.next.key}`)}`];
  const title = fill(t.title, { name: view.name });
  return sendDesk(
    c,
    { title, section: 'relatives' },
    <div class="desk-narrow">
      <BackLink href={`/desk/paaroerende/${id}`}>{view.name}</BackLink>
      <h1>{title}</h1>
      <p class="font-lead">{t.lead}</p>
      <Filter c={c} at={at} kinds={kinds} />
      {before ? (
        <p class="d-print-none">
          <a href={`${at}${query.length > 0 ? `?${query.join('&')}` : ''}`}>{t.newest}</a>
        </p>
      ) : null}
      {view.entries.length === 0 ? <p>{t.empty}</p> : null}
      <ol class="desk-timeline no-max-width">
        {view.entries.map((entry) => (
          <Line c={c} entry={entry} telling={tellingOf(c, view)} />
        ))}
      </ol>
      {next ? (
        <p class="d-print-none">
          <a class="button button-secondary" href={`${at}?${next.join('&')}`}>
            {t.older}
          </a>
        </p>
      ) : null}
      <Export c={c} at={at} kinds={kinds} />
    </div>,
  );
});

timelineRoutes.post('/paaroerende/:id/forloebslinje/hent', async (c) => {
  const { rt, staff, form, organisation } = c.var;
  const kinds = form.getAll('vis').filter(isKind);
  const format = form.get('som') === 'csv' ? 'csv' : 'html';
  const order = { kinds, purpose: form.get('formaal') ?? '', format } as const;
  const view = await exportTimeline(rt, staff, c.req.param('id'), order);
  const telling = tellingOf(c, view);
  c.header('Content-Disposition', `attachment; filename="forloebslinje.${format}"`);
  if (format === 'csv')
    return c.body(timelineCsv(view, telling), 200, { 'Content-Type': 'text/csv; charset=utf-8' });
  const { authority } = organisation;
  return c.html(timelineDocument(view, telling, { by: staff.name, authority }));
});
