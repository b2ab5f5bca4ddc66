import type { z } from '@hono/zod-openapi';
import { ProblemShape } from './shapes.ts';

const headers = {
  'X-Request-Id': { schema: { type: 'string' as const }, description: 'Name it when you ask us about it.' },
  RateLimit: { schema: { type: 'string' as const }, description: 'What is left of the quarter of an hour.' },
};

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ProblemShape } },
});

const PROBLEMS = {
  401: problem('The key is missing, unknown, ended or revoked.'),
  403: problem('The key has not this scope, or its role not this right.'),
  404: problem('It is not there, or out of sight of the key.'),
  422: problem('What was asked cannot be used; see `errors`.'),
  429: problem('Too many requests; see Retry-After.'),
  503: problem('Passing trouble of ours; ask again.'),
};

const PROBLEMS_OF_POST = {
  400: problem('The body is no JSON, or the Idempotency-Key is missing.'),
  409: problem('In conflict with how things stand, or the same request is under way.'),
  413: problem('More than 64 KiB, or than 2 MiB of an import.'),
  415: problem('Something else than JSON.'),
};

const PROBLEM_AT_EDGE = {
  ever: problem('Not at the edge; ask the server where the desk is.'),
  large: problem('Too much for the edge; ask the server where the desk is.'),
};

type Answering = {
  status: 200 | 201;
  answer: z.ZodType;
  method: 'get' | 'post';
  type?: 'text/calendar';
  refusedAtEdge?: 'ever' | 'large';
};

/** Everything an operation may answer. */
export const responsesOf = ({ status, answer, method, type, refusedAtEdge }: Answering) => ({
  [status]: {
    description: status === 201 ? 'It was made.' : 'Done.',
    headers,
    content: { [type ?? 'application/json']: { schema: answer } },
  },
  ...PROBLEMS,
  ...(method === 'post' ? PROBLEMS_OF_POST : {}),
  ...(refusedAtEdge ? { 501: PROBLEM_AT_EDGE[refusedAtEdge] } : {}),
});
