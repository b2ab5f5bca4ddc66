import { existsSync } from 'node:fs';
import { Command } from 'commander';
import type { CheckAgainst } from '../../journey/flow/parse-flow.ts';
import { formatProblem } from '../../journey/flow/problem.ts';
import { readCheckAgainst } from '../check-against.ts';
import { type ReadFlow, readFlow } from '../read-flows.ts';
import { InputError } from './input-error.ts';
import { print, printJson } from './print.ts';

export type Language = 'da' | 'en';

/** Reads the flow in a folder. Throws when there is no such flow. */
async function readFlowAt(folder: string, against?: CheckAgainst): Promise<ReadFlow> {
  if (!existsSync(`${folder}/flow.yaml`))
    throw new InputError(
      `${folder}: her er intet forløb (flow.yaml mangler). / no flow here (flow.yaml is missing).`,
    );
  return readFlow(folder, against);
}

/** Reads the flow in a folder. Throws with its problems, one line each, when it does not pass its check. */
export async function requireFlow(folder: string, language: Language) {
  const read = await readFlowAt(folder);
  if (!read.ok) throw new InputError(read.problems.map((p) => formatProblem(p, language)).join('\n'));
  return read.flow;
}

const UNREAD =
  'Husets database kan ikke læses: teksterne er kun holdt op mod de faste ord. / The house’s database cannot be read: texts are held against the fixed words alone.';

/** The names no SMS may say, of the house that is there. */
async function namesOf({ house }: { house: boolean }): Promise<CheckAgainst | undefined> {
  const against = house ? await readCheckAgainst(process.env) : undefined;
  if (against !== 'unread') return against;
  process.stderr.write(`${UNREAD}\n`);
  return undefined;
}

/** `limen check <flow>`: every problem with file:line:column. */
export const checkVerb = (): Command =>
  new Command('check')
    .description('checks a flow folder: every problem with file:line:column and what to do')
    .argument('<flow>', 'the folder, like flows/velkomst')
    .option('--language <da|en>', 'the language of the sentences', 'da')
    .option('--json', 'one problem a line as JSON')
    .option('--no-house', 'not against the names of units, events and groups in the database')
    .action(async (folder: string, options: { language: Language; json?: boolean; house: boolean }) => {
      const read = await readFlowAt(folder, await namesOf(options));
      if (read.ok) {
        if (!options.json) print(`${folder}: i orden, ${read.flow.steps.length} trin.`);
        return;
      }
      if (!options.json)
        throw new InputError(read.problems.map((p) => formatProblem(p, options.language)).join('\n'));
      for (const problem of read.problems) printJson(problem);
      throw new InputError('');
    });
