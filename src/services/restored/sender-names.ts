// Which alphanumeric senders on the provider's list are ours. The name may have been changed after the backup, so one that nobody
// here knows is another's only when its texts say so.
import type { ListedSms } from '../../gateways/gateway.ts';
import { listWordings } from '../../store/organisation.ts';
import { getOrganisation } from '../organisation.ts';
import type { Runtime } from '../runtime.ts';
import { VERSIONED_NAME } from '../settings/senders.ts';

const MOST_NAMES = 1_000;

/** What was heard of one sender: the messages, and whether any text can be read and whether one shows that it is ours. */
type Heard = { ids: string[]; isReadable: boolean; showsUs: boolean };

/** The names this organisation has and has had, as far as the settings tell. */
async function listKnown(rt: Runtime): Promise<Set<string>> {
  const { kind, key, language } = VERSIONED_NAME;
  const [organisation, versions] = await Promise.all([
    getOrganisation(rt),
    listWordings(rt.db, kind, key, language, MOST_NAMES),
  ]);
  const names = [organisation.senderName, rt.gateway.senders?.name, ...versions.map(({ text }) => text)];
  return new Set(names.filter((name) => name !== null && name !== undefined));
}

const isName = (from: string): boolean => /[A-Za-z]/.test(from);

/**
 * Hears the list of what left, and judges then: a message is ours when its sender is a number or a name known here, when a
 * message of this database (`carried`, provider ids) left from the same name, or when a text from that name has our address
 * or telephone in it. A name of which no text can be read any more is taken for ours: nobody is texted twice.
 */
export async function learnSenderNames(rt: Runtime) {
  const known = await listKnown(rt);
  const { telefon } = await getOrganisation(rt);
  const marks = [`${rt.config.publicUrl}/`, telefon];
  const strangers = new Map<string, Heard>();
  return {
    hear({ from, text, providerId }: ListedSms): void {
      if (!isName(from) || known.has(from)) return;
      const heard = strangers.get(from) ?? { ids: [], isReadable: false, showsUs: false };
      heard.ids.push(providerId);
      heard.isReadable ||= text.trim() !== '';
      heard.showsUs ||= marks.some((mark) => text.includes(mark));
      strangers.set(from, heard);
    },
    judge(carried: ReadonlySet<string>): (providerId: string) => boolean {
      const others = [...strangers.values()]
        .filter(
          ({ ids, isReadable, showsUs }) => isReadable && !showsUs && !ids.some((id) => carried.has(id)),
        )
        .flatMap(({ ids }) => ids);
      const theirs = new Set(others);
      return (providerId) => !theirs.has(providerId);
    },
  };
}
