// What can be wrong with flow.yaml.
import { EXPECTED, type Expected } from './expected.ts';
import { guess, listing, type Sentence } from './sentence.ts';

/** Sentences about the shape of flow.yaml and about how its steps hang together. */
export const FLOW_SENTENCES = {
  'missing-key': (p: { key: string; expected: Expected }): Sentence => ({
    da: `"${p.key}" mangler her. Skriv ${EXPECTED[p.expected].da}.`,
    en: `"${p.key}" is missing here. Write ${EXPECTED[p.expected].en}.`,
  }),
  'missing-value': (p: { key: string; expected: Expected }): Sentence => ({
    da: `"${p.key}" står uden værdi. Skriv ${EXPECTED[p.expected].da}.`,
    en: `"${p.key}" stands without a value. Write ${EXPECTED[p.expected].en}.`,
  }),
  'wrong-value': (p: { value: string; expected: Expected; nearest: string | undefined }): Sentence => ({
    da: `${p.value} kan ikke bruges her. Skriv ${EXPECTED[p.expected].da}.${guess(p.nearest).da}`,
    en: `${p.value} cannot be used here. Write ${EXPECTED[p.expected].en}.${guess(p.nearest).en}`,
  }),
  'unknown-key': (p: { key: string; nearest: string | undefined; known: readonly string[] }): Sentence => ({
    da: `"${p.key}" kendes ikke her.${guess(p.nearest).da} Her kan stå ${listing(p.known).da}.`,
    en: `"${p.key}" is not known here.${guess(p.nearest).en} Known here: ${listing(p.known).en}.`,
  }),
  'unknown-step': (p: { word: string; nearest: string | undefined; known: readonly string[] }): Sentence => ({
    da: `"${p.word}" er ikke et trin.${guess(p.nearest).da} Et trin er ${listing(p.known).da}.`,
    en: `"${p.word}" is no step.${guess(p.nearest).en} Steps are ${listing(p.known).en}.`,
  }),
  'no-step-word': (p: { known: readonly string[] }): Sentence => ({
    da: `Trinnet siger ikke, hvad det gør. Begynd det med et af ordene ${listing(p.known).da}.`,
    en: `The step does not say what it does. Begin it with one of the words ${listing(p.known).en}.`,
  }),
  'two-steps': (p: { words: readonly string[] }): Sentence => ({
    da: `Trinnet vil flere ting på én gang: ${listing(p.words).da}. Del det i et trin for hver.`,
    en: `The step wants several things at once: ${listing(p.words).en}. Make one step for each.`,
  }),
  'no-steps': (): Sentence => ({
    da: 'Forløbet har ingen trin. Skriv mindst ét, fx "- say: velkommen".',
    en: 'The flow has no steps. Write at least one, such as "- say: velkommen".',
  }),
  'too-many-steps': (p: { limit: number }): Sentence => ({
    da: `Forløbet har for mange trin. Hold det på højst ${p.limit}, eller del det i flere forløb.`,
    en: `The flow has too many steps. Keep to ${p.limit}, or split it into several flows.`,
  }),
  'when-without-late': (): Sentence => ({
    da: '"when" skal have "late" ved siden af, som siger, hvad der sker, når tidspunktet er passeret: skip, send eller next.',
    en: '"when" needs "late" beside it, to say what happens once the moment has passed: skip, send or next.',
  }),
  'late-without-when': (): Sentence => ({
    da: '"late" har kun mening sammen med "when". Tilføj et tidspunkt, eller fjern "late".',
    en: '"late" makes sense only with "when". Add a moment, or remove "late".',
  }),
  'key-alone': (p: { key: string; needs: string }): Sentence => ({
    da: `"${p.key}" har kun mening sammen med "${p.needs}". Tilføj "${p.needs}", eller fjern "${p.key}".`,
    en: `"${p.key}" makes sense only with "${p.needs}". Add "${p.needs}", or remove "${p.key}".`,
  }),
  'unknown-language': (p: { code: string; nearest: string | undefined }): Sentence => ({
    da: `"${p.code}" er ikke en sprogkode.${guess(p.nearest).da} Skriv fx da, en eller ar.`,
    en: `"${p.code}" is no language code.${guess(p.nearest).en} Write for example da, en or ar.`,
  }),
  'duplicate-language': (p: { code: string }): Sentence => ({
    da: `Sproget "${p.code}" står her to gange. Behold det ene.`,
    en: `The language "${p.code}" stands here twice. Keep one of them.`,
  }),
  'window-closed': (): Sentence => ({
    da: 'Tidsrummet har aldrig åbent inden for kl. 8-20 mandag til lørdag, så intet kan sendes. Ret tider eller ugedage.',
    en: 'The window is never open within 8-20 Monday to Saturday, so nothing can leave. Correct the times or weekdays.',
  }),
  'duplicate-id': (p: { id: string; line: number }): Sentence => ({
    da: `To trin hedder "${p.id}"; det første står i linje ${p.line}. Giv dette trin et andet "id".`,
    en: `Two steps are called "${p.id}"; the first stands in line ${p.line}. Give this step another "id".`,
  }),
  'reserved-name': (p: { name: string }): Sentence => ({
    da: `"${p.name}" betyder noget særligt og kan ikke bruges som navn. Vælg et andet.`,
    en: `"${p.name}" has a meaning of its own and cannot be used as a name. Choose another.`,
  }),
  'unknown-target': (p: { id: string; nearest: string | undefined }): Sentence => ({
    da: `Der er intet trin "${p.id}" at gå til.${guess(p.nearest).da} Giv et trin dette "id", eller ret henvisningen.`,
    en: `There is no step "${p.id}" to go to.${guess(p.nearest).en} Give a step this "id", or correct the reference.`,
  }),
  'unknown-anchor': (p: { anchor: string; nearest: string | undefined }): Sentence => ({
    da: `Datoen "${p.anchor}" findes ikke.${guess(p.nearest).da} Skriv den under "anchors", eller brug "start".`,
    en: `There is no date "${p.anchor}".${guess(p.nearest).en} Add it under "anchors", or use "start".`,
  }),
  'anchor-without-time': (p: { anchor: string }): Sentence => ({
    da: `"${p.anchor}" er en dato uden klokkeslæt, så timer og minutter kan ikke regnes derfra. Brug dage og "at 09:00", eller skriv time: true ved datoen.`,
    en: `"${p.anchor}" is a date without a time of day, so hours and minutes cannot be reckoned from it. Use days and "at 09:00", or write time: true at the date.`,
  }),
  'not-an-event': (p: { anchor: string }): Sentence => ({
    da: `"${p.anchor}" er ikke et arrangement. Skriv event: true ved datoen under "anchors", eller brug en anden.`,
    en: `"${p.anchor}" is not an event. Write event: true at the date under "anchors", or use another.`,
  }),
  'attend-twice': (p: { anchor: string }): Sentence => ({
    da: `"${p.anchor}" står her to gange, men man kan kun svare én gang på hvert arrangement. Fjern det ene.`,
    en: `"${p.anchor}" stands here twice, but each event can only be answered once. Remove one of them.`,
  }),
  'no-waiting-list': (p: { id: string }): Sentence => ({
    da: `"${p.id}" spørger, om man vil have en plads, men siger ikke, hvad der sker, når alle pladser er taget. Skriv "venteliste" ved svarene.`,
    en: `"${p.id}" asks whether one wants a seat, but does not say what happens when all are taken. Write "venteliste" with the answers.`,
  }),
  'no-seated-step': (p: { anchor: string }): Sentence => ({
    da: `Den, der står på venteliste til "${p.anchor}", skal have at vide, når der bliver plads. Skriv "seated" med trinnet, der siger det.`,
    en: `Whoever is on the waiting list for "${p.anchor}" must be told when there is a seat. Write "seated" with the step that says so.`,
  }),
  'question-twice': (p: { id: string }): Sentence => ({
    da: `Spørgsmålet "${p.id}" står her to gange. Fjern det ene, eller giv det et andet navn.`,
    en: `The question "${p.id}" stands here twice. Remove one, or give it another name.`,
  }),
  'choice-twice': (p: { choice: string }): Sentence => ({
    da: `Svaret "${p.choice}" kan vælges to gange. Fjern det ene.`,
    en: `The answer "${p.choice}" can be chosen twice. Remove one.`,
  }),
  'form-before-event': (p: { anchor: string }): Sentence => ({
    da: `Skemaet spørger om "${p.anchor}", før det har været der. Brug et tidspunkt bagefter, fx "1 day after ${p.anchor} at 10:00".`,
    en: `The questionnaire asks about "${p.anchor}" before it has taken place. Use a moment afterwards, such as "1 day after ${p.anchor} at 10:00".`,
  }),
  'unknown-group': (p: { group: string; nearest: string | undefined }): Sentence => ({
    da: `Der er ingen gruppe "${p.group}", som I selv sætter medlemmer i.${guess(p.nearest).da} Opret den, eller ret navnet.`,
    en: `There is no group "${p.group}" that you put members into yourselves.${guess(p.nearest).en} Make it, or correct the name.`,
  }),
  'unknown-subject': (p: {
    subject: string;
    nearest: string | undefined;
    known: readonly string[];
  }): Sentence => ({
    da: `Der kan ikke vælges vej efter "${p.subject}".${guess(p.nearest).da} Brug ${listing(p.known).da}.`,
    en: `No way can be chosen by "${p.subject}".${guess(p.nearest).en} Use ${listing(p.known).en}.`,
  }),
  'no-answer-step': (p: { id: string; nearest: string | undefined }): Sentence => ({
    da: `Intet trin med "ask", "invite" eller "form" hedder "${p.id}".${guess(p.nearest).da} Ret navnet efter "answer.".`,
    en: `No step with "ask", "invite" or "form" is called "${p.id}".${guess(p.nearest).en} Correct the name after "answer.".`,
  }),
  'answer-too-late': (p: { id: string }): Sentence => ({
    da: `Ingen vej går fra "${p.id}" hertil, så svaret er aldrig givet endnu. Flyt valget til efter spørgsmålet.`,
    en: `No way leads from "${p.id}" to here, so the answer is never given yet. Move the branch after the question.`,
  }),
  'impossible-value': (p: { value: string; known: readonly string[] }): Sentence => ({
    da: `Værdien "${p.value}" kan aldrig forekomme her. Mulige værdier: ${listing(p.known).da}.`,
    en: `The value "${p.value}" can never occur here. Possible values: ${listing(p.known).en}.`,
  }),
  'dead-step': (p: { id: string }): Sentence => ({
    da: `Ingen vej fører til trinnet "${p.id}". Lad et andet trin gå hertil med "go", eller fjern det.`,
    en: `No way leads to the step "${p.id}". Let another step "go" to it, or remove it.`,
  }),
  loop: (p: { ring: readonly string[] }): Sentence => ({
    da: `Forløbet kan køre i ring uden at vente: ${p.ring.join(' → ')}. Et tidspunkt kan være passeret, så sæt et trin ind, der altid venter, fx "- wait: 2 days".`,
    en: `The flow can run in a ring without waiting: ${p.ring.join(' → ')}. A point in time can have passed, so put in a step that always waits, such as "- wait: 2 days".`,
  }),
};
