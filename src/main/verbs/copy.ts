import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { print, printJson } from './print.ts';

/** `limen copy --from <url>`: moves a stopped house into the settings' empty database. */
export const copyVerb = (): Command =>
  new Command('copy')
    .description(
      'copies a stopped house into the empty database of DATABASE_URL, from a file to a server or back',
    )
    .requiredOption(
      '--from <url>',
      'where it is now, like file:./data/limen.db; a server reads SOURCE_AUTH_TOKEN',
    )
    .option('--json', 'print as JSON')
    .action(async ({ from, json }: { from: string; json?: boolean }) => {
      const { copyHouse } = await import('../copy-house.ts');
      const copied = await copyHouse(readConfig(process.env), from);
      const rows = copied.reduce((sum, table) => sum + table.rows, 0);
      if (json) printJson({ rows, tables: copied });
      else print(`${rows} rækker er kopieret; kilden står urørt. / ${rows} rows copied.`);
    });
