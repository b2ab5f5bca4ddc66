import { stringify } from 'csv-stringify/sync';
import { isoWithOffset } from '../../../journey/time/format.ts';
import type { Timeline } from '../../../services/timeline/show-timeline.ts';
import { type Telling, tellEntry } from '../../telling/tell-entry.ts';
import { kindWords, timelineWords } from '../../telling/timeline-words.ts';
import { inLanguage } from '../../words/language.ts';

const wallClock = (at: number): string => isoWithOffset(at).slice(0, 16).replace('T', ' ');

/** A timeline as Danish Excel opens it: semicolons, a byte order mark, and no cell that would be taken for a formula. */
export function timelineCsv({ entries }: Pick<Timeline, 'entries'>, telling: Telling): string {
  const t = inLanguage(timelineWords, telling.language);
  const rows = entries.map((entry) => {
    const { what, lines, text = '' } = tellEntry(entry, telling);
    const kind = kindWords[entry.kind][telling.language];
    return [wallClock(entry.at), kind, what, [...lines, text].filter((line) => line !== '').join('\n')];
  });
  return stringify([[t.at, t.kind, t.what, t.details], ...rows], {
    delimiter: ';',
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
