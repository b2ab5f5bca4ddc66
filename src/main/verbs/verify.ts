import { Command } from 'commander';
import { verifyLedger } from '../../services/chain-ledger.ts';
import { closeDatabase } from '../../store/open.ts';
import { readConfig } from '../config.ts';
import { openHouse } from '../open-house.ts';
import { InputError } from './input-error.ts';
import { print, printJson } from './print.ts';

/** `limen verify`: reckons the chain of consents and audit again and prints its head, for keeping elsewhere. */
export const verifyVerb = (): Command =>
  new Command('verify')
    .description('checks the chain of consents and audit, and prints its head')
    .option('--json', 'print as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const db = await openHouse(readConfig(process.env));
      const verified = await verifyLedger(db);
      await closeDatabase(db);
      if (json) printJson(verified);
      else if (verified.ok) print(`Kæden holder: ${verified.entries} poster, sidste led ${verified.head}`);
      if (!verified.ok) throw new InputError(`Kæden er brudt ved post ${verified.brokenAt}.`);
    });
