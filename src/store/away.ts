/** The database gave no answer: nothing is known of what was asked of it, and nothing is wrong with it. */
export class DatabaseAway extends Error {
  constructor(cause: unknown) {
    super('the database gave no answer', { cause });
    this.name = 'DatabaseAway';
  }
}

const codeOf = (error: unknown): string => String((error as { code?: unknown } | undefined)?.code ?? '');

/** True when the server gave an answer: the batch was rolled back and can be told from one whose fate is unknown. */
export const wasAnswered = (error: unknown): boolean => /^(SQLITE_|SQL_|ARGS_INVALID)/.test(codeOf(error));

/** True while another writes; the same batch succeeds a moment later. */
export const isBusy = (error: unknown): boolean => /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));

const PASSING =
  /^(SQLITE_(BUSY|LOCKED|FULL|READONLY|IOERR|CANTOPEN|NOMEM|PROTOCOL|INTERRUPT)|HRANA|SERVER_ERROR|CLIENT_CLOSED|TRANSACTION|E[A-Z]+$|UND_ERR)/;
const NO_ANSWER = new Set(['AbortError', 'TimeoutError']);

/** A connection that could not be made or broke, as undici and as workerd tell it. */
const isGone = (error: Error): boolean =>
  (error instanceof TypeError && error.message === 'fetch failed') ||
  ('retryable' in error && error.retryable === true);

/** True when the fault lies with the database and not with what was asked of it: full, read-only, busy, gone. Trying later is right. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof DatabaseAway || isGone(error) || NO_ANSWER.has(error.name)) return true;
  return PASSING.test(codeOf(error)) || isPassing(error.cause);
}
