import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { print, printJson } from './print.ts';

type Options = { index?: boolean; json?: boolean };

/** `limen rotate-keys`: the newest key of LIMEN_KEYS seals what the others have sealed. */
export const rotateKeysVerb = (): Command =>
  new Command('rotate-keys')
    .description('seals everything with the newest key of LIMEN_KEYS, so that older ones may be left out')
    .option('--index', 'also what numbers are found by: stop every process first; PINs must be chosen anew')
    .option('--json', 'print as JSON')
    .action(async ({ json, index }: Options) => {
      const { rotateKeys } = await import('../rotate-keys.ts');
      const done = await rotateKeys(readConfig(process.env), { index: index === true });
      if (json) {
        printJson(done);
        return;
      }
      const fields = Object.values(done.resealed).reduce((sum, count) => sum + count, 0);
      print(`${fields} felter er forseglet igen med nøglen ${done.key}.`);
      if (done.numbers !== undefined)
        print(`${done.numbers} numre har fået nyt indeks, ${done.pins} PIN-koder skal vælges igen.`);
      print(
        done.droppable.length > 0
          ? `Tag disse nøgler ud af LIMEN_KEYS: ${done.droppable.join(', ')} (gem dem, så længe ældre sikkerhedskopier skal kunne læses).`
          : 'Ingen nøgle kan tages ud af LIMEN_KEYS; den sidste bærer indekset (se --index).',
      );
    });
