import type { Context } from 'hono';
import { Hono as QuickHono } from 'hono/quick';
import type { Flow } from '../../journey/flow/flow.ts';
import type { Runtime } from '../../services/runtime.ts';
import { closeDatabase } from '../../store/open.ts';
import { createDoors } from '../../web/doors.ts';
import type { WebEnv } from '../../web/env.ts';
import { checkFinished } from '../check-finished.ts';
import { checkKeys } from '../check-keys.ts';
import { SettingError } from '../config.ts';
import { openTwilioDoor } from '../twilio-door.ts';
import { createConsoleLog } from './console-log.ts';
import { type EdgeConfig, readEdgeConfig } from './edge-config.ts';
import { createEdgeRuntime } from './edge-runtime.ts';

/** What workerd hands to a request, as far as it is used here. */
export type Worker = {
  fetch(
    request: Request,
    env: Readonly<Record<string, unknown>>,
    context: { waitUntil(work: Promise<unknown>): void },
  ): Promise<Response>;
};

/** Cloudflare sets this header itself and lets no client do so. */
const peerAddress = (c: Context): string | undefined => c.req.header('cf-connecting-ip');

/** A STOP written under foreign keys, or into half a copy, would bind nobody. A database that does not answer is told by the page itself. */
async function holdKeysAgainst({ db, log }: Runtime): Promise<boolean> {
  try {
    await checkFinished(db);
    await checkKeys(db);
    return true;
  } catch (error) {
    if (error instanceof SettingError) throw error;
    log.warn({ error: error instanceof Error ? error.name : 'fault' }, 'the keys could not be checked');
    return false;
  }
}

async function answer(rt: Runtime, config: EdgeConfig, request: Request): Promise<Response> {
  const { publicUrl, twilioToken } = config;
  const twilio = await openTwilioDoor({ PUBLIC_URL: publicUrl, TWILIO_AUTH_TOKEN: twilioToken });
  return createDoors(rt, { twilio, peerAddress, base: new QuickHono<WebEnv>() }).fetch(request);
}

/** Tells whoever runs it which setting is wrong, and whoever asked nothing of it. */
function refuse(error: unknown): Response {
  if (!(error instanceof SettingError)) throw error;
  createConsoleLog('info').error({ setting: error.message }, 'the edge is not set up');
  return new Response('Limen er ikke sat op her. / Limen is not set up here.', {
    status: 500,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

/**
 * Builds the Worker of one isolate. Every request gets a runtime of its own; requests share only what cannot change: the flows'
 * published versions (named by their content), and that the keys were once seen to be this database's.
 */
export function createWorker(): Worker {
  const flows = new Map<string, Flow>();
  let keysFit = false;
  return {
    async fetch(request, env, context) {
      try {
        const config = readEdgeConfig(env);
        const rt = await createEdgeRuntime(config, flows);
        try {
          if (!keysFit) keysFit = await holdKeysAgainst(rt);
          return await answer(rt, config, request);
        } finally {
          context.waitUntil(closeDatabase(rt.db));
        }
      } catch (error) {
        return refuse(error);
      }
    },
  };
}
