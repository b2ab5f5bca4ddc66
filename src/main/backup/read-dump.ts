// A libSQL server's own dump: one read transaction on the server, so it is of one moment whatever is written meanwhile.
import type { Client } from '@libsql/client';

/** The server's dump did not come, or not to its end. */
export class DumpFailed extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'DumpFailed';
  }
}

const IN_A_BATCH = 500;
/** Longer than this without a byte and the server is away. */
const SILENCE_MS = 60_000;

/** Cuts SQL into statements as it comes; a semicolon within quotes ends nothing. */
export async function* splitStatements(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let text = '';
  let looked = 0;
  let quoted = false;
  for await (const chunk of chunks) {
    text += chunk;
    let begun = 0;
    for (; looked < text.length; looked += 1) {
      const letter = text[looked];
      if (letter === "'") quoted = !quoted;
      if (letter !== ';' || quoted) continue;
      yield text.slice(begun, looked).trim();
      begun = looked + 1;
    }
    text = text.slice(begun);
    looked -= begun;
  }
  if (text.trim() !== '') throw new DumpFailed('the dump broke off');
}

const FRAME = /^(PRAGMA foreign_keys|BEGIN TRANSACTION$|COMMIT$)/i;

/** Carries a dump out on an empty database; throws DumpFailed when its end is missing. */
async function carryOutDump(statements: AsyncIterable<string>, to: Client): Promise<void> {
  let batch: string[] = [];
  let last = '';
  for await (const statement of statements) {
    last = statement;
    if (FRAME.test(statement)) continue;
    if (batch.push(statement) < IN_A_BATCH) continue;
    await to.batch(batch, 'write');
    batch = [];
  }
  if (batch.length > 0) await to.batch(batch, 'write');
  if (last !== 'COMMIT') throw new DumpFailed('the dump broke off');
}

async function* readTexts(body: ReadableStream<Uint8Array>, alive: () => void): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const bytes of body) {
    alive();
    yield decoder.decode(bytes, { stream: true });
  }
  yield decoder.decode();
}

/** Brings everything a libSQL server holds into an empty database. */
export async function dumpServer(
  server: { url: string; authToken?: string | undefined },
  to: Client,
): Promise<void> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), SILENCE_MS);
  const url = new URL('/dump', server.url.replace(/^libsql:/, 'https:'));
  try {
    const headers = server.authToken ? { Authorization: `Bearer ${server.authToken}` } : undefined;
    const answer = await fetch(url, {
      signal: silence.signal,
      redirect: 'error',
      ...(headers ? { headers } : {}),
    });
    if (!answer.ok || !answer.body) throw new DumpFailed(`the server answers ${answer.status} to a dump`);
    await carryOutDump(splitStatements(readTexts(answer.body, () => timer.refresh())), to);
  } catch (error) {
    if (error instanceof TypeError || silence.signal.aborted)
      throw new DumpFailed('the server does not answer');
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
