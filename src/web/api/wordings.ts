import { z } from '@hono/zod-openapi';
import {
  changeConsentWording,
  changeHouseText,
  HOUSE_KEYS,
  listHouseTexts,
  listVersions,
  WORDING_LANGUAGES,
} from '../../services/settings/wordings.ts';
import { operation } from './frame/operation.ts';
import { Instant, pageOf, toInstant } from './frame/shapes.ts';
import { Changed, seenNow } from './settings.ts';
import { SettingsSeen } from './settings-shapes.ts';

const tag = 'administration';
const administering = { tag, scope: 'administration:write', right: 'administer', method: 'post' } as const;
const language = z.enum(WORDING_LANGUAGES);
const Key = z.enum(HOUSE_KEYS as [string, ...string[]]).openapi({ example: 'stop' });
const TEXT = 'Du får ikke flere sms fra {{ kommune }}. Hjælp: {{ telefon }}. START for sms igen.';

const list = operation({
  id: 'listHouseTexts',
  tag,
  method: 'get',
  path: '/settings/texts',
  words: { da: 'Hvad huset selv siger på sms', en: 'What the house itself says by SMS' },
  scope: 'administration:read',
  right: 'administer',
  query: z.strictObject({ language: language.default('da') }),
  answer: z
    .object({
      seen: SettingsSeen,
      data: z.array(
        z.object({
          key: Key,
          template: z.string().openapi({ example: TEXT }),
          text: z.string().openapi({ example: 'Du får ikke flere sms fra Prøve Kommune.' }),
          segments: z.int().openapi({ example: 1 }),
          own: z.boolean().openapi({ example: false, description: 'Not the built-in one.' }),
        }),
      ),
    })
    .openapi('HouseTexts'),
  async run({ rt, staff, query }) {
    const { seen, texts } = await listHouseTexts(rt, staff, query.language);
    return { seen, data: texts.map(({ isOwn, ...text }) => ({ ...text, own: isOwn })) };
  },
});

const versions = operation({
  id: 'listWordings',
  tag,
  method: 'get',
  path: '/settings/wordings/{kind}/{key}',
  words: { da: 'De seneste udgaver af en tekst, højst 20', en: 'The latest versions of a text, at most 20' },
  scope: 'administration:read',
  right: 'administer',
  params: z.strictObject({
    kind: z.enum(['sms', 'consent']),
    key: z
      .string()
      .regex(/^[a-z-]{1,40}$/)
      .openapi({
        example: 'stop',
        description: 'Of `sms` as in /settings/texts; of `consent` it is sms.',
      }),
  }),
  query: z.strictObject({ language: language.default('da') }),
  answer: pageOf(
    z.object({
      version: z.int().openapi({ example: 1 }),
      text: z.string().openapi({ example: TEXT }),
      at: Instant,
      by: z.string().nullable().openapi({ example: 'Administrator 1' }),
    }),
  ).openapi('WordingPage'),
  async run({ rt, staff, params, query }) {
    const found = await listVersions(rt, staff, params.kind, params.key, query.language);
    return { data: found.map((one) => ({ ...one, at: toInstant(one.at), by: one.by ?? null })), next: null };
  },
});

const change = operation({
  ...administering,
  id: 'changeHouseText',
  path: '/settings/texts/{key}',
  words: {
    da: 'Skriv en af husets sms på jeres måde; højst én sms lang, uden noget fortroligt',
    en: 'Put an SMS of the house in your own words; one segment at most, nothing confidential',
  },
  params: z.strictObject({ key: Key }),
  body: z
    .strictObject({ seen: SettingsSeen, language, text: z.string().min(1).max(480) })
    .openapi('HouseTextChange', { example: { seen: 1803805200000, language: 'da', text: TEXT } }),
  answer: Changed,
  async run({ rt, staff, params, body }) {
    await changeHouseText(rt, staff, { ...body, key: params.key });
    return seenNow(rt, staff);
  },
});

const consent = operation({
  ...administering,
  id: 'changeConsentWording',
  path: '/settings/consent',
  words: {
    da: 'Ret, hvad der læses op om samtykke til sms; samtykker fra nu af nævner den nye udgave',
    en: 'Change what is read aloud for the consent to SMS; consents from now on name the new version',
  },
  body: z
    .strictObject({
      seen: SettingsSeen,
      da: z.string().min(1).max(600),
      en: z.string().min(1).max(600),
    })
    .openapi('ConsentWording', {
      example: { seen: 1803805200000, da: 'Må vi skrive til dig på sms?', en: 'May we text you?' },
    }),
  answer: Changed,
  async run({ rt, staff, body }) {
    await changeConsentWording(rt, staff, body);
    return seenNow(rt, staff);
  },
});

export const wordingOperations = [list, versions, change, consent];
