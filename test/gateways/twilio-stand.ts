// The real SDK against the local Twilio, with the house's two webhook doors behind real signatures.
import type { IncomingSms, StatusReport } from '../../src/gateways/gateway.ts';
import { parseInbound } from '../../src/gateways/twilio/parse-inbound.ts';
import { parseStatus } from '../../src/gateways/twilio/parse-status.ts';
import { createTwilioGateway } from '../../src/gateways/twilio/twilio-gateway.ts';
import { validateSignature } from '../../src/gateways/twilio/validate-signature.ts';
import type { Stand } from './conformance.ts';
import { startTwilioServer, type TwilioServer } from './twilio-server.ts';
import type { SignedRequest } from './twilio-webhooks.ts';

const publicUrl = 'https://limen.example';
const requestTimeoutMs = 200;

/** Opens a gateway on a fresh local Twilio with a clock of its own. */
export async function openTwilioStand(
  different: { maxPageSize?: number } = {},
): Promise<Stand & { server: TwilioServer }> {
  const senders = { name: 'Kommunen', number: '+4520009999' };
  const reports: StatusReport[] = [];
  const incoming: IncomingSms[] = [];
  let refusals = 0;
  let at = Date.parse('2027-03-01T09:00:00Z');
  const server = await startTwilioServer({
    publicUrl,
    senders: Object.values(senders),
    now: () => at,
    deliver: async (request) => {
      if (refusals > 0) {
        refusals -= 1;
        return 503;
      }
      return take(request, server.authToken, reports, incoming);
    },
    ...different,
  });
  server.refuse('+4533000001', 21614);
  const { accountSid, authToken, url: apiUrl } = server;
  const options = { accountSid, authToken, apiUrl, senders, publicUrl, requestTimeoutMs, connections: 4 };
  const gateway = createTwilioGateway(options);
  return {
    server,
    gateway,
    senders,
    reports,
    incoming,
    now: () => at,
    taken: (number) =>
      server.accepted.filter(({ to }) => to === number).map(({ from, body }) => ({ from, text: body })),
    breakNext: (what) => breakNext(server, what),
    refuseWebhooks: (times) => {
      refusals = times;
    },
    switchOff: (number) => server.endsAs(number, { status: 'undelivered', code: 30003 }),
    type: (number, text) => server.sendInbound({ from: number, to: senders.number, text }),
    async settle() {
      at += 180_000;
      await server.settle();
    },
    async close() {
      await server.close();
      await gateway.close();
    },
  };
}

function breakNext(server: TwilioServer, what: Parameters<Stand['breakNext']>[0]): void {
  if (what === 'answer lost') server.plan('accept-then-drop');
  else if (what === 'message and answer lost') server.plan('drop');
  else if (what === 'too many requests') server.plan(429);
  else if (what === 'search' || what === 'list') server.planList(500);
  else server.callbackMode('doubled-reordered');
}

/** The house's doors as the web room has them: signature first, then the form. */
function take(
  { path, headers, body }: SignedRequest,
  authToken: string,
  reports: StatusReport[],
  incoming: IncomingSms[],
): number {
  const params = Object.fromEntries(new URLSearchParams(body));
  const signature = headers['x-twilio-signature'];
  if (!validateSignature({ authToken, publicUrl, pathAndQuery: path, signature, params })) return 403;
  const { pathname, searchParams } = new URL(path, publicUrl);
  if (pathname === '/webhooks/twilio/status') {
    const parsed = parseStatus(params, searchParams.get('ref') ?? undefined);
    if (parsed.ok) reports.push(parsed.value);
    return parsed.ok ? 200 : 400;
  }
  const parsed = parseInbound(params);
  if (parsed.ok) incoming.push(parsed.value);
  return parsed.ok ? 200 : 400;
}
