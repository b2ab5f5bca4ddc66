import { listAlike, listCirclesByCode } from '../../store/people/imports.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff, sightOf } from '../staff/staff.ts';
import { beginningOf, wordHash, wordsOf } from './name-words.ts';
import { openName, openText } from './open-names.ts';

/** Someone who is about to be registered. */
export type Newcomer = {
  key: number;
  name: string;
  tiltale: string;
  relation: string;
  circleId?: string | undefined;
};

/** A relative we have who may be the same person. */
export type Alike = { id: string; name: string; relation: string };

/** Relatives who may be the same person as the one a form would register. */
export async function findAlikeForm(
  rt: Runtime,
  staff: Staff,
  form: Pick<Newcomer, 'name' | 'tiltale' | 'relation'> & { circle: string },
): Promise<Alike[]> {
  requireRight(staff, 'care');
  const code = form.circle.trim().toUpperCase();
  const [circle] = code === '' ? [] : await listCirclesByCode(rt.db, [code], sightOf(staff));
  const { name, tiltale, relation } = form;
  const newcomer = { key: 0, name, tiltale, relation, circleId: circle?.id };
  return (await findAlike(rt, staff, [newcomer])).get(0) ?? [];
}

const PAGE = 200;
const MOST_EACH = 5;

const isSame = (a: string, b: string): boolean => wordsOf(a).join(' ') === wordsOf(b).join(' ');

/** The longest word is the rarest, as far as a word tells. */
function question(rt: Runtime, { key, name }: Newcomer) {
  const words = wordsOf(name)
    .sort((a, b) => b.length - a.length)
    .map(beginningOf);
  const [first] = words;
  if (!first) return [];
  return [
    { key, first: wordHash(rt.db.keys, first), words: words.map((word) => wordHash(rt.db.keys, word)) },
  ];
}

/**
 * By key, the relatives in sight whose name begins with the same words and who have the same circle, relation or tiltale:
 * at most five each.
 */
export async function findAlike(
  rt: Runtime,
  staff: Staff,
  newcomers: readonly Newcomer[],
): Promise<Map<number, Alike[]>> {
  const alike = new Map<number, Alike[]>();
  const byKey = new Map(newcomers.map((one) => [one.key, one]));
  for (let from = 0; from < newcomers.length; from += PAGE) {
    const asked = newcomers.slice(from, from + PAGE).flatMap((one) => question(rt, one));
    for (const row of await listAlike(rt.db, asked, sightOf(staff))) {
      const newcomer = byKey.get(row.key);
      const others = alike.get(row.key) ?? [];
      if (!newcomer || others.length >= MOST_EACH) continue;
      const tiltale = openText(rt, 'relatives.tiltale', row.id, row.tiltaleSealed);
      const fits =
        row.relation === newcomer.relation ||
        row.circleId === newcomer.circleId ||
        isSame(tiltale, newcomer.tiltale);
      if (!fits) continue;
      others.push({ id: row.id, relation: row.relation, name: openName(rt, row.id, row.nameSealed) ?? '' });
      alike.set(row.key, others);
    }
  }
  return alike;
}
