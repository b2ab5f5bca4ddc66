// Problems as RFC 9457 tells them. They name fields and codes, never what was sent in them.
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { AppError } from '../../../services/app-error.ts';
import type { WebContext } from '../../env.ts';
import { explain } from '../../middleware/explain-error.ts';
import type { Language, Words } from '../../words/language.ts';
import { type IssueCode, issueWords, type ProblemCode, problemWords, titleWords } from './problem-words.ts';
import { acceptedLanguage } from './read-language.ts';

/** One thing that is wrong: a JSON pointer into the body ("#/number"), or the name of a parameter of the address. */
export type Issue = ({ pointer: string } | { parameter: string }) & { code: IssueCode | string };

/** Thrown where a program asked the API itself wrongly; services throw AppError. */
export class ApiError extends Error {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly issues: readonly Issue[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ProblemCode,
    more: { detail?: string; issues?: readonly Issue[]; headers?: Record<string, string> } = {},
  ) {
    super(code);
    this.name = 'ApiError';
    this.code = code;
    this.detail = more.detail ?? '';
    this.issues = more.issues ?? [];
    this.headers = more.headers ?? {};
  }
}

export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  requestId: string;
  errors?: (Issue & { detail: string })[];
};

type Told = {
  status: number;
  code: string;
  text: Words;
  detail: string;
  issues: readonly Issue[];
  headers: Readonly<Record<string, string>>;
};

/** How long to wait before asking again, seconds, where the problem passes by itself. */
const RETRY: Readonly<Record<string, string>> = {
  'request-under-way': '5',
  'too-many': '900',
  busy: '2',
  storage: '30',
};

function tell(error: unknown): Told {
  if (error instanceof ApiError) {
    const { code, detail, issues, headers } = error;
    return { ...problemWords[code], code, detail, issues, headers };
  }
  if (error instanceof HTTPException && error.status === 415) return tell(new ApiError('media-type'));
  if (error instanceof HTTPException && error.status === 400) return tell(new ApiError('body-malformed'));
  const { status, code, text, detail } = explain(error);
  const retry = RETRY[code];
  return { status, code, text, detail, issues: [], headers: retry ? { 'Retry-After': retry } : {} };
}

const isKnown = (code: string): code is IssueCode => Object.hasOwn(issueWords, code);

/** The field an error of a service names ("window.from" is one inside another), when the body has such a field. */
function issuesOf(error: unknown, fields: readonly string[]): Issue[] {
  const path = error instanceof AppError ? error.detail?.split('.') : undefined;
  return path?.[0] !== undefined && error instanceof AppError && fields.includes(path[0])
    ? [{ pointer: `#/${path.join('/')}`, code: error.code }]
    : [];
}

/** A problem in words, with its headers. `fields` are those of the body, for the pointer. */
export function toProblem(
  error: unknown,
  from: { publicUrl: string; requestId: string; language: Language; fields?: readonly string[] },
): { problem: Problem; headers: Record<string, string> } {
  const { status, code, text, detail, issues, headers } = tell(error);
  const sentence = text[from.language].replace('{detail}', detail);
  const all = [...issues, ...issuesOf(error, from.fields ?? [])];
  const errors = all.map((issue) => ({
    ...issue,
    detail: isKnown(issue.code) ? issueWords[issue.code][from.language] : sentence,
  }));
  const problem = {
    type: `${from.publicUrl}/api/docs#${code}`,
    title: titleWords[status]?.[from.language] ?? sentence,
    status,
    detail: sentence,
    code,
    requestId: from.requestId,
    ...(errors.length > 0 ? { errors } : {}),
  };
  return { problem, headers: { ...headers, 'Content-Language': from.language } };
}

/** Answers with a problem in the language the program likes. */
export function sendProblem(c: WebContext, error: unknown): Response {
  const { problem, headers } = toProblem(error, {
    publicUrl: c.var.rt.config.publicUrl,
    requestId: c.var.requestId,
    language: acceptedLanguage(c),
  });
  return c.body(JSON.stringify(problem), problem.status as ContentfulStatusCode, {
    ...headers,
    Vary: 'Accept-Language',
    'Content-Type': 'application/problem+json',
  });
}
