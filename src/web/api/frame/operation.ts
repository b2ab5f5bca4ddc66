// One operation of the API: what is said of it in the document, who may do it, and the service that does it.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Scope } from '../../../services/api-keys/scopes.ts';
import { AppError } from '../../../services/app-error.ts';
import { doOnce, type KeptAnswer } from '../../../services/requests/do-once.ts';
import type { Runtime } from '../../../services/runtime.ts';
import { type Right, requireRight, type Staff } from '../../../services/staff/staff.ts';
import type { Language, Words } from '../../words/language.ts';
import type { ApiContext, ApiEnv } from './api-env.ts';
import { checkPost, checkRequest, idempotencyKeyOf } from './check-request.ts';
import { ApiError, toProblem } from './problem.ts';
import { acceptedLanguage } from './read-language.ts';
import { responsesOf } from './responses.ts';

const Empty = z.object({});
type Empty = typeof Empty;

/** Who asks, and what: already checked against the shapes. */
export type Ask<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  rt: Runtime;
  staff: Staff;
  params: z.output<P>;
  query: z.output<Q>;
  body: z.output<B>;
  /** In which what is told to people is told. */
  language: Language;
};

type Order<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> = {
  id: string;
  /** Under which heading it stands in the reference. */
  tag: string;
  method: 'get' | 'post';
  /** Under /api/v1, with {names} of its params. */
  path: string;
  words: Words;
  scope: Scope;
  right: Right;
  params?: P;
  query?: Q;
  body?: B;
  answer: A;
  /** What the answer is written as; JSON unless this says otherwise, and then it is a text. */
  type?: 'text/calendar';
  status?: 200 | 201;
  /** It is refused at the edge, ever or when it is large. */
  refusedAtEdge?: 'ever' | 'large';
  /** Where what was made can be seen. */
  location?: (answer: z.output<A>, params: z.output<P>) => string;
  run(ask: Ask<P, Q, B>): Promise<z.input<A>>;
};

/** An operation, ready to be mounted. */
export type Operation = {
  id: string;
  tag: string;
  method: 'get' | 'post';
  path: string;
  words: Words;
  mount(api: OpenAPIHono<ApiEnv>): void;
};

type Allowing = { scope: Scope; right: Right; refusedAtEdge?: 'ever' | 'large' };

/** The key's scope first, then the right of its role; services ask again, and for whom. */
const allow =
  ({ scope, right, refusedAtEdge }: Allowing): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    const { staff, scopes } = c.var.holder;
    if (!scopes.includes(scope)) throw new ApiError('scope-missing', { detail: scope });
    requireRight(staff, right);
    if (refusedAtEdge === 'ever' && c.var.rt.config.edge) throw new ApiError('not-at-edge');
    return next();
  };

/** What passes by itself is no answer to keep. */
const PASSING = new Set(['busy', 'too-many', 'request-differs', 'request-under-way', 'request-in-doubt']);

function keepProblem(c: ApiContext, error: unknown): KeptAnswer {
  if (!(error instanceof AppError) || PASSING.has(error.code)) throw error;
  const { problem, headers } = toProblem(error, {
    publicUrl: c.var.rt.config.publicUrl,
    requestId: c.var.requestId,
    language: acceptedLanguage(c),
    fields: c.var.fields,
  });
  const type = { 'Content-Type': 'application/problem+json' };
  return { status: problem.status, body: JSON.stringify(problem), headers: { ...headers, ...type } };
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

const IdempotencyHeader = z.object({
  'idempotency-key': z.string().openapi({
    description: 'Yours to make, one for each request; the same again gives the same answer for 24 hours.',
    example: '7f1c7a3e-3a55-4b5f-8f0e-1f6f3f1d2c11',
  }),
});

type Asked = { method: 'get' | 'post'; params?: z.ZodType; query?: z.ZodType; body?: z.ZodType };

/** What is asked, as the document tells it. */
const requestOf = ({ method, params, query, body }: Asked) => ({
  ...(params ? { params: params as never } : {}),
  ...(query ? { query: query as never } : {}),
  ...(method === 'post' ? { headers: IdempotencyHeader } : {}),
  ...(body ? { body: { required: true, content: { 'application/json': { schema: body } } } } : {}),
});

/** Builds an operation from its description. */
export function operation<
  A extends z.ZodType,
  P extends z.ZodType = Empty,
  Q extends z.ZodType = Empty,
  B extends z.ZodType = Empty,
>(order: Order<P, Q, B, A>): Operation {
  const { id, tag, method, path, words } = order;
  const status = order.status ?? 200;

  const answerOf = async (c: ApiContext, rt: Runtime): Promise<KeptAnswer> => {
    const valid = c.req.valid as (target: string) => unknown;
    const ask = {
      rt,
      staff: c.var.holder.staff,
      params: (order.params ? valid.call(c.req, 'param') : {}) as z.output<P>,
      query: (order.query ? valid.call(c.req, 'query') : {}) as z.output<Q>,
      body: (order.body ? valid.call(c.req, 'json') : {}) as z.output<B>,
      language: acceptedLanguage(c),
    };
    const answer = order.answer.parse(await order.run(ask)) as z.output<A>;
    const location = order.location?.(answer, ask.params);
    if (order.type)
      return { status, body: String(answer), headers: { 'Content-Type': `${order.type}; charset=utf-8` } };
    const headers = location ? { ...JSON_TYPE, Location: `/api/v1${location}` } : JSON_TYPE;
    return { status, body: JSON.stringify(answer), headers };
  };

  const send = (c: ApiContext, { status: code, body, headers }: KeptAnswer): Response =>
    c.body(body, code as ContentfulStatusCode, headers);

  const handle = async (c: ApiContext): Promise<Response> => {
    c.set('fields', order.body instanceof z.ZodObject ? Object.keys(order.body.shape) : []);
    if (method === 'get') return send(c, await answerOf(c, c.var.rt));
    const { pathname, search } = new URL(c.req.url);
    const asked = {
      keyId: c.var.holder.id,
      idempotencyKey: idempotencyKeyOf(c),
      request: `POST ${pathname}${search}\n${await c.req.text()}`,
    };
    const { replayed, ...kept } = await doOnce(c.var.rt, asked, (rt) =>
      answerOf(c, rt).catch((error) => keepProblem(c, error)),
    );
    if (replayed) c.header('Idempotent-Replayed', 'true');
    return send(c, kept);
  };

  return {
    ...{ id, tag, method, path, words },
    mount(api) {
      const route = createRoute({
        method,
        path: `/api/v1${path}`,
        operationId: id,
        tags: [tag],
        summary: words.en,
        security: [{ key: [order.scope] }],
        'x-right': order.right,
        middleware: [allow(order), ...(method === 'post' ? [checkPost] : [])],
        request: requestOf(order),
        responses: responsesOf({ ...order, status }),
      });
      api.openapi(route, handle as never, checkRequest as never);
    },
  };
}
