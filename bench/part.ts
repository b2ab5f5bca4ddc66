// Measures one part in a process of its own, so that none carries another's memory or open files.
import type { Row, Skipped } from './support/row.ts';

type Part = { measure(folder: string, options: { bullmq: string }): Promise<(Row | Skipped)[]> };

// By way of exit, so that what the part has started ends with it.
for (const end of ['SIGTERM', 'disconnect']) process.on(end, () => process.exit(1));
const [name = '', folder = '', bullmq = ''] = process.argv.slice(2);
const { measure } = (await import(`./rows/${name}.ts`)) as Part;
process.send?.(await measure(folder, { bullmq }), () => process.exit());
