// What the provider calls. Each call is signed over our configured public address and all its parameters; anything else is refused.
import { type Context, Hono } from 'hono';
import type { FormParams } from '../../gateways/twilio/parsed.ts';
import { receiveSms } from '../../services/replies/receive-sms.ts';
import { recordStatus } from '../../services/sending/record-status.ts';
import type { TwilioDoor, WebEnv } from '../env.ts';

const emptyAnswer = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

function readParams(body: string): FormParams {
  const params: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(body)) {
    const known = params[name];
    params[name] = known === undefined ? value : [known, value].flat();
  }
  return params;
}

/** The parameters of a call whose signature fits; undefined for any other. The address is taken as it came, never decoded. */
async function signedParams(c: Context<WebEnv>, door: TwilioDoor): Promise<FormParams | undefined> {
  const params = readParams(await c.req.text());
  const pathAndQuery = c.req.url.replace(/^[a-z]+:\/\/[^/]*/i, '');
  const url = c.var.rt.config.publicUrl + pathAndQuery;
  return door.validate(url, params, c.req.header('x-twilio-signature')) ? params : undefined;
}

const warn = (c: Context<WebEnv>, reason: string): void =>
  c.var.rt.log.warn({ request: c.var.requestId, reason }, 'a signed webhook could not be read');

/** An SMS from a phone, and what became of ours. Answered only after it is stored; a fault gives 500, so that the provider tries again. */
export function twilioRoutes(door: TwilioDoor): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.post('/inbound', async (c) => {
    const params = await signedParams(c, door);
    if (!params) return c.text('signature', 403);
    const sms = door.parseInbound(params);
    if (!sms.ok) {
      warn(c, sms.reason);
      return c.text(sms.reason, 400);
    }
    await receiveSms(c.var.rt, sms.value);
    return c.body(emptyAnswer, 200, { 'Content-Type': 'text/xml; charset=utf-8' });
  });
  routes.post('/status', async (c) => {
    const params = await signedParams(c, door);
    if (!params) return c.text('signature', 403);
    const report = door.parseStatus(params, c.req.query('ref'));
    if (report.ok) await recordStatus(c.var.rt, report.value);
    else warn(c, report.reason);
    return c.body(null, 204);
  });
  return routes;
}
