// One entry of the log in words: who, what, about what; as it stands in the log behind one press.
import type { FC } from 'hono/jsx';
import type { LogLine } from '../../../services/settings/search-log.ts';
import { entryWords } from '../../telling/log-words.ts';
import { lookWords } from '../../telling/look-words.ts';
import { inLanguage, type Language, type Words } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { showInstant } from '../../words/when.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { Item } from '../frame/lists.tsx';
import { Facts } from '../frame/parts.tsx';
import {
  actorWords,
  carriedWords,
  logPageWords,
  recordFieldWords,
  thingWords,
  valueWords,
} from './log-words.ts';
import { logWords } from './settings-words.ts';

type Props = { c: DeskContext; line: LogLine; names: ReadonlyMap<string, string> };

/** Where what an entry is about has a page, by the part of its kind before the dot. */
const PAGES: Record<string, string> = {
  appointment: '/desk/aftaler',
  contact: '/desk/samtaler',
  counselling: '/desk/raadgivning',
  referral: '/desk/henvisninger',
  circle: '/desk/kredse',
  group: '/desk/grupper',
  offer: '/desk/vejviser',
  source: '/desk/kilder',
  unit: '/desk/enheder',
  staff: '/desk/brugere',
};

const roomOf = ({ kind }: LogLine): string => kind.split('.')[0] ?? '';

/** What the entry is about: by its name, or as the way to it. */
const About: FC<Props> = ({ c, line, names }) => {
  const { subject, relativeId } = line;
  if (!subject || subject === relativeId) return null;
  const room = roomOf(line);
  const name = names.get(subject) ?? (room in thingWords ? wordOf(thingWords, room, c.var.language) : '');
  if (name === '') return null;
  const page = PAGES[room];
  return page ? <a href={`${page}/${subject}`}>{name}</a> : <span>{name}</span>;
};

const isKnown = (name: string): name is keyof typeof carriedWords => Object.hasOwn(carriedWords, name);

/** What a value is read by: the names of things, and the words of what is none. */
type Reading = { names: Props['names']; words: Record<string, Words>; language: Language };

/** A value in words: a name where it stands for a thing, several one after the other. */
function valueText(value: unknown, by: Reading): string {
  if (Array.isArray(value)) return value.map((one) => valueText(one, by)).join(', ');
  if (typeof value === 'object' || value === '') return '';
  const text = String(value);
  return by.names.get(text) ?? wordOf(by.words, text, by.language);
}

/** Why, and what the entry carries that has words. */
function carriedOf({ line: { purpose, body }, names }: Props, language: Language): string {
  const carried = Object.entries(JSON.parse(body) as Record<string, unknown>).flatMap(([name, value]) => {
    const words = name === 'fields' ? recordFieldWords : valueWords;
    const text = isKnown(name) ? valueText(value, { names, words, language }) : '';
    return isKnown(name) && text !== '' ? [`${carriedWords[name][language]}: ${text}`] : [];
  });
  const why = purpose && purpose in lookWords ? wordOf(lookWords, purpose, language) : '';
  return [why, ...carried].filter(Boolean).join(' · ');
}

/** Who did it: a member of staff by name, else in words. */
const actorOf = ({ by, actor }: LogLine, language: Language): string =>
  by === actor ? wordOf(actorWords, actor.split(':')[0] ?? '', language) : by;

/** The entry as it stands in the log, for whoever must hold it against something. */
const Whole: FC<Props> = ({ c, line }) => {
  const t = inLanguage(logPageWords, c.var.language);
  return (
    <details class="desk-whole">
      <summary>{t.whole}</summary>
      <Facts
        rows={[
          [t.number, line.seq],
          [t.kind, line.kind],
          [t.actor, line.actor],
          [t.relative, line.relativeId],
          [t.subject, line.subject],
          [t.carried, line.body === '{}' ? '' : line.body],
        ]}
      />
      {line.relativeId ? (
        <p>
          <a href={`/desk/log?om=${line.relativeId}`}>{t.onlyOne}</a>
        </p>
      ) : null}
    </details>
  );
};

/** One entry of the log. */
export const LogItem: FC<Props> = (props) => {
  const { c, line } = props;
  const { rt, language } = c.var;
  const t = inLanguage(logWords, language);
  return (
    <Item
      who={
        <>
          {wordOf(entryWords, line.kind, language)}
          {line.relativeId ? (
            <>
              {': '}
              <a href={`/desk/paaroerende/${line.relativeId}`}>{t.theRelative}</a>
            </>
          ) : null}
        </>
      }
      meta={
        <>
          <span>{showInstant(line.at, rt.now(), language)}</span>
          <span>{actorOf(line, language)}</span>
          <About {...props} />
        </>
      }
    >
      {carriedOf(props, language) === '' ? null : <p>{carriedOf(props, language)}</p>}
      <Whole {...props} />
    </Item>
  );
};
