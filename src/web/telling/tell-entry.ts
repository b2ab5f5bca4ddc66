// One entry of a timeline in words, the same for the page, the spreadsheet and the document.
import type { Entry } from '../../services/timeline/timeline.ts';
import { fill } from '../words/fill.ts';
import type { Language, Words } from '../words/language.ts';
import { wordOf } from '../words/lookup.ts';
import { channelWords, statusWords, tellingWords } from '../words/message-words.ts';
import { reasonWords } from '../words/reasons-words.ts';
import { showMoment } from '../words/when.ts';
import { alertWords } from './alert-words.ts';
import { consentWords } from './consent-words.ts';
import { dateSentences, factSentence } from './fact-sentence.ts';
import { answerWords } from './facts-words.ts';
import { entryWords } from './log-words.ts';
import { lookWords } from './look-words.ts';
import { tellEvent } from './tell-event.ts';
import { stateWords, timelineWords as w } from './timeline-words.ts';

/** What is needed to tell it. */
export type Telling = {
  id: string;
  staffNames: ReadonlyMap<string, string>;
  now: number;
  language: Language;
};

/** An entry as people read it: what it was, lines about it, the words that were written, and where to look further. */
export type ToldEntry = { what: string; lines: string[]; text?: string; href?: string; why?: string };

type Say = (wording: Words, values?: Record<string, string | number | undefined>) => string;
type At = (instant: number) => string;
type Tools = { telling: Telling; say: Say; at: At; name: (id: string | null | undefined) => string };

const toolsOf = (telling: Telling): Tools => {
  const { language, staffNames } = telling;
  return {
    telling,
    say: (wording, values = {}) => fill(wording[language], values),
    at: (instant) => showMoment(instant, language),
    name: (id) => (id ? (staffNames.get(id) ?? w.house[language]) : w.house[language]),
  };
};

const some = (lines: readonly (string | false | 0 | null | undefined)[]): string[] =>
  lines.filter((line): line is string => typeof line === 'string' && line !== '');

type Of<K extends Entry['kind']> = Extract<Entry, { kind: K }>;

function tellMessage(
  { message: m }: Of<'message'>,
  { telling: { id, language }, say, at, name }: Tools,
): ToldEntry {
  const status = wordOf(statusWords, m.status, language);
  const reason =
    m.reason && Object.hasOwn(reasonWords, m.reason) ? ` ${wordOf(reasonWords, m.reason, language)}` : '';
  return {
    what: `${wordOf(channelWords, m.channel, language)}: ${status}${reason}`,
    lines: some([
      m.sentAt ? say(w.sentAt, { when: at(m.sentAt) }) : say(w.dueAt, { when: at(m.dueAt) }),
      m.deliveredAt && say(w.deliveredAt, { when: at(m.deliveredAt) }),
      m.createdBy && say(w.by, { name: name(m.createdBy) }),
    ]),
    text: m.text.replaceAll('{link}', tellingWords.thePage[language]),
    why: `/desk/paaroerende/${id}/hvorfor/${m.id}`,
  };
}

function tellReply({ reply: r }: Of<'reply'>, { telling: { language }, say, at, name }: Tools): ToldEntry {
  return {
    what: `${w.replied[language]}: ${wordOf(stateWords, r.status, language)}`,
    lines: some([
      r.settledAt && say(w.settled, { when: at(r.settledAt), name: name(r.settledBy) }),
      r.masked === 1 && w.masked[language],
    ]),
    text: r.text,
    href: `/desk/indbakke/${r.id}`,
  };
}

function tellPage({ page: p }: Of<'page'>, { telling: { language }, say, at, name }: Tools): ToldEntry {
  const from = p.fromStaff === 1 ? w.fromStaff : w.fromRelative;
  return {
    what: `${from[language]}: ${wordOf(stateWords, p.status, language)}`,
    lines: some([
      p.by && say(w.by, { name: name(p.by) }),
      p.readAt && say(w.readAt, { when: at(p.readAt) }),
      p.settledAt && say(w.settled, { when: at(p.settledAt), name: name(p.settledBy) }),
    ]),
    text: p.text,
  };
}

