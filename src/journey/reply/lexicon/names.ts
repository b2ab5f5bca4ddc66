// Common Danish first names, to know a signature without "hilsen". Names that are also ordinary words
// (Bo, Liv, My, Sol, Storm …) are left out on purpose.

/** First names that may stand alone at the end of a reply, in lower case. */
export const firstNames: readonly string[] = `
aage agnes agnete aksel albert alex alexander alice allan alma amalie anders andreas ane anette anita anja ann anna anne
annette annelise annemarie annie anni anton arne arthur asger asta astrid august axel benedikte benny bente bent bertha
birger birgit birgitte birthe birte bjarne bjørn bodil brian britta britt camilla carl caroline carsten casper cecilie
charlotte christel christen christian christina christoffer claus conny dagmar dagny daniel david dennis diana ditte
dorte dorthe dorthea ebba ebbe edel edith egon eigil einar ejner elin elisabeth ella ellen elly else elsebeth emil emilie
emma erik erling ernst esben esther eva fatima filip finn flemming frank frederik freja frida frode georg gerda gert gitte
grete grethe gudrun gunhild gunnar gurli hanne hannah hans harald harry hassan heidi helga helge helle henning henriette
henrik henry herdis hjalmar holger ib ibrahim ida inga inge ingeborg ingelise inger ingrid irene irma isabella ivan jacob
jakob jan jane janne jannie jean jeanette jens jeppe jesper jette jim jimmy joan johan johanne johannes john jonas jonna
josefine julie jytte jørgen jørn kai kaj karen karin karina karl karla kasper kathrine katrine kenneth kent keld kim kirsten
kirstine kjeld klaus knud kristian kristina kristine kurt lars lasse laura laurits leif lena lene leo lilian lilly lillian
linda line lis lisa lisbeth lise lissi lone lotte louise lucas ludvig luna maja malene maren margit margrethe maria marianne
marie marius martha martin mathias mathilde mette merete michael mie mikael mikkel minna mogens mohamed mohammad mona morten
nadia nanna nicolai niels nina nils noah nora oda olav ole olga olivia orla oscar oskar otto ove palle patrick paul paula
pauline peder per peter pernille pia poul preben ragnhild rasmus rebecca regitze rigmor rikke rita robert rolf ronni rosa
ruben rune ruth sanne sara sarah sebastian sigrid signe simon sine sofia sofie solveig stefan steffen sten stig stine susan
susanne suzanne svend søren sørine tage tanja thea thomas thorkild tilde tim tina tine tobias tom tommy tonny torben tove
troels trine tyge ulla ulrik ulrikke vagn valdemar vera verner vibeke victor viggo viktoria villy vilhelm vita vivi viola
william winnie yasmin yrsa yvonne
`
  .trim()
  .split(/\s+/);
