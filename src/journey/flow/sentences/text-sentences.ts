// What can be wrong with texts and pages.
import { guess, listing, type Sentence } from './sentence.ts';

/** Sentences about texts.<lang>.yaml and pages/*.md. */
export const TEXT_SENTENCES = {
  'missing-texts-file': (p: { file: string; language: Sentence }): Sentence => ({
    da: `Filen ${p.file} mangler. Læg den i mappen med alle forløbets tekster på ${p.language.da}, eller fjern sproget.`,
    en: `The file ${p.file} is missing. Add it with all texts of the flow in ${p.language.en}, or remove the language.`,
  }),
  'missing-text': (p: { key: string; file: string; nearest: string | undefined }): Sentence => ({
    da: `Teksten "${p.key}" mangler i ${p.file}.${guess(p.nearest).da} Skriv den dér.`,
    en: `The text "${p.key}" is missing in ${p.file}.${guess(p.nearest).en} Write it there.`,
  }),
  'missing-page': (p: { file: string; nearest: string | undefined }): Sentence => ({
    da: `Siden ${p.file} mangler.${guess(p.nearest).da} Opret filen.`,
    en: `The page ${p.file} is missing.${guess(p.nearest).en} Create the file.`,
  }),
  'text-not-text': (p: { key: string }): Sentence => ({
    da: `"${p.key}" skal være en tekst. Sæt den i anførselstegn.`,
    en: `"${p.key}" must be a text. Put it in quotes.`,
  }),
  'text-empty': (p: { key: string }): Sentence => ({
    da: `Teksten "${p.key}" er tom. Skriv den.`,
    en: `The text "${p.key}" is empty. Write it.`,
  }),
  'template-syntax': (p: { snippet: string }): Sentence => ({
    da: `Pladsholderen kan ikke læses ved "${p.snippet}". Skriv {{ felt }}, og slut hver {% if %} med {% endif %}.`,
    en: `The placeholder cannot be read at "${p.snippet}". Write {{ field }}, and end each {% if %} with {% endif %}.`,
  }),
  'template-too-long': (p: { limit: number }): Sentence => ({
    da: `Teksten er for lang. Hold den under ${p.limit} tegn.`,
    en: `The text is too long. Keep it under ${p.limit} characters.`,
  }),
  'unknown-tag': (p: { tag: string; known: readonly string[] }): Sentence => ({
    da: `{% ${p.tag} %} kan ikke bruges. Kun ${listing(p.known).da} er tilladt.`,
    en: `{% ${p.tag} %} cannot be used. Only ${listing(p.known).en} are allowed.`,
  }),
  'unknown-filter': (p: {
    filter: string;
    nearest: string | undefined;
    known: readonly string[];
  }): Sentence => ({
    da: `Filteret "${p.filter}" kendes ikke.${guess(p.nearest).da} Der findes ${listing(p.known).da}.`,
    en: `The filter "${p.filter}" is not known.${guess(p.nearest).en} There are ${listing(p.known).en}.`,
  }),
  'single-braces': (p: { name: string }): Sentence => ({
    da: `{${p.name}} bliver stående, som det er. Skriv {{ ${p.name} }} med dobbelte parenteser.`,
    en: `{${p.name}} stays as it is. Write {{ ${p.name} }} with double braces.`,
  }),
  'unknown-field': (p: {
    field: string;
    nearest: string | undefined;
    known: readonly string[];
  }): Sentence => ({
    da: `Feltet "${p.field}" findes ikke.${guess(p.nearest).da} Der findes ${listing(p.known).da}.`,
    en: `There is no field "${p.field}".${guess(p.nearest).en} There are ${listing(p.known).en}.`,
  }),
  'field-without-time': (p: { field: string; anchor: string }): Sentence => ({
    da: `"${p.field}" findes ikke, for "${p.anchor}" er en dato uden klokkeslæt. Brug ${p.anchor}_dato, eller skriv time: true ved datoen i flow.yaml.`,
    en: `There is no "${p.field}", since "${p.anchor}" is a date without a time. Use ${p.anchor}_dato, or write time: true at the date in flow.yaml.`,
  }),
  'confidential-in-sms': (p: { field: string }): Sentence => ({
    da: `"${p.field}" er fortroligt og må ikke stå i en sms, for enhver kan læse med på telefonen. Flyt det til en side bag pin eller mitid.`,
    en: `"${p.field}" is confidential and may not stand in an SMS, since anyone may read the phone. Move it to a page behind pin or mitid.`,
  }),
  'confidential-outside-page': (p: { field: string }): Sentence => ({
    da: `"${p.field}" er fortroligt og kan kun stå på en side bag pin eller mitid. Skriv teksten uden det.`,
    en: `"${p.field}" is confidential and can stand only on a page behind pin or mitid. Write the text without it.`,
  }),
  'confidential-on-open-page': (p: { field: string; step: string }): Sentence => ({
    da: `"${p.field}" er fortroligt, men trinnet "${p.step}" viser dette med access: link, så enhver med telefonen kan se det. Brug access: pin eller mitid, eller fjern feltet.`,
    en: `"${p.field}" is confidential, but the step "${p.step}" shows this with access: link, so anyone with the phone can see it. Use access: pin or mitid, or remove the field.`,
  }),
  'field-may-be-missing': (p: { field: string }): Sentence => ({
    da: `"${p.field}" kan mangle, og så kan siden ikke vises. Skriv {% if ${p.field} %} … {% endif %} omkring det, eller {{ ${p.field} | default: "noget andet" }}.`,
    en: `"${p.field}" may be missing, and then the page cannot be shown. Write {% if ${p.field} %} … {% endif %} around it, or {{ ${p.field} | default: "something else" }}.`,
  }),
  'link-not-here': (p: { key: string }): Sentence => ({
    da: `"${p.key}" kan ikke have {{ link }}: kun en invite, eller en say med page, har et link. Fjern det.`,
    en: `"${p.key}" cannot carry {{ link }}: only an invite, or a say with a page, has a link. Remove it.`,
  }),
  'link-missing': (p: { key: string }): Sentence => ({
    da: `"${p.key}" fører til en side, men har ikke {{ link }} i alle udgaver. Tilføj {{ link }}.`,
    en: `"${p.key}" leads to a page but does not always carry {{ link }}. Add {{ link }}.`,
  }),
  'link-and-reply': (p: { key: string }): Sentence => ({
    da: `"${p.key}" har både link og beder om svar. En sms med link kan ikke besvares. Del det i to beskeder.`,
    en: `"${p.key}" carries a link and asks for a reply. An SMS with a link cannot be answered. Make it two messages.`,
  }),
  'literal-address': (p: { address: string }): Sentence => ({
    da: `"${p.address}" er en webadresse, og teleselskaberne stopper sms med links fra almindelige numre. Brug en say med page og {{ link }}.`,
    en: `"${p.address}" is a web address, and operators stop SMS with links from ordinary numbers. Use a say with a page and {{ link }}.`,
  }),
  'no-reply-hint-missing': (p: { key: string; words: string }): Sentence => ({
    da: `"${p.key}" sendes fra et navn, som ingen kan svare. Skriv "${p.words}" i teksten.`,
    en: `"${p.key}" is sent from a name that nobody can answer. Write "${p.words}" in the text.`,
  }),
  'phone-missing': (p: { key: string }): Sentence => ({
    da: `"${p.key}" kan ikke besvares, så den skal sige, hvor man kan ringe. Tilføj {{ telefon }}.`,
    en: `"${p.key}" cannot be answered, so it must say where to call. Add {{ telefon }}.`,
  }),
  'telling-word': (p: { word: string }): Sentence => ({
    da: `"${p.word}" røber noget om den, det handler om, og må ikke stå i en sms. Skriv det neutralt, eller flyt det til en side.`,
    en: `"${p.word}" tells something about the person it is about and may not stand in an SMS. Word it neutrally, or move it to a page.`,
  }),
  'names-unit': (p: { word: string; name: string }): Sentence => ({
    da: `"${p.word}" er navnet på en enhed (${p.name}) og må ikke stå i en sms. Skriv det neutralt, eller flyt det til en side.`,
    en: `"${p.word}" names a unit (${p.name}) and may not stand in an SMS. Word it neutrally, or move it to a page.`,
  }),
  'names-address': (p: { word: string; name: string }): Sentence => ({
    da: `"${p.word}" er en adresse, der røber en enhed (${p.name}), og må ikke stå i en sms. Flyt den til en side.`,
    en: `"${p.word}" is an address that gives a unit away (${p.name}) and may not stand in an SMS. Move it to a page.`,
  }),
  'names-event': (p: { word: string; name: string }): Sentence => ({
    da: `"${p.word}" er titlen på et arrangement (${p.name}) og må ikke stå i en sms. Skriv det neutralt, eller flyt det til en side.`,
    en: `"${p.word}" is the title of an event (${p.name}) and may not stand in an SMS. Word it neutrally, or move it to a page.`,
  }),
  'too-many-segments': (p: { key: string; segments: number; limit: number; over: number }): Sentence => ({
    da: `"${p.key}" kan fylde ${p.segments} sms'er, når felterne er længst; grænsen er ${p.limit}. Forkort med mindst ${p.over} tegn.`,
    en: `"${p.key}" can take ${p.segments} SMS when its fields are longest; the limit is ${p.limit}. Shorten it by at least ${p.over} characters.`,
  }),
  'outside-sms-alphabet': (p: {
    character: string;
    code: string;
    instead: string | undefined;
  }): Sentence => ({
    da: `Tegnet ${p.character} (${p.code}) findes ikke i sms-alfabetet og gør sms'en dobbelt så dyr. ${
      p.instead === undefined ? 'Skriv noget andet.' : `Skriv ${p.instead} i stedet.`
    }`,
    en: `The character ${p.character} (${p.code}) is not in the SMS alphabet and doubles the price of the SMS. ${
      p.instead === undefined ? 'Write something else.' : `Write ${p.instead} instead.`
    }`,
  }),
  'too-many-variants': (p: { limit: number }): Sentence => ({
    da: `Teksten har så mange {% if %}, at den kan blive til over ${p.limit} forskellige sms'er. Del den i flere tekster.`,
    en: `The text has so many {% if %} that it can become more than ${p.limit} different SMS. Split it into several texts.`,
  }),
};