function tellTurn(entry: Of<'journey'>, { telling, say }: Tools): ToldEntry {
  const { flow, facts, journeyId } = entry;
  const { staffNames, now, language, id } = telling;
  const about = { flow, staffNames, now, language };
  const [input, ...outcomes] = facts;
  return {
    what: say(w.journey, { title: flow.title, what: (input && factSentence(input, about)) ?? '' }),
    lines: some([
      ...(input ? dateSentences(input, about) : []),
      ...outcomes.map((fact) => factSentence(fact, about)),
    ]),
    href: `/desk/paaroerende/${id}/forloeb/${journeyId}`,
  };
}

function tellAppointment(
  { appointment: a }: Of<'appointment'>,
  { telling, say, at, name }: Tools,
): ToldEntry {
  const { language } = telling;
  return {
    what: `${say(w.appointment, { minutes: a.minutes, place: a.place })}: ${wordOf(stateWords, a.state, language)}`,
    lines: some([
      say(w.with, { name: name(a.advisorId) }),
      a.answer &&
        a.answeredAt &&
        say(w.answered, { answer: wordOf(answerWords, a.answer, language), when: at(a.answeredAt) }),
      a.moves > 0 && say(w.moved, { n: a.moves }),
    ]),
    href: `/desk/aftaler/${a.id}`,
  };
}

function tellContact({ contact: c }: Of<'contact'>, { say, at, name }: Tools): ToldEntry {
  return {
    what: say(w.contact, { kind: c.kind, minutes: c.minutes, place: c.place }),
    lines: some([
      say(w.with, { name: name(c.advisorId) }),
      say(w.level, { level: c.level }),
      c.themes.length > 0 && say(w.themes, { themes: c.themes.join(', ') }),
      say(w.outcome, { outcome: c.outcome }),
      say(w.followUp, { followUp: c.followUp }),
      c.confirmedAt && say(w.confirmed, { when: at(c.confirmedAt) }),
    ]),
    ...(c.note === '' ? {} : { text: say(w.note, { note: c.note }) }),
    href: `/desk/samtaler/${c.id}`,
  };
}

function tellConsent(
  { entry: { kind, purpose, body, actor } }: Of<'consent' | 'change'>,
  tools: Tools,
): ToldEntry {
  const { say, name, telling } = tools;
  const how = typeof body.how === 'string' ? wordOf(consentWords, body.how, telling.language) : '';
  return {
    what: say(kind === 'consent.given' ? w.given : w.withdrawn, { purpose: purpose ?? '' }),
    lines: some([how, telling.staffNames.has(actor) && say(w.by, { name: name(actor) })]),
    ...(typeof body.wording === 'string' && body.wording !== purpose ? { text: body.wording } : {}),
  };
}

function tellAlert({ alert: a }: Of<'alert'>, { telling: { language }, say, at, name }: Tools): ToldEntry {
  const words = wordOf(alertWords, a.kind, language);
  return {
    what: a.kind === 'flow' && a.text !== '' ? a.text : words,
    lines: [a.doneAt ? say(w.closed, { when: at(a.doneAt), name: name(a.doneBy) }) : w.stillOpen[language]],
  };
}

/** Tells one entry. */
export function tellEntry(entry: Entry, telling: Telling): ToldEntry {
  const tools = toolsOf(telling);
  const { say, name } = tools;
  switch (entry.kind) {
    case 'message':
      return tellMessage(entry, tools);
    case 'reply':
      return tellReply(entry, tools);
    case 'page':
      return tellPage(entry, tools);
    case 'journey':
      return tellTurn(entry, tools);
    case 'appointment':
      return tellAppointment(entry, tools);
    case 'event':
      return tellEvent(entry, telling.language);
    case 'contact':
      return tellContact(entry, tools);
    case 'referral': {
      const { way, title, by } = entry.referral;
      const what = say(way === 'in' ? w.referredIn : w.referredOut, { title });
      return { what, lines: some([by && say(w.by, { name: name(by) })]) };
    }
    case 'alert':
      return tellAlert(entry, tools);
    case 'look': {
      const { purpose } = entry.look;
      const why = purpose === null ? '' : wordOf(lookWords, purpose, telling.language);
      return { what: why === '' ? w.lookedAt[telling.language] : say(w.looked, { purpose: why }), lines: [] };
    }
    case 'consent':
      return tellConsent(entry, tools);
    case 'change':
      return {
        what: wordOf(entryWords, entry.entry.kind, telling.language),
        lines: [say(w.by, { name: name(entry.entry.actor) })],
      };
  }
}
