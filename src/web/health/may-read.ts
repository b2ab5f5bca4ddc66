import type { Context } from 'hono';
import type { Operations } from './operations.ts';

const PROXY_HEADERS = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via', 'cf-connecting-ip'];
const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::ffff:127\.\d+\.\d+\.\d+|::1)$/i;

const digest = async (text: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));

/** Compares without telling by its time how much of a secret was right. */
async function isSame(a: string, b: string): Promise<boolean> {
  const [x, y] = await Promise.all([digest(a), digest(b)]);
  return x.reduce((different, byte, i) => different | (byte ^ (y[i] ?? 0)), 0) === 0;
}

/**
 * Who may read the figures: whoever shows the token; where there is none, this machine itself, as far as a proxy in front
 * cannot be behind the request. Everybody else may not.
 */
export async function mayRead(
  c: Context,
  { token, loopback }: Operations['metrics'],
  peer: string | undefined,
): Promise<boolean> {
  if (token !== undefined) {
    const given = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    return given !== undefined && isSame(given, token);
  }
  const isProxied = PROXY_HEADERS.some((name) => c.req.header(name) !== undefined);
  return loopback && !isProxied && peer !== undefined && LOOPBACK.test(peer);
}
