// What a program asks for with an Idempotency-Key is done once, whatever is lost on the way: the request is claimed first, its work
// commits the mark that it was done, and the answer is kept. A worker that fell silent is followed by the next who asks: when
// nothing was committed the work begins anew; when something was, the work is only looked up, by the ids it derives from the key.
import {
  claimRequest,
  findRequest,
  forgetRequests,
  keepAnswer,
  letGo,
  marking,
  type RequestRow,
  WORKED,
} from '../../store/idempotency.ts';
import { blindIndex, seal, tokenHash, unseal } from '../../store/seal.ts';
import { AppError } from '../app-error.ts';
import type { Runtime } from '../runtime.ts';

/** How long an answer is kept, ms of the real clock. */
export const KEPT_MS = 24 * 60 * 60_000;

/** How long a worker may be silent before another follows, ms of the real clock. */
export const SILENT_MS = 60_000;

/** Who asks for what: `request` is the whole of it, method, address and body. */
export type Asked = { keyId: string; idempotencyKey: string; request: string };

/** An answer as it goes out; its body stays the same to the byte. */
export type KeptAnswer = { status: number; body: string; headers: Record<string, string> };

type Turn = { id: string; at: number; startedAt: number; recovering: boolean };

/** Ids that follow from the request and from nothing a client knows: the same ones again when its work is looked up. */
function derivedIds(rt: Runtime, { id, startedAt }: Turn): () => string {
  let nth = 0;
  return () => {
    nth += 1;
    return blindIndex(rt.db.keys, `request ${id} ${startedAt} ${nth}`).slice(0, 22);
  };
}

/** The runtime the work is done with: its first commit carries the mark. While recovering it commits nothing and looks up instead. */
function runtimeOf(rt: Runtime, turn: Turn): Runtime {
  const { lane, client } = rt.db;
  const ahead = rt.now() - rt.clock();
  const put: typeof lane.put = turn.recovering
    ? async (write, item) => {
        const found = await write.lookUp?.(client, item);
        if (found === undefined) throw new AppError('request-in-doubt');
        return found;
      }
    : (write, item) => lane.put(marking(write, turn), item);
  return {
    ...rt,
    now: () => turn.startedAt + ahead,
    newId: derivedIds(rt, turn),
    db: { ...rt.db, lane: { ...lane, put } },
  };
}

const isUnderWay = ({ status }: RequestRow): boolean => status === null || status === WORKED;

/** The turn of whoever asks; undefined when somebody else works on it. */
async function takeTurnAt(
  rt: Runtime,
  id: string,
  requestHash: string,
  was: RequestRow | undefined,
): Promise<Turn | undefined> {
  const at = rt.clock();
  if (was && at < was.at + SILENT_MS) return undefined;
  const recovering = was?.status === WORKED;
  const endsAt = recovering ? was.endsAt : at + KEPT_MS;
  const claim = { id, requestHash, at, endsAt, ...(was ? { was: was.at } : {}) };
  if (!(await rt.db.lane.put(claimRequest, claim))) return undefined;
  return { id, at, startedAt: endsAt - KEPT_MS, recovering };
}

const openAnswer = (rt: Runtime, { id, bodySealed }: RequestRow): KeptAnswer =>
  JSON.parse(unseal(rt.db.keys, `idempotency.body:${id}`, bodySealed ?? '')) as KeptAnswer;

async function work(
  rt: Runtime,
  turn: Turn,
  answer: (rt: Runtime) => Promise<KeptAnswer>,
): Promise<KeptAnswer> {
  const { id, at } = turn;
  try {
    const given = await answer(runtimeOf(rt, turn));
    if (turn.recovering && given.status >= 400) throw new AppError('request-in-doubt');
    const bodySealed = seal(rt.db.keys, `idempotency.body:${id}`, JSON.stringify(given));
    await rt.db.lane.put(keepAnswer, { id, at, status: given.status, bodySealed });
    return given;
  } catch (error) {
    await rt.db.lane.put(letGo, { id, at }).catch(() => undefined);
    throw error;
  }
}

/**
 * Gives the answer to a request, doing its work at most once; `answer` turns what the caller asked wrongly into an answer, and throws
 * what is our own fault. Throws `request-differs`, `request-under-way`, and `request-in-doubt` when something was committed and cannot be told.
 */
export async function doOnce(
  rt: Runtime,
  { keyId, idempotencyKey, request }: Asked,
  answer: (rt: Runtime) => Promise<KeptAnswer>,
): Promise<KeptAnswer & { replayed: boolean }> {
  const id = tokenHash(`${keyId} ${idempotencyKey}`);
  const requestHash = tokenHash(request);
  const found = await findRequest(rt.db, id);
  const isPast = found !== undefined && found.endsAt < rt.clock();
  if (isPast) await rt.db.lane.put(forgetRequests, rt.clock());
  const known = isPast ? undefined : found;
  if (known && known.requestHash !== requestHash) throw new AppError('request-differs');
  if (known && !isUnderWay(known)) return { ...openAnswer(rt, known), replayed: true };
  const turn = await takeTurnAt(rt, id, requestHash, known);
  if (!turn) throw new AppError('request-under-way');
  return { ...(await work(rt, turn, answer)), replayed: false };
}
