// Holds the reader against labelled replies and counts what it gets wrong.
import { type Reading, readReply } from '../../../src/journey/reply/read-reply.ts';
import type { ReplyGroup } from './danish-replies.ts';

export type Labelled = { text: string; group: ReplyGroup; reading: Reading };

export type Figures = {
  replies: number;
  tricky: number;
  clear: number;
  leftToPerson: Labelled[];
  wrong: Labelled[];
  missedAlerts: Labelled[];
  needlessAlerts: Labelled[];
};

const isAlert = (meaning: string): boolean => meaning === 'distress' || meaning === 'death';
const isClear = (meaning: string): boolean =>
  !isAlert(meaning) && meaning !== 'unclear' && meaning !== 'empty';

/** Reads every reply; `wrong` is a reading that says something clear the writer did not mean. */
export function measure(groups: readonly ReplyGroup[]): Figures {
  const all = groups.flatMap((group) =>
    group.texts.map((text): Labelled => ({ text, group, reading: readReply(text, group.expecting) })),
  );
  const misread = all.filter(
    ({ group, reading }) => reading.meaning !== group.meaning || reading.also !== group.also,
  );
  return {
    replies: all.length,
    tricky: all.filter(({ group }) => group.tricky).length,
    clear: all.filter(({ group }) => isClear(group.meaning)).length,
    leftToPerson: misread.filter(
      ({ group, reading }) => isClear(group.meaning) && reading.meaning === 'unclear',
    ),
    wrong: misread.filter(({ group, reading }) =>
      isAlert(group.meaning) && isAlert(reading.meaning)
        ? true
        : isClear(reading.meaning) || group.meaning === 'empty',
    ),
    missedAlerts: misread.filter(({ group, reading }) => isAlert(group.meaning) && !isAlert(reading.meaning)),
    needlessAlerts: misread.filter(
      ({ group, reading }) => !isAlert(group.meaning) && isAlert(reading.meaning),
    ),
  };
}

/** One line of figures, and one line for each reply that was not read as labelled. */
export function describeFigures(name: string, figures: Figures): string {
  const list = (what: string, replies: readonly Labelled[]): string[] =>
    replies.map(
      ({ text, group, reading }) =>
        `  ${what}: ${JSON.stringify(text)} (${group.expecting}) is ${group.meaning}${group.also ? `+${group.also}` : ''}, read as ${reading.meaning}${reading.also ? `+${reading.also}` : ''}`,
    );
  const share = ((100 * figures.leftToPerson.length) / Math.max(1, figures.clear)).toFixed(1);
  return [
    `${name}: ${figures.replies} replies (${figures.tricky} tricky), wrong ${figures.wrong.length}, clear ones left to a person ${figures.leftToPerson.length} of ${figures.clear} (${share} %), alerts missed ${figures.missedAlerts.length}, needless ${figures.needlessAlerts.length}`,
    ...list('wrong', figures.wrong),
    ...list('left to a person', figures.leftToPerson),
    ...list('missed alert', figures.missedAlerts),
    ...list('needless alert', figures.needlessAlerts),
  ].join('\n');
}
