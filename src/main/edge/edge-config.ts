import { readEmbed, readSettings, SettingError, Settings } from '../config.ts';

/** What the edge needs to know, each a binding of the Worker; it posts nothing, so it holds no account and no sender. */
const EdgeSettings = Settings.pick({
  PUBLIC_URL: true,
  DATABASE_URL: true,
  DATABASE_AUTH_TOKEN: true,
  DATABASE_TIMEOUT_SECONDS: true,
  LIMEN_KEYS: true,
  TWILIO_AUTH_TOKEN: true,
  SMS_COUNTRIES: true,
  EVENTS_EMBED: true,
  LOG_LEVEL: true,
});

export type EdgeConfig = {
  publicUrl: string;
  databaseUrl: string;
  databaseToken: string | undefined;
  databaseTimeoutMs: number;
  /** Base64, newest first. */
  keys: string[];
  twilioToken: string;
  countries: string[];
  /** Sites that may show the list of arrangements inside their own. */
  embedIn?: readonly string[];
  logLevel: string;
};

const HERE = new Set(['localhost', '127.0.0.1']);

function needed(name: string, value: string | undefined): string {
  if (value === undefined) throw new SettingError(name, 'is required at the edge: wrangler secret put');
  return value;
}

function readPublicUrl(text: string | undefined): string {
  const url = new URL(needed('PUBLIC_URL', text));
  if (url.pathname !== '/')
    throw new SettingError('PUBLIC_URL', 'must be an address without a path, like https://limen.example.dk');
  if (url.protocol !== 'https:' && !HERE.has(url.hostname))
    throw new SettingError('PUBLIC_URL', 'must begin with https://');
  return url.origin;
}

/** Reads the bindings by the same rules as the settings on Node. Throws a SettingError that names the first one that is wrong. */
export function readEdgeConfig(env: Readonly<Record<string, unknown>>): EdgeConfig {
  const settings = readSettings(EdgeSettings, env);
  if (settings.DATABASE_URL.startsWith('file:'))
    throw new SettingError('DATABASE_URL', 'must name a libSQL server at the edge: https:// or libsql://');
  return {
    publicUrl: readPublicUrl(settings.PUBLIC_URL),
    databaseUrl: settings.DATABASE_URL,
    databaseToken: settings.DATABASE_AUTH_TOKEN,
    databaseTimeoutMs: settings.DATABASE_TIMEOUT_SECONDS * 1000,
    keys: needed('LIMEN_KEYS', settings.LIMEN_KEYS)
      .split(/[\s,]+/)
      .filter(Boolean),
    twilioToken: needed('TWILIO_AUTH_TOKEN', settings.TWILIO_AUTH_TOKEN),
    countries: settings.SMS_COUNTRIES.split(','),
    ...readEmbed(settings.EVENTS_EMBED),
    logLevel: settings.LOG_LEVEL ?? 'info',
  };
}
