import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Flow } from '../journey/flow/flow.ts';
import { type CheckAgainst, type FlowFiles, parseFlow } from '../journey/flow/parse-flow.ts';
import type { Problem } from '../journey/flow/problem.ts';

/** The text files of one flow folder, by their path inside it. */
async function readFlowFiles(folder: string): Promise<FlowFiles> {
  const files: Record<string, string> = {};
  const names = await readdir(folder, { recursive: true });
  for (const name of names.sort()) {
    if (!/\.(yaml|md)$/.test(name) || name === 'stories.yaml' || name === 'README.md') continue;
    files[name.replaceAll('\\', '/')] = await readFile(join(folder, name), 'utf8');
  }
  return files;
}

/** The folders under `folder` that hold a flow. */
export async function listFlowFolders(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  const folders: string[] = [];
  for (const name of names.sort())
    if ((await stat(join(folder, name))).isDirectory()) folders.push(join(folder, name));
  return folders;
}

export type ReadFlow = { folder: string } & ({ ok: true; flow: Flow } | { ok: false; problems: Problem[] });

/** Reads and checks one flow; problems carry the path as given. */
export async function readFlow(folder: string, against?: CheckAgainst): Promise<ReadFlow> {
  const parsed = parseFlow(await readFlowFiles(folder), against);
  if (parsed.ok) return { folder, ok: true, flow: parsed.flow };
  const problems = parsed.problems.map((p) => ({ ...p, file: join(folder, p.file) }));
  return { folder, ok: false, problems };
}
