// What people write around an answer and which changes nothing in it.

/** Phrases without a meaning of their own. */
export const neutralPhrases: readonly string[] = [
  '(mange|tusind|tusinde|tusen|1000)? tak',
  '(tak|tak skal (du|I) have|på forhånd tak|tak igen|tak på forhånd|tak for det|mange tak for det|selv tak|venligst|please|thanks|thank you|thx|thank you very much)',
  '(god|en god|rigtig god|fortsat god|og god) (weekend|dag|aften|ferie|sommer|påske|jul|arbejdslyst|bedring|søndag|lørdag|fredag)',
  '(ha|hav|og ha|og hav|have|og have|i ønskes|du ønskes|ønsker) (en|det|en rigtig|en fortsat) (god|godt|dejlig) (weekend|dag|aften|sommer|påske|jul|ferie)?',
  '(hav|ha) det (godt|rart)',
  '(undskyld|unskyld|undskyld ventetiden|undskyld forsinkelsen)',
  '(undskyld|beklager) (det|mit|jeg svarer|at jeg svarer|den)? (sent|sene|så sent|først nu|forsinkede) (svar)?',
  '(det er|her er|dette er|fra|det er fra) {navn}',
  '(uha|åh|øh|jamen|altså|hov|ups)',
  '(🙏|👋|🇩|🇰|☎|📱|✉)',
];

/** Phrases that greet; one or two words of a name and a comma or a new line may follow. */
export const greetings: readonly string[] = [
  '(hej|hejsa|hejsan|hello|hallo|halløj|goddag|god dag|godmorgen|god morgen|god aften|godaften|god formiddag|god eftermiddag|davs|hi|dav|kære) (alle|alle sammen|igen|med jer|med dig|jer|kommune|kommunen|{navn}|{navn} og {navn})?',
];

/** Phrases that thank for a message: beside OK alone they are an acknowledgement and no answer. */
export const thanksForPhrases: readonly string[] = ['(mange|tusind)? tak for {tilbud}'];

/** Words that open a signature; up to five words of a name may follow to the end of the text. */
export const signatures: readonly string[] = [
  '(venlig|venlige|kærlig|kærlige|mange|bedste|med venlig|med venlige|de bedste|de venligste|med kærlig|mange kærlige|mange venlige) (hilsen|hilsner|hilsen fra|hilsner fra)',
  '(hilsen|hilsner|hilsen fra|hilsner fra|hils|mvh|vh|kh|dbh|mkh|bh|k h|m v h|v h|m v hilsen|knus|knus fra|kram|kys|regards|best regards|kind regards)',
];

/** Emoji of a friendly face or a flower: fine beside an answer, none themselves. */
export const friendlyEmoji = '🙂😊😀😃😄😁☺😉🥰😍😘🤗❤🧡💛💚💙💜🩷💕💐🌸🌹🌷🌞🌻🌼☀🍀🎉👏👌✅✔💪☕🎂🙌✌👍';

/** Emoji of a sad face: they go with a no. */
export const sadEmoji = '😢😭😔😞😟☹🙁😕👎❌😷🤒😥';
