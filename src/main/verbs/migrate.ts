import { Command } from 'commander';
import { closeDatabase } from '../../store/open.ts';
import { readConfig } from '../config.ts';
import { openHouse } from '../open-house.ts';
import { print, printJson } from './print.ts';

/** `limen migrate`: brings the database of DATABASE_URL up to date. */
export const migrateVerb = (): Command =>
  new Command('migrate')
    .description('brings the database of DATABASE_URL up to date')
    .option('--json', 'print as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const config = readConfig(process.env);
      await closeDatabase(await openHouse(config));
      if (json) printJson({ migrated: true });
      else print('Databasen er klar.');
    });
