import type { Db } from '../../store/open.ts';
import { indexNames, listNames } from '../../store/people/name-words.ts';
import { type Keys, unseal } from '../../store/seal.ts';
import { nameHashes } from './name-words.ts';

const PAGE = 200;

/** Everything a sealed name is found by, under the index of these keys. */
const indexed = (keys: Keys, row: { id: string; nameSealed: string }) => ({
  ...row,
  words: nameHashes(keys, unseal(keys, `relatives.name:${row.id}`, row.nameSealed)),
});

async function indexPages(db: Db, keys: Keys, which: { unindexed: boolean }): Promise<number> {
  let count = 0;
  for (let after = ''; ; ) {
    const page = await listNames(db, { after, limit: PAGE, ...which });
    const last = page.at(-1);
    if (!last) return count;
    await db.lane.put(
      indexNames,
      page.map((row) => indexed(keys, row)),
    );
    after = last.id;
    count += page.length;
  }
}

/** Makes relatives findable by name who are not yet, page by page. Gives how many it looked at. */
export const indexUnindexed = (db: Db): Promise<number> => indexPages(db, db.keys, { unindexed: true });

/** Brings what all names are found by under the index of these keys; called again it does all of them again. */
export const reindexNames = (db: Db, keys: Keys): Promise<number> =>
  indexPages(db, keys, { unindexed: false });
