// From what could be read of the files to the flow itself.
import type { DraftPage, DraftText } from './draft.ts';
import { namedTexts } from './draft-texts.ts';
import type { Flow, Step } from './flow.ts';
import type { WrittenHead } from './shape.ts';

/** Puts a flow together; texts that no step names stay behind, since nothing has checked them. */
export function compileFlow(
  head: WrittenHead,
  steps: Step[],
  texts: readonly DraftText[],
  pages: readonly DraftPage[],
): Flow {
  const { flow: name, title, track, target, minors = false, languages, window } = head;
  return {
    name,
    title,
    track,
    ...(target ? { target } : {}),
    minors,
    languages,
    anchors: anchorsOf(head),
    ...(window ? { window: compileWindow(window) } : {}),
    steps,
    texts: textsOf(texts),
    pages: pagesOf(pages),
  };
}

function anchorsOf({ anchors = {} }: WrittenHead): Flow['anchors'] {
  const compiled = Object.entries(anchors).map(
    ([name, { title, time, event, moved, cancelled, where, seated }]) => {
      const steps = {
        ...(moved ? { moved } : {}),
        ...(cancelled ? { cancelled } : {}),
        ...(where ? { where } : {}),
        ...(seated ? { seated } : {}),
      };
      const isEvent = event === true;
      const kind = { time: isEvent || (time ?? false), ...(isEvent ? { event: isEvent } : {}) };
      return [name, { title, ...kind, ...steps }] as const;
    },
  );
  return Object.fromEntries(compiled);
}

function compileWindow(window: NonNullable<WrittenHead['window']>): NonNullable<Flow['window']> {
  const { from, to, weekdays } = window;
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(weekdays === undefined ? {} : { weekdays: [...new Set(weekdays)].sort() }),
  };
}

function textsOf(texts: readonly DraftText[]): Flow['texts'] {
  const byLanguage = Map.groupBy(namedTexts(texts), ({ language }) => language);
  return nested(byLanguage, ({ key, read }) => [key, read.template]);
}

function pagesOf(pages: readonly DraftPage[]): Flow['pages'] {
  return nested(
    Map.groupBy(pages, ({ page }) => page),
    ({ language, read }) => [language, read.template],
  );
}

function nested<T>(groups: Map<string, T[]>, entry: (item: T) => [string, string]) {
  return Object.fromEntries([...groups].map(([name, items]) => [name, Object.fromEntries(items.map(entry))]));
}
