import type { Context, MiddlewareHandler } from 'hono';
import type { AppOptions, WebEnv } from '../env.ts';

/** IPv6 is counted by its /64, since one subscriber has all of it. */
export function toSubject(address: string): string {
  const plain = address
    .trim()
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array<string>(zeros).fill('0'), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

/** Who asks: the connection's own end, or what `trustedProxies` of our own proxies say about it. */
function clientAddress(c: Context, options: AppOptions): string {
  const peer = options.peerAddress?.(c);
  const trusted = options.trustedProxies ?? 0;
  const chain = (c.req.header('x-forwarded-for') ?? '').split(',').map((entry) => entry.trim());
  const forwarded = trusted > 0 ? chain.at(-trusted) : undefined;
  return toSubject(forwarded || peer || 'unknown');
}

/** Sets `c.var.address`. */
export const address =
  (options: AppOptions): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    c.set('address', clientAddress(c, options));
    return next();
  };
