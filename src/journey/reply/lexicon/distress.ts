// Phrases of distress: they err on the side of alerting, and an organisation may set its own.
// `*` stands for any ending of a word, `…` for up to three words, `#` for a number, `.` for the end of a clause;
// æ, ø and å may be typed a, e or o.
import { list, relations } from './list.ts';

const ownLife = list(`
vil … ikke leve, orker … ikke at leve, orker … ikke livet, gider … ikke leve, ikke … leve mere,
ikke … leve længere, ikke være her mere, ikke være her længere, ikke … være i live, vil … dø,
ønsker … at dø, ønsker … dø, lyst til … at dø, lyst til … dø, bare … at dø, bare dø, gid jeg … død, jeg var død, jeg … hellere … dø,
bedre hvis jeg ikke, bedre … uden mig, bedre … jeg ikke var, selvmord, selvmord*, tage … livet af, tage mit liv, tag* sit … liv, tog sit … liv, tager … livet af,
tage mit … liv, tager mit … liv, taget livet af, tog livet af, ende mit liv, ende det hele,
ende på det hele, en ende på det, ende på mit liv, skade* … mig selv, skade på mig selv, gøre … skade på,
selvskade*, skåret i, skåret mig, gøre noget dumt, gør noget dumt, livsmod*, livslede*, skære* … mig selv, skærer … i mig, cutter, hænge mig, hænge sig, hænger mig, overdosis,
tag* alle … pille*, sluge* … pille*, springe ud fra, hoppe ud fra, kaste mig ud, kaste mig foran,
foran toget, foran et tog, ingen grund til at leve, ikke … grund til at leve, mening med livet,
mening med at leve, træt af livet, træt af at leve, livet … ikke værd, ikke værd at leve,
ikke … at leve, ikke lyst til at leve, ingen mening, ingen udvej, færdig med livet, farvel for altid, ikke vågne igen, ikke vågne mere,
aldrig vågne, vil … forsvinde
`);

const exhaustion = list(`
kan … ikke mere, kan … ikke længere ., orker … ikke mere, orker … ikke længere, orker … ikke flere,
magter … ikke mere, magter … ikke længere, klarer … ikke mere, klarer … ikke længere, ikke klare … mere,
ikke klare … længere, holder … ikke ud, holder … ikke længere, holder … ikke til mere, ikke holde … ud,
bryder … sammen, brudt … sammen, bryde sammen, på bristepunktet, desperat*, giver op, givet op,
vil … ikke mere ., hjælp mig, hjælp os, red mig, redde mig, ingen vej ud, alt er håbløst, alt er sort,
ikke overskue … mere
`);

const violence = list(`
slår mig, slog mig, slået mig, slår os, slog os, slår hende, slog hende, slår ham, slog ham, slår børn*,
slog børn*, slå mig, slå hende, slår … ihjel, slå … ihjel, slået … ihjel, sparker mig, sparkede mig,
sparker hende, tæver, tævet, tæsk*, kvæler, kvæle mig, kvalte, kvælertag, truer mig, truet mig, truede mig,
truer os, truer hende, truer ham, truer … med, truet på livet, trusler, vold, volden, voldelig*, voldtæg*,
voldtag*, overgreb, mishandl*, misbruger mig, overfald*, kniv, kniven, pistol*, skyde mig, skyde hende,
myrde*, dræb*, bange for ham, bange for hende, bange for … liv, bange for at være, bange for at gå hjem,
bange for hvad han, bange for hvad hun, bange i mit, tør ikke være, tør … ikke gå hjem, tør … ikke sove,
tør … ikke tage hjem, låst inde, spærret inde, ring … politiet, tilkald, ring 112, ring til 112,
gemmer mig for,
han slår, hun slår, og slår, smadrer, bliver slået, blev slået, blevet slået, låse* … inde, så bange ., er bange ., meget bange ., gøre … fortræd, gør … fortræd
`);

const violenceAtHome = relations.flatMap((who) => [
  `slår ${who}`,
  `slår min ${who}`,
  `slog ${who}`,
  `slog min ${who}`,
  `bange for ${who}`,
  `bange for min ${who}`,
]);

const english = list(`
want to die, wanna die, kill myself, killing myself, suicid*, end my life, end it all, cant go on,
cannot go on, cant take it, help me, hits me, hit me, beats me, beat me, hurts me, afraid of him,
scared of him, afraid of my, scared of my, rape*
`);

/** Phrases that tell of danger to one's own life, of exhaustion or of violence. */
export const distressPhrases: readonly string[] = [
  ...ownLife,
  ...exhaustion,
  ...violence,
  ...violenceAtHome,
  ...english,
];
