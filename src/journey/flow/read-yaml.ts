// YAML with the place of everything in it: no tags, no merge keys, few aliases, no second meaning.
import {
  type Document,
  type ErrorCode,
  LineCounter,
  parseDocument,
  type Range,
  visit,
  type YAMLError,
} from 'yaml';
import type { Problem } from './problem.ts';
import { type Place, type ProblemCode, problemAt } from './sentences.ts';
import { fileStart, normalizeSource, sourceProblem } from './source.ts';

/** A YAML file that could be read: its value, and what is needed to find places in it. */
export type Yaml = {
  file: string;
  text: string;
  value: Record<string, unknown>;
  document: Document;
  lines: LineCounter;
};

const ALIAS_LIMIT = 20;

/** Reads a YAML map; what is wrong with it are problems and never thrown. */
export function readYaml(file: string, content: string): { yaml?: Yaml; problems: Problem[] } {
  const text = normalizeSource(content);
  const unreadable = sourceProblem(file, text);
  if (unreadable) return { problems: [unreadable] };
  const lines = new LineCounter();
  const document = parse(text, lines);
  const problems = problemsOf(file, text, document, lines);
  if (problems.length > 0) return { problems };
  const value = plainValue(document);
  if (value === undefined) return { problems: [problemAt(firstAlias(file, document, lines), 'yaml-alias')] };
  if (value === null) return { problems: [problemAt(fileStart(file), 'file-empty')] };
  if (typeof value !== 'object' || Array.isArray(value)) {
    return {
      problems: [problemAt(offsetPlace(file, lines, document.contents?.range?.[0] ?? 0), 'not-a-map')],
    };
  }
  return { yaml: { file, text, value: value as Record<string, unknown>, document, lines }, problems };
}

/** The line and column of an offset that the line counter has passed. */
export function offsetPlace(file: string, lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return line === 0 ? fileStart(file) : { file, line, column: col };
}

function parse(text: string, lineCounter: LineCounter): Document {
  return parseDocument(text, {
    lineCounter,
    version: '1.2',
    schema: 'core',
    strict: true,
    stringKeys: true,
    uniqueKeys: true,
    merge: false,
    resolveKnownTags: false,
    prettyErrors: false,
    logLevel: 'error',
  });
}

/**
 * Repeated keys are each their own mistake; of the others only the first, since one slip makes the parser stumble on.
 * A "key" that runs on into the next line is a value, and that line is indented too far.
 */
function problemsOf(file: string, text: string, document: Document, lines: LineCounter): Problem[] {
  const errors: YAMLError[] = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  const repeated = errors.filter((error) => error.code === 'DUPLICATE_KEY');
  const first = errors.find((error) => error.code !== 'DUPLICATE_KEY');
  const runsOn = errors.some(
    ({ code, pos }) => code === 'MULTILINE_IMPLICIT_KEY' && pos[0] === first?.pos[0],
  );
  const problems = repeated.map((error) => {
    const key = /^["']?([^:"'\n]*)/.exec(text.slice(error.pos[0]))?.[1]?.trim() ?? '';
    return problemAt(offsetPlace(file, lines, error.pos[0]), 'yaml-duplicate-key', { key });
  });
  if (first?.code === 'BLOCK_AS_IMPLICIT_KEY' && runsOn) {
    const nextLine = text.indexOf('\n', first.pos[0]) + 1;
    problems.push(problemAt(offsetPlace(file, lines, nextLine), 'yaml-indent'));
  } else if (first)
    problems.push(problemAt(offsetPlace(file, lines, whereItBegan(document, first)), codeOf(first)));
  else if (document.directives?.yaml.explicit) problems.push(problemAt(fileStart(file), 'yaml-directive'));
  return problems;
}

type PlainCode = Exclude<Extract<ProblemCode, `yaml-${string}` | 'not-yaml'>, 'yaml-duplicate-key'>;

const CODES: Readonly<Partial<Record<ErrorCode, PlainCode>>> = {
  TAB_AS_INDENT: 'yaml-tab',
  BAD_INDENT: 'yaml-indent',
  BLOCK_AS_IMPLICIT_KEY: 'yaml-colon',
  BLOCK_IN_FLOW: 'yaml-comma',
  BAD_SCALAR_START: 'yaml-start',
  NON_STRING_KEY: 'yaml-start',
  BAD_ALIAS: 'yaml-alias',
  ALIAS_PROPS: 'yaml-alias',
  TAG_RESOLVE_FAILED: 'yaml-tag',
  BAD_DIRECTIVE: 'yaml-directive',
  MULTIPLE_DOCS: 'yaml-documents',
  RESOURCE_EXHAUSTION: 'yaml-deep',
};

/** Where the library has one code for several slips, its message tells them apart. */
const BY_MESSAGE: readonly (readonly [message: RegExp, code: PlainCode])[] = [
  [/quote$|end with a [\]}]/, 'yaml-quote'],
  [/^Missing , /, 'yaml-comma'],
  [/without - indicator/, 'yaml-indent'],
];

function codeOf({ code, message }: YAMLError): PlainCode {
  return BY_MESSAGE.find(([pattern]) => pattern.test(message))?.[1] ?? CODES[code] ?? 'not-yaml';
}

/** A quote or bracket that is never closed is noticed further down; the reader needs the place where it opens. */
function whereItBegan(document: Document, error: YAMLError): number {
  const noticed = error.pos[0];
  if (codeOf(error) !== 'yaml-quote') return noticed;
  let start = noticed;
  const widen = (range: Range | null | undefined): void => {
    if (range && range[0] < start && range[2] >= noticed) start = range[0];
  };
  visit(document, {
    Scalar: (_key, { type, range }) => (type?.startsWith('QUOTE') ? widen(range) : undefined),
    Collection: (_key, { flow, range }) => (flow ? widen(range) : undefined),
  });
  return start;
}

/** The plain value; undefined when an alias points nowhere, into itself, or is used to blow the file up. */
function plainValue(document: Document): unknown {
  try {
    const value: unknown = document.toJS({ maxAliasCount: ALIAS_LIMIT });
    JSON.stringify(value);
    return value;
  } catch {
    return undefined;
  }
}

function firstAlias(file: string, document: Document, lines: LineCounter): Place {
  let offset = 0;
  visit(document, {
    Alias: (_key, alias) => {
      offset = alias.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offsetPlace(file, lines, offset);
}
