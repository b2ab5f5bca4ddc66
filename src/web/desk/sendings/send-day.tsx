// One day of what will be sent: from where, how, how many, and on whom much falls.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { type Line, type Source, WAYS } from '../../../services/overview/sending.ts';
import { type SendDay, showSendDay } from '../../../services/overview/show-calendar.ts';
import { BackLink } from '../../pages/parts.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage, type Language } from '../../words/language.ts';
import { showDate } from '../../words/when.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Facts } from '../frame/parts.tsx';
import { CrowdedList, countText, HowCounted, Reservations } from './sendings-parts.tsx';
import { basisWords, sendingsWords } from './sendings-words.ts';

const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** What it comes from; the flow leads to its page. */
const From: FC<{ source: Source; language: Language }> = ({ source, language }) => {
  const t = inLanguage(sendingsWords, language);
  if (source.kind === 'broadcast') return <>{fill(t.broadcast, { title: source.title })}</>;
  if (source.kind !== 'flow') return <>{t[source.kind]}</>;
  const [name] = source.id.split('@');
  return (
    <>
      <a href={`/desk/forloeb/${name}`}>{source.title}</a>
      {source.step ? <span>: {source.step}</span> : null}
      {source.event ? <p class="form-hint">{fill(t.event, { title: source.event.title })}</p> : null}
    </>
  );
};

const Row: FC<{ line: Line; language: Language }> = ({ line, language }) => (
  <tr>
    <th scope="row">
      <From source={line.source} language={language} />
    </th>
    <td>{sendingsWords[line.way][language]}</td>
    <td>{countText(line.count, language)}</td>
    <td>{basisWords[line.basis][language]}</td>
  </tr>
);

const Lines: FC<{ c: DeskContext; shown: SendDay }> = ({ c, shown }) => {
  const { language } = c.var;
  const t = inLanguage(sendingsWords, language);
  return (
    <div class="desk-section">
      <h2 id="hvad">{t.whatHeading}</h2>
      {shown.lines.length === 0 ? (
        <p>{t.emptyDay}</p>
      ) : (
        <section class="desk-scroll" tabindex={0} aria-labelledby="hvad">
          <table class="table table--compact">
            <thead>
              <tr>
                {[t.what, t.how, t.count, t.why].map((text) => (
                  <th scope="col">{text}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.lines.map((line) => (
                <Row line={line} language={language} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
};

const Neighbours: FC<{ language: Language; shown: SendDay }> = ({ language, shown: { before, after } }) => {
  const t = inLanguage(sendingsWords, language);
  return (
    <nav class="desk-buttons d-print-none" aria-label={t.day}>
      {before ? <a href={`/desk/udsendelser/${before}`}>{t.dayBefore}</a> : null}
      {after ? <a href={`/desk/udsendelser/${after}`}>{t.dayAfter}</a> : null}
    </nav>
  );
};

export const sendDayRoutes = new Hono<DeskEnv>();

sendDayRoutes.get('/udsendelser/:dato', async (c) => {
  const { rt, staff, language } = c.var;
  const t = inLanguage(sendingsWords, language);
  const shown = await showSendDay(rt, staff, c.req.param('dato'));
  const { day } = shown;
  const title = upperFirst(showDate(day.at, rt.now(), language));
  return sendDesk(
    c,
    { title, section: 'sendings' },
    <>
      <BackLink href="/desk/udsendelser">{t.back}</BackLink>
      <h1>{title}</h1>
      <Neighbours language={language} shown={shown} />
      <Facts rows={WAYS.map((way) => [t[way], countText(day.ways[way], language)] as const)} />
      <Reservations c={c} shown={shown} />
      <HowCounted c={c} />
      <Lines c={c} shown={shown} />
      <CrowdedList c={c} shown={shown} ofDay />
    </>,
  );
});
