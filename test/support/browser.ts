// A browser without a browser: keeps cookies, follows nothing by itself, fills in the token of the form it was shown.

/** Whatever answers requests: a Hono app, or a server far away. */
export type Answering = { request(url: string, init: RequestInit): Response | Promise<Response> };

export type Answer = { status: number; headers: Headers; text: string; location: string | null };

export type TestBrowser = {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** Posts a form with the token of the page seen last, unless `csrf` is given. */
  post(path: string, fields?: Record<string, string>, headers?: Record<string, string>): Promise<Answer>;
  /** Posts a form with one file, as `fil`. */
  upload(path: string, bytes: Uint8Array<ArrayBuffer>, name?: string): Promise<Answer>;
  /** Goes where the answer points. */
  follow(answer: Answer): Promise<Answer>;
  cookies: Map<string, string>;
  /** The token in the form of the page seen last. */
  token(): string;
};

const origin = 'https://limen.test';

/** Opens a browser on an app: `const browser = openBrowser(createApp(rt))`. */
export function openBrowser(app: Answering): TestBrowser {
  const cookies = new Map<string, string>();
  let csrf = '';
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([n, v]) => `${n}=${v}`).join('; '));
    const answer = await app.request(origin + path, { ...init, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0/i.test(line)) cookies.delete(pair.slice(0, at));
      else cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const text = await answer.text();
    csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? csrf;
    return { status: answer.status, headers: answer.headers, text, location: answer.headers.get('location') };
  };
  const get = (path: string, headers: Record<string, string> = {}) => send(path, { headers });
  return {
    get,
    post: (path, fields = {}, headers = {}) =>
      send(path, {
        method: 'POST',
        body: new URLSearchParams({ csrf, ...fields }).toString(),
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
          ...headers,
        },
      }),
    upload: (path, bytes, name = 'liste.csv') => {
      const body = new FormData();
      body.set('csrf', csrf);
      body.set('fil', new File([bytes], name));
      return send(path, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } });
    },
    follow: (answer) => get(answer.location ?? '/'),
    cookies,
    token: () => csrf,
  };
}
