import { TELLING_WORDS } from '../../journey/flow/against.ts';
import { toldBy } from '../../journey/flow/told-by.ts';
import { listEventTitles } from '../../store/events/titles.ts';
import { AppError } from '../app-error.ts';
import { listUnitNames } from '../organisation.ts';
import { looksLikeCpr } from '../relatives/looks-like-cpr.ts';
import type { Runtime } from '../runtime.ts';

/**
 * Throws when a text that a person wrote may not leave as an SMS: `cpr-typed`, or `text-confidential` with the word as
 * `detail` (the name of a unit, the
 * title of an arrangement that has another for SMS, or a word that tells something about the cared-for person).
 */
export async function refuseConfidential(rt: Runtime, text: string): Promise<void> {
  if (looksLikeCpr(text)) throw new AppError('cpr-typed');
  const [units, eventTitles] = await Promise.all([listUnitNames(rt), listEventTitles(rt.db)]);
  const against = { units, addresses: [], eventTitles, tellingWords: TELLING_WORDS };
  const [told] = toldBy(against)(text);
  if (told) throw new AppError('text-confidential', told.name);
}
