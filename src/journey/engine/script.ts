// What people do in a simulation, one line a deed: "2027-03-05T10:00 reply JA".
import { isAnchorValue, parseWallClock } from '../time/format.ts';

/** What a relative or the staff does. */
export type Deed =
  | { do: 'reply'; text: string }
  | { do: 'open'; page: string }
  | { do: 'accept'; attend?: string }
  | { do: 'decline' }
  | { do: 'answer'; answer: 'ja' | 'nej' }
  /** Fills in the questionnaire, by the ids of its questions. */
  | { do: 'fill'; answers: Record<string, string> }
  | { do: 'move'; anchor: string; value: string }
  | { do: 'cancel'; anchor: string }
  /** The arrangement is full, has a free seat again, takes no more sign-ups, or staff sign the relative off. */
  | { do: 'full' | 'seat' | 'closed' | 'signoff'; anchor: string }
  | { do: 'pause' }
  | { do: 'dead' }
  | { do: 'resume' }
  | { do: 'skip' }
  | { do: 'end'; reason: string }
  | { do: 'fail' };

/** A deed and its instant, UTC ms. */
export type ScriptLine = { at: number; deed: Deed };

/** What is wrong with a line, in words for the person who wrote it. */
export type Sentences = { da: string; en: string };

export type ParsedScriptLine = { ok: true; line: ScriptLine } | ({ ok: false } & Sentences);

type Verb = { form: string; read: (rest: string) => Deed | undefined };

const alone = (deed: Deed): Verb => ({ form: deed.do, read: (rest) => (rest === '' ? deed : undefined) });

const ofAnchor = (verb: 'cancel' | 'full' | 'seat' | 'closed' | 'signoff', example: string): Verb => ({
  form: `${verb} ${example}`,
  read: (anchor) => (/^\S+$/.test(anchor) ? { do: verb, anchor } : undefined),
});

const VERBS: Readonly<Record<Deed['do'], Verb>> = {
  reply: { form: 'reply JA', read: (text) => (text === '' ? undefined : { do: 'reply', text }) },
  open: { form: 'open velkommen', read: (page) => (/^\S+$/.test(page) ? { do: 'open', page } : undefined) },
  accept: {
    form: 'accept',
    read: (attend) =>
      attend === '' ? { do: 'accept' } : /^\S+$/.test(attend) ? { do: 'accept', attend } : undefined,
  },
  decline: alone({ do: 'decline' }),
  answer: {
    form: 'answer ja',
    read: (answer) => (answer === 'ja' || answer === 'nej' ? { do: 'answer', answer } : undefined),
  },
  fill: { form: 'fill udbytte=4 igen=ja', read: readFill },
  move: { form: 'move indflytning 2027-04-08', read: readMove },
  cancel: ofAnchor('cancel', 'aftale'),
  full: ofAnchor('full', 'temadag'),
  seat: ofAnchor('seat', 'temadag'),
  closed: ofAnchor('closed', 'temadag'),
  signoff: ofAnchor('signoff', 'temadag'),
  pause: alone({ do: 'pause' }),
  dead: alone({ do: 'dead' }),
  resume: alone({ do: 'resume' }),
  skip: alone({ do: 'skip' }),
  end: { form: 'end fraflyttet', read: (reason) => (reason === '' ? undefined : { do: 'end', reason }) },
  fail: alone({ do: 'fail' }),
};

/** What stands without a name belongs to the answer before it. */
function readFill(rest: string): Deed | undefined {
  const answers: Record<string, string> = {};
  let last: string | undefined;
  for (const piece of rest.split(/\s+/).filter((one) => one !== '')) {
    const [, id, value = ''] = /^([\p{Ll}\p{N}-]+)=(.*)$/su.exec(piece) ?? [];
    if (id !== undefined) [last, answers[id]] = [id, value];
    else if (last === undefined) return undefined;
    else answers[last] += ` ${piece}`;
  }
  return { do: 'fill', answers };
}

function readMove(rest: string): Deed | undefined {
  const [anchor = '', value = '', ...more] = rest.split(/\s+/);
  return more.length === 0 && isAnchorValue(value) ? { do: 'move', anchor, value } : undefined;
}

/** Reads a wall clock, or an instant with its offset, or says what is wrong with it. */
export function readInstant(text: string): { at: number } | Sentences {
  const read = parseWallClock(text);
  if ('at' in read) return read;
  if (read.problem === 'nonexistent')
    return {
      da: `${text} findes ikke: uret stilles frem den nat. Vælg et andet klokkeslæt.`,
      en: `${text} does not exist: the clocks go forward that night. Choose another time.`,
    };
  if (read.problem === 'ambiguous')
    return {
      da: `${text} kommer to gange: uret stilles tilbage den nat. Skriv +02:00 (først) eller +01:00 bagefter.`,
      en: `${text} comes twice: the clocks go back that night. Add +02:00 (first) or +01:00.`,
    };
  return {
    da: `"${text}" er ikke et tidspunkt. Skriv det som 2027-03-05T10:00.`,
    en: `"${text}" is not a point in time. Write it as 2027-03-05T10:00.`,
  };
}

/** Reads one line of a script: an instant on the Copenhagen wall clock, a verb and what belongs to it. */
export function parseScriptLine(text: string): ParsedScriptLine {
  const [, time = '', verb = '', rest = ''] = /^\s*(\S*)\s*(\S*)\s*(.*?)\s*$/s.exec(text) ?? [];
  const instant = readInstant(time);
  if (!('at' in instant)) return { ok: false, ...instant };
  if (!isVerb(verb)) return { ok: false, ...unknownVerb(verb) };
  const deed = VERBS[verb].read(rest);
  return deed ? { ok: true, line: { at: instant.at, deed } } : { ok: false, ...badForm(verb) };
}

const isVerb = (verb: string): verb is Deed['do'] => Object.hasOwn(VERBS, verb);

function unknownVerb(verb: string): Sentences {
  const known = Object.keys(VERBS).join(', ');
  return {
    da: `"${verb}" er ikke noget, man kan gøre. Brug et af ordene ${known}.`,
    en: `"${verb}" is not something one can do. Use one of ${known}.`,
  };
}

const badForm = (verb: Deed['do']): Sentences => ({
  da: `"${verb}" skrives sådan: "${VERBS[verb].form}".`,
  en: `"${verb}" is written like this: "${VERBS[verb].form}".`,
});
