// BullMQ, where it is installed: it is no dependency of the bench, so it is found at run time and described here.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

type Connection = { connection: { path: string } };
type Kept = { removeOnComplete: boolean; delay: number };

export type Queue<Data> = {
  add(name: string, data: Data, options: Kept): Promise<unknown>;
  addBulk(jobs: { name: string; data: Data; opts: Kept }[]): Promise<unknown>;
  close(): Promise<void>;
};

export type Worker = { run(): Promise<void>; close(): Promise<void> };

export type BullMq = {
  Queue: new <Data>(name: string, options: Connection) => Queue<Data>;
  Worker: new <Data>(
    name: string,
    work: (job: { data: Data }) => Promise<void>,
    options: Connection & { concurrency: number; autorun: boolean },
  ) => Worker;
};

/** BullMQ as installed in `folder`; undefined when it is not. */
export async function findBullMq(folder: string): Promise<BullMq | undefined> {
  try {
    const file = createRequire(join(folder, 'package.json')).resolve('bullmq');
    return (await import(pathToFileURL(file).href)) as BullMq;
  } catch {
    return undefined;
  }
}
