/** What the caller asked wrongly, from a closed list; mapped to HTTP and to a Danish or English sentence in one place. */
export type ErrorCode =
  | 'not-found'
  | 'forbidden'
  | 'flow-unknown'
  | 'anchor-unknown'
  | 'anchor-missing'
  | 'date-unreadable'
  | 'date-without-zone'
  | 'date-ambiguous'
  | 'date-nonexistent'
  | 'number-unreadable'
  | 'number-country'
  | 'number-taken'
  | 'text-empty'
  | 'text-too-long'
  | 'text-confidential'
  | 'field-missing'
  | 'field-unreadable'
  | 'cpr-typed'
  | 'hours-unreadable'
  | 'circle-held'
  | 'consent-missing'
  | 'minor'
  | 'no-number'
  | 'stopped'
  | 'link-unknown'
  | 'link-expired'
  | 'already-done'
  | 'already-enrolled'
  | 'conversation-moved'
  | 'pin-wrong'
  | 'pin-locked'
  | 'pin-missing'
  | 'code-wrong'
  | 'too-many'
  | 'busy'
  | 'request-differs'
  | 'request-under-way'
  | 'request-in-doubt'
  | 'pin-shape'
  | 'pin-unlike'
  | 'pin-weak'
  | 'login-wrong'
  | 'login-away'
  | 'login-denied'
  | 'login-refused'
  | 'login-no-role'
  | 'login-closed'
  | 'invitation-over'
  | 'password-short'
  | 'password-weak'
  | 'password-unlike'
  | 'email-unreadable'
  | 'email-taken'
  | 'last-administrator'
  | 'not-yourself'
  | 'unit-in-use'
  | 'session-ended'
  | 'form-stale'
  | 'changed-meanwhile'
  | 'template-wrong'
  | 'form-foreign'
  | 'address-not-https'
  | 'yes-missing'
  | 'body-unreadable'
  | 'body-too-large';

/** Thrown by services when the request itself is wrong. `detail` names a setting, field or flow, never a person. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: string | undefined;

  constructor(code: ErrorCode, detail?: string) {
    super(detail ? `${code}: ${detail}` : code);
    this.name = 'AppError';
    this.code = code;
    this.detail = detail;
  }
}
