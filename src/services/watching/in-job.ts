import type { Runtime } from '../runtime.ts';
import { awake, inSpan, untraced } from './in-span.ts';
import { withLog } from './with-log.ts';

/** What a job is called and the ids it is about. */
export type JobFields = { job: string } & Record<string, string | number>;

async function counted<T>(rt: Runtime, job: string, work: () => Promise<T>): Promise<T> {
  try {
    const done = await work();
    rt.metrics.count('jobs', { job, outcome: 'done' });
    return done;
  } catch (error) {
    rt.metrics.count('jobs', { job, outcome: 'failed' });
    throw error;
  }
}

/** Does what a bell was rung for: counted, in a span of its own, its name and ids on every log line. Passes on what it gives or throws. */
export function inJob<T>(rt: Runtime, fields: JobFields, work: (rt: Runtime) => Promise<T>): Promise<T> {
  const { job, ...ids } = fields;
  const attributes = Object.fromEntries(Object.entries(ids).map(([name, id]) => [`limen.${name}`, id]));
  const own = withLog(rt, fields);
  return counted(rt, job, () => inSpan(`job ${job}`, attributes, () => work(own), awake()));
}

/** Looks whether there is something to do: counted like a job, but without a trace as long as there is nothing. */
export const inBeat = <T>(rt: Runtime, job: string, work: (rt: Runtime) => Promise<T>): Promise<T> =>
  counted(rt, job, () => untraced(() => work(withLog(rt, { job }))));
