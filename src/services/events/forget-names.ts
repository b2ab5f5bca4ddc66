import { DAY_MS } from '../../journey/time/zone.ts';
import { forgetPlaces, type Kept, listPlacesToForget } from '../../store/events/named-places.ts';
import { getOrganisation } from '../organisation.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';

/** A year of the setting, as the longest one, so that nothing goes too early. */
const YEAR_MS = 366 * DAY_MS;
const AT_ONCE = 500;

/** Until when what an organisation keeps of people it knows by a name alone must have been over, UTC ms. */
async function keptOf(rt: Runtime): Promise<Kept> {
  const { namesKeptDays, certificatesKeptYears } = await getOrganisation(rt);
  const namesBefore = rt.now() - namesKeptDays * DAY_MS;
  return {
    namesBefore,
    staffNamesBefore: Math.min(namesBefore, rt.now() - certificatesKeptYears * YEAR_MS),
  };
}

/**
 * Erases names and numbers of those who were at an arrangement and are known by a name alone, so many days after it was held
 * or cancelled; names of staff at what was for staff stay for their certificates. That somebody had a place, with how many,
 * and came, stays for the sums. Gives how many were; bounded for one call, the next one goes on.
 */
export async function forgetNames(rt: Runtime): Promise<number> {
  const found = await listPlacesToForget(rt.db, await keptOf(rt), AT_ONCE);
  const byEvent = Map.groupBy(found, ({ eventId }) => eventId);
  await Promise.all(
    [...byEvent].map(([eventId, places]) => {
      const body = { erased: places.length };
      const entry = ledgerRow(rt, { kind: 'event.names-erased', actor: 'house', subject: eventId, body });
      const named = places.map((place) => ({ ...place, newId: `f.${rt.newId()}` }));
      return rt.db.lane.put(forgetPlaces, { places: named, ledger: [entry] });
    }),
  );
  return found.length;
}
