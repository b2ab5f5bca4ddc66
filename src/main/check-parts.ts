import { type Config, SettingError } from './config.ts';

const MARGIN_SECONDS = 2;

/** Throws a SettingError when the settings do not fit a house of several processes. */
export function checkParts(config: Config, part: 'start' | 'worker'): void {
  if (config.LEASE_SECONDS < config.SMS_TIMEOUT_SECONDS + MARGIN_SECONDS)
    throw new SettingError(
      'LEASE_SECONDS',
      `must be at least ${MARGIN_SECONDS} more than SMS_TIMEOUT_SECONDS: a message is posted only while its answer would still come within the lease`,
    );
  const isFile = config.DATABASE_URL.startsWith('file:');
  if (part === 'worker' && isFile)
    throw new SettingError('DATABASE_URL', 'a worker needs a libSQL server; a file belongs to one process');
  if (part === 'worker' && config.demo)
    throw new SettingError('SMS_GATEWAY', 'must be twilio: the demo runs in one process, with limen start');
  if (!config.REDIS_URL) return;
  if (config.demo)
    throw new SettingError('REDIS_URL', 'the demo runs in one process; unset it, or set SMS_GATEWAY=twilio');
  if (isFile)
    throw new SettingError(
      'REDIS_URL',
      'workers share a database, so DATABASE_URL must be a libSQL server (http, https or libsql)',
    );
}
