// What people write around an answer and which changes nothing in it.

/** Phrases without a meaning of their own. */
export const neutralPhrases: readonly string[] = [
  '(mange|tusind|tusinde|tusen|1000)? tak (for det|skal (du|I) have|på forhånd|herfra|for nu|tak)?',
  '(tak|tak skal (du|I) have|på forhånd tak|tak igen|tak på forhånd|tak for det|mange tak for det|selv tak|venligst|please|thanks|thank you|thx|thank you very much)',
  '(god|en god|rigtig god|fortsat god|og god) (weekend|dag|aften|ferie|sommer|påske|jul|arbejdslyst|bedring|søndag|lørdag|fredag)',
  '(ha|hav|og ha|og hav|have|og have|i ønskes|du ønskes|ønsker) (en|det|en rigtig|en fortsat) (god|godt|dejlig) (weekend|dag|aften|sommer|påske|jul|ferie)?',
  '(hav|ha|håber I har|håber du har) det (godt|rart) (alle|alle sammen)?',
  '(god dag|god weekend) til jer (alle)?',
  '(til|att) kommunen',
  '(undskyld|unskyld|undskyld ventetiden|undskyld forsinkelsen)',
  '(undskyld|beklager) (det|mit|jeg svarer|at jeg svarer|jeg først svarer|at jeg først svarer|den)? (sent|sene|så sent|først nu|nu|forsinkede) (svar)?',
  '(det er|her er|dette er|fra|det er fra) {navn}',
  '(uha|åh|øh|jamen|altså|hov|ups)',
  '(🙏|👋|🇩|🇰|☎|📱|✉)',
];

/** Phrases that greet; one or two words of a name and a comma or a new line may follow. */
export const greetings: readonly string[] = [
  '(hej|hejsa|hejsan|hello|hallo|halløj|goddag|god dag|godmorgen|god morgen|god aften|godaften|god formiddag|god eftermiddag|davs|dav|hi|hey|heyy|heysa|mojn|hej hej|hej der|kære) (alle|alle sammen|alle I gode|i alle|I|igen|der|med jer|med dig|jer|kommune|kommunen|{navn}|{navn} og {navn})?',
];

/** Phrases that thank for a message: beside OK alone they are an acknowledgement and no answer. */
export const thanksForPhrases: readonly string[] = [
  '(mange|tusind)? tak (for {tilbud}|fordi (du|I) (spørger|spurgte|skriver|skrev|tænkte på mig|tænker på mig|husker mig|minder om det))',
  '(det er|det var)? (pænt|sødt|venligt) af (jer|dig) (at spørge)?',
];

/** Words that open a signature; up to five words of a name may follow to the end of the text. */
export const signatures: readonly string[] = [
  '(venlig|venlige|kærlig|kærlige|mange|bedste|med venlig|med venlige|de bedste|de venligste|med kærlig|mange kærlige|mange venlige) (hilsen|hilsner|hilsen fra|hilsner fra)',
  '(hilsen|hilsner|hilsen fra|hilsner fra|hils|mvh|vh|kh|dbh|mkh|bh|k h|m v h|v h|m v hilsen|knus|knus fra|kram|kys|regards|best regards|kind regards|bedste hilsner fra|hilsen herfra)',
];

/** Emoji of a friendly face or a flower: fine beside an answer, none themselves. */
export const friendlyEmoji = '🙂😊😀😃😄😁☺😉🥰😍😘🤗❤🧡💛💚💙💜🩷💕💐🌸🌹🌷🌞🌻🌼☀🍀🎉👏👌✅✔💪☕🎂🙌✌👍';

/** Emoji of a sad face: they go with a no. */
export const sadEmoji = '😢😭😔😞😟☹🙁😕👎❌😷🤒😥';
