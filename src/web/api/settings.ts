import { z } from '@hono/zod-openapi';
import type { Runtime } from '../../services/runtime.ts';
import { changeList, LIST_NAMES, showLists } from '../../services/settings/change-list.ts';
import { changeSettings, type SettingsOrder } from '../../services/settings/change-settings.ts';
import { showSettings } from '../../services/settings/show-settings.ts';
import type { Staff } from '../../services/staff/staff.ts';
import { operation } from './frame/operation.ts';
import {
  CertificateYears,
  DayLimit,
  GroupConsent,
  Months,
  NAMES,
  NameDays,
  OpeningHours,
  SendWindow,
  Settings,
  SettingsSeen,
  toSettings,
} from './settings-shapes.ts';

const tag = 'administration';
const administering = { tag, scope: 'administration:write', right: 'administer', method: 'post' } as const;

/** The state after a change, for the next one. */
export const Changed = z.object({ seen: SettingsSeen }).openapi('SettingsChanged');

export const seenNow = async (rt: Runtime, staff: Staff) => ({ seen: (await showSettings(rt, staff)).seen });

async function put(rt: Runtime, staff: Staff, seen: number, change: SettingsOrder['change']) {
  await changeSettings(rt, staff, { seen, change });
  return seenNow(rt, staff);
}

const show = operation({
  id: 'showSettings',
  tag,
  method: 'get',
  path: '/settings',
  words: {
    da: 'Alle indstillinger: kommunen, tider, helligdage, lister, opbevaring',
    en: 'All settings: the municipality, hours, holidays, lists, keeping',
  },
  scope: 'administration:read',
  right: 'administer',
  answer: Settings,
  async run({ rt, staff }) {
    const [{ organisation, seen }, { lists }] = await Promise.all([
      showSettings(rt, staff),
      showLists(rt, staff),
    ]);
    return toSettings(seen, organisation, lists);
  },
});

const organisation = operation({
  ...administering,
  id: 'changeOrganisation',
  path: '/settings/organisation',
  words: {
    da: 'Ret, hvad kommunen hedder, og hvor den svarer',
    en: 'Change what the municipality is called, and where it answers',
  },
  body: z.strictObject({ seen: SettingsSeen, ...NAMES }).openapi('OrganisationChange'),
  answer: Changed,
  run: ({ rt, staff, body: { seen, ...change } }) => put(rt, staff, seen, change),
});

const hours = operation({
  ...administering,
  id: 'changeHours',
  path: '/settings/hours',
  words: {
    da: 'Ret, hvornår sms må sendes, og hvornår telefonen er åben; det gælder fra næste sms',
    en: 'Change when SMS may leave and when the telephone is answered; it holds from the next SMS on',
  },
  body: z
    .strictObject({
      seen: SettingsSeen,
      window: SendWindow,
      openingHours: OpeningHours,
    })
    .openapi('HoursChange'),
  answer: Changed,
  run: ({ rt, staff, body: { seen, ...change } }) => put(rt, staff, seen, change),
});

const list = operation({
  ...administering,
  id: 'changeList',
  path: '/settings/lists/{list}',
  words: {
    da: 'Ret en liste; det, der er registreret, beholder sit ord',
    en: 'Change a list; what was registered keeps its word',
  },
  params: z.strictObject({ list: z.enum(LIST_NAMES as [string, ...string[]]) }),
  body: z
    .strictObject({ seen: SettingsSeen, choices: z.array(z.string().min(1).max(80)).min(1).max(60) })
    .openapi('ListChange', {
      example: { seen: 1803805200000, choices: ['let', 'moderat', 'omfattende'] },
    }),
  answer: Changed,
  async run({ rt, staff, params, body }) {
    await changeList(rt, staff, { ...body, name: params.list });
    return seenNow(rt, staff);
  },
});

const retention = operation({
  ...administering,
  id: 'changeRetention',
  path: '/settings/retention',
  words: {
    da: 'Ret, hvor længe ordene i beskeder og navne fra arrangementer gemmes. Det, der er slettet, kommer ikke igen',
    en: 'Change how long the words of messages and names from events are kept. What was erased does not come back',
  },
  body: z
    .strictObject({
      seen: SettingsSeen,
      textsKeptMonths: Months,
      namesKeptDays: NameDays.optional(),
      certificatesKeptYears: CertificateYears.optional(),
    })
    .openapi('RetentionChange', { example: { seen: 1803805200000, textsKeptMonths: 24 } }),
  answer: Changed,
  run: ({ rt, staff, body: { seen, textsKeptMonths, namesKeptDays: days, certificatesKeptYears: years } }) =>
    put(rt, staff, seen, {
      textsKeptMonths,
      ...(days === undefined ? {} : { namesKeptDays: days }),
      ...(years === undefined ? {} : { certificatesKeptYears: years }),
    }),
});

const limit = operation({
  ...administering,
  id: 'changeDayLimit',
  path: '/settings/day-limit',
  words: {
    da: 'Ret, hvor mange sms en telefon højst får om dagen; det gælder fra næste sms',
    en: 'Change how many SMS a phone gets a day at most; it holds from the next SMS on',
  },
  body: z
    .strictObject({ seen: SettingsSeen, dayLimit: DayLimit })
    .openapi('DayLimitChange', { example: { seen: 1803805200000, dayLimit: 3 } }),
  answer: Changed,
  run: ({ rt, staff, body: { seen, ...change } }) => put(rt, staff, seen, change),
});

const groups = operation({
  ...administering,
  id: 'changeGroupConsent',
  path: '/settings/group-messages',
  words: {
    da: 'Ret, om gruppebeskeder kræver et noteret samtykke; det gælder fra næste besked',
    en: 'Change whether group messages need a noted consent; it holds from the next message on',
  },
  body: z
    .strictObject({ seen: SettingsSeen, groupConsent: GroupConsent })
    .openapi('GroupConsentChange', { example: { seen: 1803805200000, groupConsent: true } }),
  answer: Changed,
  run: ({ rt, staff, body: { seen, ...change } }) => put(rt, staff, seen, change),
});

export const administrationOperations = [show, organisation, hours, list, retention, limit, groups];
