// Live parts of the pages, as server-sent events.
import { streamSSE } from 'hono/streaming';
import type { PhoneNetwork } from '../../gateways/phone/phone.ts';
import type { WebContext } from '../env.ts';
import type { Phones } from './phone-env.ts';
import { Screen, screenOf } from './screen.tsx';
import { listTiles, Wall } from './wall.tsx';

/**
 * Streams a part of a page: once at the beginning and again after every change on a phone it shows. Changes that come
 * while one is being sent share the next. A reader who goes away is forgotten by the network.
 */
function streamPart(
  c: WebContext,
  network: PhoneNetwork,
  shows: (number: string) => boolean,
  render: () => Promise<string>,
): Response {
  return streamSSE(c, async (stream) => {
    let changed = true;
    let wake = (): void => {};
    const stop = network.watch((number) => {
      if (!shows(number)) return;
      changed = true;
      wake();
    });
    // A process that is to stop waits for nobody who only looks.
    const { closing } = c.var.rt;
    const leave = (): void => wake();
    closing.addEventListener('abort', leave);
    stream.onAbort(() => {
      stop();
      wake();
    });
    try {
      while (!stream.aborted && !closing.aborted) {
        if (changed) {
          changed = false;
          await stream.writeSSE({ data: await render() });
        } else await new Promise<void>((resolve) => (wake = resolve));
      }
    } catch (error) {
      c.var.rt.log.error({ why: error instanceof Error ? error.name : 'Error' }, 'a phone cannot be shown');
    } finally {
      closing.removeEventListener('abort', leave);
      stop();
    }
  });
}

/** The wall, live. */
export const streamWall = (c: WebContext, phones: Phones): Response =>
  streamPart(
    c,
    phones.network,
    () => true,
    async () => {
      const { rt, language } = c.var;
      return (<Wall tiles={await listTiles(phones)} now={rt.now()} language={language} />).toString();
    },
  );

/** One phone's screen, live. */
export const streamScreen = (c: WebContext, phones: Phones, number: string): Response =>
  streamPart(
    c,
    phones.network,
    (changed) => changed === number,
    async () => (<Screen {...screenOf(c, phones, number)} />).toString(),
  );
