/** What a webhook's form said, or why it cannot be used; the reason carries nothing of the form. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; reason: ParseFault };

export type ParseFault =
  | 'no-message-id'
  | 'no-sender'
  | 'no-recipient'
  | 'no-text'
  | 'no-reference'
  | 'unknown-status'
  | 'not-sms';

/** A webhook's form; the first value counts where a name comes twice. */
export type FormParams = Readonly<Record<string, string | readonly string[]>>;

/** Reads the first non-empty value among these names. */
export function findParam(params: FormParams, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    if (!Object.hasOwn(params, name)) continue;
    const value = params[name];
    const first = typeof value === 'string' ? value : value?.[0];
    if (first) return first;
  }
  return undefined;
}
