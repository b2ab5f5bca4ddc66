/** What a login begins with: where to send the browser, and what must be known again when it comes back. */
export type Departure = { url: string; memory: LoginMemory };

/** Kept by the browser, sealed, until it comes back; good for one login. */
export type LoginMemory = { state: string; nonce: string; verifier: string };

/** Who somebody is, as the provider has signed it. */
export type Identified = {
  /** Issuer and subject: one person at one provider, for good. */
  subject: string;
  name: string | undefined;
  /** A role's name in the house's own words; undefined when no claim maps to one. */
  role: string | undefined;
  /** Units as the claim names them; undefined where units do not follow from claims. */
  units: readonly string[] | undefined;
};

/** `denied`: the provider said no. `invalid`: the answer does not fit what was begun, or is not signed as it must be. `away`: no answer. */
export type Return =
  | { outcome: 'known'; who: Identified }
  | { outcome: 'denied' | 'invalid' | 'away'; code: string };

/** The port of a login elsewhere (OpenID Connect). No call throws for what the provider or the browser does wrong. */
export type Identity = {
  depart(): Promise<Departure | { outcome: 'away'; code: string }>;
  /** `search` is the query the browser came back with, as it stands in the address. */
  arrive(search: string, memory: LoginMemory): Promise<Return>;
  /** Where to send a browser to be logged out there too; undefined when the provider announces no such place or does not answer. */
  leave(): Promise<string | undefined>;
};
