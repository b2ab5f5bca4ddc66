// `limen <verb>`: one file per verb. Exit 0 fine, 1 the input is wrong, 2 we failed.
import { Command, CommanderError } from 'commander';
import { SettingError } from './config.ts';
import { checkVerb } from './verbs/check.ts';
import { diagramVerb } from './verbs/diagram.ts';
import { InputError } from './verbs/input-error.ts';
import { keyVerb } from './verbs/key.ts';
import { migrateVerb } from './verbs/migrate.ts';
import { simulateVerb } from './verbs/simulate.ts';
import { startVerb } from './verbs/start.ts';
import { verifyVerb } from './verbs/verify.ts';

const program = new Command('limen')
  .description('Holder kontakten med pårørende på sms. / Keeps in touch with relatives by SMS.')
  .exitOverride()
  .showHelpAfterError();

for (const verb of [startVerb, migrateVerb, checkVerb, simulateVerb, diagramVerb, keyVerb, verifyVerb])
  program.addCommand(verb());
for (const command of program.commands) command.exitOverride();

try {
  await program.parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 1;
  else if (error instanceof SettingError || error instanceof InputError) {
    console.error(error.message);
    process.exitCode = 1;
  } else {
    console.error(describeFault(error));
    process.exitCode = 2;
  }
}

/** A fault in one line: SQL parameters and the like, which errors may carry, are never printed. */
function describeFault(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  const known: Record<string, string> = {
    SQLITE_READONLY: 'DATABASE_URL: databasen kan ikke skrives til. / the database cannot be written to.',
    SQLITE_CANTOPEN: 'DATABASE_URL: databasen kan ikke åbnes. / the database cannot be opened.',
    SQLITE_FULL: 'DATABASE_URL: disken er fuld. / the disk is full.',
    EACCES: 'LIMEN_DATA: mappen kan ikke skrives til. / the folder cannot be written to.',
    EROFS: 'LIMEN_DATA: filsystemet er skrivebeskyttet. / the file system is read-only.',
    ENOSPC: 'LIMEN_DATA: disken er fuld. / the disk is full.',
  };
  const sentence = typeof code === 'string' ? known[code] : undefined;
  if (sentence) return sentence;
  return `Limen fejlede / failed: ${error instanceof Error ? `${error.name}${typeof code === 'string' ? ` ${code}` : ''}` : 'fault'}`;
}
