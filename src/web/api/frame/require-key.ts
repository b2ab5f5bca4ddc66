import type { MiddlewareHandler } from 'hono';
import { findKey } from '../../../services/api-keys/find-key.ts';
import { countTry, type Left, LIMIT_WINDOW_MS } from '../../../services/limit-tries.ts';
import type { ApiContext, ApiEnv } from './api-env.ts';
import { ApiError } from './problem.ts';

/** How many requests a key may make in a quarter of an hour, and how many an address may make with keys that do not work. */
export const MOST_REQUESTS = 3_000;
const MOST_REFUSED = 60;

const seconds = (ms: number): number => Math.ceil(ms / 1000);

/** What is left, as draft-ietf-httpapi-ratelimit-headers tells it. */
function tellLeft(c: ApiContext, { left, resetsInMs }: Left): void {
  c.header('RateLimit-Policy', `"key";q=${MOST_REQUESTS};w=${seconds(LIMIT_WINDOW_MS)}`);
  c.header('RateLimit', `"key";r=${Math.max(0, left)};t=${seconds(resetsInMs)}`);
}

const refuseFor = ({ resetsInMs }: Left): never => {
  throw new ApiError('rate-limited', { headers: { 'Retry-After': String(seconds(resetsInMs)) } });
};

async function refuse(c: ApiContext, code: 'key-missing' | 'key-refused'): Promise<never> {
  const tried = await countTry(c.var.rt, { what: 'api-refused', who: c.var.address, most: MOST_REFUSED });
  if (tried.left < 0) refuseFor(tried);
  const challenge = `Bearer realm="limen"${code === 'key-refused' ? ', error="invalid_token"' : ''}`;
  throw new ApiError(code, { headers: { 'WWW-Authenticate': challenge } });
}

/** Lets only holders of a key in, each so often; a key in the address is none. Sets `c.var.holder`. */
export const requireKey: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const given = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (given === undefined) return refuse(c, 'key-missing');
  const holder = await findKey(c.var.rt, given);
  if (!holder) return refuse(c, 'key-refused');
  const tried = await countTry(c.var.rt, { what: 'api-key', who: holder.id, most: MOST_REQUESTS });
  tellLeft(c, tried);
  if (tried.left < 0) refuseFor(tried);
  c.set('holder', holder);
  return next();
};
