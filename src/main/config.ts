// The environment, parsed once. A wrong setting stops the start with one line that names it.
import { z } from 'zod';
import { SENDER_NAME } from '../services/organisation.ts';
import { findOidcProblem, StaffOidc } from './oidc-settings.ts';

const Port = z.coerce.number().int().min(0).max(65_535);
const Whole = z.coerce.number().int().min(0);

/** Every setting by its name; `readConfig` reads them together, the edge only its own. */
export const Settings = z.object({
  PORT: Port.default(3000),
  HOST: z.string().min(1).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|https?:\/\/|libsql:\/\/)/, 'must begin with file:, http(s):// or libsql://')
    .default('file:./data/limen.db'),
  DATABASE_AUTH_TOKEN: z.string().optional(),
  /** For the server that `limen copy --from` reads. */
  SOURCE_AUTH_TOKEN: z.string().optional(),
  DATABASE_REPLICA_URL: z
    .string()
    .regex(/^(https?:\/\/|libsql:\/\/)/, 'must begin with http(s):// or libsql://')
    .optional(),
  DATABASE_TIMEOUT_SECONDS: Whole.min(1).max(60).default(10),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  WORKER_CONCURRENCY: Whole.min(1).max(200).default(20),
  LEASE_SECONDS: Whole.min(5).max(300).default(30),
  LIMEN_DATA: z.string().min(1).default('./data'),
  LIMEN_KEYS: z.string().optional(),
  LIMEN_ORGANISATION: z.string().optional(),
  LIMEN_FLOWS: z.string().min(1).default('./flows'),
  SMS_GATEWAY: z.enum(['phone', 'twilio']).default('phone'),
  SMS_SENDER_NAME: z
    .string()
    .regex(SENDER_NAME, 'must be 3 to 11 letters A-Z and digits, at least one of them a letter')
    .optional(),
  SMS_SENDER_NUMBER: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/, 'must be a number like +4512345678')
    .optional(),
  SMS_COUNTRIES: z
    .string()
    .regex(/^[A-Z]{2}(,[A-Z]{2})*$/, 'must be like DK,SE')
    .default('DK'),
  SMS_SEGMENTS_PER_SECOND: Whole.default(0),
  SMS_CONCURRENCY: Whole.min(1).max(1000).default(100),
  SMS_TIMEOUT_SECONDS: Whole.min(1).max(60).default(10),
  UNKNOWN_GRACE_SECONDS: Whole.min(1).max(3_600).default(60),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/, 'must be AC and 32 hex digits')
    .optional(),
  TWILIO_AUTH_TOKEN: z.string().min(16).optional(),
  TWILIO_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  TWILIO_KEYWORDS: z.enum(['off', 'mirrored']).default('off'),
  ...StaffOidc,
  EVENTS_EMBED: z
    .string()
    .regex(
      /^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d+)?([\s,]+https?:\/\/(\*\.)?[a-z0-9.-]+(:\d+)?)*$/i,
      'must be like https://www.example.dk https://intra.example.dk',
    )
    .optional(),
  TRUSTED_PROXIES: Whole.max(5).default(0),
  METRICS_TOKEN: z.string().min(16, 'must be at least 16 characters').optional(),
  WORKER_PORT: Port.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).optional(),
});

type Parsed = z.infer<typeof Settings>;

export type Config = Omit<Parsed, 'HOST' | 'PUBLIC_URL' | 'LOG_LEVEL'> & {
  HOST: string;
  PUBLIC_URL: string;
  LOG_LEVEL: string;
  /** The simulated phones, the one-click login and the clock exist only here. */
  demo: boolean;
};

/** The sites of EVENTS_EMBED, for the runtime. */
export const readEmbed = (text: string | undefined): { embedIn?: readonly string[] } =>
  text === undefined ? {} : { embedIn: text.split(/[\s,]+/).filter(Boolean) };

/** A setting that is wrong or missing; the message is the one line to show. */
export class SettingError extends Error {
  constructor(setting: string, why: string) {
    super(`${setting}: ${why}`);
    this.name = 'SettingError';
  }
}

const required = (settings: Parsed, name: keyof Parsed, why: string): void => {
  if (settings[name] === undefined)
    throw new SettingError(name, `is required with SMS_GATEWAY=twilio (${why})`);
};

function checkTwilio(settings: Parsed): void {
  required(settings, 'TWILIO_ACCOUNT_SID', 'from the Twilio console');
  required(settings, 'TWILIO_AUTH_TOKEN', 'from the Twilio console; it also proves webhooks');
  required(settings, 'SMS_SENDER_NAME', 'the sender of messages with a link, like KbhKommune');
  required(settings, 'SMS_SENDER_NUMBER', 'the number relatives answer to');
  required(settings, 'PUBLIC_URL', 'where relatives and Twilio reach this server');
  required(settings, 'LIMEN_KEYS', 'encryption keys; make one with: npx limen key');
  if (!settings.PUBLIC_URL?.startsWith('https://'))
    throw new SettingError('PUBLIC_URL', 'must begin with https:// when SMS_GATEWAY=twilio');
}

/** Reads the settings of a shape; an empty one is none. Throws a SettingError that names the first one that is wrong. */
export function readSettings<S extends z.ZodRawShape>(
  shape: z.ZodObject<S>,
  env: Readonly<Record<string, unknown>>,
): z.infer<z.ZodObject<S>> {
  const known = Object.keys(shape.shape).flatMap((name) => (env[name] ? [[name, env[name]]] : []));
  const parsed = shape.safeParse(Object.fromEntries(known));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new SettingError(String(issue?.path[0] ?? 'settings'), issue?.message ?? 'is wrong');
}

/** Reads the settings. Throws a SettingError that names the first one that is wrong. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const settings = readSettings(Settings, env);
  if (settings.PUBLIC_URL && new URL(settings.PUBLIC_URL).pathname !== '/')
    throw new SettingError('PUBLIC_URL', 'must be an address without a path, like https://limen.example.dk');
  const demo = settings.SMS_GATEWAY === 'phone';
  if (!demo) checkTwilio(settings);
  const oidc = findOidcProblem(settings);
  if (oidc) throw new SettingError(oidc.setting, oidc.why);
  return {
    ...settings,
    demo,
    HOST: settings.HOST ?? (demo ? '127.0.0.1' : '0.0.0.0'),
    PUBLIC_URL: (settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`).replace(/\/+$/, ''),
    LOG_LEVEL: settings.LOG_LEVEL ?? (demo ? 'warn' : 'info'),
  };
}
