// A group message that was a draft when the backup was made may have been ordered since: then its words are among what left
// and is known to nobody here. Whoever would order it is asked to look first.
import { listDrafts, listReadersAt } from '../../store/copies/drafts.ts';
import { alertRow, raiseAlerts } from '../../store/messages/alerts.ts';
import { breathe } from '../breathe.ts';
import { bookOf, noticeFor, textFor } from '../broadcasts/broadcast-text.ts';
import { openTexts, wayOf } from '../broadcasts/find-broadcast.ts';
import { getOrganisation, type Organisation } from '../organisation.ts';
import { openText } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { type Gap, type Left, markOf } from './read-gap.ts';

const MOST_DRAFTS = 200;
/** So many of those who got something strange are held against a draft: it went to many or to nobody. */
const MOST_READERS = 500;
const AT_ONCE = 50;

type Draft = Awaited<ReturnType<typeof listDrafts>>[number];
type Reader = { tiltale: string; language: string; marks: ReadonlySet<string> };

/** Who got what is known to nobody here, with the marks of it. */
async function readersOf(rt: Runtime, strange: readonly Left[]): Promise<Reader[]> {
  const marks = Map.groupBy(strange, ({ numberId }) => numberId);
  const readers = await listReadersAt(rt.db, [...marks.keys()], MOST_READERS);
  return readers.map(({ id, tiltaleSealed, language, numberId }) => ({
    tiltale: openText(rt, 'relatives.tiltale', id, tiltaleSealed),
    language,
    marks: new Set((marks.get(numberId) ?? []).map(({ text }) => text)),
  }));
}

/** Whether what this draft says, or the SMS that would tell of it, is among what they got; a text the provider has deleted may be anything. */
async function hasLeft(
  rt: Runtime,
  organisation: Organisation,
  draft: Draft,
  readers: readonly Reader[],
): Promise<boolean> {
  const book = bookOf(openTexts(rt, draft));
  const isPaged = wayOf(draft) === 'page';
  for (const [n, reader] of readers.entries()) {
    if (n % AT_ONCE === 0) await breathe();
    const { text } = isPaged ? noticeFor(organisation, reader) : textFor(organisation, book, reader);
    if (reader.marks.has('') || reader.marks.has(markOf(text))) return true;
  }
  return false;
}

/** A draft that cannot be read is none that anybody could order. */
async function mayHaveLeft(
  ...[rt, organisation, draft, readers]: Parameters<typeof hasLeft>
): Promise<boolean> {
  try {
    return await hasLeft(rt, organisation, draft, readers);
  } catch (error) {
    const why = error instanceof Error ? error.name : 'Error';
    rt.log.error({ broadcast: draft.id, why }, 'a draft cannot be read');
    return false;
  }
}

/** Raises an alert for each draft whose words left in the gap, as far as the list tells; its order then asks first. */
export async function doubtDrafts(rt: Runtime, gap: Gap, strange: readonly Left[]): Promise<void> {
  if (strange.length === 0) return;
  const organisation = await getOrganisation(rt);
  const readers = await readersOf(rt, strange);
  for (const draft of await listDrafts(rt.db, MOST_DRAFTS)) {
    if (!(await mayHaveLeft(rt, organisation, draft, readers))) continue;
    const alert = alertRow(rt.db.keys, {
      id: `broadcast-draft-doubt.${gap.from}.${draft.id}`,
      kind: 'broadcast-draft-doubt',
      audience: 'coordinator',
      urgent: 1,
      step: draft.id,
      raisedAt: rt.now(),
    });
    await rt.db.lane.put(raiseAlerts, alert);
  }
}
