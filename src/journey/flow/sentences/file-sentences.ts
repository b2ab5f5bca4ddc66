// What can be wrong with a file before anybody looks at what it says.
import type { Sentence } from './sentence.ts';

/** Sentences about files and YAML. */
export const FILE_SENTENCES = {
  'no-flow-file': (): Sentence => ({
    da: 'Mappen mangler filen flow.yaml. Læg den i forløbets mappe.',
    en: 'The folder has no file flow.yaml. Put one into the folder of the flow.',
  }),
  'file-empty': (): Sentence => ({
    da: 'Filen er tom. Skriv indholdet, eller fjern filen.',
    en: 'The file is empty. Write its content, or remove the file.',
  }),
  'file-too-large': (p: { limit: number }): Sentence => ({
    da: `Filen er for stor. Hold den under ${p.limit} tegn.`,
    en: `The file is too large. Keep it under ${p.limit} characters.`,
  }),
  'not-utf8': (): Sentence => ({
    da: 'Filen er ikke gemt som UTF-8, så æ, ø og å er gået tabt. Gem den igen med kodningen UTF-8.',
    en: 'The file is not saved as UTF-8, so letters such as æ, ø and å are lost. Save it again as UTF-8.',
  }),
  'not-text': (): Sentence => ({
    da: 'Filen indeholder tegn, der ikke er tekst. Gem den som ren tekst (UTF-8).',
    en: 'The file holds characters that are not text. Save it as plain text (UTF-8).',
  }),
  'not-yaml': (): Sentence => ({
    da: 'Filen kan ikke læses her. Se efter et manglende kolon, en manglende parentes eller skæve indryk.',
    en: 'The file cannot be read here. Look for a missing colon, a missing bracket or uneven indentation.',
  }),
  'yaml-tab': (): Sentence => ({
    da: 'Linjen er rykket ind med tabulator. Brug mellemrum i stedet.',
    en: 'The line is indented with a tab. Use spaces instead.',
  }),
  'yaml-indent': (): Sentence => ({
    da: 'Linjen er rykket skævt ind. Giv linjer, der hører sammen, samme antal mellemrum foran.',
    en: 'The line is indented unevenly. Give lines that belong together the same number of spaces.',
  }),
  'yaml-duplicate-key': (p: { key: string }): Sentence => ({
    da: `"${p.key}" står her to gange. Behold den ene.`,
    en: `"${p.key}" stands here twice. Keep one of them.`,
  }),
  'yaml-quote': (): Sentence => ({
    da: 'Der mangler et anførselstegn eller en parentes til at slutte med. Sæt det, hvor teksten slutter.',
    en: 'A closing quote or bracket is missing. Put it where the text ends.',
  }),
  'yaml-comma': (): Sentence => ({
    da: 'Der mangler et komma mellem to ting i { } eller [ ]. Sæt det.',
    en: 'A comma is missing between two things in { } or [ ]. Put it in.',
  }),
  'yaml-colon': (): Sentence => ({
    da: 'Teksten indeholder et kolon og læses derfor forkert. Sæt hele teksten i anførselstegn.',
    en: 'The text holds a colon and is therefore misread. Put the whole text in quotes.',
  }),
  'yaml-start': (): Sentence => ({
    da: 'Teksten begynder med et tegn, som YAML bruger til noget andet. Sæt hele teksten i anførselstegn.',
    en: 'The text begins with a character that YAML uses for something else. Put the whole text in quotes.',
  }),
  'yaml-alias': (): Sentence => ({
    da: 'Henvisningen med * kan ikke følges. Skriv teksten i anførselstegn, hvis stjernen hører til den.',
    en: 'The reference with * cannot be followed. Put the text in quotes if the asterisk belongs to it.',
  }),
  'yaml-tag': (): Sentence => ({
    da: 'Ord med ! foran kan ikke bruges her. Skriv teksten i anførselstegn.',
    en: 'Words with ! in front cannot be used here. Put the text in quotes.',
  }),
  'yaml-directive': (): Sentence => ({
    da: 'Linjer med % forrest kan ikke bruges her. Fjern linjen.',
    en: 'Lines that begin with % cannot be used here. Remove the line.',
  }),
  'yaml-documents': (): Sentence => ({
    da: 'Filen er delt i flere med "---". Behold kun én del.',
    en: 'The file is split with "---". Keep one part only.',
  }),
  'yaml-deep': (): Sentence => ({
    da: 'Filen har for mange lag inden i hinanden. Gør den fladere.',
    en: 'The file has too many layers inside each other. Make it flatter.',
  }),
  'not-a-map': (): Sentence => ({
    da: 'Filen skal bestå af linjer som "navn: værdi".',
    en: 'The file must consist of lines such as "name: value".',
  }),
};
