import type { Context, Hono, MiddlewareHandler } from 'hono';
import type { IncomingSms, StatusReport } from '../gateways/gateway.ts';
import type { FormParams, Parsed } from '../gateways/twilio/parsed.ts';
import type { DemoClock } from '../services/move-clock.ts';
import type { PageVisit } from '../services/pages/resume-page.ts';
import type { Runtime } from '../services/runtime.ts';
import type { Operations } from './health/operations.ts';
import type { PageOrganisation } from './layout/organisation.ts';
import type { Language } from './words/language.ts';

/** What the middlewares hand to every page. */
export type Variables = {
  rt: Runtime;
  requestId: string;
  /** The language of buttons and headings; what a page itself says may be in another. */
  language: Language;
  organisation: PageOrganisation;
  /** Who asks, as far as a trusted proxy or the connection tells: an address, or a /64 of IPv6. */
  address: string;
  /** The fields of an unsafe request, already known to be readable text. */
  form: URLSearchParams;
  /** The file of an upload; only where files are taken. */
  upload: Uint8Array | undefined;
  /** The value forms of this page carry in `<CsrfField>`; made by `guardForms`. */
  csrf: string;
  /** The open page session; set under `/mit` alone. */
  visit: PageVisit;
  /** Moves the journeys' time; in the demo alone. */
  clock: DemoClock | undefined;
};

export type WebEnv = { Variables: Variables };
export type WebContext = Context<WebEnv>;

/** Any context of the house, whatever else its routes have set. */
export type HasRuntime = { var: { rt: Runtime } };

/** The provider's half of the Twilio webhooks, bound by `main` to its token and to our public address. */
export type TwilioDoor = {
  /** `url` is the configured public address with the request's own path and query, undecoded. */
  validate(url: string, params: FormParams, signature: string | undefined): boolean;
  parseInbound(params: FormParams): Parsed<IncomingSms>;
  parseStatus(params: FormParams, reference: string | undefined): Parsed<StatusReport>;
};

export type AppOptions = {
  /** Serves `/assets/dkfds|htmx|limen/*`; given by `main`, which may read files. */
  assets?: MiddlewareHandler;
  /** The webhooks are only there with it. */
  twilio?: TwilioDoor;
  /** The address at the other end of the connection; given by `main`, which knows the server. */
  peerAddress?: (c: Context) => string | undefined;
  /** Readiness and figures, for those who run the house; `/readyz` and `/metrics` are only there with it. */
  operations?: Operations;
  /** How many proxies of ours stand in front: that many entries of X-Forwarded-For are believed; 0 believes none. */
  trustedProxies?: number;
  clock?: DemoClock;
  /** The empty app to build on, where one is built for each request and its router should cost nothing to prepare. */
  base?: Hono<WebEnv>;
};
