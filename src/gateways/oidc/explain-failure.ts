import type { Return } from '../identity.ts';

type Failure = Extract<Return, { code: string }>;

/** Codes that tell of a provider that gave no proper answer. */
const AWAY = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]);

/** What the provider itself may say when it cannot answer (RFC 6749, 4.1.2.1). */
const BUSY = new Set(['server_error', 'temporarily_unavailable']);

const textOf = (error: object, field: string): string | undefined => {
  const value = (error as Record<string, unknown>)[field];
  return typeof value === 'string' && /^[\w.-]{1,60}$/.test(value) ? value : undefined;
};

/** What went wrong, by codes alone: messages and descriptions may carry names. */
export function explainFailure(error: unknown): Failure {
  if (!(error instanceof Error)) return { outcome: 'invalid', code: 'unknown' };
  const said = error.name === 'AuthorizationResponseError' ? textOf(error, 'error') : undefined;
  if (said) return { outcome: BUSY.has(said) ? 'away' : 'denied', code: said };
  const code = textOf(error, 'code');
  if (error instanceof TypeError && !code) return { outcome: 'away', code: 'unreachable' };
  if (code && AWAY.has(code)) return { outcome: 'away', code };
  return { outcome: 'invalid', code: textOf(error, 'error') ?? code ?? error.name };
}
