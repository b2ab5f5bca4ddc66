// `limen <verb>`: one file per verb. Exit 0 fine, 1 the input is wrong, 2 we failed.
import { Command, CommanderError } from 'commander';
import { SettingError } from './config.ts';
import { backupVerb } from './verbs/backup.ts';
import { checkVerb } from './verbs/check.ts';
import { copyVerb } from './verbs/copy.ts';
import { diagramVerb } from './verbs/diagram.ts';
import { InputError } from './verbs/input-error.ts';
import { inviteVerb } from './verbs/invite.ts';
import { keyVerb } from './verbs/key.ts';
import { migrateVerb } from './verbs/migrate.ts';
import { restoreVerb } from './verbs/restore.ts';
import { rotateKeysVerb } from './verbs/rotate-keys.ts';
import { simulateVerb } from './verbs/simulate.ts';
import { startVerb } from './verbs/start.ts';
import { VerbFailed } from './verbs/verb-failed.ts';
import { verifyVerb } from './verbs/verify.ts';
import { workerVerb } from './verbs/worker.ts';

const VERBS = [
  startVerb,
  workerVerb,
  migrateVerb,
  checkVerb,
  simulateVerb,
  diagramVerb,
  keyVerb,
  inviteVerb,
  verifyVerb,
  backupVerb,
  restoreVerb,
  rotateKeysVerb,
  copyVerb,
];

function buildProgram(): Command {
  const program = new Command('limen')
    .description('Holder kontakten med pårørende på sms. / Keeps in touch with relatives by SMS.')
    .exitOverride()
    .showHelpAfterError();
  for (const verb of VERBS) program.addCommand(verb().exitOverride());
  return program;
}

/** Runs one command line (without the program's own name) and gives its exit code. */
export async function runCli(args: readonly string[]): Promise<number> {
  try {
    await buildProgram().parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1;
    if (error instanceof SettingError || error instanceof InputError) {
      if (error.message) process.stderr.write(`${error.message}\n`);
      return 1;
    }
    process.stderr.write(`${error instanceof VerbFailed ? error.message : describeFault(error)}\n`);
    return 2;
  }
}

/** A fault in one line: SQL parameters and the like, which errors may carry, are never printed. */
function describeFault(error: unknown): string {
  const code = codeOf(error);
  const known: Record<string, string> = {
    SQLITE_READONLY: 'DATABASE_URL: databasen kan ikke skrives til. / the database cannot be written to.',
    SQLITE_CANTOPEN: 'DATABASE_URL: databasen kan ikke åbnes. / the database cannot be opened.',
    SQLITE_NOTADB: 'DATABASE_URL: filen er ikke en database. / the file is not a database.',
    SQLITE_FULL: 'DATABASE_URL: disken er fuld. / the disk is full.',
    ENOENT: 'LIMEN_DATA eller DATABASE_URL: mappen kan ikke laves. / the folder cannot be made.',
    ENOTDIR: 'LIMEN_DATA eller DATABASE_URL: stien går gennem en fil. / the path goes through a file.',
    EACCES: 'LIMEN_DATA: mappen kan ikke skrives til. / the folder cannot be written to.',
    EROFS: 'LIMEN_DATA: filsystemet er skrivebeskyttet. / the file system is read-only.',
    ECONNREFUSED: 'DATABASE_URL: databaseserveren svarer ikke. / the database server does not answer.',
    ENOTFOUND: 'DATABASE_URL: databaseserveren findes ikke. / there is no such database server.',
    ENOSPC: 'LIMEN_DATA: disken er fuld. / the disk is full.',
  };
  const sentence = typeof code === 'string' ? known[code] : undefined;
  if (sentence) return sentence;
  return `Limen fejlede / failed: ${error instanceof Error ? `${error.name}${typeof code === 'string' ? ` ${code}` : ''}` : 'fault'}`;
}

/** The code of an error or of what caused it: the database's errors come wrapped. */
function codeOf(error: unknown): unknown {
  for (let e = error; e instanceof Error; e = e.cause) if ('code' in e && e.code !== undefined) return e.code;
  return undefined;
}
