import { Command } from 'commander';
import { isoWithOffset } from '../../journey/time/format.ts';
import { readConfig } from '../config.ts';
import { print, printJson } from './print.ts';

type Options = { replace?: boolean; takenAt?: string; json?: boolean };

/** `limen restore <file>`: a backup takes the place of the settings' database, and sends nothing before it is reconciled. */
export const restoreVerb = (): Command =>
  new Command('restore')
    .description(
      'puts a backup into the database of the settings; it sends nothing before it is reconciled with the gateway',
    )
    .argument('<file>', 'a file that limen backup made')
    .option('--replace', 'a database file that is there is kept beside it under a dated name')
    .option(
      '--taken-at <when>',
      'when the copy was made, like 2027-03-01T09:00, where it does not say so itself',
    )
    .option('--json', 'print as JSON')
    .action(async (source: string, { json, ...options }: Options) => {
      const { putBack } = await import('../backup/put-back.ts');
      const { tellCounts } = await import('../backup/count-rows.ts');
      const done = await putBack(readConfig(process.env), source, options);
      const { takenAt, counts, ledger, kept } = done;
      if (json) {
        printJson({ ...done, takenAt: isoWithOffset(takenAt) });
        return;
      }
      print(`Lagt tilbage: ${tellCounts(counts)}, fra ${isoWithOffset(takenAt)}.`);
      print(`Kæden holder: ${ledger.entries} poster, sidste led ${ledger.head}`);
      if (kept) print(`Databasen, der stod der, er nu ${kept}`);
      print('Ved næste start spørges sms-udbyderen først, hvad der er sket siden; før det sendes intet.');
    });
