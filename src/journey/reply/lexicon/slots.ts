// Lists of alternatives that the phrases share. What is not written here or in a phrase is not understood.
import { list } from './list.ts';
import { firstNames } from './names.ts';

/** Words of the phrases' building blocks, in the notation of `phrase.ts`. */
export const slots = {
  ja: list(`
    ja, jep, jeps, jepper, jepsen, jap, jup, yes, yep, yup, yeah, jah tak, jada, jaer, ja da, jo tak, joh tak, jow tak, jojo da,
    jo da, jamen ja
  `),
  nej: list('nej, nope, niks, nix, no, næ, næh, jamen nej, ne tak, næ tak, nah'),
  jeg: list(`
    jeg, vi, vi to, vi begge, vi begge to, begge, min mand og jeg, min kone og jeg, jeg og min mand,
    jeg og min kone, min søster og jeg, min bror og jeg, min datter og jeg, min søn og jeg
  `),
  verbum: list(`
    komme i (aften|dag|morgen), gå med, dukke frem, komme, deltage, være med, være der, være til stede,
    møde op, møde, nå det, nå frem, stille op, komme med, komme afsted, komme fra, dukke op, tage med
  `),
  gerne: list(`
    gerne, meget gerne, rigtig gerne, vældig gerne, hjertens gerne, da, også, selvfølgelig, naturligvis,
    bestemt, helt sikkert, helt bestemt, med glæde, begge, begge to, begge 2, alle, alle tre, alle 3,
    alle fire, alle 4, alle sammen, sammen, i hvert fald, som aftalt, med, til tiden, præcis, i god tid,
    som planlagt, alene, selv, hellere end gerne, så gerne, stadig, stadigvæk, med stor glæde, 100
  `),
  desvaerre: list(`
    desværre, alligevel, altså, simpelthen, bare, heller, så, da, faktisk, dog, nu alligevel, begge,
    beklageligvis, nok desværre, overhovedet
  `),
  ugedag: list('mandag, tirsdag, onsdag, torsdag, fredag, lørdag, søndag'),
  maaned: list(
    'januar, februar, marts, april, maj, juni, juli, august, september, oktober, november, december',
  ),
  dato: list(
    '(d|den) # {maaned}?, (d|den) # #, # {maaned}, (på|d|den)? {ugedag}, {ugedag} (d|den) # {maaned}?',
  ),
  dagen: list(`
    (på)? den (dag|dato), på det tidspunkt, på den tid, denne gang, denne dag, i dag, i morgen, i aften,
    i denne uge, i næste uge, {dato}, der, på dagen, til den tid, i (den|denne) uge, i uge #,
    i weekenden, (hele)? dagen, hele ugen, (indtil|til|fra) kl # #?, i formiddag, i eftermiddag, den (formiddag|eftermiddag|aften|uge), til tiden
  `),
  moedet: [
    'fra (mødet|arrangementet|samtalen|aftalen|temaaften|temaaftenen|temaeftermiddagen|kurset)',
    'til (mødet|arrangementet|samtalen|aftalen|temaaften|temaaftenen|temaeftermiddag|temaeftermiddagen|caféen|kaffe|kaffen|kurset|det)',
    'i (mødet|arrangementet|samtalen|kurset)',
    'på kurset',
  ],
  resten: ['{desvaerre}', '{dagen}', '{moedet}', '{aarsag}'],
  aarsag: [
    '(pga|p g a|på grund af|grundet) (mit|min|en|et)? (arbejde|job|sygdom|ferie|travlhed|rejse|fødselsdag|familiefødselsdag|møde|andet møde|anden aftale|andre aftaler|influenza|forkølelse|corona|covid|lægebesøg|lægetid|tandlæge|vejret|sneen)',
  ],
  noedt: list(`
    (må|måtte), (er|bliver|blev) {desvaerre}* (nødt|nød|nøt|nødsaget) til (at)?, vil (gerne|hellere)?, ønsker at, skal,
    vælger at, kommer til at
  `),
  kunne: list(`
    {verbum}, tage afsted, få det til at (passe|hænge sammen|gå op), komme væk, nå at komme, nå at {verbum},
    være hjemme, tage fri
  `),
  begivenhed: list(`
    bryllup, konfirmation, barnedåb, fødselsdag, rund fødselsdag, fest, familiefest, møde, koncert, eksamen, skole,
    kursus, frisør, frisøren, fysioterapeut, øjenlæge, lægetid, tandlægetid, tandlæge, læge, generalforsamling
  `),
  tiden: list('det, tiden, dagen, datoen, tidspunktet, den tid, den dag'),
  mig: ['mig', 'os', 'os begge', 'os begge to'],
  to: list('to, tre, fire, 2, 3, 4'),
  sms: list(`
    sms, smser, smserne, smsere, sms (besked|beskeder|beskederne|service|tjeneste|tjenesten),
    smsbeskeder, smstjenesten, besked, beskeder, beskederne, tekstbeskeder, påmindelser, reminders,
    texts, messages, text messages
  `),
  de: list(`
    de, de her, disse, al, alle, alle de, alle de her, jeres, flere, flere af (de|jeres|disse|de her),
    den slags, nogen, nogle, mere, nok
  `),
  fraJer: list(`
    fra (jer|kommunen|dig), til (mig|os), på (mit|dette) nummer, på min (mobil|telefon), på mobilen,
    mere, længere, fremover, igen, tak, venligst
  `),
  vist: list('vist, nok, vist nok, altså, desværre, tror jeg'),
  tror: ['jeg tror', 'jeg tror at', 'tror', 'mon ikke'],
  sorry: list('desværre, (beklager|undskyld|sorry|desværre) men, beklager, sorry, undskyld, desværre så'),
  objekt: list('(min|vores|den|denne) (aftale|tid|samtale|deltagelse), aftalen, tiden, mødet, samtalen'),
  nummer: list(`
    nummer, nr, tlf, telefon, tlf nr, tlfnr, telefonnummer, telefon nummer, mobilnummer, mobil, mobil nr,
    person, modtager, mand, dame
  `),
  tilbud: [
    '(invitation|invitationen|indbydelsen|tilbuddet|tilbudet|tilbud|beskeden|besked|info|informationen|sms|smsen|sms en|påmindelsen|mindelsen|henvendelsen|reminder|omtanken|hjælpen|at (du|I) spørger)',
    '(jeres|din|den venlige|den søde) (invitation|besked|henvendelse|sms|påmindelse|omtanke|tilbud)',
  ],
  navn: firstNames,
} satisfies Record<string, readonly string[]>;
