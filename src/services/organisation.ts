import { z } from 'zod';
import { defaultTellingWords, type TellingWords } from '../journey/reply/read-reply.ts';
import { STANDARD_WINDOW } from '../journey/time/window.ts';
import type { Db } from '../store/open.ts';
import { listUnitRows } from '../store/organisation.ts';
import type { Runtime } from './runtime.ts';

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

const Window = z.object({
  from: Clock,
  to: Clock,
  weekdays: z.array(z.number().int().min(1).max(7)).min(1),
  holidays: z.boolean(),
  closed: z.array(z.iso.date()),
});

/** The built-in words for the consent to SMS; they name what comes, that it can be stopped, and what STOP does not stop. */
const CONSENT_WORDING = {
  da: 'Må vi skrive til dig på sms? Du får korte beskeder om aftaler og tilbud til pårørende, aldrig om sygdom. Du kan altid svare STOP. Du kan få hjælp hos os, også uden sms.',
  en: 'May we text you? You will get short messages about appointments and offers for relatives, never about illness. You can always reply STOP. You can get help from us without texts, too.',
} as const;

const OwnChoices = z
  .array(
    z.object({
      value: z.string().min(1).max(60),
      da: z.string().min(1).max(60),
      en: z.string().min(1).max(60),
      closed: z.boolean(),
    }),
  )
  .min(1)
  .max(60);

/** What a sender by name may be called: 3 to 11 letters and digits of GSM-7, at least one letter; providers take no others. */
export const SENDER_NAME = /^(?=.*[A-Za-z])[A-Za-z0-9]{3,11}$/;

/** What an organisation is called, its numbers and hours; `akut` (round the clock) has no default. */
export const OrganisationSettings = z.object({
  /** As it stands in an SMS, at most 20 characters. */
  kommune: z.string().min(1).max(20),
  /** As it stands on pages. */
  authority: z.string().min(1).max(120),
  telefon: z.string().min(3).max(20),
  akut: z.string().min(3).max(20),
  aabningstid: z.string().min(1).max(40),
  window: Window.default({ ...STANDARD_WINDOW, weekdays: [...STANDARD_WINDOW.weekdays], closed: [] }),
  openingHours: Window.default({
    from: '08:00',
    to: '15:00',
    weekdays: [1, 2, 3, 4, 5],
    holidays: false,
    closed: [],
  }),
  /** Added to the built-in words that tell of distress and death. */
  distressWords: z.array(z.string()).default([]),
  deathWords: z.array(z.string()).default([]),
  /** The organisation's own lists of domain.md § 5, by name; the built-in one holds where there is none. */
  lists: z.record(z.string(), z.array(z.string().min(1).max(80)).min(1).max(60)).default({}),
  /** The organisation's own lists of what is chosen of a relative; the built-in one holds where there is none. */
  people: z
    .object({
      relations: OwnChoices.exactOptional(),
      areas: OwnChoices.exactOptional(),
      ageBands: OwnChoices.exactOptional(),
      foundBy: OwnChoices.exactOptional(),
    })
    .default({}),
  /** What the house says by SMS in the organisation's own words, by language and key; every version is kept in `wordings`. */
  houseTexts: z.record(z.string(), z.record(z.string(), z.string().min(1).max(480))).default({}),
  /** What is read aloud when a relative says yes to SMS, and its version; 0 is the built-in one. */
  consent: z
    .object({ version: z.number().int().min(0), da: z.string().max(600), en: z.string().max(600) })
    .default({ version: 0, ...CONSENT_WORDING }),
  /** After how many months the words of SMS and page messages are erased; null keeps them. */
  textsKeptMonths: z.number().int().min(6).max(120).nullable().default(null),
  /** So many days after an arrangement names and numbers of those are erased who are known by them alone. */
  namesKeptDays: z.number().int().min(7).max(365).default(30),
  /** So many years after an arrangement for staff their names are kept, for their certificates. */
  certificatesKeptYears: z.number().int().min(1).max(10).default(5),
  /** What messages with a link are sent from; null is the start setting's. */
  senderName: z.string().regex(SENDER_NAME).nullable().default(null),
  /** What one segment costs, øre; null shows no prices. */
  segmentPrice: z.number().min(0).max(10_000).nullable().default(null),
  /** So many SMS that are no answers get to a phone a day at most; the rest waits for the next day. Null is no limit. */
  dayLimit: z.number().int().min(1).max(20).nullable().default(null),
  /** Group messages go by SMS only to those of whom a consent to be written to is noted. */
  groupConsent: z.boolean().default(true),
  demo: z.boolean().default(false),
});

export type Organisation = z.infer<typeof OrganisationSettings>;

/** The last settings read from each database: a memo and no state, since the organisation follows from their text. */
const parsed = new WeakMap<Db, { settings: string; organisation: Organisation }>();

/** The organisation of this database. Throws when none was set up. */
export async function getOrganisation(rt: Runtime): Promise<Organisation> {
  const settings = await rt.db.findSettings();
  if (settings === undefined) throw new Error('no organisation is set up in this database');
  const known = parsed.get(rt.db);
  if (known?.settings === settings) return known.organisation;
  const organisation = OrganisationSettings.parse(JSON.parse(settings));
  parsed.set(rt.db, { settings, organisation });
  return organisation;
}

export type Unit = { id: string; parentId: string | undefined; name: string; area: string };

/** The units that are open, as a flat list by name. */
export const listUnits = (rt: Runtime): Promise<Unit[]> => listUnitRows(rt.db);

/** The names of all units, closed ones too: none of them may stand in an SMS. */
export const listUnitNames = async (rt: Runtime): Promise<string[]> =>
  (await listUnitRows(rt.db, true)).map(({ name }) => name);

/** The words that tell of distress and death: the built-in ones and the organisation's own. */
export function tellingWords(organisation: Organisation): TellingWords {
  const known = prepared.get(organisation);
  if (known) return known;
  const own = organisation.distressWords.length + organisation.deathWords.length > 0;
  const words = own
    ? {
        distress: [...defaultTellingWords.distress, ...organisation.distressWords],
        death: [...defaultTellingWords.death, ...organisation.deathWords],
      }
    : defaultTellingWords;
  prepared.set(organisation, words);
  return words;
}

/** A memo and no state: the words follow from the settings, and the reader prepares each object's phrases once. */
const prepared = new WeakMap<Organisation, TellingWords>();
