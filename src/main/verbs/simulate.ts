import { Command } from 'commander';
import { checkAnchor } from '../../journey/engine/check-anchor.ts';
import type { Fact } from '../../journey/engine/facts.ts';
import { SAMPLE_ORGANISATION, SAMPLE_RELATIVE } from '../../journey/engine/sample-known.ts';
import {
  parseScriptLine,
  readInstant,
  type ScriptLine,
  type Sentences,
} from '../../journey/engine/script.ts';
import { EndlessFlow, type Line, simulate } from '../../journey/engine/simulate.ts';
import type { Flow } from '../../journey/flow/flow.ts';
import { LINK } from '../../journey/text/segments.ts';
import { formatDate, formatTime, isoWithOffset } from '../../journey/time/format.ts';
import { type Language, requireFlow } from './check.ts';
import { InputError } from './input-error.ts';
import { print, printJson } from './print.ts';

/** A link as long as a real one, to an address that is nobody's. */
const SAMPLE_LINK = `https://limen.example/i/${'x'.repeat(22)}`;
/** A number that reaches nobody. */
const SAMPLE_NUMBER = '+4520000001';

type Options = {
  start?: string;
  anchor: string[];
  do: string[];
  until?: string;
  relation: string;
  area: string;
  lang: string;
  channel: 'sms' | 'ring' | 'brev';
  language: Language;
  json?: boolean;
};

const collect = (value: string, all: string[]): string[] => [...all, value];

const refuse = (sentences: Sentences, language: Language): never => {
  throw new InputError(sentences[language]);
};

function readAt(text: string | undefined, language: Language): number | undefined {
  if (text === undefined) return undefined;
  const read = readInstant(text);
  return 'at' in read ? read.at : refuse(read, language);
}

function readAnchors(flow: Flow, texts: readonly string[], language: Language): Record<string, string> {
  const anchors: Record<string, string> = {};
  for (const text of texts) {
    const [name = '', value = ''] = text.split('=');
    const wrong = checkAnchor(flow, name, value);
    if (wrong) refuse(wrong, language);
    anchors[name] = value;
  }
  for (const [name, anchor] of Object.entries(flow.anchors)) {
    if (anchors[name]) continue;
    const example = anchor.time ? '2027-04-01T14:00' : '2027-04-01';
    refuse(
      {
        da: `${anchor.title} mangler. Skriv for eksempel --anchor ${name}=${example}`,
        en: `${name} is missing. Write for example --anchor ${name}=${example}`,
      },
      language,
    );
  }
  return anchors;
}

const readScript = (texts: readonly string[], language: Language): ScriptLine[] =>
  texts.map((text) => {
    const parsed = parseScriptLine(text);
    return parsed.ok ? parsed.line : refuse(parsed, language);
  });

/** One object a line: `at` with its offset, `kind`, and the fact's own fields; a message has `sender`, `to`, `text`, `segments`. */
function toObject({ at, fact }: Line, channel: string): Record<string, unknown> {
  const { kind, at: _decidedAt, ...rest } = fact;
  const fields: Record<string, unknown> = { ...rest };
  for (const name of ['dueAt', 'notAfter'])
    if (typeof fields[name] === 'number') fields[name] = isoWithOffset(fields[name]);
  if (fact.kind === 'messageComposed') {
    fields.text = fact.text.replace(LINK, SAMPLE_LINK);
    fields.to = channel === 'sms' ? SAMPLE_NUMBER : undefined;
  }
  return { at: isoWithOffset(at), kind, ...fields };
}

const WAYS = { sms: 'SMS', ring: 'Opkald', brev: 'Brev' };

function toText({ at, fact }: Line): string | undefined {
  const when = `${formatDate(at, 'da')} kl. ${formatTime(at, 'da')}`;
  if (fact.kind === 'messageComposed')
    return `${when}  ${WAYS[fact.channel]} (${fact.key}, ${fact.segments} del): ${fact.text.replace(LINK, SAMPLE_LINK)}`;
  const words: Partial<Record<Fact['kind'], () => string>> = {
    answerRecorded: () =>
      `Svar på ${'step' in fact ? fact.step : ''}: ${'answer' in fact ? fact.answer : ''}`,
    stepSkipped: () => `Sprunget over: ${'step' in fact ? fact.step : ''}`,
    alertRaised: () => `Besked til en medarbejder${'text' in fact && fact.text ? `: ${fact.text}` : ''}`,
    journeyEnded: () => `Slut: ${'reason' in fact ? fact.reason : ''}`,
  };
  const said = words[fact.kind]?.();
  return said && `${when}  ${said}`;
}

async function run(folder: string, options: Options): Promise<void> {
  const { language } = options;
  const flow = await requireFlow(folder, language);
  const relative = { ...SAMPLE_RELATIVE, relation: options.relation, area: options.area };
  const known = {
    relative: { ...relative, language: options.lang, channel: options.channel },
    organisation: { ...SAMPLE_ORGANISATION, linkLength: SAMPLE_LINK.length },
  };
  const until = readAt(options.until, language);
  const { lines } = simulate(flow, {
    start: readAt(options.start, language) ?? Date.now(),
    anchors: readAnchors(flow, options.anchor, language),
    known,
    script: readScript(options.do, language),
    ...(until === undefined ? {} : { until }),
  });
  for (const line of lines) {
    if (options.json) printJson(toObject(line, options.channel));
    else {
      const text = toText(line);
      if (text) print(text);
    }
  }
}

/** `limen simulate <flow>`: what the real engine does in virtual time. */
export const simulateVerb = (): Command =>
  new Command('simulate')
    .description('plays a flow in virtual time with the real engine')
    .argument('<flow>', 'the folder, like flows/velkomst')
    .option('--start <when>', 'when it starts, Copenhagen time or with an offset (default: now)')
    .option(
      '--anchor <name=date>',
      'a date of the flow, like indflytning=2027-04-01; repeat for more',
      collect,
      [],
    )
    .option(
      '--do <what>',
      '"2027-03-05T10:00 reply JA", also open, accept, decline, answer, move, cancel, full, seat, closed, signoff, pause, dead, resume, skip, end, fail',
      collect,
      [],
    )
    .option('--until <when>', 'stop here')
    .option('--relation <relation>', 'who the relative is', 'anden')
    .option('--area <area>', 'the area', 'andet')
    .option('--lang <language>', "the relative's language", 'da')
    .option('--channel <sms|ring|brev>', 'how the relative is reached', 'sms')
    .option('--language <da|en>', 'the language of problems', 'da')
    .option('--json', 'one fact a line as JSON')
    .action(async (folder: string, options: Options) => {
      try {
        await run(folder, options);
      } catch (error) {
        if (error instanceof EndlessFlow) throw new InputError(error.message);
        throw error;
      }
    });
