// The one place where errors become answers: a page for people, a problem for programs, plain text for webhooks.
import type { ErrorHandler, NotFoundHandler } from 'hono';
import { AppError } from '../../services/app-error.ts';
import { ApiError, sendProblem } from '../api/frame/problem.ts';
import type { WebContext, WebEnv } from '../env.ts';
import { ErrorPage } from '../layout/error-page.tsx';
import { sendPage } from '../layout/send-page.ts';
import { errorHeadings, plainHeading } from '../words/errors.ts';
import { type Language, toLanguage } from '../words/language.ts';
import { pageWords } from '../words/pages.ts';
import { explain } from './explain-error.ts';
import { chosenLanguage } from './language.ts';
import { findOrganisation } from './organisation.ts';

/** The heading of an error page and, where there is one, the way on. */
function tell(status: number, code: string, language: Language, kind: 'staff' | 'relative') {
  if (code === 'session-ended' && kind === 'relative')
    return { heading: pageWords.endedTitle[language], help: pageWords.endedHelp[language] };
  return { heading: (errorHeadings[status] ?? plainHeading)[language] };
}

async function answer(c: WebContext, error: unknown): Promise<Response> {
  c.header('Cache-Control', 'no-store');
  if (c.req.path.startsWith('/api/')) return sendProblem(c, error);
  const { status, text, code, detail } = explain(error);
  const language = c.var.language ?? toLanguage(chosenLanguage(c));
  const sentence = text[language].replace('{detail}', detail);
  if (status === 429 || status === 503) c.header('Retry-After', status === 429 ? '900' : '30');
  if (c.req.path.startsWith('/webhooks/')) return c.text(code, status);
  const organisation = await findOrganisation(c);
  const kind = c.req.path.startsWith('/desk') ? 'staff' : 'relative';
  const told = tell(status, code, language, kind);
  return sendPage(c, <ErrorPage {...{ ...told, sentence, language, organisation, kind }} />, status);
}

/** Turns whatever was thrown into an answer in the reader's language; logs our own faults by request id, code and name only. */
export const onError: ErrorHandler<WebEnv> = async (error, c) => {
  const { status, code } = explain(error);
  if (status >= 500 && !(error instanceof ApiError))
    c.var.rt.log.error({ request: c.var.requestId, code, error: error.name }, 'a request failed');
  return answer(c, error);
};

/** The 404 page. */
export const onNotFound: NotFoundHandler<WebEnv> = (c) => answer(c, new AppError('not-found'));
