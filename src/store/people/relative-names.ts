import { and, inArray, isNull } from 'drizzle-orm';
import type { Db } from '../open.ts';
import { relatives } from '../schema/people.ts';
import { inSight, type Sight } from './sight.ts';

/** The sealed names of those of these relatives who are in sight. */
export const listNamesOf = ({ orm }: Db, sight: Sight, ids: readonly string[]) =>
  orm
    .select({ id: relatives.id, nameSealed: relatives.nameSealed })
    .from(relatives)
    .where(
      and(
        inArray(relatives.id, [...new Set(ids)]),
        isNull(relatives.mergedInto),
        inSight(sight, relatives.id),
      ),
    );
