// Everyday words that are never a name: where one stands after "hilsen", it is no signature but more to read.

/** Words a signature cannot contain, written with æøå. */
export const functionWords: readonly string[] = `
jeg du han hun den det man vi i de mig dig ham hende os jer dem sig min mit mine din dit dine hans hendes vores jeres deres
sin sit sine hvem hvad hvilken hvilket hvilke hvordan hvornår hvorfor hvor som der at om men hvis når da mens indtil før
efter fordi selvom medmindre såfremt ifald bare kun ikke aldrig måske næppe vist nok sikkert muligvis eventuelt evt ellers
eller hverken enten både samt også endnu stadig allerede igen senere tidligere snart straks nu lige lidt meget mere mest
færre flere få alle ingen ingenting intet noget nogen nogle hver anden andet andre samme først sidst så derfor dog jo altså
være er var været bliver blev blevet bliv har havde haft have kan kunne vil ville skal skulle må måtte bør burde gør gjorde
gøre går gik gå kommer kom komme kommet tager tog tage taget får fik få giver gav give siger sagde sige sagt tror troede
tro ved vidste vide håber håbe synes syntes mener mente ønsker ønske orker gider prøver prøve ring ringer ringe ringede
skriv skriver skrive skrev send sender sende sendte svar svarer svare vent venter vente spørg spørger spørge lad lader hjælp
hjælper hjælpe stop stopper stoppe start starter slut slutter ja nej ok tvivler overvejer ombestemt fortryder aflyst flyttet
uden med til fra på under over mellem hos ved mod for inden siden ind ud op ned hen hjem hjemme her der bag foran
mandag tirsdag onsdag torsdag fredag lørdag søndag januar februar marts april maj juni juli august september oktober november
december dag dage uge uger måned år time timer minutter morgen aften nat formiddag eftermiddag kl klokken tid tidspunkt dato
syg syge død døde døden dør dø livet leve selvmord hospital hospitalet sygehus sygehuset indlagt bange vold slår
the and but not yes no please if when maybe call me you he she it is are was will can cannot dont
`
  .trim()
  .split(/\s+/);

/** What relatives call themselves, allowed in a signature. */
export const roles: readonly string[] = `
mor far mormor morfar farmor farfar bror søster datter søn kone mand ægtefælle hustru kæreste svigerdatter svigersøn barnebarn
moster faster onkel tante nabo veninde ven niece nevø familien og fra til os begge alle herfra
`
  .trim()
  .split(/\s+/);
