import { runCli } from './run-cli.ts';

// A server that was started goes on; everything else ends here with its code.
process.exitCode = await runCli(process.argv.slice(2));
