// Where one is in a timeline: everything of one relative from every table, newest first, by instant and then by key.
import { type SQL, sql } from 'drizzle-orm';
import type { Sight } from '../people/sight.ts';

/** An entry's place: `key` is its kind and id, unique in the timeline. */
export type Place = { at: number; key: string };

/** How one table is read: what comes after a place, at most so many; `sight` is what whoever reads it may see besides. */
export type Slice = { relativeId: string; before?: Place; limit: number; sight: Sight };

/** True for what stands after the place. */
export const isOlder = (at: SQL, key: SQL, before: Place | undefined): SQL =>
  before ? sql`(${at} < ${before.at} or (${at} = ${before.at} and ${key} < ${before.key}))` : sql`true`;

/** The end of every slice. */
export const inOrder = (at: SQL, key: SQL, { before, limit }: Slice): SQL =>
  sql`and ${isOlder(at, key, before)} order by ${at} desc, ${key} desc limit ${limit}`;
