import { HTTPException } from 'hono/http-exception';
import { AppError } from '../../services/app-error.ts';
import { mayPass } from '../../services/report-broken.ts';
import { type ErrorWords, errorWords, faultWords } from '../words/errors.ts';

/** What anything thrown means to whoever asked. */
export type Explained = ErrorWords & { code: string; detail: string };

/** Status, words and code of anything thrown. What is not the caller's fault says nothing about why. */
export function explain(error: unknown): Explained {
  if (error instanceof AppError)
    return { ...errorWords[error.code], code: error.code, detail: error.detail ?? '' };
  if (error instanceof HTTPException && error.status === 413)
    return { ...errorWords['body-too-large'], code: 'body-too-large', detail: '' };
  if (error instanceof HTTPException && error.status < 500)
    return { ...errorWords['body-unreadable'], code: 'body-unreadable', detail: '' };
  if (mayPass(error)) return { ...faultWords.storage, code: 'storage', detail: '' };
  return { ...faultWords.unexpected, code: 'unexpected', detail: '' };
}
