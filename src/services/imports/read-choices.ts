// Words people write in spreadsheets for what is chosen from a list in the form.
import { fold } from '../../journey/reply/fold.ts';
import { agesOf, type OwnChoice } from '../relatives/people-lists.ts';

const plain = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9+]+/g, ' ')
    .trim();

type Choices = Record<string, readonly string[]>;

const RELATION_WORDS: Choices = {
  ægtefælle: [
    'aegtefaelle',
    'partner',
    'aegtefaelle eller partner',
    'samlever',
    'kone',
    'mand',
    'hustru',
    'spouse',
  ],
  'voksent barn': ['voksent barn', 'barn', 'datter', 'soen', 'child', 'adult child'],
  forælder: ['foraelder', 'mor', 'far', 'moder', 'fader', 'parent'],
  søskende: ['soeskende', 'bror', 'soester', 'broder', 'sibling'],
  barnebarn: ['barnebarn', 'grandchild'],
  ven: ['ven', 'veninde', 'nabo', 'ven eller nabo', 'friend'],
  anden: ['anden', 'andet', 'oevrig', 'other'],
};

const AREA_WORDS: Choices = {
  'ældre hjemmeboende': ['aeldre hjemmeboende', 'hjemmeboende', 'aeldre der bor hjemme', 'aeldre'],
  plejehjem: ['plejehjem', 'nursing home'],
  socialpsykiatri: ['socialpsykiatri', 'psykiatri'],
  handicap: ['handicap'],
  demens: ['demens', 'dementia'],
  palliation: ['palliation', 'palliativ'],
  andet: ['andet', 'anden', 'other'],
};

const LANGUAGE_WORDS: Choices = {
  da: ['da', 'dansk', 'danish'],
  en: ['en', 'engelsk', 'english'],
  ar: ['ar', 'arabisk', 'arabic'],
  tr: ['tr', 'tyrkisk', 'turkish'],
  so: ['so', 'somali', 'somalisk'],
  ur: ['ur', 'urdu'],
  pl: ['pl', 'polsk', 'polish'],
  uk: ['uk', 'ukrainsk', 'ukrainian'],
};

const CHANNEL_WORDS: Choices = {
  sms: ['sms', 'mobil', 'text'],
  ring: ['ring', 'opkald', 'vi ringer', 'telefon', 'call'],
  brev: ['brev', 'post', 'letter'],
};

const HOW_WORDS: Choices = {
  talk: ['samtale', 'mundtligt', 'mundtlig', 'moede', 'talk'],
  phone: ['telefon', 'telefonisk', 'phone'],
  paper: ['papir', 'skriftligt', 'skriftlig', 'underskrift', 'blanket', 'paper'],
};

export const CHOICE_WORDS = {
  relation: RELATION_WORDS,
  area: AREA_WORDS,
  language: LANGUAGE_WORDS,
  channel: CHANNEL_WORDS,
  consentHow: HOW_WORDS,
} as const;

/** The choice a cell means; undefined when it means none. */
export function readChoice(choices: Choices, cell: string): string | undefined {
  const wanted = plain(cell);
  return Object.entries(choices).find(([, words]) => words.includes(wanted))?.[0];
}

/** The choice of an organisation's own list that a cell names in Danish, in English or by its key; undefined for none, and for a closed one. */
export function readOwn(choices: readonly OwnChoice[], cell: string): string | undefined {
  const wanted = plain(cell);
  return choices.find(
    ({ closed, value, da, en }) => !closed && [value, da, en].some((word) => plain(word) === wanted),
  )?.value;
}

const OLDEST = 120;

/** An age in years or the name of a band ("30-49", "80+") as one of the bands; undefined for anything else. */
export function readAgeBand(cell: string, bands: readonly string[]): string | undefined {
  const text = plain(cell.replace(/[–—]/g, '-')).replace(/ aar$/, '').replace(' ', '-');
  if (text === 'ukendt' || text === 'unknown') return 'ukendt';
  if (bands.includes(text)) return text;
  const years = /^\d{1,3}$/.test(text) ? Number(text) : undefined;
  if (years === undefined || years > OLDEST) return undefined;
  return bands.find((band) => {
    const ages = agesOf(band);
    return ages !== undefined && years >= ages.from && years <= ages.upTo;
  });
}

/** A day as an ISO date: "2027-03-01", "1.3.2027", "01-03-2027", "1/3/2027"; undefined for what is none. */
export function readDay(cell: string): string | undefined {
  const [, d, m, y] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(cell.trim()) ?? [];
  const iso = d && m && y ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : cell.trim();
  if (!/^\d{4}-\d\d-\d\d$/.test(iso)) return undefined;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? undefined : iso;
}
