import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { print, printJson } from './print.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/** `limen start`: everything in this process; with the simulated phones it is the demo. */
export const startVerb = (): Command =>
  new Command('start')
    .description('starts the server, and without an account the demo with simulated phones')
    .option('--json', 'print the addresses as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const config = readConfig(process.env);
      const { start } = await import('../start.ts');
      const started = await start(config);
      stopOnSignal(started.stop);
      for (const problem of started.problems) print(problem);
      const address = config.PUBLIC_URL;
      if (json) printJson({ desk: `${address}/desk`, phones: config.demo ? `${address}/phone` : undefined });
      else for (const line of await greeting(config, address)) print(line);
    });

type Config = ReturnType<typeof readConfig>;

async function greeting(config: Config, address: string): Promise<string[]> {
  if (config.demo)
    return [
      'Limen kører som DEMO: opdigtede pårørende, simulerede telefoner, intet forlader denne maskine.',
      `  Skrivebord  ${address}/desk    (ét klik for at logge ind)`,
      `  Telefoner   ${address}/phone   (her lander sms'erne; man kan svare)`,
      'Stop med Ctrl-C; næste start fortsætter, hvor denne slap.',
    ];
  const { describeKeywordHandling } = await import('../../gateways/twilio/keyword-handling.ts');
  return [`Limen kører. Skrivebord: ${address}/desk`, describeKeywordHandling(config.TWILIO_KEYWORDS)];
}
