// OpenID Connect by the authorization code with PKCE, state and nonce. The provider is asked for its addresses when somebody
// first logs in, so that the house starts without it; every request has a deadline and follows no redirect.
import type * as openid from 'openid-client';
import type { Departure, Identity, LoginMemory, Return } from '../identity.ts';
import { explainFailure } from './explain-failure.ts';
import { type ClaimSettings, readClaims } from './read-claims.ts';

export type OidcSettings = ClaimSettings & {
  issuer: string;
  clientId: string;
  clientSecret: string;
  scope: string;
  /** Our own address that the provider sends the browser back to. */
  returnUrl: string;
  /** Where it sends the browser after a logout; the provider must know both. */
  leaveUrl: string;
  timeoutSeconds: number;
};

type Found = { client: typeof openid; config: openid.Configuration };

/** How long what was found of the provider is believed, ms. */
const FOUND_MS = 60 * 60_000;

async function discover(settings: OidcSettings): Promise<Found> {
  const client = await import('openid-client');
  const plain = settings.issuer.startsWith('http:') ? [client.allowInsecureRequests] : [];
  const config = await client.discovery(
    new URL(settings.issuer),
    settings.clientId,
    settings.clientSecret,
    undefined,
    { timeout: settings.timeoutSeconds, execute: [client.enableNonRepudiationChecks, ...plain] },
  );
  return { client, config };
}

/** Asks once for all who wait, and again after a failure or an hour. */
function finder(settings: OidcSettings, clock: () => number): () => Promise<Found> {
  let found: { until: number; what: Promise<Found> } | undefined;
  return () => {
    if (found && clock() < found.until) return found.what;
    const what = discover(settings);
    const asked = { until: clock() + FOUND_MS, what };
    found = asked;
    what.catch(() => {
      if (found === asked) found = undefined;
    });
    return what;
  };
}

async function depart({ client, config }: Found, settings: OidcSettings): Promise<Departure> {
  const memory = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  };
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: settings.returnUrl,
    scope: settings.scope,
    state: memory.state,
    nonce: memory.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(memory.verifier),
    code_challenge_method: 'S256',
  });
  return { url: url.href, memory };
}

async function arrive(found: Found, settings: OidcSettings, search: string, memory: LoginMemory) {
  const { client, config } = found;
  const url = new URL(settings.returnUrl);
  url.search = search;
  const tokens = await client.authorizationCodeGrant(config, url, {
    expectedState: memory.state,
    expectedNonce: memory.nonce,
    pkceCodeVerifier: memory.verifier,
    idTokenExpected: true,
  });
  const signed = tokens.claims();
  if (!signed) throw new Error('no ID token');
  const isWhole = settings.roleClaim in signed;
  const asked =
    isWhole || !config.serverMetadata().userinfo_endpoint
      ? {}
      : await client.fetchUserInfo(config, tokens.access_token, signed.sub);
  return readClaims({ ...asked, ...signed }, settings);
}

/**
 * OpenID Connect RP-Initiated Logout 1.0, by our client id alone: an ID token as hint would be kept until then and would put a
 * name into an address. The provider may therefore ask whether it is meant.
 */
function leave({ client, config }: Found, { leaveUrl }: OidcSettings): string | undefined {
  if (!config.serverMetadata().end_session_endpoint) return undefined;
  return client.buildEndSessionUrl(config, { post_logout_redirect_uri: leaveUrl }).href;
}

/** The login of a municipality. Nothing is asked of the provider before somebody logs in. */
export function openIdentity(settings: OidcSettings, clock: () => number = Date.now): Identity {
  const find = finder(settings, clock);
  return {
    async depart() {
      try {
        return await depart(await find(), settings);
      } catch (error) {
        return { outcome: 'away', code: explainFailure(error).code };
      }
    },
    async arrive(search, memory): Promise<Return> {
      let found: Found;
      try {
        found = await find();
      } catch (error) {
        return { outcome: 'away', code: explainFailure(error).code };
      }
      try {
        return { outcome: 'known', who: await arrive(found, settings, search, memory) };
      } catch (error) {
        return explainFailure(error);
      }
    },
    async leave() {
      try {
        return leave(await find(), settings);
      } catch {
        return undefined;
      }
    },
  };
}
