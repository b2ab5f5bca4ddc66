import { Command } from 'commander';
import { isoWithOffset } from '../../journey/time/format.ts';
import { readConfig } from '../config.ts';
import { InputError } from './input-error.ts';
import { print, printJson } from './print.ts';

/** `limen backup <file>`: a copy of the whole database while everything runs. */
export const backupVerb = (): Command =>
  new Command('backup')
    .description('copies the whole database into a new file while everything runs; the keys are not in it')
    .argument('<file>', 'a file that is not there yet')
    .option('--json', 'print as JSON')
    .action(async (target: string, { json }: { json?: boolean }) => {
      const { backUp } = await import('../backup/back-up.ts');
      const { tellCounts } = await import('../backup/count-rows.ts');
      const done = await backUp(readConfig(process.env), target);
      const { file, takenAt, bytes, counts, ledger } = done;
      if (json) printJson({ ...done, takenAt: isoWithOffset(takenAt) });
      else {
        print(`${file}: ${tellCounts(counts)}, ${bytes} bytes, fra ${isoWithOffset(takenAt)}.`);
        if (ledger.ok) print(`Kæden holder: ${ledger.entries} poster, sidste led ${ledger.head}`);
        print(
          'Nøglerne er ikke med: gem LIMEN_KEYS for sig. / The keys are not in it: keep LIMEN_KEYS apart.',
        );
      }
      if (!ledger.ok) throw new InputError(`Kæden er brudt ved post ${ledger.brokenAt}.`);
    });
