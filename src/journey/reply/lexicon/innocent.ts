// What looks like distress or death and is none: a cancellation with a date, a flat battery.
import { list } from './list.ts';

const weekdays = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'];

const general = list(`
kan … ikke mere den #, kan … ikke mere d #, kan … ikke mere #, kan … ikke mere kl, kan … ikke mere i morgen,
kan … ikke mere den dag, kan … ikke længere den #, kan … ikke længere d #, kan … ikke længere den dag,
kan … ikke længere komme, kan … ikke længere deltage, kan … ikke mere komme, kan … ikke mere deltage,
hjælp mig med, hjælp os med, help me with, døde af grin, dø af grin, død af grin, ved at dø af, er død træt,
er … død træt, er … dødtræt, telefon* er … død, telefon* døde, mobil* er … død, mobil* døde, tlf er … død,
batteri* er … død, bil* er … død, computer* er … død, internet* er … død, linje* er … død
`);

const cancellations = weekdays.flatMap((day) =>
  ['kan … ikke mere', 'kan … ikke længere'].flatMap((cannot) => [
    `${cannot} ${day}`,
    `${cannot} på ${day}`,
    `${cannot} den ${day}`,
  ]),
);

/** Phrases in which telling words do not count, in the notation of `distress.ts`. */
export const innocentPhrases: readonly string[] = [...general, ...cancellations];
