// The one place where errors become answers: a page for people, a problem for programs, plain text for webhooks.
import type { ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { AppError } from '../../services/app-error.ts';
import { mayPass } from '../../services/report-broken.ts';
import type { WebContext, WebEnv } from '../env.ts';
import { ErrorPage } from '../layout/error-page.tsx';
import { sendPage } from '../layout/send-page.ts';
import { type ErrorWords, errorHeadings, errorWords, faultWords, plainHeading } from '../words/errors.ts';
import { type Language, toLanguage } from '../words/language.ts';
import { pageWords } from '../words/pages.ts';
import { chosenLanguage } from './language.ts';
import { findOrganisation } from './organisation.ts';

/** Status, words and code of anything thrown. What is not the caller's fault says nothing about why. */
export function explain(error: unknown): ErrorWords & { code: string; detail: string } {
  if (error instanceof AppError)
    return { ...errorWords[error.code], code: error.code, detail: error.detail ?? '' };
  if (error instanceof HTTPException && error.status === 413)
    return { ...errorWords['body-too-large'], code: 'body-too-large', detail: '' };
  if (error instanceof HTTPException && error.status < 500)
    return { ...errorWords['body-unreadable'], code: 'body-unreadable', detail: '' };
  if (mayPass(error)) return { ...faultWords.storage, code: 'storage', detail: '' };
  return { ...faultWords.unexpected, code: 'unexpected', detail: '' };
}

/** The heading of an error page and, where there is one, the way on. */
function tell(status: number, code: string, language: Language, kind: 'staff' | 'relative') {
  if (code === 'session-ended' && kind === 'relative')
    return { heading: pageWords.endedTitle[language], help: pageWords.endedHelp[language] };
  return { heading: (errorHeadings[status] ?? plainHeading)[language] };
}

async function answer(c: WebContext, error: unknown): Promise<Response> {
  const { status, text, code, detail } = explain(error);
  const language = c.var.language ?? toLanguage(chosenLanguage(c));
  const sentence = text[language].replace('{detail}', detail);
  c.header('Cache-Control', 'no-store');
  if (status === 429 || status === 503) c.header('Retry-After', status === 429 ? '900' : '30');
  if (c.req.path.startsWith('/webhooks/')) return c.text(code, status);
  if (c.req.path.startsWith('/api/'))
    return c.json({ type: 'about:blank', title: sentence, status, code }, status, {
      'Content-Type': 'application/problem+json',
    });
  const organisation = await findOrganisation(c);
  const kind = c.req.path.startsWith('/desk') ? 'staff' : 'relative';
  const told = tell(status, code, language, kind);
  return sendPage(c, <ErrorPage {...{ ...told, sentence, language, organisation, kind }} />, status);
}

/** Turns whatever was thrown into an answer in the reader's language; logs our own faults by request id, code and name only. */
export const onError: ErrorHandler<WebEnv> = async (error, c) => {
  const { status, code } = explain(error);
  if (status >= 500)
    c.var.rt.log.error({ request: c.var.requestId, code, error: error.name }, 'a request failed');
  return answer(c, error);
};

/** The 404 page. */
export const onNotFound: NotFoundHandler<WebEnv> = (c) => answer(c, new AppError('not-found'));
