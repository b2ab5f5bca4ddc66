// The provider brings no types of its own; this is what the tests use of it.
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  type Context = {
    oidc: {
      session: { accountId: string };
      client: { clientId: string };
      provider: Provider;
      account: { accountId: string };
    };
  };

  export class Provider {
    constructor(issuer: string, settings: Record<string, unknown>);
    callback(): (req: IncomingMessage, res: ServerResponse) => void;
    interactionFinished(
      req: IncomingMessage,
      res: ServerResponse,
      result: Record<string, unknown>,
    ): Promise<void>;
    on(event: string, listener: (...told: unknown[]) => void): void;
    Grant: new (what: {
      clientId: string;
      accountId: string;
    }) => { addOIDCScope(scope: string): void; save(): Promise<string> };
  }

  export type { Context };
}
