import { Command } from 'commander';
import { makeKey } from '../../store/seal.ts';
import { print, printJson } from './print.ts';

/** `limen key`: a fresh encryption key for LIMEN_KEYS. */
export const keyVerb = (): Command =>
  new Command('key')
    .description('makes an encryption key for LIMEN_KEYS (put the newest first)')
    .option('--json', 'print as JSON')
    .action(({ json }: { json?: boolean }) => {
      const key = makeKey();
      if (json) printJson({ key });
      else print(key);
    });
