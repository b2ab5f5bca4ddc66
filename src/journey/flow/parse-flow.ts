// From the files of a flow folder to a flow the engine may run, or to everything that is wrong with them.
import { longestFields } from '../text/fields.ts';
import { type CheckAgainst, TELLING_WORDS } from './against.ts';
import { CHECKS } from './check/checks.ts';
import { compileFlow } from './compile-flow.ts';
import type { Draft } from './draft.ts';
import type { Flow } from './flow.ts';
import type { Problem } from './problem.ts';
import { type ReadSteps, readSteps } from './read-steps.ts';
import { draftTexts, type FlowFiles, readPages, readTextFiles } from './read-texts.ts';
import { readYaml, type Yaml } from './read-yaml.ts';
import { referencesOf } from './references.ts';
import { problemAt } from './sentences.ts';
import { HEAD_SHAPE, type WrittenHead } from './shape.ts';
import { shapeProblems } from './shape-problems.ts';
import { fileStart } from './source.ts';

export { type CheckAgainst, TELLING_WORDS } from './against.ts';
export type { FlowFiles } from './read-texts.ts';

/** A flow that passes every check, or all its problems in the order of the files. */
export type ParsedFlow = { ok: true; flow: Flow } | { ok: false; problems: Problem[] };

const FLOW_FILE = 'flow.yaml';
const NOTHING_NAMED: CheckAgainst = {
  units: [],
  addresses: [],
  eventTitles: [],
  tellingWords: TELLING_WORDS,
};

/**
 * Parses and checks a flow folder. Never throws on what the files say. Text in SMS is held against the organisation's
 * names; without them only against the default telling words.
 */
export function parseFlow(files: FlowFiles, against: CheckAgainst = NOTHING_NAMED): ParsedFlow {
  const content = Object.hasOwn(files, FLOW_FILE) ? files[FLOW_FILE] : undefined;
  if (content === undefined) return failed([problemAt(fileStart(FLOW_FILE), 'no-flow-file')]);
  const { yaml, problems } = readYaml(FLOW_FILE, content);
  if (!yaml) return failed([...problems, ...textFileProblems(files)]);
  const head = HEAD_SHAPE.safeParse(yaml.value);
  const steps = readSteps(yaml, Array.isArray(yaml.value.steps) ? yaml.value.steps : []);
  if (!head.success) {
    const ofHead = shapeProblems(yaml, [], yaml.value, head.error);
    const hasSteps = Array.isArray(yaml.value.steps);
    return failed([...ofHead, ...(hasSteps ? steps.problems : []), ...textFileProblems(files)]);
  }
  return parseRest(files, against, yaml, head.data, steps);
}

function parseRest(
  files: FlowFiles,
  against: CheckAgainst,
  yaml: Yaml,
  head: WrittenHead,
  { steps, broken, problems }: ReadSteps,
): ParsedFlow {
  const { languages } = head;
  const references = referencesOf(steps, head.anchors);
  const read = readTextFiles(files, languages);
  const texts = draftTexts(read.files, references);
  const { pages, problems: ofPages } = readPages(files, languages, references);
  const flow = compileFlow(
    head,
    steps.map(({ step }) => step),
    texts,
    pages,
  );
  const longest = languages.map((language) => [language, longestFields(language, flow.anchors)]);
  const draft: Draft = {
    flow,
    yaml,
    fileNames: Object.keys(files),
    steps,
    broken,
    references,
    textFiles: read.files,
    texts,
    pages,
    longest: Object.fromEntries(longest),
    against,
  };
  const checked = CHECKS.flatMap((check) => check(draft));
  const all = [...problems, ...read.problems, ...ofPages, ...checked];
  return all.length === 0 ? { ok: true, flow } : failed(all);
}

/** What can be said of the texts while the flow itself is not readable: whether their files are. */
function textFileProblems(files: FlowFiles): Problem[] {
  const languages = Object.keys(files).flatMap((name) => /^texts\.([^/]+)\.yaml$/.exec(name)?.[1] ?? []);
  return readTextFiles(files, languages).problems;
}

function failed(problems: readonly Problem[]): ParsedFlow {
  const byPlace = new Map(problems.map((p) => [`${p.file}:${p.line}:${p.column}:${p.code}:${p.da}`, p]));
  const sorted = [...byPlace.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code),
  );
  return { ok: false, problems: sorted };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
