// A real OpenID provider in this process, on 127.0.0.1, and a browser's way through it.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { type Context, Provider } from 'oidc-provider';
import { openIdentity } from '../../src/gateways/oidc/open-identity.ts';
import { readConfig } from '../../src/main/config.ts';
import { oidcSettings } from '../../src/main/oidc-settings.ts';

export const CLIENT_ID = 'limen';
export const CLIENT_SECRET = 'a secret of the tests alone';

export type Claims = Record<string, unknown>;

export type Playground = AsyncDisposable & {
  issuer: string;
  /** What the provider says of its one person. */
  person: { sub: string; claims: Claims };
  /** What it does wrong with the next ID tokens: claims in the place of its own, or a key that is not published. */
  wrong: { claims?: Claims; key?: 'another' };
  /** How often somebody had to log in there; who is logged in already is not asked. */
  asked: number;
  /** Says no instead of logging in. */
  deny: boolean;
  close(): Promise<void>;
  /** The settings of Limen's own side, as the environment gives them. */
  env: Record<string, string>;
};

const port = (server: ReturnType<typeof createServer>): number => {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
};

async function grantAll({ oidc }: Context) {
  const grant = new oidc.provider.Grant({
    clientId: oidc.client.clientId,
    accountId: oidc.session.accountId,
  });
  grant.addOIDCScope('openid profile');
  await grant.save();
  return grant;
}

const settingsOf = (
  person: Playground['person'],
  jwk: object,
  takesLogout: boolean,
): Record<string, unknown> => ({
  clients: [
    {
      client_id: CLIENT_ID,
      client_secret: CLIENT_SECRET,
      redirect_uris: ['https://limen.test/desk/login/retur'],
      post_logout_redirect_uris: ['https://limen.test/desk/login'],
      token_endpoint_auth_method: 'client_secret_post',
    },
  ],
  jwks: { keys: [jwk] },
  cookies: { keys: ['cookies of the tests'] },
  conformIdTokenClaims: false,
  claims: { openid: ['sub'], profile: ['name', 'roles', 'units'] },
  features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: takesLogout } },
  interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
  findAccount: (_: unknown, id: string) => ({
    accountId: id,
    claims: async () => ({ sub: id, ...person.claims }),
  }),
  loadExistingGrant: grantAll,
  ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
});

/** Lets the answer of the token endpoint through with another ID token. */
function tamper(res: ServerResponse, change: (idToken: string) => Promise<string>): void {
  const end = res.end.bind(res) as (body: string) => ServerResponse;
  res.end = ((body?: string | Buffer) => {
    const told: Record<string, unknown> = JSON.parse(String(body ?? '{}'));
    const send = (value: object): void => {
      const text = JSON.stringify(value);
      res.setHeader('content-length', Buffer.byteLength(text));
      end(text);
    };
    if (typeof told.id_token !== 'string') send(told);
    else void change(told.id_token).then((id_token) => send({ ...told, id_token }));
    return res;
  }) as typeof res.end;
}

/** Starts the provider; one that takes no logout does not announce where. */
export async function startProvider({ takesLogout = true } = {}): Promise<Playground> {
  const makeKeys = () => generateKeyPair('RS256', { extractable: true });
  const [{ privateKey }, another] = await Promise.all([makeKeys(), makeKeys()]);
  const jwk = { ...(await exportJWK(privateKey)), kid: 'test', alg: 'RS256', use: 'sig' };
  let handle: (req: IncomingMessage, res: ServerResponse) => void = () => undefined;
  const server = createServer((req, res) => handle(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${port(server)}`;
  const person = { sub: 'person-1', claims: {} as Claims };
  const provider = new Provider(issuer, settingsOf(person, jwk, takesLogout));
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  const playground: Playground = {
    issuer,
    person,
    wrong: {},
    asked: 0,
    deny: false,
    close,
    env: {
      PUBLIC_URL: 'https://limen.test',
      STAFF_OIDC_ISSUER: issuer,
      STAFF_OIDC_CLIENT_ID: CLIENT_ID,
      STAFF_OIDC_CLIENT_SECRET: CLIENT_SECRET,
      STAFF_OIDC_UNIT_CLAIM: 'units',
    },
    [Symbol.asyncDispose]: close,
  };
  const sign = async (idToken: string): Promise<string> => {
    const payload = JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString());
    return new SignJWT({ ...payload, ...playground.wrong.claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'test' })
      .sign(playground.wrong.key ? another.privateKey : privateKey);
  };
  handle = (req, res) => {
    if (req.url?.startsWith('/interaction/')) {
      playground.asked += 1;
      const result = playground.deny
        ? { error: 'access_denied', error_description: 'no' }
        : { login: { accountId: person.sub } };
      void provider.interactionFinished(req, res, result);
      return;
    }
    if (req.url === '/token') tamper(res, sign);
    provider.callback()(req, res);
  };
  return playground;
}

/** Limen's side of it, from the settings. */
export function identityOf(env: Record<string, string>) {
  const settings = oidcSettings(readConfig(env));
  if (!settings) throw new Error('no settings');
  return openIdentity({ ...settings, timeoutSeconds: 2 });
}

/** The cookies a browser keeps of the provider. */
export type Jar = Map<string, string>;

async function ask(at: string, jar: Jar, init: RequestInit = {}): Promise<Response> {
  const headers = { ...init.headers, cookie: [...jar].map(([n, v]) => `${n}=${v}`).join('; ') };
  const answer = await fetch(at, { ...init, redirect: 'manual', headers });
  for (const line of answer.headers.getSetCookie()) {
    const [pair = ''] = line.split(';');
    const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
    else jar.set(name, value);
  }
  return answer;
}

/** Goes through the provider from where Limen sends the browser, and gives the query it comes back with. */
export async function goThrough(
  url: string,
  home = 'https://limen.test/',
  jar: Jar = new Map(),
): Promise<string> {
  let at = url;
  for (let steps = 0; steps < 10; steps += 1) {
    if (at.startsWith(home)) return new URL(at).search;
    const answer = await ask(at, jar);
    const location = answer.headers.get('location');
    if (!location) throw new Error(`the provider answered ${answer.status} ${await answer.text()}`);
    at = new URL(location, at).href;
  }
  throw new Error('the provider leads in circles');
}

/** Says yes to being logged out there, and gives where the provider leads then. */
export async function leaveThrough(url: string, jar: Jar): Promise<string | null> {
  const html = await (await ask(url, jar)).text();
  const action = /<form[^>]+action="([^"]+)"/.exec(html)?.[1];
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
  if (!action) throw new Error(`the provider does not ask: ${html}`);
  const answer = await ask(new URL(action, url).href, jar, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ xsrf, logout: 'yes' }).toString(),
  });
  return answer.headers.get('location');
}
