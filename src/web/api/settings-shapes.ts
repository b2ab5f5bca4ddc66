// The organisation's settings as administrators read and change them.
import { z } from '@hono/zod-openapi';
import type { Organisation } from '../../services/organisation.ts';

/** Which state of the settings was read. */
export const SettingsSeen = z.int().min(0).openapi({
  example: 1803805200000,
  description: 'As it was read; over newer settings nothing is written.',
});

const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
  .openapi({ example: '08:00' });

const EXAMPLE_HOURS = { from: '08:00', to: '15:00', weekdays: [1, 2, 3, 4, 5], holidays: false, closed: [] };

const hours = {
  from: clock,
  to: clock,
  weekdays: z
    .array(z.int().min(1).max(7))
    .min(1)
    .max(7)
    .openapi({ example: [1, 2, 3, 4, 5], description: 'From 1, Monday.' }),
  holidays: z.boolean().openapi({ example: false, description: 'Also on Danish public holidays.' }),
  closed: z
    .array(z.iso.date())
    .max(400)
    .openapi({ example: ['2027-12-24'], description: 'Days of your own on which it does not hold.' }),
};

/** When SMS that nobody asked for may leave. */
export const SendWindow = z.strictObject(hours).openapi('SendWindow', {
  example: { ...EXAMPLE_HOURS, to: '20:00' },
  description: 'When SMS that nobody asked for may leave; within 07:00 and 21:00, two hours or longer.',
});

/** When the telephone is answered. */
export const OpeningHours = z
  .strictObject(hours)
  .openapi('OpeningHours', { example: EXAMPLE_HOURS, description: 'When the telephone is answered.' });

/** What the organisation is called and where it answers. */
export const NAMES = {
  kommune: z
    .string()
    .min(1)
    .max(20)
    .openapi({ example: 'Prøve Kommune', description: 'As it stands in an SMS.' }),
  authority: z
    .string()
    .min(1)
    .max(120)
    .openapi({ example: 'Prøve Kommune, Socialforvaltningen', description: 'As it stands on pages.' }),
  telefon: z.string().min(3).max(20).openapi({ example: '20 00 00 01' }),
  akut: z.string().min(3).max(20).openapi({ example: '20 00 00 02', description: 'Round the clock.' }),
  aabningstid: z.string().min(1).max(40).openapi({ example: 'hverdage 8-15' }),
};

export const NameDays = z.int().min(7).max(365).openapi({
  example: 30,
  description: 'Days after an event until names and numbers of those known by them alone are erased.',
});

export const CertificateYears = z.int().min(1).max(10).openapi({
  example: 5,
  description: 'Years after an event for staff until their names are erased.',
});

/** After how many months words are erased. */
export const Months = z
  .int()
  .min(6)
  .max(120)
  .nullable()
  .openapi({ example: 24, description: 'Words of SMS and page messages are erased then; null keeps them.' });

/** How many SMS that are no answers get to a phone a day. */
export const DayLimit = z.int().min(1).max(20).nullable().openapi({
  example: 3,
  description: 'SMS that are no answers to one phone a day; the rest waits. Null is no limit.',
});

export const GroupConsent = z.boolean().openapi({
  example: true,
  description: 'Group messages go by SMS only to those of whom a consent to be written to is noted.',
});

const Wording = z.object({
  version: z.int().openapi({ example: 0, description: '0 is the built-in one.' }),
  da: z.string().openapi({ example: 'Må vi skrive til dig på sms?' }),
  en: z.string().openapi({ example: 'May we text you?' }),
});

/** All of the settings. */
export const Settings = z
  .object({
    seen: SettingsSeen,
    ...NAMES,
    window: SendWindow,
    openingHours: OpeningHours,
    distressWords: z.array(z.string()).openapi({ example: [], description: 'Added to the built-in ones.' }),
    deathWords: z.array(z.string()).openapi({ example: [] }),
    textsKeptMonths: Months,
    namesKeptDays: NameDays,
    certificatesKeptYears: CertificateYears,
    dayLimit: DayLimit,
    groupConsent: GroupConsent,
    consent: Wording.openapi({ description: 'What is read aloud for the consent to SMS.' }),
    lists: z.array(
      z.object({
        name: z.string().openapi({ example: 'levels' }),
        choices: z.array(z.string()).openapi({ example: ['let', 'moderat', 'omfattende'] }),
        own: z.boolean().openapi({ example: false, description: 'Not the built-in one.' }),
      }),
    ),
  })
  .openapi('Settings');

type Lists = readonly { name: string; choices: readonly string[]; isOwn: boolean }[];

export const toSettings = (
  seen: number,
  organisation: Organisation,
  lists: Lists,
): z.input<typeof Settings> => ({
  seen,
  kommune: organisation.kommune,
  authority: organisation.authority,
  telefon: organisation.telefon,
  akut: organisation.akut,
  aabningstid: organisation.aabningstid,
  window: organisation.window,
  openingHours: organisation.openingHours,
  distressWords: organisation.distressWords,
  deathWords: organisation.deathWords,
  textsKeptMonths: organisation.textsKeptMonths,
  namesKeptDays: organisation.namesKeptDays,
  certificatesKeptYears: organisation.certificatesKeptYears,
  dayLimit: organisation.dayLimit,
  groupConsent: organisation.groupConsent,
  consent: organisation.consent,
  lists: lists.map(({ name, choices, isOwn }) => ({ name, choices: [...choices], own: isOwn })),
});
