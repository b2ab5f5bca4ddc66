import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '../open.ts';
import { relatives } from '../schema/people.ts';
import { inSight, type Sight } from './sight.ts';

/** Those in sight who are reached at a number, the first registered first. */
export const listRelativesOfNumberInSight = ({ orm }: Db, numberId: string, sight: Sight, limit: number) =>
  orm
    .select({ id: relatives.id, nameSealed: relatives.nameSealed, relation: relatives.relation })
    .from(relatives)
    .where(and(eq(relatives.numberId, numberId), inSight(sight, relatives.id)))
    .orderBy(asc(relatives.createdAt), asc(relatives.id))
    .limit(limit);
