// What came of a group message: what was answered, and the report.
import { stringify } from 'csv-stringify/sync';
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { listReplies } from '../../../services/broadcasts/list-replies.ts';
import {
  type BroadcastReport,
  reportBroadcast,
  showBroadcast,
} from '../../../services/broadcasts/show-broadcast.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage, type Language } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { channelWords, statusWords } from '../../words/message-words.ts';
import { showInstant, showMoment } from '../../words/when.ts';
import { readCursor, writeCursor } from '../frame/cursor.ts';
import type { DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Item, Who } from '../frame/lists.tsx';
import { Badge, More, SmsText } from '../frame/parts.tsx';
import { effectWords, meaningWords, progressWords, whyNotWords } from './broadcast-words.ts';
import { kroner } from './effect.tsx';

type Line = readonly [what: string, count: string];

/** The lines of the report: the same on the page and in the spreadsheet. */
function linesOf(report: BroadcastReport, language: Language): Line[] {
  const t = inLanguage(progressWords, language);
  const { progress, written, replies } = report;
  const line = (what: string, n: number): Line => [what, String(n)];
  return [
    line(t.audience, progress.audience),
    ...written.map(({ channel, status, count }) =>
      line(`${wordOf(channelWords, channel, language)}: ${wordOf(statusWords, status, language)}`, count),
    ),
    ...progress.leftOut.map(({ why, count }) =>
      line(`${effectWords.leftOut[language]}: ${wordOf(whyNotWords, why, language)}`, count),
    ),
    ...(progress.waiting > 0 ? [line(t.never, progress.waiting)] : []),
    ...replies.map(({ meaning, count }) =>
      line(`${t.replies}: ${wordOf(meaningWords, meaning, language)}`, count),
    ),
    line(t.stops, report.stops),
    line(effectWords.segments[language], report.segments),
    ...(report.cost === undefined
      ? []
      : [[effectWords.price[language], kroner(report.cost, language)] as const]),
    ...(report.firstAt === undefined ? [] : [[t.first, showMoment(report.firstAt, language)] as const]),
    ...(report.lastAt === undefined ? [] : [[t.last, showMoment(report.lastAt, language)] as const]),
  ];
}

const ReportTable: FC<{ lines: readonly Line[]; language: Language }> = ({ lines, language }) => {
  const t = inLanguage(progressWords, language);
  return (
    <div class="table--responsive-scroll">
      <table class="table">
        <caption>{t.report}</caption>
        <thead>
          <tr>
            <th scope="col">{t.what}</th>
            <th scope="col">{t.count}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([what, n]) => (
            <tr>
              <th scope="row">{what}</th>
              <td>{n}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** What was answered to a group message, and what became of it. */
export const broadcastOutcomeRoutes = new Hono<DeskEnv>();

broadcastOutcomeRoutes.get('/gruppebeskeder/:id/svar', async (c) => {
  const { rt, staff, language } = c.var;
  const id = c.req.param('id');
  const t = inLanguage(progressWords, language);
  const view = await showBroadcast(rt, staff, id);
  const { replies, next } = await listReplies(rt, staff, id, { after: readCursor(c.req.query('efter')) });
  return sendDesk(
    c,
    { title: t.replies, section: 'broadcasts' },
    <>
      <p class="d-print-none">
        <a href={`/desk/gruppebeskeder/${id}`}>{view.title}</a>
      </p>
      <h1>{t.replies}</h1>
      {replies.length === 0 ? <p>{t.noReplies}</p> : null}
      <ul class="desk-list no-max-width">
        {replies.map((reply) => (
          <Item
            who={<Who c={c} id={reply.relativeId ?? null} name={reply.name} from="reply" />}
            meta={
              <>
                <Badge>{wordOf(meaningWords, reply.meaning, language)}</Badge>
                <span>{showInstant(reply.at, rt.now(), language)}</span>
              </>
            }
            action={
              <a class="button button-secondary" href={`/desk/indbakke/${reply.conversation}`}>
                {t.answer}
                <span class="sr-only"> {reply.name}</span>
              </a>
            }
          >
            <SmsText text={reply.text} language={language} />
          </Item>
        ))}
      </ul>
      <More href={next && `/desk/gruppebeskeder/${id}/svar?efter=${writeCursor(next)}`} language={language} />
    </>,
  );
});

broadcastOutcomeRoutes.get('/gruppebeskeder/:id/rapport', async (c) => {
  const { rt, staff, language } = c.var;
  const id = c.req.param('id');
  const t = inLanguage(progressWords, language);
  const [view, report] = await Promise.all([showBroadcast(rt, staff, id), reportBroadcast(rt, staff, id)]);
  return sendDesk(
    c,
    { title: `${t.report}: ${view.title}`, section: 'broadcasts' },
    <div class="desk-narrow">
      <p class="d-print-none">
        <a href={`/desk/gruppebeskeder/${id}`}>{view.title}</a>
      </p>
      <h1>{view.title}</h1>
      <p>{fill(t.reportLead, { when: showMoment(rt.now(), language) })}</p>
      <ReportTable lines={linesOf(report, language)} language={language} />
      <p class="d-print-none">
        <a class="button button-secondary" href={`/desk/gruppebeskeder/${id}/rapport.csv`}>
          {t.asCsv}
        </a>
      </p>
    </div>,
  );
});

broadcastOutcomeRoutes.get('/gruppebeskeder/:id/rapport.csv', async (c) => {
  const { rt, staff, language } = c.var;
  const t = inLanguage(progressWords, language);
  const report = await reportBroadcast(rt, staff, c.req.param('id'));
  const table = stringify([[t.what, t.count], ...linesOf(report, language)], {
    delimiter: ';',
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  c.header('Content-Disposition', 'attachment; filename="gruppebesked.csv"');
  return c.body(table, 200, { 'Content-Type': 'text/csv; charset=utf-8' });
});
