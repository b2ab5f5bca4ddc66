// Phrases that tell of a death, in the notation of `distress.ts`. They too err on the side of alerting.
import { list, relations } from './list.ts';

const general = list(`
er … død, er … døde, var død, døde, død i nat, død i går, død i dag, død i morges, fundet død, fandt … død,
afdød*, dødsfald*, dødsbo*, ved døden, sovet … ind, sov ind, sov stille ind, sov fredeligt ind,
sov roligt ind, gået bort, gik bort, gik … bort, bisæt*, begrave*, bisatte, bisat, stedt til hvile,
ikke … hos os mere, ikke … hos os længere, ikke … blandt os, ikke … iblandt os, ikke i live,
ikke … i live mere, ikke … i live længere, lever ikke mere, lever ikke længere, lever … ikke mere,
er her ikke mere, er her ikke længere, har … fået fred, fik … fred, ikke længere … i live,
ikke mere … i live, kondoler*, passed away, has died, is dead, died, funeral,
ikke længere … hos os, ikke længere … blandt os, har forladt os, blevet enke*, bisættelsen, bisættelse, begravelse, begravelsen, for døden, døende, ved at dø, dødsannonce*, dødsattest*, urne*, mindehøjtidelighed*
`);

const losses = relations.flatMap((who) =>
  ['mistet', 'mistede'].flatMap((lost) => [`${lost} ${who}`, `${lost} min ${who}`, `${lost} vores ${who}`]),
);

/** Phrases that tell that somebody has died. */
export const deathPhrases: readonly string[] = [...general, ...losses];
