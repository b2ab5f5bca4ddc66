// How the libSQL client reaches a server: each request has a deadline, no redirect is followed.

/** A pipeline's answer as far as it is looked at here. */
type Answer = { results?: { response?: { result?: { step_errors?: unknown[] } } }[] };

/**
 * Leaves of a batch's errors only the first. A transaction that the server ended (TRANSACTION_TIMEOUT) fails several of
 * its steps, and the client waits for the first alone: the others would end the process as unhandled rejections
 * (libsql-client-ts #126).
 */
function keepFirstError(text: string): string {
  if (!text.includes('TRANSACTION_TIMEOUT')) return text;
  const answer = JSON.parse(text) as Answer;
  for (const { response } of answer.results ?? []) {
    const errors = response?.result?.step_errors;
    const first = errors?.findIndex((error) => error !== null) ?? -1;
    errors?.fill(null, first + 1);
  }
  return JSON.stringify(answer);
}

/** Makes the fetch of a libSQL client: rejects with a TimeoutError when the whole answer is not there after `ms`. */
export const fetchWithin =
  (ms: number) =>
  async (request: Request): Promise<Response> => {
    const answer = await fetch(request, { signal: AbortSignal.timeout(ms), redirect: 'manual' });
    if (!answer.ok) return answer;
    return new Response(keepFirstError(await answer.text()));
  };
