// The texts and pages of a flow folder, in the languages the flow lists.
import { readTemplate } from '../text/read-template.ts';
import type { DraftPage, DraftText, TextFile } from './draft.ts';
import { keyPlace, valuePlace } from './locate.ts';
import type { Problem } from './problem.ts';
import { readYaml, type Yaml } from './read-yaml.ts';
import type { Reference } from './references.ts';
import { problemAt } from './sentences.ts';
import { normalizeSource, sourceProblem } from './source.ts';

/** Path inside the flow folder → content. */
export type FlowFiles = Readonly<Record<string, string>>;

/** Reads texts.<language>.yaml for each language that has one. */
export function readTextFiles(files: FlowFiles, languages: readonly string[]) {
  const read: { files: TextFile[]; problems: Problem[] } = { files: [], problems: [] };
  for (const language of new Set(languages)) {
    const file = `texts.${language}.yaml`;
    const content = Object.hasOwn(files, file) ? files[file] : undefined;
    if (content === undefined) continue;
    const { yaml, problems } = readYaml(file, content);
    read.problems.push(...problems);
    if (!yaml) continue;
    const entries = Object.entries(yaml.value);
    read.problems.push(...entries.flatMap(([key, value]) => entryProblem(yaml, key, value)));
    const texts = Object.fromEntries(entries.filter(isText));
    read.files.push({ language, yaml, texts });
  }
  return read;
}

function isText(entry: [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string' && entry[1].trim() !== '';
}

function entryProblem(yaml: Yaml, key: string, value: unknown): Problem[] {
  if (isText([key, value])) return [];
  const isEmpty = value === null || typeof value === 'string';
  if (isEmpty) return [problemAt(keyPlace(yaml, [key]), 'text-empty', { key })];
  return [problemAt(valuePlace(yaml, [key]), 'text-not-text', { key })];
}

/** The texts as the checks look at them. */
export function draftTexts(files: readonly TextFile[], references: readonly Reference[]): DraftText[] {
  const named = references.filter((reference) => reference.kind === 'text');
  return files.flatMap(({ language, yaml, texts }) =>
    Object.entries(texts).map(([key, template]) => ({
      language,
      key,
      yaml,
      read: readTemplate(template),
      namedBy: named.filter((reference) => reference.key === key),
    })),
  );
}

/** The pages that are shown, in each language that has them; an unreadable one is a problem. */
export function readPages(files: FlowFiles, languages: readonly string[], references: readonly Reference[]) {
  const read: { pages: DraftPage[]; problems: Problem[] } = { pages: [], problems: [] };
  const shown = references.filter((reference) => reference.kind === 'page');
  for (const page of new Set(shown.map((reference) => reference.page))) {
    const shownBy = shown.filter((reference) => reference.page === page);
    for (const language of new Set(languages)) {
      const file = `pages/${page}.${language}.md`;
      const content = Object.hasOwn(files, file) ? files[file] : undefined;
      if (content === undefined) continue;
      const text = normalizeSource(content);
      const problem = sourceProblem(file, text);
      if (problem) read.problems.push(problem);
      else read.pages.push({ language, page, file, read: readTemplate(text), shownBy });
    }
  }
  return read;
}
