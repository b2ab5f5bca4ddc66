// stories.yaml: examples beside a flow, as their authors write them.
import { type Document, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Problem } from '../flow/problem.ts';
import { isoWithOffset } from '../time/format.ts';
import type { KnownRelative } from './known.ts';
import { parseScriptLine, readInstant, type ScriptLine, type Sentences } from './script.ts';

/** One example: who, when it starts (UTC ms), what people do, and everything that leaves or ends, as `2027-03-01T09:00 sms invitation`. */
export type Story = {
  name: string;
  line: number;
  start: number;
  anchors: Record<string, string>;
  relative: Partial<KnownRelative>;
  /** What the arrangements are like, and where the relative stands with them as it begins, by anchor. */
  events: Record<string, StoryEvent>;
  script: ScriptLine[];
  expect: string[];
};

/** Of one arrangement: how many days before one is reminded, the hours in which a no comes late, the seat at the beginning, whether the relative is noted as having come. */
export type StoryEvent = {
  remind?: number[];
  lock?: number;
  seat?: 'ja' | 'venteliste';
  came?: 'ja' | 'nej';
};

export type ParsedStories = { ok: true; stories: Story[] } | { ok: false; problems: Problem[] };

const relative = z.strictObject({
  tiltale: z.string().exactOptional(),
  language: z.string().exactOptional(),
  relation: z.string().exactOptional(),
  area: z.string().exactOptional(),
  ageBand: z.string().exactOptional(),
  channel: z.enum(['sms', 'ring', 'brev']).exactOptional(),
  sharedPhone: z.boolean().exactOptional(),
});

const event = z.strictObject({
  remind: z.array(z.int().min(0).max(60)).max(5).exactOptional(),
  lock: z.int().min(0).max(1000).exactOptional(),
  seat: z.enum(['ja', 'venteliste']).exactOptional(),
  came: z.enum(['ja', 'nej']).exactOptional(),
});

const story = z.strictObject({
  story: z.string().min(1),
  start: z.string().transform(read((text) => toResult(readInstant(text), ({ at }) => at))),
  anchors: z.record(z.string(), z.string()).default({}),
  relative: relative.default({}),
  events: z.record(z.string(), event).default({}),
  do: z
    .array(
      z.string().transform(
        read((text) => {
          const parsed = parseScriptLine(text);
          return parsed.ok ? { value: parsed.line } : parsed;
        }),
      ),
    )
    .default([]),
  expect: z.array(z.string().transform(read(readExpected))),
});

type Result<T> = { value: T } | Sentences;

function toResult<A extends object, T>(given: A | Sentences, pick: (given: A) => T): Result<T> {
  return 'da' in given ? given : { value: pick(given) };
}

/** A reader of one line as a transformation: its sentences become an issue's params. */
function read<T>(reader: (text: string) => Result<T>) {
  return (text: string, context: z.RefinementCtx): T => {
    const result = reader(text);
    if ('value' in result) return result.value;
    context.addIssue({ code: 'custom', message: result.en, params: { da: result.da, en: result.en } });
    return z.NEVER;
  };
}

const EXPECTED = /^(\S+)\s+(?:(sms|call|letter)\s+(\S+)|(alert)\s+(advisor|coordinator)|(end)\s+(\S.*?))\s*$/;

function readExpected(text: string): Result<string> {
  const [, time = '', ...words] = EXPECTED.exec(text.trim()) ?? [];
  if (!time)
    return {
      da: `"${text}" er ikke noget, der kan ventes. Skriv fx "2027-03-01T09:00 sms invitation", "… alert advisor" eller "… end gennemført" (sms, call, letter, alert, end).`,
      en: `"${text}" is nothing to expect. Write "2027-03-01T09:00 sms invitation", "… alert advisor" or "… end gennemført" (sms, call, letter, alert, end).`,
    };
  const said = words.filter((word) => word !== undefined).join(' ');
  return toResult(readInstant(time), ({ at }) => `${wallText(at)} ${said}`);
}

/** The wall clock of an instant as stories write it: 2027-03-01T09:00. */
export const wallText = (at: number): string => isoWithOffset(at).slice(0, 16);

/** Reads a stories.yaml; what is wrong are problems with their places, never thrown. */
export function parseStories(text: string, file: string): ParsedStories {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: 'core',
    stringKeys: true,
    prettyErrors: false,
  });
  const [error] = document.errors;
  if (error) return { ok: false, problems: [unreadable(file, lines, error.pos[0])] };
  const value = plainValue(document);
  if (value === undefined) return { ok: false, problems: [unreadable(file, lines, 0)] };
  const parsed = z.array(story).safeParse(value);
  if (!parsed.success)
    return {
      ok: false,
      problems: parsed.error.issues.map((issue) => problemOf(issue, file, document, lines)),
    };
  return {
    ok: true,
    stories: parsed.data.map(({ story: name, do: script, ...rest }, index) => ({
      ...rest,
      name,
      script,
      line: lineOf(document, lines, [index]).line,
    })),
  };
}

/** The plain value; undefined when its aliases lead nowhere or unfold without measure. */
function plainValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 }) ?? [];
  } catch {
    return undefined;
  }
}

function unreadable(file: string, lines: LineCounter, offset: number): Problem {
  const { line, col: column } = lines.linePos(offset);
  const da = 'Her kan filen ikke læses. Se efter indrykning, kolon og anførselstegn.';
  const en = 'The file cannot be read here. Look at indentation, colons and quotes.';
  return { file, line, column, code: 'not-yaml', da, en };
}

/** The place of the nearest thing on a path that stands in the file. */
function lineOf(
  document: Document,
  lines: LineCounter,
  path: readonly PropertyKey[],
): { line: number; column: number } {
  const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
  if (!node?.range && path.length > 0) return lineOf(document, lines, path.slice(0, -1));
  const { line, col } = lines.linePos(node?.range?.[0] ?? 0);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function problemOf(issue: z.core.$ZodIssue, file: string, document: Document, lines: LineCounter): Problem {
  return { file, ...lineOf(document, lines, issue.path), code: 'story', ...sentencesOf(issue) };
}

function sentencesOf(issue: z.core.$ZodIssue): Sentences {
  const name = String(issue.path.at(-1) ?? '');
  if (issue.code === 'custom' && issue.params)
    return { da: String(issue.params.da), en: String(issue.params.en) };
  if (issue.code === 'unrecognized_keys')
    return {
      da: `"${issue.keys.join('", "')}" kendes ikke her. En historie har story, start, anchors, relative, events, do og expect.`,
      en: `"${issue.keys.join('", "')}" is unknown here. A story has story, start, anchors, relative, events, do and expect.`,
    };
  return {
    da: `"${name}" mangler eller er ikke skrevet, som det skal være. Sæt anførselstegn om tekst med kolon.`,
    en: `"${name}" is missing or not of the right kind. Put quotes around text with a colon.`,
  };
}
