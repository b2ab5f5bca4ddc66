import type { Log, Runtime } from '../runtime.ts';

/** The same runtime, whose log lines also carry these fields: the request or job they belong to. */
export function withLog<R extends Runtime>(rt: R, fields: Record<string, unknown>): R {
  const { log } = rt;
  const bound: Log = {
    debug: (more, message) => log.debug({ ...fields, ...more }, message),
    info: (more, message) => log.info({ ...fields, ...more }, message),
    warn: (more, message) => log.warn({ ...fields, ...more }, message),
    error: (more, message) => log.error({ ...fields, ...more }, message),
  };
  return { ...rt, log: bound };
}
