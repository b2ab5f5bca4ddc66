// A timeline as one file that needs nothing else: opened, printed or journalised.
import { html, raw } from 'hono/html';
import type { FC } from 'hono/jsx';
import type { Timeline } from '../../../services/timeline/show-timeline.ts';
import { type Telling, tellEntry } from '../../telling/tell-entry.ts';
import { kindWords, purposeWords, timelineWords } from '../../telling/timeline-words.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { showMoment } from '../../words/when.ts';

const STYLE = `body{font:11pt/1.4 sans-serif;margin:2cm auto;max-width:42em;color:#000}
h1{font-size:16pt}article{border-top:1px solid #999;padding:.5em 0;break-inside:avoid}
h2{font-size:11pt;margin:.2em 0}p{margin:.2em 0}ul{margin:.2em 0;padding-left:1.2em}
blockquote{margin:.4em 0 .4em 1em;white-space:pre-wrap}@page{margin:2cm}`;

type Exported = Timeline & { purpose: keyof typeof purposeWords; cut: boolean };

const Entries: FC<{ timeline: Exported; telling: Telling }> = ({ timeline, telling }) => (
  <>
    {timeline.entries.map((entry) => {
      const { what, lines, text } = tellEntry(entry, telling);
      return (
        <article>
          <p>
            {showMoment(entry.at, telling.language)} · {kindWords[entry.kind][telling.language]}
          </p>
          <h2>{what}</h2>
          {lines.length > 0 ? (
            <ul>
              {lines.map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          ) : null}
          {text ? <blockquote dir="auto">{text}</blockquote> : null}
        </article>
      );
    })}
  </>
);

/** The file; `by` is who exports it, `authority` who answers for it. */
export function timelineDocument(
  timeline: Exported,
  telling: Telling,
  { by, authority }: { by: string; authority: string },
) {
  const { language, now } = telling;
  const t = inLanguage(timelineWords, language);
  const title = fill(t.title, { name: timeline.name });
  return html`<!doctype html><html lang="${language}"><head><meta charset="utf-8" /><title>${title}</title><style>${raw(STYLE)}</style></head><body>${(
    <main>
      <h1>{title}</h1>
      <p>
        {authority}. {purposeWords[timeline.purpose][language]}.{' '}
        {fill(t.written, { when: showMoment(now, language), name: by })}.
      </p>
      {timeline.cut ? <p>{fill(t.cut, { n: timeline.entries.length })}</p> : null}
      <Entries timeline={timeline} telling={telling} />
    </main>
  )}</body></html>`;
}
